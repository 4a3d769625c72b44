using OldEstateRenewal.Documents.Spreadsheets.Reading;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Finds the table on each sheet: the rows of its header and what its columns hold.</summary>
public static class TableFinder
{
    /// <summary>Every sheet in the order of the tabs, also those without a table; hidden ones are told.</summary>
    /// <param name="remembered">Normalised header (<see cref="ColumnReading.Key"/>) → field, or null for 不导入, as the tenant chose before.</param>
    /// <param name="choices">Sheet → what the user said about it.</param>
    public static IReadOnlyList<SheetReading> Find(
        SpreadsheetFile file, ImportKind kind, IReadOnlyDictionary<string, ImportField?> remembered, IReadOnlyDictionary<int, SheetChoices>? choices = null) =>
        throw new NotImplementedException();

    /// <summary>The sheet to offer first: readable, shown, with the most columns known. Null where none has a table.</summary>
    public static SheetReading? Best(IEnumerable<SheetReading> sheets) => sheets
        .Where(sheet => sheet.IsTable)
        .OrderByDescending(sheet => sheet.IsReadable)
        .ThenBy(sheet => sheet.IsHidden)
        .ThenByDescending(sheet => sheet.Columns.Count(column => column.Field is not null))
        .FirstOrDefault();
}
