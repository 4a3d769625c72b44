using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf.Papers;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>Writes an official paper as a PDF (生成公文 PDF), set by GB/T 9704—2012. Several threads may write at once.</summary>
public static class PdfOfficialPaperWriter
{
    /// <summary>Writes a paper. The same paper gives the same bytes.</summary>
    /// <param name="paper">What to write; illegal characters become U+FFFD.</param>
    /// <param name="target">Written to synchronously, front to back, and left open.</param>
    /// <returns>The number of pages, and whether any character could not be printed.</returns>
    /// <exception cref="DllNotFoundException">Pango is not installed (Debian: libpangocairo-1.0-0).</exception>
    public static PdfSummary Write(OfficialPaper paper, Stream target)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(target);
        using var document = new PdfDocument(target, PaperGrid.Upright.Width, PaperGrid.Upright.Height);
        document.Describe(paper.Title, paper.Author, paper.MadeAt);
        var pages = new OfficialPages(document, paper).Draw();
        document.Finish();
        return new(pages, document.MissingGlyphs);
    }

    /// <summary>
    /// Writes a paper to a stream that takes only asynchronous writes, such as the body of a response. It goes through a
    /// temporary file, so that nothing is sent of a paper that fails.
    /// </summary>
    /// <inheritdoc cref="Write(OfficialPaper, Stream)" path="/param"/>
    /// <param name="cancellation">Stops the sending; the temporary file is gone in any case.</param>
    /// <returns>The number of pages, and whether any character could not be printed.</returns>
    public static async Task<PdfSummary> WriteAsync(OfficialPaper paper, Stream target, CancellationToken cancellation = default)
    {
        PdfSummary? summary = null;
        await TemporaryFile.WriteAsync(file => summary = Write(paper, file), target, cancellation);
        return summary!;
    }
}
