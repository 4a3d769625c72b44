using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>
/// A party that takes part in the acceptance of finished works (竣工验收参加方). The documents differ in whom they name; a nearer document overrides by key, and
/// one that is repealed does not take part.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Organises">Whether it calls the meeting (组织单位).</param>
/// <param name="IsOptional">Whether the acceptance may pass without it.</param>
public sealed record AcceptanceParty(PolicyItemHead Head, bool Organises, bool IsOptional) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"{Name}{(Organises ? "组织" : "参加")}竣工验收{(IsOptional ? "（可不参加）" : "，须到会并签署意见")}";

    /// <summary>Reads { name, clause, quote?, note?, organises?, optional? }.</summary>
    public static AcceptanceParty Read(PolicyNode node) => new(node.Head(), node.Flag("organises"), node.Flag("optional"));
}
