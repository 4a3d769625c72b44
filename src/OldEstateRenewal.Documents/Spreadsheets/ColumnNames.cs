namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>The letters by which a spreadsheet calls its columns (列名): A … Z, AA ….</summary>
internal static class ColumnNames
{
    /// <summary>The most columns that a sheet has.</summary>
    public const int MaximumColumns = 16_384;

    private const int Letters = 26;

    private static readonly string[] First = [.. Enumerable.Range(0, 4 * Letters).Select(Spell)];

    /// <summary>The letters of a column counted from 0.</summary>
    public static string Of(int column) => column < First.Length ? First[column] : Spell(column);

    private static string Spell(int column)
        => (column < Letters ? "" : Spell(column / Letters - 1)) + (char)('A' + column % Letters);
}
