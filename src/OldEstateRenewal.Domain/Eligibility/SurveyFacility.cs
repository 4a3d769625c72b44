using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>The state in which the survey finds a facility or service (设施状况).</summary>
public enum FacilityCondition
{
    /// <summary>完好.</summary>
    Sound,

    /// <summary>老化破损.</summary>
    Worn,

    /// <summary>缺失.</summary>
    Missing,
}

/// <summary>
/// A facility or service whose state is surveyed of every estate (设施与服务清单): water, roads, a health station. The catalogue is data,
/// so that a county may add one of its own in its document.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Group">The heading under which the survey sheet asks it.</param>
public sealed record SurveyFacility(PolicyItemHead Head, string Group) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"{Group}：{Name}（{string.Join("、", Enum.GetValues<FacilityCondition>().Select(Words))}）";

    /// <summary>Reads { name, clause, quote?, note?, group }.</summary>
    public static SurveyFacility Read(PolicyNode node) => new(node.Head(), node.Text("group"));

    /// <summary>The state in Chinese.</summary>
    public static string Words(FacilityCondition condition) => condition switch
    {
        FacilityCondition.Sound => "完好",
        FacilityCondition.Worn => "老化破损",
        _ => "缺失",
    };
}
