using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Works;

/// <summary>
/// To which works a rule applies (适用条件): every condition that is stated must hold, and one of each list is enough. Without conditions
/// it applies to all.
/// </summary>
public sealed record WorksMatch
{
    /// <summary>Works items, by key.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Classes.</summary>
    public required IReadOnlyList<WorksClass> Classes { get; init; }

    /// <summary>Facilities.</summary>
    public required IReadOnlyList<FacilityKind> Facilities { get; init; }

    /// <summary>Sections of the line.</summary>
    public required IReadOnlyList<LineSection> Sections { get; init; }

    /// <summary>Owner of the facility, or null.</summary>
    public FacilityOwnership? Ownership { get; init; }

    /// <summary>Traits that must all be there.</summary>
    public required IReadOnlyList<string> Traits { get; init; }

    /// <summary>Which rule comes first where several apply (优先次序), before how special they are; 0 unless the file says so.</summary>
    public int Priority { get; init; }

    /// <summary>How special the rule is (条件具体者优先): an item named, then facts, then one facility, then the rest.</summary>
    public int Specificity => Priority * 10_000 + (Items.Count > 0 ? 1000 : 0) + Traits.Count * 100 + Facilities.Count switch { 0 => 0, 1 => 20, _ => 10 }
        + (Sections.Count > 0 ? 3 : 0) + (Ownership is null ? 0 : 2) + (Classes.Count > 0 ? 2 : 0);

    /// <summary>Whether the rule applies.</summary>
    public bool Applies(WorksCase works) =>
        Holds(Items, works.Item) && Holds(Classes, works.Class) && Holds(Facilities, works.Facility) && Holds(Sections, works.Section)
        && (Ownership is null || Ownership == works.Ownership) && Traits.All(works.Traits.Contains);

    /// <summary>Reads { items?, classes?, facilities?, sections?, ownership?, traits?, priority? }; null applies to all.</summary>
    public static WorksMatch Read(PolicyNode? node) => new()
    {
        Items = node?.Texts("items") ?? [],
        Classes = node?.Choices<WorksClass>("classes") ?? [],
        Facilities = node?.Choices<FacilityKind>("facilities") ?? [],
        Sections = node?.Choices<LineSection>("sections") ?? [],
        Ownership = node?.OptionalChoice<FacilityOwnership>("ownership"),
        Traits = node?.Texts("traits") ?? [],
        Priority = node?.OptionalWhole("priority", 0, 100) ?? 0,
    };

    private static bool Holds(IReadOnlyList<string> allowed, string? value) => allowed.Count == 0 || (value is not null && allowed.Contains(value));

    private static bool Holds<T>(IReadOnlyList<T> allowed, T? value) where T : struct => allowed.Count == 0 || (value is { } known && allowed.Contains(known));
}
