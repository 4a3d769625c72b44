using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>What a paper's file says about itself (文件属性).</summary>
/// <param name="Title">The title.</param>
/// <param name="Author">Who made it, or null.</param>
/// <param name="MadeAt">When.</param>
public sealed record PaperHead(string Title, string? Author, DateTimeOffset MadeAt);

/// <summary>Writes papers that are laid out by hand (生成版面文件). Several threads may write at once.</summary>
public static class PdfPaperWriter
{
    /// <summary>Writes a paper.</summary>
    /// <param name="head">What the file says about itself.</param>
    /// <param name="paper">The paper it is laid out for.</param>
    /// <param name="target">Written to synchronously, front to back, and left open.</param>
    /// <param name="draw">Lays the paper out.</param>
    /// <param name="fonts">The typefaces; <see cref="PdfFonts.Default"/> without one.</param>
    /// <returns>The number of pages, and whether any character could not be printed.</returns>
    public static PdfSummary Write(PaperHead head, PaperLayout paper, Stream target, Action<PdfPaper> draw, PdfFonts? fonts = null)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(draw);
        var page = new PageGeometry(paper);
        using var document = new PdfDocument(target, page.Width, page.Height);
        document.Describe(head.Title, head.Author, head.MadeAt);
        var drawn = new PdfPaper(document, paper, fonts ?? PdfFonts.Default);
        draw(drawn);
        var pages = drawn.Finish();
        document.Finish();
        return new(pages, document.MissingGlyphs);
    }

    /// <summary>
    /// Writes a paper to a stream that takes only asynchronous writes, such as the body of a response; nothing is sent of one
    /// that fails.
    /// </summary>
    /// <inheritdoc cref="Write(PaperHead, PaperLayout, Stream, Action{PdfPaper}, PdfFonts)" path="/param"/>
    /// <param name="cancellation">Stops the sending; the temporary file is gone in any case.</param>
    public static Task WriteAsync(PaperHead head, PaperLayout paper, Stream target, Action<PdfPaper> draw, PdfFonts? fonts = null, CancellationToken cancellation = default)
        => TemporaryFile.WriteAsync(file => Write(head, paper, file, draw, fonts), target, cancellation);
}
