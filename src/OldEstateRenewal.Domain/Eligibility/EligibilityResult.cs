using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>The verdict on one estate or building (认定结论).</summary>
public enum EligibilityVerdict
{
    /// <summary>不符合.</summary>
    NotEligible,

    /// <summary>待查：facts are missing.</summary>
    Undetermined,

    /// <summary>需人工认定.</summary>
    NeedsManualReview,

    /// <summary>符合.</summary>
    Eligible,
}

/// <summary>
/// The verdict on one building (按栋认定). A building that fails by itself may come in with its estate.
/// </summary>
public sealed record BuildingVerdict(BuildingFacts Building, EligibilityVerdict Verdict, Reason Reasons, EligibilityTier? Tier, bool ComesWithEstate);

/// <summary>What a rule says of an estate on a day, with every reason (认定结果).</summary>
/// <param name="Verdict">The verdict on the estate.</param>
/// <param name="Rule">The rule that answered, with its document and its validity.</param>
/// <param name="Reasons">Every condition, passed, failed or unknown, with its clause.</param>
/// <param name="Buildings">Each building judged by itself.</param>
/// <param name="Tier">The tier of the estate: that of its latest building; null while unknown or where there are no tiers.</param>
public sealed record EligibilityResult(
    EligibilityVerdict Verdict,
    PolicyAnswer<EligibilityRule> Rule,
    Reason Reasons,
    IReadOnlyList<BuildingVerdict> Buildings,
    EligibilityTier? Tier)
{
    /// <summary>Where the rule stands.</summary>
    public Citation Citation => Rule.Citation;

    /// <summary>Such as 依据已于2025-08-31失效; null while the rule is in force.</summary>
    public string? Warning => Rule.Warning;

    /// <summary>The facts to survey before there can be a verdict (待查事实).</summary>
    public IReadOnlyList<MissingFact> MissingFacts => Reasons.MissingFacts.ToList();

    /// <summary>The relaxations that could still let the estate in (可适用的例外), neither refuted nor complete.</summary>
    public IReadOnlyList<EligibilityRelaxation> OpenRelaxations => Rule.Item.Relaxations
        .Where(relaxation => Reasons.All.Any(reason => reason.Key == relaxation.Key && reason.Outcome is Outcome.Unknown or Outcome.Review)).ToList();

    /// <summary>The conditions that the document leaves to a person and nobody has settled yet (待人工认定的条件).</summary>
    public IReadOnlyList<Reason> OpenReviews => Own(Reasons)
        .Where(reason => reason.Outcome == Outcome.Review && Rule.Item.Criteria.CutOffKeys.Contains(reason.Key) && reason.Parts.All(part => part.OfBuilding)).ToList();

    /// <summary>The conditions on which the verdict hangs (决定性理由): failed, unknown or left to a person; none where the estate is eligible.</summary>
    public IReadOnlyList<Reason> Decisive => Verdict == EligibilityVerdict.Eligible ? [] : Reasons.Decisive.DistinctBy(reason => reason.Key).ToList();

    /// <summary>The verdict in one line: 需人工认定（靖政发〔2023〕75号 三.（一））.</summary>
    public string InWords => $"{Words(Verdict)}（{Citation}）{(Warning is null ? "" : $"，{Warning}")}";

    /// <summary>The verdict in Chinese.</summary>
    public static string Words(EligibilityVerdict verdict) => verdict switch
    {
        EligibilityVerdict.Eligible => "符合",
        EligibilityVerdict.NeedsManualReview => "需人工认定",
        EligibilityVerdict.Undetermined => "待查",
        _ => "不符合",
    };

    /// <summary>The reasons of this rule; those of another rule that it asks are that one's.</summary>
    private IEnumerable<Reason> Own(Reason reason) =>
        reason.Parts.Where(part => !Rule.Item.Criteria.RuleKeys.Contains(part.Key)).SelectMany(Own).Prepend(reason);
}
