using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>
/// Writes a report as a spreadsheet (生成 .xlsx): typed cells, real sums with their values, headings that stay in sight
/// and on every printed page. Memory does not grow with the rows.
/// </summary>
public static class SpreadsheetTableWriter
{
    /// <summary>Writes a report. Rows are read once, while they are written.</summary>
    /// <param name="report">What to write; illegal characters become U+FFFD, a text over 32 767 characters is cut with ….</param>
    /// <param name="target">Written to synchronously, front to back, and left open; it need not seek.</param>
    /// <param name="style">Fonts and filter; <see cref="SpreadsheetStyle.Default"/> without one.</param>
    /// <exception cref="ArgumentException">The report has more columns than a sheet, 16 384.</exception>
    public static void Write(TableReport report, Stream target, SpreadsheetStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(target);
        if (report.Columns.Count > ColumnNames.MaximumColumns)
            throw new ArgumentException("A sheet has at most 16 384 columns.", nameof(report));
        style ??= SpreadsheetStyle.Default;
        var styles = new SheetStyles(report.Columns);
        SheetPackage.Write(
            target,
            report,
            SheetStylesheet.Of(styles, style, report.Paper.TextSize),
            xml => new SheetWriter(xml, report, styles, style.AutoFilter).Write());
    }

    /// <summary>
    /// Writes a report to a stream that takes only asynchronous writes, such as the body of a response. It goes through
    /// a temporary file, so that nothing is sent of a report that fails.
    /// </summary>
    /// <inheritdoc cref="Write" path="/param"/>
    /// <param name="cancellation">Stops the sending; the temporary file is gone in any case.</param>
    public static Task WriteAsync(
        TableReport report, Stream target, SpreadsheetStyle? style = null, CancellationToken cancellation = default)
        => TemporaryFile.WriteAsync(file => Write(report, file, style), target, cancellation);
}
