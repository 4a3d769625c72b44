using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>
/// A limit that a document sets on sources which another document names (资金用途限制): a province's law on the repair fund binds a county
/// whose own scheme names that fund.
/// </summary>
public sealed record FundingLimit(PolicyItemHead Head) : PolicyItem(Head)
{
    /// <summary>The sources, by key of the section "funding".</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The only use allowed, or null.</summary>
    public FundingUse? Only { get; init; }

    /// <summary>The use forbidden, or null.</summary>
    public FundingUse? Never { get; init; }

    /// <inheritdoc/>
    public override string InWords => (Only ?? Never)!.Text;

    /// <summary>Reads { sources, only? { text, … } or never? { text, … } }.</summary>
    public static FundingLimit Read(PolicyNode node)
    {
        var limit = new FundingLimit(node.Head())
        {
            Sources = node.Texts("sources"),
            Only = FundingUse.Read(node.OptionalObject("only")),
            Never = FundingUse.Read(node.OptionalObject("never")),
        };
        if (limit.Sources.Count == 0) node.Wrong("sources", "至少一项资金的键", 0);
        return limit.Only is null == limit.Never is null ? node.Wrong("only", "only 与 never 恰写其一", limit) : limit;
    }
}
