using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Adds up the rows and holds the sums against the file's own total rows.</summary>
internal sealed class TotalsBook(ImportKind kind)
{
    private readonly Dictionary<string, (decimal Sum, int Lacking)> sums = [];
    private readonly Dictionary<int, YearSums> years = [];
    private readonly List<Dictionary<string, decimal>> parts = [[]];
    private readonly List<(ReadRow Row, int Part)> totals = [];

    public void Add(ReadRow row)
    {
        if (row.Kind == RowKind.Data) Count(row);
        else if (row.Kind == RowKind.Total) Keep(row);
    }

    public List<Figure> Sums => Measures.Where(measure => sums.ContainsKey(measure.Name) && sums[measure.Name].Sum > 0).Select(measure => new Figure(measure.Name, measure.Unit, sums[measure.Name].Sum, sums[measure.Name].Lacking)).ToList();

    public List<TotalCheck> Checks => totals.Select(Check).Where(check => check.Figures.Count > 0).ToList();

    /// <summary>By plan year; year 0 stands for rows without one.</summary>
    public List<YearTotals> Years => years.OrderBy(year => year.Key).Select(year => year.Value.Totals(year.Key == 0 ? null : year.Key)).ToList();

    private (string Name, string Unit)[] Measures => kind switch
    {
        ImportKind.Estates => [("楼栋数", "栋"), ("户数", "户"), ("建筑面积", "㎡"), ("占地面积", "㎡"), ("投资", "元")],
        ImportKind.Buildings => [("户数", "户"), ("单元数", "个"), ("建筑面积", "㎡")],
        _ => [("登记面积", "㎡"), ("测绘面积", "㎡"), ("合同面积", "㎡")],
    };

    private static IEnumerable<decimal?> Values(ReadRow row) => row switch
    {
        { Estate: { } e } => [e.BuildingCount, e.HouseholdCount, e.FloorArea?.SquareMetres, e.SiteArea?.SquareMetres, e.Investment?.Yuan],
        { Building: { } b } => [b.Households, b.Entrances, b.FloorArea?.SquareMetres],
        { Dwelling: { } d } => [d.RegisteredArea?.SquareMetres, d.MeasuredArea?.SquareMetres, d.ContractArea?.SquareMetres],
        _ => [],
    };

    private IEnumerable<(string Name, string Unit, decimal? Value)> Figures(ReadRow row) => Measures.Zip(Values(row), (measure, value) => (measure.Name, measure.Unit, value));

    private void Count(ReadRow row)
    {
        foreach (var (name, _, value) in Figures(row))
        {
            var (sum, lacking) = sums.GetValueOrDefault(name);
            sums[name] = (sum + (value ?? 0), lacking + (value is null ? 1 : 0));
            parts[^1][name] = parts[^1].GetValueOrDefault(name) + (value ?? 0);
        }

        if (row.Estate is not { } estate) return;
        if (!years.TryGetValue(estate.PlanYear ?? 0, out var year)) years[estate.PlanYear ?? 0] = year = new YearSums();
        year.Add(estate);
    }

    private void Keep(ReadRow row)
    {
        totals.Add((row, parts.Count - 1));
        if (row.Scope == TotalScope.Part) parts.Add([]);
    }

    /// <summary>A part's total stands below its rows or above them: whichever agrees.</summary>
    private TotalCheck Check((ReadRow Row, int Part) total)
    {
        var isWhole = total.Row.Scope != TotalScope.Part;
        var label = total.Row.Label ?? (isWhole ? "合计" : "小计");
        var above = new TotalCheck(total.Row.Number, label, isWhole, Compare(total.Row, isWhole ? null : parts[total.Part]));
        if (isWhole || above.Agrees) return above;
        var below = new TotalCheck(total.Row.Number, label, isWhole, Compare(total.Row, parts[total.Part + 1]));
        return below.Agrees ? below : above;
    }

    private List<FigureCheck> Compare(ReadRow row, Dictionary<string, decimal>? part) => Figures(row).Where(figure => figure.Value is not null)
        .Select(figure => new FigureCheck(figure.Name, figure.Unit, figure.Value!.Value, part is null ? sums.GetValueOrDefault(figure.Name).Sum : part.GetValueOrDefault(figure.Name))).ToList();

    private sealed class YearSums
    {
        private int estates;
        private int? buildings = 0;
        private int? households = 0;
        private decimal? area = 0;
        private decimal? investment = 0;

        public void Add(EstateValues estate)
        {
            estates++;
            buildings += estate.BuildingCount;
            households += estate.HouseholdCount;
            area += estate.FloorArea?.SquareMetres;
            investment += estate.Investment?.Yuan;
        }

        public YearTotals Totals(int? year) => new(year, estates, buildings, households, area, investment);
    }
}
