using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Web.Features.Shared;

/// <summary>A report on a page: the same columns and texts as in its files.</summary>
/// <param name="Lines">The lines to be shown, where these are not all.</param>
/// <param name="Caption">What stands above the table, in sight; null for the title, which is only heard.</param>
public sealed record TableSheet(TableReport Report, IReadOnlyList<TableLine>? Lines = null, string? Caption = null)
{
    /// <summary>The lines of rows under their headings, and the sums below.</summary>
    public (IReadOnlyList<TableLine> Body, IReadOnlyList<TableLine> Foot) Parts()
    {
        var lines = Lines ?? Report.Lines().ToList();
        return (lines.Where(line => line.Kind != TableLineKind.Total).ToList(), lines.Where(line => line.Kind == TableLineKind.Total).ToList());
    }

    public static string? Css(TableColumn column, CellValue cell) => column.AlignmentOf(cell.Kind) switch { ColumnAlignment.Right => "n", ColumnAlignment.Center => "c", _ => cell.Kind == CellKind.Date ? "t" : null };
}
