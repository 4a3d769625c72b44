namespace OldEstateRenewal.Domain.Works;

/// <summary>
/// What is to be built or paid for (改造事项), as far as it is known: rules on cost and on money are matched against it. What is not known
/// matches no rule that demands it.
/// </summary>
public sealed record WorksCase
{
    /// <summary>The key of the works item, or null.</summary>
    public string? Item { get; init; }

    /// <summary>The class, or null.</summary>
    public WorksClass? Class { get; init; }

    /// <summary>The facility.</summary>
    public FacilityKind Facility { get; init; }

    /// <summary>The section of the line, or null.</summary>
    public LineSection? Section { get; init; }

    /// <summary>Who owns the facility, or null.</summary>
    public FacilityOwnership? Ownership { get; init; }

    /// <summary>Further facts that a policy file may name (特征): "income" 有收益, "publicWelfare" 公益性, "pilot" 试点, "publicHousing" 公房 …</summary>
    public IReadOnlyList<string> Traits { get; init; } = [];

    /// <summary>The case of a works item as the catalogue describes it.</summary>
    public static WorksCase Of(WorksItem item) => new() { Item = item.Key, Class = item.Class, Facility = item.Facility, Traits = item.Traits };
}
