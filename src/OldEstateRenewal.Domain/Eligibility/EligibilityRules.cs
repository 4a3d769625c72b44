using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>Judges estates by the eligibility rules of a division on a day (资格认定).</summary>
public static class EligibilityRules
{
    /// <summary>May the estate enter the renewal plan (纳入改造计划).</summary>
    public const string PlanEntry = "plan-entry";

    /// <summary>May the estate be supported with central money (中央补助).</summary>
    public const string CentralSubsidy = "central-subsidy";

    /// <summary>Judges an estate; null when nobody in the chain of the view has a rule of that key (本地及上级均无规定).</summary>
    public static EligibilityResult? JudgeEligibility(this PolicyView view, string key, EstateFacts facts)
    {
        if (view.Find(PolicySections.Eligibility, key) is not { } rule) return null;
        var reasons = Judge(view, rule.Item, facts);
        var verdict = VerdictOf(reasons.Outcome);
        var buildings = facts.Buildings.Select(building => JudgeBuilding(view, rule.Item, facts, building, verdict)).ToList();
        return new EligibilityResult(verdict, rule, reasons, buildings, TierOf(rule.Item, facts.Buildings));
    }

    /// <summary>The verdict alone, for lists: the same as that of <see cref="JudgeEligibility"/>, without judging each building by itself.</summary>
    public static EligibilityVerdict? VerdictOf(this PolicyView view, string key, EstateFacts facts) =>
        view.Find(PolicySections.Eligibility, key) is { } rule ? VerdictOf(Judge(view, rule.Item, facts).Outcome) : null;

    /// <summary>The facts that the division's rules ask for on that day: what the survey form shows (摸底表).</summary>
    public static IReadOnlyList<PolicyAnswer<SurveyFact>> SurveyFacts(this PolicyView view)
    {
        var asked = view.All(PolicySections.Eligibility).SelectMany(rule => rule.Item.FactKeys).ToHashSet();
        return view.All(PolicySections.Facts).Where(fact => asked.Contains(fact.Item.Key) || fact.Item.Kind == SurveyFactKind.Record).ToList();
    }

    /// <summary>The keys that rules ask for but no catalogue names: a mistake in a document (事实目录缺项).</summary>
    public static IReadOnlyList<string> UnnamedFacts(this PolicyView view) => view.All(PolicySections.Eligibility)
        .SelectMany(rule => rule.Item.FactKeys).Distinct().Where(key => view.Find(PolicySections.Facts, key) is null).ToList();

    private static Reason Judge(PolicyView view, EligibilityRule rule, EstateFacts facts) => new EligibilityCase(view, rule, facts, [rule.Key]).Judge();

    private static BuildingVerdict JudgeBuilding(PolicyView view, EligibilityRule rule, EstateFacts facts, BuildingFacts building, EligibilityVerdict estate)
    {
        var reasons = Judge(view, rule, facts with { Buildings = [building] });
        var verdict = VerdictOf(reasons.Outcome);
        return new BuildingVerdict(building, verdict, reasons, TierOf(rule, [building]), verdict < estate && estate == EligibilityVerdict.Eligible);
    }

    private static EligibilityTier? TierOf(EligibilityRule rule, IReadOnlyList<BuildingFacts> buildings)
    {
        var tiers = buildings.Select(building => TierOf(rule, building.Built)).ToList();
        return tiers.Count == 0 || tiers.Contains(null) ? null : tiers.MaxBy(tier => tier!.BuiltBy);
    }

    /// <summary>The tier of one building; null when its span of years reaches over two.</summary>
    private static EligibilityTier? TierOf(EligibilityRule rule, BuiltDate built)
    {
        var (first, last) = (TierOn(rule, built.Earliest), TierOn(rule, built.Latest));
        return first == last ? last : null;
    }

    private static EligibilityTier? TierOn(EligibilityRule rule, DateOnly? day) => day is { } known ? rule.Tiers.FirstOrDefault(tier => known <= tier.BuiltBy) : null;

    private static EligibilityVerdict VerdictOf(Outcome outcome) => outcome switch
    {
        Outcome.Passed => EligibilityVerdict.Eligible,
        Outcome.Review => EligibilityVerdict.NeedsManualReview,
        Outcome.Unknown => EligibilityVerdict.Undetermined,
        _ => EligibilityVerdict.NotEligible,
    };
}
