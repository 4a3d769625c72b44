using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Consent;

/// <summary>Where votes by a channel are held (在何处办理).</summary>
public enum ChannelHeld
{
    /// <summary>可在本系统办理.</summary>
    Here,

    /// <summary>须在指定的官方系统办理，本系统只导入结果.</summary>
    ImportOnly,

    /// <summary>不得采用.</summary>
    Forbidden,
}

/// <summary>
/// Whether and how one channel may be used (表决、征询方式). Statutory votes and opinion have separate rules, so that a city that
/// reserves electronic voting to its own system still lets its counties ask for opinion on line.
/// </summary>
public sealed record ChannelRule(PolicyItemHead Head) : PolicyItem(Head)
{
    /// <summary>The channel.</summary>
    public required VoteChannel Channel { get; init; }

    /// <summary>For statutory votes or for opinion.</summary>
    public required ConsentBasis Basis { get; init; }

    /// <summary>Whether votes may be held here, only imported, or not at all.</summary>
    public ChannelHeld Held { get; init; }

    /// <summary>Whether each vote by this channel must be signed by the owner (本人签字).</summary>
    public bool Signed { get; init; }

    /// <summary>How many owners one owner may stand for (接受委托不超过), or null where no limit is set.</summary>
    public int? ProxyLimit { get; init; }

    /// <summary>Days of notice before the meeting or vote (提前通知), or null.</summary>
    public int? Notice { get; init; }

    /// <summary>How the days of notice are counted.</summary>
    public NoticeDays NoticeCount { get; init; }

    /// <summary>The least days that voting stays open (表决期限不少于), or null.</summary>
    public int? VotingAtLeast { get; init; }

    /// <summary>The most days that voting stays open (表决期限不超过), or null.</summary>
    public int? VotingAtMost { get; init; }

    /// <inheritdoc/>
    public override string InWords => string.Join("；", new[]
    {
        (Basis, Held) switch
        {
            (ConsentBasis.Opinion, ChannelHeld.Here) => $"{Name}可用于征询意见",
            (_, ChannelHeld.Here) => $"{Name}可用于法定表决",
            (_, ChannelHeld.ImportOnly) => $"{Name}须在指定系统表决，本系统只导入结果",
            _ => $"不得采用{Name}",
        },
        Signed ? "须本人签字" : null,
        ProxyLimit is { } limit ? $"每人接受委托不超过 {limit} 人" : null,
        Notice is { } days ? $"提前 {days} 日通知" : null,
        VotingAtLeast is { } least ? $"表决期不少于 {least} 日" : null,
        VotingAtMost is { } most ? $"表决期不超过 {most} 日" : null,
    }.OfType<string>());

    /// <summary>Reads { channel, basis, held, signed?, proxyLimit?, notice? { days, count }, voting? { atLeast?, atMost? } }.</summary>
    public static ChannelRule Read(PolicyNode node)
    {
        var notice = node.OptionalObject("notice");
        var voting = node.OptionalObject("voting");
        return new ChannelRule(node.Head())
        {
            Channel = node.Choice<VoteChannel>("channel"),
            Basis = node.Choice<ConsentBasis>("basis"),
            Held = node.Choice<ChannelHeld>("held"),
            Signed = node.Flag("signed"),
            ProxyLimit = node.OptionalWhole("proxyLimit", 0, 1000),
            Notice = notice?.Whole("days", 0, 365),
            VotingAtLeast = voting?.OptionalWhole("atLeast", 1, 365),
            VotingAtMost = voting?.OptionalWhole("atMost", 1, 365),
            NoticeCount = notice?.Choice<NoticeDays>("count") ?? NoticeDays.Unstated,
        };
    }
}
