namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Columns from 0 as the spreadsheet calls them.</summary>
internal static class ColumnLetters
{
    public static string Of(int column) => (column < 26 ? "" : Of(column / 26 - 1)) + (char)('A' + column % 26);
}
