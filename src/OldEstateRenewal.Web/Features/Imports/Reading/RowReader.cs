using OldEstateRenewal.Documents.Spreadsheets.Reading;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Reads the rows below the header, one by one.</summary>
public static class RowReader
{
    private const int MostHeld = 1_000;

    /// <summary>All rows with something in them, in the order of the sheet.</summary>
    /// <param name="corrections">(Row from 1, column from 0) → what the user typed in its place.</param>
    /// <exception cref="UnreadableFileException">The file breaks off or is too large.</exception>
    public static IEnumerable<ReadRow> Read(SpreadsheetFile file, SheetReading sheet, IReadOnlyDictionary<(int Row, int Column), string>? corrections = null) =>
        Settle(Rows(file, sheet, corrections ?? new Dictionary<(int, int), string>()));

    private static IEnumerable<ReadRow> Rows(SpreadsheetFile file, SheetReading sheet, IReadOnlyDictionary<(int Row, int Column), string> corrections)
    {
        var table = new TableColumns(sheet);
        var merged = new MergedCells(file.MergedAreas(sheet.SheetIndex), sheet.LastHeaderRow);
        var carried = new CarriedDown(table, sheet.Given);
        foreach (var row in file.Rows(sheet.SheetIndex))
        {
            if (row.Number <= sheet.LastHeaderRow) continue;
            var cells = new RowCells(row, corrections, merged);
            if (RowSort.Of(cells, table) is not { } sort) continue;
            if (sort.Kind == RowKind.Note) carried.Head(sort);
            yield return sort.Kind == RowKind.Note ? new(row.Number, RowKind.Note) { Label = sort.Label } : ValuesReading.Read(new RowDraft(cells, table, carried, sort));
        }
    }

    // 合计 is of the whole table only if nothing but notes follows it, or if nothing stands before it.
    private static IEnumerable<ReadRow> Settle(IEnumerable<ReadRow> rows)
    {
        var held = new List<ReadRow>();
        var begun = false;
        foreach (var row in rows)
        {
            if (begun && (row.Kind == RowKind.Total || held.Count > 0) && row.Kind != RowKind.Data && held.Count < MostHeld)
            {
                held.Add(row);
                continue;
            }

            foreach (var earlier in held) yield return earlier with { Scope = earlier.Scope is null ? null : TotalScope.Part };
            held.Clear();
            begun |= row.Kind == RowKind.Data;
            yield return row;
        }

        var last = held.FindLastIndex(row => row.Scope == TotalScope.Whole);
        for (var i = 0; i < held.Count; i++) yield return i < last && held[i].Scope is not null ? held[i] with { Scope = TotalScope.Part } : held[i];
    }
}
