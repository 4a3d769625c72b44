using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>What stands before and after the cells in a sheet's file: panes, widths, merges, print set-up (版面设置).</summary>
internal static class SheetLayout
{
    private const double MillimetresPerInch = 25.4;
    private const uint PaperA4 = 9;

    /// <summary>The row of the headings, counted from 1.</summary>
    public static int HeadingRowOf(TableReport report)
        => 2 + (report.Marker is null ? 0 : 1) + (report.Subtitle is null ? 0 : 1) + (report.UnitLine is null ? 0 : 1);

    public static void WriteHead(OpenXmlWriter xml, TableReport report)
    {
        xml.WriteElement(new SheetProperties { PageSetupProperties = new() { FitToPage = true } });
        xml.WriteElement(new SheetViews(FrozenAbove(HeadingRowOf(report) + 1)));
        xml.WriteElement(new SheetFormatProperties { DefaultRowHeight = new RowHeights(report).OneLine });
        xml.WriteElement(new Columns(report.Columns.Select((column, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = RowHeights.WidthOf(column),
            CustomWidth = true,
        })));
    }

    public static void WriteFoot(OpenXmlWriter xml, PaperLayout paper, string? filterRange, List<string> merged)
    {
        if (filterRange is not null)
            xml.WriteElement(new AutoFilter { Reference = filterRange });
        if (merged.Count > 0)
            xml.WriteElement(new MergeCells(merged.Select(range => new MergeCell { Reference = range })) { Count = (uint)merged.Count });
        xml.WriteElement(new PrintOptions { HorizontalCentered = true });
        xml.WriteElement(MarginsOf(paper.Margins));
        xml.WriteElement(new PageSetup
        {
            PaperSize = PaperA4,
            Orientation = paper.Orientation is PaperOrientation.Portrait ? OrientationValues.Portrait : OrientationValues.Landscape,
            FitToWidth = 1,
            FitToHeight = 0,
        });
        if (FooterOf(paper.Numbering) is { } footer)
            xml.WriteElement(footer);
    }

    private static SheetView FrozenAbove(int row) => new(new Pane
    {
        VerticalSplit = row - 1,
        TopLeftCell = $"A{row}",
        ActivePane = PaneValues.BottomLeft,
        State = PaneStateValues.Frozen,
    })
    {
        WorkbookViewId = 0,
        ShowGridLines = false,
    };

    private static DocumentFormat.OpenXml.Spreadsheet.PageMargins MarginsOf(Tables.PageMargins margins) => new()
    {
        Left = margins.Left / MillimetresPerInch,
        Right = margins.Right / MillimetresPerInch,
        Top = margins.Top / MillimetresPerInch,
        Bottom = margins.Bottom / MillimetresPerInch,
        Header = margins.Top / 2 / MillimetresPerInch,
        Footer = margins.Bottom / 2 / MillimetresPerInch,
    };

    private static HeaderFooter? FooterOf(PageNumbering numbering) => numbering switch
    {
        PageNumbering.Official => new()
        {
            DifferentOddEven = true,
            OddFooter = new("&R&14— &P —"),
            EvenFooter = new("&L&14— &P —"),
        },
        PageNumbering.OfTotal => new() { OddFooter = new("&R&14第 &P 页 共 &N 页") },
        _ => null,
    };
}
