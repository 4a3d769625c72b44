using OldEstateRenewal.Documents.Spreadsheets.Reading;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Reads the rows below the header, one by one.</summary>
public static class RowReader
{
    /// <summary>All rows with something in them, in the order of the sheet.</summary>
    /// <param name="corrections">(Row from 1, column from 0) → what the user typed in its place.</param>
    /// <exception cref="UnreadableFileException">The file breaks off or is too large.</exception>
    public static IEnumerable<ReadRow> Read(SpreadsheetFile file, SheetReading sheet, IReadOnlyDictionary<(int Row, int Column), string>? corrections = null) =>
        throw new NotImplementedException();
}
