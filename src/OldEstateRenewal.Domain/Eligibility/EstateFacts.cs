namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>Whose land it is (土地性质).</summary>
public enum LandKind
{
    /// <summary>国有土地.</summary>
    StateOwned,

    /// <summary>集体土地.</summary>
    Collective,
}

/// <summary>Where the estate lies (所在区域).</summary>
public enum PlaceKind
{
    /// <summary>城市（设区市、县级市城区）.</summary>
    City,

    /// <summary>县城.</summary>
    CountyTown,

    /// <summary>建制镇.</summary>
    Town,

    /// <summary>乡村.</summary>
    Village,
}

/// <summary>What is known of a building (楼栋) for eligibility.</summary>
/// <param name="Name">The building's name or number: 3号楼.</param>
/// <param name="Built">When it was completed.</param>
public sealed record BuildingFacts(string Name, BuiltDate Built);

/// <summary>
/// A recorded recognition (认定): the reason, proof and approval by which a person admits what the document leaves to persons,
/// a relaxation (放宽) or a manual-review band.
/// </summary>
/// <param name="Key">The key of the relaxation or of the condition it settles.</param>
/// <param name="Reason">Why, in words; null when not given yet.</param>
/// <param name="HasProof">Whether the proof is attached.</param>
/// <param name="ApprovedOn">The day of approval, or null when not approved yet.</param>
/// <param name="Rule">The key of the rule it was given under; null where it holds under any.</param>
public sealed record Recognition(string Key, string? Reason, bool HasProof, DateOnly? ApprovedOn, string? Rule = null);

/// <summary>What is known of an estate (小区) for eligibility. Everything may be unknown.</summary>
/// <param name="Name">The estate's name.</param>
/// <param name="Buildings">Its buildings; none means that nothing is known of their age.</param>
/// <param name="Land">Whose land it is, or null.</param>
/// <param name="Place">Where it lies, or null.</param>
/// <param name="Facts">Surveyed facts by key: true, false, or null; an absent key is unknown as well.</param>
/// <param name="Recognitions">What persons have recognised.</param>
public sealed record EstateFacts(
    string Name,
    IReadOnlyList<BuildingFacts> Buildings,
    LandKind? Land,
    PlaceKind? Place,
    IReadOnlyDictionary<string, bool?> Facts,
    IReadOnlyList<Recognition> Recognitions)
{
    /// <summary>The surveyed answer to a fact; null when unknown.</summary>
    public bool? Fact(string key) => Facts.GetValueOrDefault(key);

    /// <summary>The recognition of that key under that rule, an approved one first; or null.</summary>
    public Recognition? RecognitionOf(string rule, string key) =>
        Recognitions.Where(recognition => recognition.Key == key && (recognition.Rule ?? rule) == rule).OrderByDescending(recognition => recognition.ApprovedOn is not null).FirstOrDefault();
}
