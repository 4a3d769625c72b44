using OldEstateRenewal.Documents.Spreadsheets.Reading;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Areas merged over several rows, followed from row to row; and those merged across a row.</summary>
internal sealed class MergedCells(IReadOnlyList<MergedArea> areas, int headerEnd)
{
    private readonly List<(MergedArea Area, SheetCell Cell)> open = [];
    private int next;
    private int across;

    /// <summary>Whether cells of the present row are merged across three columns or more, as those of titles and headings are.</summary>
    public bool IsAcross(int row) => across == row;

    /// <summary>Comes to a row; rows must be asked in ascending order.</summary>
    public void MoveTo(int row, Func<int, SheetCell> cell)
    {
        open.RemoveAll(entry => entry.Area.LastRow < row);
        for (; next < areas.Count && areas[next].FirstRow <= row; next++)
        {
            var area = areas[next];
            if (area.LastColumn - area.FirstColumn >= 2 && area.FirstRow == row && area.LastRow == row) across = row;
            if (area.LastRow > area.FirstRow && area.LastRow >= row && area.FirstRow > headerEnd) open.Add((area, area.FirstRow == row ? cell(area.FirstColumn) : SheetCell.Empty));
        }
    }

    /// <summary>The area over several rows that a cell of the present row lies in.</summary>
    public (MergedArea Area, SheetCell Cell)? At(int column)
    {
        foreach (var entry in open)
        {
            if (column >= entry.Area.FirstColumn && column <= entry.Area.LastColumn) return entry;
        }

        return null;
    }
}
