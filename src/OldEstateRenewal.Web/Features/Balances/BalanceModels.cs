using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Balances;

/// <summary>The balances of a project under its mode.</summary>
public sealed record BalanceList(Project Project, PolicyAnswer<RenewalMode>? Mode, IReadOnlyList<BalanceView> Sheets, IReadOnlyList<string> AgainstStart);

/// <summary>One balance with what follows from it.</summary>
public sealed record BalanceView(BalanceSheet Sheet, PolicyAnswer<RenewalMode>? Mode, IReadOnlyList<PolicyAnswer<FundingSource>> Revenues)
{
    public BalanceProjection Projection { get; } = BalanceProjection.Of(Sheet.Lines.OrderBy(line => line.Sequence).Select(Item).ToList(), Sheet.FirstYear, Sheet.Years, Sheet.DiscountRate ?? 0);

    /// <summary>Whether the mode's demand is met: income not below cost, where it must balance itself.</summary>
    public Reason? Verdict => Mode?.Item.Check(Has(BalanceSide.Income) ? Projection.Income : null, Has(BalanceSide.Cost) ? Projection.Cost : null);

    public IReadOnlyList<BalanceLine> Of(BalanceSide side) => Sheet.Lines.Where(line => line.Side == side).OrderBy(line => line.Sequence).ToList();

    public PolicyAnswer<FundingSource>? RevenueOf(BalanceLine line) => Revenues.FirstOrDefault(revenue => revenue.Item.Key == line.RevenueKey);

    /// <summary>What the line comes to over the years of the sheet.</summary>
    public Money TotalOf(BalanceLine line) => Enumerable.Range(Sheet.FirstYear, Sheet.Years).Aggregate(Money.Zero, (sum, year) => sum + Item(line).In(year));

    /// <summary>Everything that speaks against fixing it.</summary>
    public IReadOnlyList<string> AgainstFixing
    {
        get
        {
            if (BalanceRules.WhyNotEdit(Sheet) is { Count: > 0 } closed) return closed;
            var open = new List<string>();
            if (!Has(BalanceSide.Cost)) open.Add("还没有支出项目。");
            if (!Has(BalanceSide.Income) && Mode?.Item.BalancesItself == true) open.Add("还没有收益项目，而此方式须自求平衡。");
            open.AddRange(Sheet.Lines.Where(line => line.Basis is null).OrderBy(line => line.Sequence).Select(line => $"“{line.Name}”未写明测算依据。"));
            if (Sheet.Assumptions is null) open.Add("未写明测算假设。");
            return open;
        }
    }

    private bool Has(BalanceSide side) => Sheet.Lines.Any(line => line.Side == side);

    private static BalanceItem Item(BalanceLine line) => new(line.Name, line.Side, line.FromYear, line.UntilYear, line.Quantity, line.UnitAmount, line.Growth);
}

public sealed record BalanceEditor(BalanceView View, BalanceForm Form);

/// <summary>Why something cannot be done with a balance now; an empty list means that it can.</summary>
public static class BalanceRules
{
    public static IReadOnlyList<string> WhyNotStart(Project project, IEnumerable<BalanceSheet> sheets) =>
    [
        .. project.ModeKey is null ? new[] { "请先在项目中选定改造方式。" } : [],
        .. sheets.Where(sheet => sheet.State == CostState.Draft).Select(sheet => $"第{sheet.Number}次测算尚在编制，请在其上修改，或先放弃。"),
    ];

    public static IReadOnlyList<string> WhyNotEdit(BalanceSheet sheet) => sheet.State switch
    {
        CostState.Fixed => [$"第{sheet.Number}次测算已确定，不再改动；需要调整的，请另作一次测算。"],
        CostState.Discarded => [$"第{sheet.Number}次测算已放弃。"],
        _ => [],
    };

    public static string Name(this BalanceSide side) => side == BalanceSide.Income ? "收益" : "支出";
}
