using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Word;

/// <summary>
/// Writes a report as a Word file (生成 .docx), with the very texts of page, PDF and spreadsheet, in named styles that a
/// clerk can go on working with. Memory does not grow with the rows.
/// </summary>
public static class WordTableWriter
{
    /// <summary>The most columns that a table of Word has.</summary>
    public const int MaximumColumns = 63;

    /// <summary>Writes a report. Its rows are read once; the same report gives the same bytes.</summary>
    /// <param name="report">What to write; illegal characters become U+FFFD.</param>
    /// <param name="target">Written to synchronously, front to back, and left open; it need not seek.</param>
    /// <param name="fonts">The typefaces, named in the file and not embedded; <see cref="PaperFonts.Default"/> without them.</param>
    /// <exception cref="ArgumentException">The report has more than <see cref="MaximumColumns"/> columns, or its margins leave no room.</exception>
    public static void Write(TableReport report, Stream target, PaperFonts? fonts = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(target);
        WordTable.Check(report);
        var package = new WordPackage(report.Title, report.Author, report.MadeAt, fonts ?? PaperFonts.Default)
        {
            Numbering = report.Paper.Numbering,
            Provenance = report.Provenance,
            FootLine = report.Paper.SourceOnEveryPage ? report.FootLine : null,
        };
        package.Write(target, xml => WriteBody(xml, report));
    }

    /// <summary>
    /// Writes a report to a stream that takes only asynchronous writes, such as the body of a response. It goes through
    /// a temporary file, so that nothing is sent of a report that fails.
    /// </summary>
    /// <inheritdoc cref="Write" path="/param"/>
    /// <param name="cancellation">Stops the sending; the temporary file is gone in any case.</param>
    public static Task WriteAsync(TableReport report, Stream target, PaperFonts? fonts = null, CancellationToken cancellation = default)
        => TemporaryFile.WriteAsync(file => Write(report, file, fonts), target, cancellation);

    private static void WriteBody(OpenXmlWriter xml, TableReport report)
    {
        if (report.Marker is { } marker)
            Add(new(WordStyleNames.AttachmentMark, marker));
        Add(new(WordStyleNames.Title, report.Title) { KeepsNext = true });
        if (report.Subtitle is { } subtitle)
            Add(new(WordStyleNames.TableNote, subtitle) { Alignment = JustificationValues.Center, Size = TextSizes.Subtitle, KeepsNext = true });
        WordTable.WriteWithNotes(xml, report, WordSection.WidthOf(report.Paper), !report.Paper.SourceOnEveryPage);
        if (report.Provenance is { } provenance)
            new WordEnding(xml.WriteElement, WordSection.WidthOf(report.Paper), isPinned: false).Write(provenance, colophon: null);
        xml.WriteElement(WordSection.Of(report.Paper));

        void Add(WordParagraph paragraph) => xml.WriteElement(paragraph.ToElement());
    }
}
