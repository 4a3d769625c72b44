namespace OldEstateRenewal.Domain.Works;

/// <summary>The contents of a scheme to be checked (改造方案内容).</summary>
/// <param name="Items">The keys of the works items.</param>
public sealed record SchemeContents(IReadOnlyCollection<string> Items)
{
    /// <summary>The funding sources it means to use, by key.</summary>
    public IReadOnlyCollection<string> Sources { get; init; } = [];

    /// <summary>Works items already renewed in this estate (已改造内容), by key.</summary>
    public IReadOnlyCollection<string> AlreadyRenewed { get; init; } = [];
}
