using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>One estate before one rule: what conditions need to judge, and the relaxations that stand in for them.</summary>
internal sealed record EligibilityCase(PolicyView View, EligibilityRule Of, EstateFacts Facts, IReadOnlyList<string> Asked)
{
    public Reason Judge() => Reason.OfAll(
        Of.Key, Of.Name, Of.Citation, [Judge(Of.Criteria), .. Of.Exclusions.Select(Judge)]);

    public Reason Judge(Condition condition)
    {
        var own = condition.Judge(this);
        var relaxations = Of.Relaxations.Where(relaxation => relaxation.Lifts.Contains(condition.Key)).ToList();
        return relaxations.Count == 0 || own.Outcome == Outcome.Passed
            ? own
            : Reason.OfAny(own.Key, own.Name, own.Citation, [own, .. relaxations.Select(JudgeRelaxation)]);
    }

    public Reason JudgeRelaxation(EligibilityRelaxation relaxation)
    {
        var conditions = relaxation.Conditions.Judge(this);
        return Reason.OfAll(relaxation.Key, $"例外：{relaxation.Name}", relaxation.Citation, [conditions, Recognised(relaxation)]);
    }

    public bool IsRecognised(string key) => Facts.RecognitionOf(Of.Key, key) is { Reason.Length: > 0, HasProof: true, ApprovedOn: { } on } && on <= View.On;

    public string? NameOfFact(string key) => View.Find(PolicySections.Facts, key)?.Item.Name;

    public Reason? Rule(string key) => Asked.Contains(key) ? null
        : View.Find(PolicySections.Eligibility, key) is { } found ? new EligibilityCase(View, found.Item, Facts, [.. Asked, key]).Judge() : null;

    private Reason Recognised(EligibilityRelaxation relaxation)
    {
        var recognition = Facts.RecognitionOf(Of.Key, relaxation.Key);
        var lacking = new[]
        {
            recognition?.Reason is { Length: > 0 } ? null : "理由",
            recognition is { HasProof: true } ? null : $"证明（{relaxation.Proof}）",
            recognition?.ApprovedOn <= View.On ? null : $"批准（{relaxation.Approval}）",
        }.OfType<string>().ToList();
        return Reason.Single("recognition", "理由、证明和批准", lacking.Count == 0 ? Outcome.Passed : Outcome.Review,
            lacking.Count == 0 ? "齐全" : $"尚缺：{string.Join("、", lacking)}", relaxation.Citation);
    }
}
