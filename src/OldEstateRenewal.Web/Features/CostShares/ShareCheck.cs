using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>A sheet held against the documents in force on its day; one list greys out, explains and guards.</summary>
/// <param name="View">The documents as of <see cref="ShareSheet.AppliedOn"/>.</param>
/// <param name="Own">The documents of the project.</param>
/// <param name="Households">Each household, where a rule charges by storey.</param>
/// <param name="NewerCost">A later fixed sheet of the same stage, by its name.</param>
public sealed record ShareCheck(ShareSheet Sheet, PolicyView View, PolicyView Own, IReadOnlyList<SchemeEstate> Estates, IReadOnlyList<Household> Households, string? NewerCost, DateOnly Today)
{
    private readonly Dictionary<Guid, ShareLine> lines = Sheet.Lines.ToDictionary(line => line.CostLineId);
    private ShareOutcome? outcome;

    public CostSheet CostSheet => Sheet.CostSheet!;

    public int? HouseholdCount => Sheet.HouseholdCount ?? CostTotals.Of(Estates, null).Households;

    public Area? Area => Sheet.Area ?? CostTotals.Of(Estates, null).Area;

    public CostInput Common => new(Money.Zero) { HouseholdCount = HouseholdCount, Area = Area, Households = Households };

    public ShareCalculation Calculation => new(View, Own, CostSheet.Stage, Common);

    /// <summary>Worked out anew while it is a draft; as it was kept once it is fixed.</summary>
    public ShareOutcome Outcome => outcome ??= new ShareOutcome(Sheet.State == CostState.Fixed ? CostSheet.Lines.OrderBy(line => line.Sequence).Select(Frozen).ToList() : Calculation.Rows(CostSheet.Lines, ChoiceOf), HouseholdCount);

    public ShareLine? LineOf(CostLine line) => lines.GetValueOrDefault(line.Id);

    public ShareChoice ChoiceOf(CostLine line) => LineOf(line) is { } share ? ShareChoice.Of(share) : ShareChoice.None;

    /// <summary>Everything that speaks against fixing it.</summary>
    public IReadOnlyList<string> Objections => [.. OfHead(), .. Outcome.Rows.SelectMany(OfRow)];

    private IEnumerable<string> OfHead()
    {
        if (CostSheet.State != CostState.Fixed) yield return "造价尚未确定。";
        if (NewerCost is not null) yield return $"造价已有新的一版（{NewerCost}），请按新版另编费用分担。";
        if (Sheet.AppliedOn > Today) yield return "适用日期在今天之后。";
        if ((Sheet.HouseholdCount is not null || Sheet.Area is not null) && Sheet.Basis is null) yield return "另行填写户数或面积的，须写明依据。";
    }

    private IEnumerable<string> OfRow(ShareRow row)
    {
        var name = $"第{row.Line.Sequence}行“{row.Line.Name}”";
        foreach (var missing in row.Missing) yield return $"{name}：缺{missing}。";
        if (row.Choice.Basis is null && (row.Choice.RuleKey is not null || row.Choice.Payer is not null)) yield return $"{name}：人工选定规则或承担方的，须写明依据。";
        else if (row.Choice.Basis is null && row.Asked.Any(share => row.Choice.Fractions.ContainsKey(share.Payer) || row.Choice.Amounts.ContainsKey(share.Payer))) yield return $"{name}：录入比例或金额的，须写明依据。";
        if (row.Amounts.Any(amount => amount.Payer.Length > ShareAmount.PayerLength)) yield return $"{name}：政策文件中承担主体的代码过长，请联系录入政策的人员。";
    }

    private ShareRow Frozen(CostLine line) => LineOf(line) is { } share
        ? new ShareRow(line)
        {
            Choice = ShareChoice.Of(share),
            Clause = share.Clause,
            Amounts = share.Amounts.Where(amount => amount.Amount is not null).OrderBy(amount => amount.Sequence).Select(amount => new PayerAmount(amount.Payer, amount.Name, amount.Amount!.Value)).ToList(),
            Working = share.Working?.Split('\n') ?? [],
            Flags = (share.Working?.Split('\n') ?? []).Where(text => text.StartsWith("提示：", StringComparison.Ordinal) || text.StartsWith("依据已于", StringComparison.Ordinal)).Select(text => text.Replace("提示：", "", StringComparison.Ordinal)).ToList(),
        }
        : new ShareRow(line);
}

/// <summary>Why something cannot be done with a share sheet now; an empty list means that it can.</summary>
public static class ShareRules
{
    public static IReadOnlyList<string> WhyNotStart(IReadOnlyList<ShareSheet> sheets, IReadOnlyList<CostSheet> costs) =>
    [
        .. sheets.FirstOrDefault(sheet => sheet.State == CostState.Draft) is { } draft ? new[] { $"{ShareWords.NameOf(draft)}正在编制，请在该版上修改，或先放弃该版。" } : [],
        .. costs.Count == 0 ? new[] { "还没有已确定的造价表。" } : [],
    ];

    public static IReadOnlyList<string> WhyNotEdit(ShareSheet sheet) => sheet.State switch
    {
        CostState.Fixed => [$"{ShareWords.NameOf(sheet)}已确定，不再改动；需要调整的，请另编一版。"],
        CostState.Discarded => [$"{ShareWords.NameOf(sheet)}已放弃。"],
        _ => [],
    };

    public static IReadOnlyList<string> WhyNotFix(ShareCheck check) => WhyNotEdit(check.Sheet) is { Count: > 0 } closed ? closed : check.Objections;
}
