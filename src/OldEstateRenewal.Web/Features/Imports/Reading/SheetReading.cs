using OldEstateRenewal.Domain;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>How it was decided what a column holds.</summary>
public enum ColumnDecision
{
    /// <summary>Not known: 不导入 unless somebody chooses.</summary>
    Unknown,

    /// <summary>The user chose, this time.</summary>
    Chosen,

    /// <summary>The tenant chose so for this header before.</summary>
    Remembered,

    /// <summary>The header is one of the known names.</summary>
    Alias,

    /// <summary>The header contains a known name, or the values look like it: to be looked at.</summary>
    Guess,
}

/// <summary>One column of the table as understood.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Letter">As the spreadsheet calls it: C.</param>
/// <param name="Header">As it stands in the file, the levels joined by /: 改造规模/楼栋数（栋）.</param>
/// <param name="Key">The header normalised: the key under which a choice is remembered; empty where there is no header.</param>
/// <param name="Field">What it holds, or null: 不导入.</param>
/// <param name="Unit">The unit told by the header or above the table: 万平方米; null where none is told.</param>
/// <param name="Factor">How many ㎡, 元, 栋 or 户 one written unit is: 10000.</param>
/// <param name="Samples">Up to three values, as written.</param>
/// <param name="Decision">How it was decided.</param>
public sealed record ColumnReading(
    int Index, string Letter, string Header, string Key, ImportField? Field, string? Unit, Fraction Factor, IReadOnlyList<string> Samples, ColumnDecision Decision);

/// <summary>A sheet as understood: where the header is and what the columns hold.</summary>
public sealed record SheetReading(ImportKind Kind, int SheetIndex, string SheetName, bool IsHidden)
{
    /// <summary>First and last row of the header, from 1; both 0 where no table was found.</summary>
    public int FirstHeaderRow { get; init; }

    public int LastHeaderRow { get; init; }

    public IReadOnlyList<ColumnReading> Columns { get; init; } = [];

    /// <summary>What stands above the header: title, unit line, date.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>What the lines above the table say for all rows: 小区名称：…, 所属街道：….</summary>
    public IReadOnlyDictionary<ImportField, string> Given { get; init; } = new Dictionary<ImportField, string>();

    /// <summary>Fields that are needed but have no column; one group for each, of which any would do.</summary>
    public IReadOnlyList<ImportField[]> Missing { get; init; } = [];

    /// <summary>What is wrong with the sheet as a whole (two columns of one field, no table, columns left out …).</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool IsTable => FirstHeaderRow > 0;

    /// <summary>Whether it can be read as it is.</summary>
    public bool IsReadable => IsTable && Missing.Count == 0;

    public ColumnReading? ColumnOf(ImportField field) => Columns.FirstOrDefault(column => column.Field == field);
}

/// <summary>What the user said about a sheet.</summary>
/// <param name="Columns">Column (from 0) → field, or null for 不导入.</param>
public sealed record SheetChoices(IReadOnlyDictionary<int, ImportField?> Columns)
{
    public static SheetChoices None { get; } = new(new Dictionary<int, ImportField?>());

    /// <summary>First and last row of the header; null: find it.</summary>
    public (int First, int Last)? HeaderRows { get; init; }
}
