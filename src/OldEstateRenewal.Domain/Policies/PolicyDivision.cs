namespace OldEstateRenewal.Domain.Policies;

/// <summary>The level at which a document is issued (层级).</summary>
public enum PolicyLevel
{
    /// <summary>国家.</summary>
    Nation,

    /// <summary>省.</summary>
    Province,

    /// <summary>市.</summary>
    City,

    /// <summary>县（市、区）.</summary>
    County,
}

/// <summary>
/// Whose document it is (发文的行政区划). <see cref="Above"/> names the divisions from which it inherits, nearest first:
/// for a county of Shandong "shandong", "nation".
/// </summary>
public sealed record PolicyDivision(string Key, string Name, PolicyLevel Level, IReadOnlyList<string> Above)
{
    /// <summary>The division itself and those above it, nearest first: the order in which a rule is looked for.</summary>
    public IReadOnlyList<string> Chain => [Key, .. Above];

    internal static PolicyDivision Read(PolicyNode node) =>
        new(node.Text("key"), node.Text("name"), node.Choice<PolicyLevel>("level"), node.Texts("above"));
}
