using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What a person is shown of a row.</summary>
public sealed record RowSheet(string Title, List<RowNote> Notes, List<Difference> Differences, Question? Question = null);

/// <summary>Something wrong with a cell: where, what stands there, what is expected.</summary>
public sealed record RowNote(int Column, string Cell, string? Label, string? Stands, bool IsError, string Text);

/// <param name="Before">Null where nothing stood.</param>
public sealed record Difference(string Label, string? Before, string? After);

/// <summary>What only a person can decide.</summary>
public sealed record Question(string Key, string Text, List<Answer> Answers);

public sealed record Answer(string Value, string Text);

/// <summary>The sheet as understood, the sums and what is to be decided: kept sealed beside the file.</summary>
public sealed record ImportSheet
{
    public List<SheetTab> Tabs { get; init; } = [];
    public TableSheet? Table { get; init; }
    public List<string> Notices { get; init; } = [];
    public List<Question> Questions { get; init; } = [];
    public List<TotalCheck> Totals { get; init; } = [];
    public List<YearTotals> Years { get; init; } = [];
    public List<Figure> Sums { get; init; } = [];
    public List<StatedCheck> Stated { get; init; } = [];
    /// <summary>What is made along: streets, estates, buildings that the file names and the registry does not know.</summary>
    public List<string> MadeAlong { get; init; } = [];
}

/// <summary>The table as understood: <see cref="SheetReading"/> as far as the page shows it.</summary>
public sealed record TableSheet(int SheetIndex, string SheetName, int FirstHeaderRow, int LastHeaderRow, bool IsReadable, List<string> Titles, List<string> Problems, List<ImportField[]> Missing, List<ColumnSheet> Columns)
{
    public static TableSheet Of(SheetReading read) => new(read.SheetIndex, read.SheetName, read.FirstHeaderRow, read.LastHeaderRow, read.IsReadable, [.. read.Titles], [.. read.Problems], [.. read.Missing],
        read.Columns.Select(column => new ColumnSheet(column.Index, column.Letter, column.Header, column.Key, column.Field, column.Unit, [.. column.Samples], column.Decision)).ToList());
}

public sealed record ColumnSheet(int Index, string Letter, string Header, string Key, ImportField? Field, string? Unit, List<string> Samples, ColumnDecision Decision);

public sealed record SheetTab(int Index, string Name, bool IsHidden, bool IsTable);

/// <summary>A sum over the rows; a figure that some row lacks is marked so.</summary>
public sealed record Figure(string Name, string Unit, decimal Sum, int Lacking);

/// <summary>A total row of the file against the rows it is a total of.</summary>
public sealed record TotalCheck(int Row, string Label, bool IsWhole, List<FigureCheck> Figures)
{
    public bool Agrees => Figures.All(figure => figure.Stated == figure.Summed);
}

public sealed record FigureCheck(string Name, string Unit, decimal Stated, decimal Summed);

/// <summary>The sums of one plan year, to be held against the document's headline.</summary>
public sealed record YearTotals(int? Year, int Estates, int? Buildings, int? Households, decimal? Area, decimal? Investment);

/// <summary>What the registry states of an estate against what its dwellings add up to with this file.</summary>
public sealed record StatedCheck(Guid EstateId, string Estate, string Name, string Unit, decimal Stated, decimal Counted);

/// <summary>What the user said about sheet, header and columns.</summary>
public sealed record TableChoices(int? Sheet = null, int? FirstHeaderRow = null, int? LastHeaderRow = null)
{
    /// <summary>Column → field, or null for 不导入.</summary>
    public Dictionary<int, ImportField?> Columns { get; init; } = [];
}
