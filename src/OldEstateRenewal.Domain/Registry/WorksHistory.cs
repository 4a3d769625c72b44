using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>The surveyed facts that a record of earlier works speaks to (与既往改造有关的摸底事实).</summary>
public static class HistoryFacts
{
    /// <summary>已列入棚户区（危旧房）改造计划.</summary>
    public const string ShantyPlan = "shanty-plan";

    /// <summary>已纳入其他财政支持计划.</summary>
    public const string OtherFiscalPlan = "other-fiscal-plan";

    /// <summary>已完成改造（含曾受中央补助）.</summary>
    public const string AlreadyRenewed = "already-renewed";

    /// <summary>近年维修改造有遗漏内容.</summary>
    public const string EarlierWorksGaps = "earlier-works-gaps";

    /// <summary>与有改造任务的小区（楼宇）紧密相连.</summary>
    public const string Adjoining = "adjoining";
}

/// <summary>What speaks against works or a plan, and the record that does (不得重复的理由).</summary>
/// <param name="Text">The reason, naming the record.</param>
/// <param name="Record">The record.</param>
/// <param name="Citation">The clause that forbids; null where no document of the division says anything.</param>
/// <param name="Refuses">Whether it is refused; otherwise a person is warned.</param>
public sealed record HistoryObjection(string Text, WorksRecord Record, Citation? Citation, bool Refuses)
{
    /// <summary>The reason with its clause.</summary>
    public string InWords => Citation is null ? Text : $"{Text}（{Citation}{(Citation.Quote is null ? "" : $"：“{Citation.Quote}”")}）";
}

/// <summary>
/// The earlier works of an estate, held against what is now meant to be recorded or planned (既往改造与不得重复). What a document forbids
/// is refused with its clause; what no document speaks of is a warning.
/// </summary>
public sealed class WorksHistory(PolicyView view, IReadOnlyList<WorksRecord> records)
{
    /// <summary>The records.</summary>
    public IReadOnlyList<WorksRecord> Records => records;

    /// <summary>What speaks against recording these works: a second central subsidy, the same item again.</summary>
    public IReadOnlyList<HistoryObjection> ObjectionsTo(WorksRecord works)
    {
        var touched = records.Where(record => record.Id != works.Id && record.Overlaps(works)).ToList();
        return [.. touched.Where(_ => works.HasCentralMoney).SelectMany(AgainstSubsidy), .. touched.SelectMany(record => AgainstRepeating(record, works))];
    }

    /// <summary>What speaks against taking the estate into a renewal plan.</summary>
    public IReadOnlyList<HistoryObjection> ObjectionsToPlan() => records.SelectMany(AgainstPlan).ToList();

    /// <summary>The records that answer a surveyed fact with yes (佐证).</summary>
    public IEnumerable<WorksRecord> ProofOf(string fact) => records.Where(record => FactsOf(record).Contains(fact));

    /// <summary>The records that have to do with a fact without answering it: what earlier works left out is for a person to see.</summary>
    public IEnumerable<WorksRecord> RelatedTo(string fact) => fact == HistoryFacts.EarlierWorksGaps ? records : [];

    private IEnumerable<HistoryObjection> AgainstPlan(WorksRecord record)
    {
        var isWhole = record.Buildings is null;
        foreach (var fact in FactsOf(record))
        {
            if (ExclusionOf(EligibilityRules.PlanEntry, fact) is { } excluded)
                yield return new($"{record.InWords}，{excluded.Name}，不得列入", record, excluded.Citation, isWhole);
            else if (ExclusionOf(EligibilityRules.CentralSubsidy, fact) is { } unsupported)
                yield return new($"{record.InWords}，不得重复申报中央补助", record, unsupported.Citation, isWhole && record.HasCentralMoney);
            else
                yield return new($"{record.InWords}，本地文件未作限制，请核对是否重复", record, null, Refuses: false);
        }
    }

    private IEnumerable<HistoryObjection> AgainstSubsidy(WorksRecord record) => FactsOf(record)
        .Select(fact => ExclusionOf(EligibilityRules.CentralSubsidy, fact))
        .Select(exclusion => exclusion is null
            ? new HistoryObjection($"已有{record.InWords}，本地文件未作限制，请核对是否重复申报中央补助", record, null, Refuses: false)
            : new HistoryObjection($"已有{record.InWords}，不得重复申报中央补助", record, exclusion.Citation, Refuses: true))
        .DistinctBy(objection => objection.Citation);

    private IEnumerable<HistoryObjection> AgainstRepeating(WorksRecord record, WorksRecord works)
    {
        if (works.Item is null || works.Item != record.Item) yield break;
        var rule = view.All(PolicySections.WorksRules).FirstOrDefault(answer => answer.Item.Kind == WorksRuleKind.NoRepeat);
        var name = record.ItemName ?? record.Item;
        yield return rule is null
            ? new($"“{name}”已有{record.InWords}，本地文件未作限制，请核对是否重复", record, null, Refuses: false)
            : new($"“{name}”已有{record.InWords}，不得重复改造", record, rule.Citation, Refuses: true);
    }

    private Condition? ExclusionOf(string rule, string fact) =>
        view.Find(PolicySections.Eligibility, rule)?.Item.Exclusions.FirstOrDefault(exclusion => exclusion.FactKeys.Contains(fact));

    private static IEnumerable<string> FactsOf(WorksRecord record)
    {
        if (record.Programme == RenewalProgramme.ShantyTown) yield return HistoryFacts.ShantyPlan;
        if (record.Programme == RenewalProgramme.OtherFiscal) yield return HistoryFacts.OtherFiscalPlan;
        if (record.HasCentralMoney || record is { Programme: RenewalProgramme.OldEstate, Item: null, Buildings: null }) yield return HistoryFacts.AlreadyRenewed;
    }
}
