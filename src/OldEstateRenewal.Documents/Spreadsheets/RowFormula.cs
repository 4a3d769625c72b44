using System.Text;
using System.Text.RegularExpressions;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>A column's formula with its headings found (行内公式): the text between the cells that it names, and these.</summary>
internal sealed partial class RowFormula
{
    private readonly List<(string Before, int Column, Naming How)> _parts = [];
    private readonly string _rest;

    private RowFormula(string text, IReadOnlyList<TableColumn> columns)
    {
        var from = 0;
        foreach (Match name in Named().Matches(text))
        {
            var column = columns.ToList().FindIndex(other => other.Header == name.Groups[1].Value);
            if (column < 0)
                throw new ArgumentException($"The formula \"{text}\" names no column of the table: {name.Value}", nameof(columns));
            var how = name.Groups[2].Value switch { "?" => Naming.Optional, ":" => Naming.SoFar, _ => Naming.Cell };
            _parts.Add((text[from..name.Index], column, how));
            from = name.Index + name.Length;
        }
        _rest = text[from..];
    }

    private enum Naming
    {
        Cell,
        Optional,
        SoFar,
    }

    /// <summary>The formulas of each column in the order in which they are tried, none where it has none.</summary>
    /// <exception cref="ArgumentException">A formula names a heading that is no column's.</exception>
    public static IReadOnlyList<IReadOnlyList<RowFormula>> Of(IReadOnlyList<TableColumn> columns)
        => [.. columns.Select(column => new[] { column.Formula, column.FormulaOtherwise }.OfType<string>().Select(text => new RowFormula(text, columns)).ToList())];

    /// <summary>The formula in a row, or null where a cell that it needs is blank.</summary>
    /// <param name="cells">The cells of the row.</param>
    /// <param name="row">Its number in the sheet.</param>
    /// <param name="first">The number of the first row of the table.</param>
    public string? In(IReadOnlyList<CellValue> cells, int row, int first)
    {
        var text = new StringBuilder();
        foreach (var (before, column, how) in _parts)
        {
            if (cells[column].Kind is not CellKind.Number && !(how is Naming.Optional && cells[column].Kind is CellKind.Blank))
                return null;
            var name = ColumnNames.Of(column);
            text.Append(before);
            if (how is Naming.SoFar)
                text.Append(name).Append('$').Append(first).Append(':');
            text.Append(name).Append(row);
        }
        return text.Append(_rest).ToString();
    }

    [GeneratedRegex(@"\[([^\[\]]+?)([?:])?\]")]
    private static partial Regex Named();
}
