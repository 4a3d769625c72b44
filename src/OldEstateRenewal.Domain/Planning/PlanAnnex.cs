using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>A row of a plan table exactly as printed (计划表的一行). What the table does not print is null or empty.</summary>
/// <param name="Year">The plan year.</param>
/// <param name="Estate">小区名称.</param>
/// <param name="Street">坐落街道, or null.</param>
/// <param name="Address">位置, or null.</param>
/// <param name="BuiltYears">建成时间: one year, or several ("1995、1997"), or none printed.</param>
/// <param name="Buildings">楼栋数, or null.</param>
/// <param name="Households">户数, or null.</param>
/// <param name="Area">建筑面积, or null.</param>
public sealed record PlanRow(int Year, string Estate, string? Street, string? Address, IReadOnlyList<int> BuiltYears, int? Buildings, int? Households, Area? Area)
{
    /// <summary>The built years as printed: 1995、1997.</summary>
    public string BuiltYearsText => string.Join("、", BuiltYears);

    /// <summary>
    /// A fact sheet per building: where there are as many years as buildings each gets its own; where one year is printed all have it;
    /// else each lies between the first and the last year. No year printed: unknown.
    /// </summary>
    public IReadOnlyList<BuildingFacts> BuildingFacts() =>
        Enumerable.Range(0, Buildings ?? 0).Select(index => new BuildingFacts($"{index + 1}号楼", BuiltOf(index))).ToList();

    private BuiltDate BuiltOf(int index) =>
        BuiltYears.Count == 0 ? BuiltDate.Unknown
        : BuiltYears.Count == Buildings ? BuiltDate.InYear(BuiltYears[index])
        : BuiltDate.Between(BuiltYears.Min(), BuiltYears.Max());

    internal static PlanRow Read(PolicyNode node, int? year) => new(
        year ?? node.Whole("year", 1990, 2100), node.Text("estate"), node.OptionalText("street"), node.OptionalText("address"), node.Wholes("builtYears", 1900, 2100),
        node.OptionalWhole("buildings", 1), node.OptionalWhole("households", 1), node.OptionalArea("area"));
}

/// <summary>A plan table as a document prints it (计划表). <see cref="Unlisted"/> counts the estates that the document counts but does not name.</summary>
public sealed record PlanAnnex(PolicyItemHead Head, IReadOnlyList<PlanRow> Rows, int Unlisted) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"{Name}：{Rows.Count} 个小区{(Unlisted == 0 ? "" : $"，另有 {Unlisted} 个未列名")}";

    /// <summary>The totals of a year, or of all years; a column that is not printed in every row has no total. The unlisted estates belong to the years that have rows.</summary>
    public PlanTotals Totals(int? year = null)
    {
        var rows = Rows.Where(row => year is null || row.Year == year).ToList();
        var unlisted = year is null || rows.Count > 0 ? Unlisted : 0;
        return new(
            rows.Count + unlisted,
            Sum(rows, unlisted, row => row.Buildings),
            Sum(rows, unlisted, row => row.Households),
            unlisted == 0 && rows.All(row => row.Area is not null) ? rows.Aggregate(Area.Zero, (sum, row) => sum + row.Area!.Value) : null,
            null);
    }

    /// <summary>Reads { name, clause, quote?, note?, year?, unlisted?, rows }.</summary>
    public static PlanAnnex Read(PolicyNode node)
    {
        var year = node.OptionalWhole("year", 1990, 2100);
        return new(node.Head(), node.Objects("rows").Select(row => PlanRow.Read(row, year)).ToList(), node.OptionalWhole("unlisted") ?? 0);
    }

    private static int? Sum(List<PlanRow> rows, int unlisted, Func<PlanRow, int?> of) => unlisted == 0 && rows.All(row => of(row) is not null) ? rows.Sum(of) : null;
}

/// <summary>Finds rows that look like one copied (疑似重复): same built years, buildings, households and area.</summary>
public static class TwinRows
{
    /// <summary>Groups of two and more suspects, in the order of their first row. Rows without an area or household number are no suspects.</summary>
    public static IReadOnlyList<IReadOnlyList<PlanRow>> Find(IEnumerable<PlanRow> rows) => rows
        .Where(row => row.Area is not null && row.Households is not null)
        .GroupBy(row => (row.BuiltYearsText, row.Buildings, row.Households, row.Area))
        .Where(group => group.Count() > 1)
        .Select(group => (IReadOnlyList<PlanRow>)group.ToList()).ToList();
}
