using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>
/// Writes a report as a PDF (生成 PDF) that looks like the annex of an official document: fonts embedded, headings on
/// every page, no row divided between two pages unless it is taller than one. Several threads may write at once.
/// </summary>
public static class PdfTableWriter
{
    /// <summary>Writes a report. The same report and fonts give the same bytes.</summary>
    /// <param name="report">What to write. With <see cref="PageNumbering.OfTotal"/> its rows are read twice.</param>
    /// <param name="target">Written to synchronously, front to back, and left open.</param>
    /// <param name="fonts">The typefaces; <see cref="PdfFonts.Default"/> without one.</param>
    /// <returns>The number of pages, and whether any character could not be printed.</returns>
    /// <exception cref="ArgumentException">The margins leave no room on the page.</exception>
    /// <exception cref="DllNotFoundException">Pango is not installed (Debian: libpangocairo-1.0-0).</exception>
    /// <remarks>An exception of the rows or of <paramref name="target"/> passes through as it is.</remarks>
    public static PdfSummary Write(TableReport report, Stream target, PdfFonts? fonts = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(target);
        fonts ??= PdfFonts.Default;
        int? totalPages = report.Paper.Numbering is PageNumbering.OfTotal
            ? Write(report, target: null, fonts, totalPages: null).Pages
            : null;
        return Write(report, target, fonts, totalPages);
    }

    /// <summary>
    /// Writes a report to a stream that takes only asynchronous writes, such as the body of a response. It goes through
    /// a temporary file, so that nothing is sent of a report that fails.
    /// </summary>
    /// <inheritdoc cref="Write(TableReport, Stream, PdfFonts)" path="/param"/>
    /// <param name="cancellation">Stops the sending; the temporary file is gone in any case.</param>
    /// <returns>The number of pages, and whether any character could not be printed.</returns>
    public static async Task<PdfSummary> WriteAsync(
        TableReport report, Stream target, PdfFonts? fonts = null, CancellationToken cancellation = default)
    {
        PdfSummary? summary = null;
        await TemporaryFile.WriteAsync(file => summary = Write(report, file, fonts), target, cancellation);
        return summary!;
    }

    private static PdfSummary Write(TableReport report, Stream? target, PdfFonts fonts, int? totalPages)
    {
        var page = new PageGeometry(report.Paper);
        using var document = new PdfDocument(target, page.Width, page.Height);
        document.Describe(report.Title, report.Author, report.MadeAt);
        var pages = new TablePages(document, report, fonts, page, totalPages);
        pages.Draw();
        document.Finish();
        return new(pages.PageNumber, document.MissingGlyphs);
    }
}
