using OldEstateRenewal.Documents.Papers;

namespace OldEstateRenewal.Documents.Word;

/// <summary>
/// Writes an official paper as a Word file (生成公文 .docx), set by GB/T 9704—2012 in named styles, so that a bureau goes on
/// editing and seals it. Its texts are those of the PDF.
/// </summary>
public static class WordOfficialPaperWriter
{
    /// <summary>Writes a paper. The same paper gives the same bytes.</summary>
    /// <param name="paper">What to write; illegal characters become U+FFFD.</param>
    /// <param name="target">Written to synchronously, front to back, and left open; it need not seek.</param>
    /// <exception cref="ArgumentException">A table has more than <see cref="WordTableWriter.MaximumColumns"/> columns.</exception>
    public static void Write(OfficialPaper paper, Stream target)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(target);
        foreach (var table in paper.Body.Concat(paper.Attachments.SelectMany(attachment => attachment.Body)).OfType<PaperTable>())
            WordTable.Check(table.Report);
        var package = new WordPackage(paper.Title, paper.Author, paper.MadeAt, paper.Template.Fonts)
        {
            Mark = paper.Template.Mark,
            MarkColour = paper.Template.MarkColour,
            Provenance = paper.Provenance,
        };
        package.Write(target, xml => new WordPaper(xml, paper).Write());
    }

    /// <summary>
    /// Writes a paper to a stream that takes only asynchronous writes, such as the body of a response. It goes through a
    /// temporary file, so that nothing is sent of a paper that fails.
    /// </summary>
    /// <inheritdoc cref="Write" path="/param"/>
    /// <param name="cancellation">Stops the sending; the temporary file is gone in any case.</param>
    public static Task WriteAsync(OfficialPaper paper, Stream target, CancellationToken cancellation = default)
        => TemporaryFile.WriteAsync(file => Write(paper, file), target, cancellation);
}
