using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Ballots;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>Why something cannot be done to a plan now. An empty list means that it can; the same list greys out, explains and guards.</summary>
public static class PlanRules
{
    private const int MostShut = 10;

    public static IReadOnlyList<string> WhyNotEdit(AnnualPlan plan) => plan.State switch
    {
        PlanState.Submitted => ["计划已报审，退回后才能修改。"],
        PlanState.Issued => ["计划已印发，不再改动；如需变更，请另编调整稿。"],
        _ => [],
    };

    public static IReadOnlyList<string> WhyNotSubmit(AnnualPlan plan, Reason? comparison, ConsentAnswers consent)
    {
        if (plan.State != PlanState.Draft) return [$"计划{plan.State.Name()}，无需再报审。"];
        var reasons = new List<string>();
        if (plan.Entries.Count == 0) reasons.Add("计划中还没有小区。");
        if (comparison is not null && comparison.Outcome != Outcome.Passed && string.IsNullOrWhiteSpace(plan.DifferenceNote)) reasons.Add("合计与文件的任务目标不一致，请先填写差异说明。");
        var shut = plan.Entries.OrderBy(entry => entry.Sequence).Select(entry => (entry.Name, Answer: consent[entry.EstateId])).Where(entry => entry.Answer is { IsOpen: false }).ToList();
        reasons.AddRange(shut.Take(MostShut).Select(entry => $"{entry.Name}：{entry.Answer!.InWords}。"));
        if (shut.Count > MostShut) reasons.Add($"另有 {shut.Count - MostShut} 个小区的意见征询没有结果或未通过，见下表。");
        return reasons;
    }

    public static IReadOnlyList<string> WhyNotDecide(AnnualPlan plan) => plan.State switch
    {
        PlanState.Draft => ["计划尚在编制，报审后才能印发或退回。"],
        PlanState.Issued => ["计划已印发。"],
        _ => [],
    };

    public static IReadOnlyList<string> WhyNotRevise(AnnualPlan plan, bool hasLaterRevision)
    {
        var reasons = new List<string>();
        if (plan.State != PlanState.Issued) reasons.Add("印发后的计划才能另编调整稿。");
        if (hasLaterRevision) reasons.Add("已有调整稿。");
        return reasons;
    }

    /// <summary>The totals of the entries; a figure that some entry lacks has no total.</summary>
    public static PlanTotals Totals(IReadOnlyCollection<PlanEntry> entries, int unlisted) => new(
        entries.Count + unlisted,
        unlisted == 0 && entries.All(e => e.BuildingCount is not null) ? entries.Sum(e => e.BuildingCount) : null,
        unlisted == 0 && entries.All(e => e.HouseholdCount is not null) ? entries.Sum(e => e.HouseholdCount) : null,
        unlisted == 0 && entries.All(e => e.FloorArea is not null) ? entries.Aggregate(Domain.Area.Zero, (sum, e) => sum + e.FloorArea!.Value) : null,
        unlisted == 0 && entries.Count > 0 && entries.All(e => e.Investment is not null) ? entries.Aggregate(Domain.Money.Zero, (sum, e) => sum + e.Investment!.Value) : null);
}
