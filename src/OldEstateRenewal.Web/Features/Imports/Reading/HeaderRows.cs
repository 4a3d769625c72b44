using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>The rows at the top of a sheet, as one looks at them in search of the header.</summary>
internal sealed class HeaderRows
{
    private const int Looked = 30;
    private const int Deepest = 3;

    private readonly List<SheetRow> rows;
    private readonly IReadOnlyList<MergedArea> merged;
    private readonly ImportKind kind;
    private readonly IReadOnlyDictionary<string, ImportField?> remembered;

    public HeaderRows(List<SheetRow> rows, IReadOnlyList<MergedArea> merged, ImportKind kind, IReadOnlyDictionary<string, ImportField?> remembered)
    {
        (this.rows, this.kind, this.remembered) = (rows, kind, remembered);
        this.merged = [.. merged.TakeWhile(area => area.FirstRow <= (rows.Count > 0 ? rows[^1].Number : 0))];
    }

    /// <summary>First and last row of the header, or null.</summary>
    public (int First, int Last)? Find()
    {
        (int First, int Last)? best = null;
        var bestScore = 0;
        foreach (var row in rows.Take(Looked))
        {
            for (var last = row.Number; last < row.Number + Deepest && (last == row.Number || Continues(row.Number, last)); last++)
            {
                if (Score(row.Number, last) is var score && score > bestScore) (best, bestScore) = ((row.Number, last), score);
            }
        }

        return best is { } found ? (Groups(found.First - 1) ? found.First - 1 : found.First, WithNumbering(found.Last)) : null;
    }

    /// <summary>The header of a column over its levels, from the top.</summary>
    public IReadOnlyList<string> Levels(int first, int last, int column)
    {
        var levels = new List<string>();
        for (var row = first; row <= last; row++)
        {
            var text = Text(row, column) ?? Spanned(first, last, row, column);
            if (text is not null && (levels.Count == 0 || levels[^1] != text)) levels.Add(text);
        }

        return levels;
    }

    public int Width => rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count);

    private SheetRow? Row(int number) => rows.Find(row => row.Number == number);

    private string? Text(int row, int column)
    {
        if (Row(row) is not { } found || found[column] is not { Kind: SheetCellKind.Text } cell) return null;
        var clean = WrittenText.Clean(cell.ToString());
        return clean.Length > 0 && !IsNumber(clean) ? clean : null;
    }

    private static bool IsNumber(string text) => WrittenNumber.TryRead(text, out _, out var unit) && unit.Length == 0;

    // What a merged cell says holds for all columns below it; a table from a .csv has only blanks to the right.
    private string? Spanned(int first, int last, int row, int column)
    {
        foreach (var area in merged)
        {
            if (area.FirstRow <= row && area.Contains(row, column)) return area.FirstRow >= first ? Text(area.FirstRow, area.FirstColumn) : null;
        }

        if (row >= last || merged.Count > 0 || Text(row + 1, column) is null) return null;
        for (var left = column - 1; left >= 0 && Text(row + 1, left) is not null; left--)
        {
            if (Text(row, left) is { } text) return text;
        }

        return null;
    }

    // Names of groups above the names: merged over some columns, but no title and no line of remarks.
    private bool Groups(int number)
    {
        if (Row(number) is not { } row) return false;
        var texts = row.Cells.Where(cell => !cell.IsEmpty).Select(cell => WrittenText.Clean(cell.ToString())).ToList();
        return texts.Count >= 2 && texts.TrueForAll(text => text.Length <= 15 && !text.Contains(':', StringComparison.Ordinal) && !text.Contains('：', StringComparison.Ordinal) && !IsNumber(text))
            && merged.Any(area => area.FirstRow == number && area.LastRow == number && area.LastColumn > area.FirstColumn);
    }

    // A further level: its cells are names or units themselves, or stand below merged cells.
    private bool Continues(int first, int last)
    {
        if (Row(last) is not { } row) return false;
        var (named, filled) = (0, 0);
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (row[column].IsEmpty) continue;
            filled++;
            if (row[column].Kind != SheetCellKind.Text || IsNumber(row[column].ToString())) return false;
            if (IsName(row[column].ToString())) named++;
        }

        return filled > 0 && named * 2 >= filled && named > 0 && Row(first) is not null;
    }

    private bool IsName(string text) =>
        HeaderText.OnlyUnit(text) is not null || (HeaderText.Of(text) is var header && (remembered.ContainsKey(header.Key) || FieldAliases.Of(kind, header) is not null || FieldAliases.Guess(kind, header) is not null));

    // Names known for certain count most; long texts and figures speak against a header.
    private int Score(int first, int last)
    {
        var fields = new HashSet<ImportField>();
        var score = 0;
        for (var column = 0; column < Width; column++)
        {
            var levels = Levels(first, last, column);
            if (levels.Count == 0)
            {
                if (Row(last)?[column].Kind is SheetCellKind.Number or SheetCellKind.Date) score -= 6;
                continue;
            }

            var (field, decision) = ColumnNames.Decide(kind, levels, remembered);
            if (field is { } known && fields.Add(known)) score += decision == ColumnDecision.Guess ? 3 : 10;
            if (levels[^1].Length > 25) score -= 3;
        }

        var required = ImportFields.RequiredOf(kind).All(group => group.Any(fields.Contains));
        return fields.Count >= 2 || (required && Width <= 2) ? score + (required ? 8 : 0) - (last - first) : 0;
    }

    // 1 2 3 4 … or 甲 乙 1 2 below the names of a statistical form.
    private int WithNumbering(int last)
    {
        if (Row(last + 1) is not { } row) return last;
        var cells = row.Cells.Where(cell => !cell.IsEmpty).Select(cell => WrittenText.Plain(cell.ToString())).ToList();
        var digits = cells.SkipWhile(cell => cell is "甲" or "乙" or "丙" or "丁" or "栏次").ToList();
        var isNumbering = digits.Count >= 3 && digits.Select((cell, at) => cell == $"{at + 1}").All(same => same);
        return isNumbering ? last + 1 : last;
    }
}
