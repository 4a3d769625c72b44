using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>What a fact is for (事实类别): the headings of the survey form.</summary>
public enum SurveyFactKind
{
    /// <summary>评估事项：condition of the estate.</summary>
    Assessment,

    /// <summary>排除情形：what keeps an estate out.</summary>
    Exclusion,

    /// <summary>例外情形：what may let it in nevertheless.</summary>
    Exception,

    /// <summary>登记事项：noted, shown and cited, but not deciding.</summary>
    Record,
}

/// <summary>
/// A fact that is surveyed of every estate (摸底事实): answered yes, no, or not yet known. The catalogue is data, so that a county may
/// add a fact of its own in its document.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Kind">The heading under which the survey form asks it.</param>
/// <param name="Question">The question as the survey form asks it.</param>
public sealed record SurveyFact(PolicyItemHead Head, SurveyFactKind Kind, string Question) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => Question;

    /// <summary>Reads { name, clause, quote?, note?, kind, question }.</summary>
    public static SurveyFact Read(PolicyNode node) => new(node.Head(), node.Choice<SurveyFactKind>("kind"), node.Text("question"));
}
