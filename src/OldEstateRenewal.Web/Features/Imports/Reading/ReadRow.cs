namespace OldEstateRenewal.Web.Features.Imports.Reading;

public enum RowKind
{
    /// <summary>A row to import.</summary>
    Data,

    /// <summary>合计、小计.</summary>
    Total,

    /// <summary>备注、填表人, or the header again at the top of a page.</summary>
    Note,
}

public enum TotalScope
{
    /// <summary>合计、总计: of the whole table.</summary>
    Whole,

    /// <summary>小计, or a total of one street, year or estate: not to be counted twice.</summary>
    Part,
}

/// <summary>One row as understood. Exactly one of Estate, Building, Dwelling is set for data and for totals (there with figures only), none for notes.</summary>
public sealed record ReadRow(int Number, RowKind Kind)
{
    public EstateValues? Estate { get; init; }

    public BuildingValues? Building { get; init; }

    public DwellingValues? Dwelling { get; init; }

    /// <summary>Of a total: what it is a total of.</summary>
    public TotalScope? Scope { get; init; }

    /// <summary>Of a total, its words (小计（城关街道）); of a note, its text.</summary>
    public string? Label { get; init; }

    /// <summary>What stands in the file, by field, after corrections and filling down; nothing for empty cells.</summary>
    public IReadOnlyDictionary<ImportField, string> Raw { get; init; } = new Dictionary<ImportField, string>();

    public IReadOnlyList<RowProblem> Problems { get; init; } = [];

    public bool HasErrors => Problems.Any(problem => problem.Severity == Severity.Error);
}

public enum Severity
{
    /// <summary>Worth a look; the row can be imported.</summary>
    Warning,

    /// <summary>The row cannot be imported as it is.</summary>
    Error,
}

/// <summary>One thing wrong with a row, in plain Chinese.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 0.</param>
/// <param name="Cell">As the spreadsheet calls it: C7.</param>
/// <param name="Text">What stands there and what is expected.</param>
public sealed record RowProblem(int Row, int Column, string Cell, ImportField? Field, Severity Severity, string Text);
