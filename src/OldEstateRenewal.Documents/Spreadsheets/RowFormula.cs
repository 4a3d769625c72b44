using System.Text;
using System.Text.RegularExpressions;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>A column's formula with its headings found (行内公式): the text between the cells that it names, and these.</summary>
internal sealed partial class RowFormula
{
    private readonly List<(string Before, int Column)> _parts = [];
    private readonly string _rest;

    private RowFormula(string text, IReadOnlyList<TableColumn> columns)
    {
        var from = 0;
        foreach (Match name in Named().Matches(text))
        {
            var column = columns.ToList().FindIndex(other => other.Header == name.Groups[1].Value);
            if (column < 0)
                throw new ArgumentException($"The formula \"{text}\" names no column of the table: {name.Value}", nameof(columns));
            _parts.Add((text[from..name.Index], column));
            from = name.Index + name.Length;
        }
        _rest = text[from..];
    }

    /// <summary>The formula of each column, null where it has none.</summary>
    /// <exception cref="ArgumentException">A formula names a heading that is no column's.</exception>
    public static IReadOnlyList<RowFormula?> Of(IReadOnlyList<TableColumn> columns)
        => [.. columns.Select(column => column.Formula is { } text ? new RowFormula(text, columns) : null)];

    /// <summary>The formula in a row, or null where a cell that it names is blank.</summary>
    public string? In(IReadOnlyList<CellValue> cells, int row)
    {
        var text = new StringBuilder();
        foreach (var (before, column) in _parts)
        {
            if (cells[column].Kind is not CellKind.Number)
                return null;
            text.Append(before).Append(ColumnNames.Of(column)).Append(row);
        }
        return text.Append(_rest).ToString();
    }

    [GeneratedRegex(@"\[([^\[\]]+)\]")]
    private static partial Regex Named();
}
