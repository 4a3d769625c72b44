using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>A tier of urgency by age (改造梯次): first those built by 2000-12-31, then those built by 2005-12-31.</summary>
public sealed record EligibilityTier(string Key, string Name, DateOnly BuiltBy, Citation Citation);

/// <summary>
/// A relaxation (放宽) that stands in for the conditions it lifts, when its own conditions hold and a person has recognised it with
/// reason, proof and approval.
/// </summary>
public sealed record EligibilityRelaxation(
    string Key, string Name, Citation Citation, IReadOnlyList<string> Lifts, Condition Conditions, string Proof, string Approval);

/// <summary>
/// May this estate be renewed, or receive this money (改造范围、资金支持范围): conditions, exclusions, relaxations and tiers. Items are keyed by
/// what is asked: "plan-entry" (纳入改造计划), "central-subsidy" (中央补助).
/// </summary>
public sealed record EligibilityRule(
    PolicyItemHead Head,
    Condition Criteria,
    IReadOnlyList<Condition> Exclusions,
    IReadOnlyList<EligibilityRelaxation> Relaxations,
    IReadOnlyList<EligibilityTier> Tiers) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => string.Join("；", new[] { Criteria.InWords }
        .Concat(Exclusions.Select(exclusion => exclusion.InWords))
        .Concat(Relaxations.Select(relaxation => $"例外：{relaxation.Name}")));

    /// <summary>The keys of every fact the rule asks for.</summary>
    public IEnumerable<string> FactKeys => Exclusions.Concat(Relaxations.Select(relaxation => relaxation.Conditions)).Prepend(Criteria)
        .SelectMany(condition => condition.FactKeys).Distinct();

    /// <summary>Whether age decides here: a rule may leave 建成年代较早 to the survey.</summary>
    public bool HasCutOff => Criteria.CutOffKeys.Any();

    /// <summary>Reads { name, clause, quote?, note?, criteria, exclusions?, relaxations?, tiers? }.</summary>
    public static EligibilityRule Read(PolicyNode node)
    {
        var head = node.Head();
        var criteria = Conditions.Read(node.Object("criteria"), head.Citation);
        return new(
            head,
            criteria,
            node.Objects("exclusions").Select(exclusion => FactCondition.Read(exclusion, head.Citation, expected: false)).ToList<Condition>(),
            node.Objects("relaxations").Select(relaxation => ReadRelaxation(relaxation, head.Citation, criteria.Keys.ToList())).ToList(),
            node.Objects("tiers").Select(tier => new EligibilityTier(tier.Text("key"), tier.Text("name"), tier.Date("builtBy"), tier.CitationOr(head.Citation))).ToList());
    }

    private static EligibilityRelaxation ReadRelaxation(PolicyNode node, Citation above, List<string> liftable)
    {
        var own = node.CitationOr(above);
        var lifts = node.Texts("lifts");
        if (lifts.Count == 0 || lifts.Except(liftable).Any()) node.Wrong("lifts", $"列表，每项为下列条件之一：{string.Join("、", liftable)}", 0);
        return new(node.Text("key"), node.Text("name"), own, lifts, Conditions.Read(node.Object("conditions"), own), node.Text("proof"), node.Text("approval"));
    }
}
