namespace OldEstateRenewal.Domain.Policies;

/// <summary>Whether a document is in force on a day (效力).</summary>
public enum PolicyValidity
{
    /// <summary>尚未施行.</summary>
    NotYetInForce,

    /// <summary>现行有效.</summary>
    InForce,

    /// <summary>已失效.</summary>
    Expired,
}

/// <summary>What a look-up found: the item, the document that answered and its state on the day asked about.</summary>
public sealed record PolicyAnswer<T>(T Item, PolicyDocument Document, DateOnly On) where T : PolicyItem
{
    /// <summary>Where the answer comes from.</summary>
    public Citation Citation => Item.Citation;

    /// <summary>The state of the answering document on that day.</summary>
    public PolicyValidity Validity => Document.ValidityOn(On);

    /// <summary>What a reader must be told about the document's validity, or null: 依据已于2025-08-31失效.</summary>
    public string? Warning => Validity switch
    {
        PolicyValidity.Expired => $"依据已于{Document.InForceTo:yyyy-MM-dd}失效",
        PolicyValidity.NotYetInForce => $"依据自{Document.InForceFrom:yyyy-MM-dd}起施行，此日尚未施行",
        _ => null,
    };

    /// <summary>Applies the item, and carries the warning about its document's validity along.</summary>
    public Decision Decide(Func<T, Reason> judge) => new(judge(Item), Warning);
}
