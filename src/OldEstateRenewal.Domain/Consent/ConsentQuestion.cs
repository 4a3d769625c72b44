using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Consent;

/// <summary>
/// One matter put to the vote in one division on one day (表决事项): what was asked for, the rule that applies, and the channels.
/// </summary>
/// <param name="Asked">What was asked for, such as the scheme; the same as <paramref name="Rule"/> unless it refers on.</param>
/// <param name="Rule">The rule that applies.</param>
/// <param name="Channels">The channels that the division knows for this kind of vote.</param>
public sealed record ConsentQuestion(PolicyAnswer<ConsentRule> Asked, PolicyAnswer<ConsentRule> Rule, IReadOnlyList<PolicyAnswer<ChannelRule>> Channels)
{
    /// <summary>For which part of the estate: what was asked for may narrow the rule's own scope.</summary>
    public ConsentScope Scope => Asked.Item.Scope ?? Rule.Item.Scope ?? ConsentScope.Estate;

    /// <summary>Every validity warning of the documents that answered, each once.</summary>
    public IReadOnlyList<string> Warnings => new[] { Asked.Warning, Rule.Warning }.OfType<string>().Distinct().ToList();

    /// <summary>
    /// The questions behind a key: one for an own rule; one for each matter where the rule refers on (法定比例), the usual one first;
    /// none where the division and those above it are silent.
    /// </summary>
    public static IReadOnlyList<ConsentQuestion> For(PolicyView view, string key)
    {
        if (view.Find(PolicySections.Consent, key) is not { } asked) return [];
        var rules = asked.Item.RefersTo.Count == 0
            ? [asked]
            : asked.Item.RefersTo.Select(matter => view.Find(PolicySections.Consent, matter)).OfType<PolicyAnswer<ConsentRule>>()
                .Where(answer => answer.Item.RefersTo.Count == 0).ToList();
        return rules.Select(rule => new ConsentQuestion(asked, rule, ChannelsFor(view, rule.Item))).ToList();
    }

    /// <summary>The matters that a rule refers to and nobody has a rule for (引用而无规则的事项), by key: a file to be put right.</summary>
    public static IReadOnlyList<string> Unknown(PolicyView view, string key) =>
        view.Find(PolicySections.Consent, key)?.Item.RefersTo.Where(matter => view.Find(PolicySections.Consent, matter) is not { Item.RefersTo.Count: 0 }).ToList() ?? [];

    /// <summary>
    /// Everything that keeps a vote by this channel from counting; empty when nothing does. Results imported from the official system were
    /// checked there.
    /// </summary>
    public IReadOnlyList<VoteRefusal> Refuse(Vote vote)
    {
        if (vote.Channel == VoteChannel.Imported) return [];
        var refusals = new List<VoteRefusal>();
        if (Rule.Item.Signed && !vote.Signed) refusals.Add(new VoteRefusal(vote.UnitKey, "须签字确认，尚未签字", Rule.Citation));
        if (Rule.Item.Channels.Count > 0 && !Rule.Item.Channels.Contains(vote.Channel))
            refusals.Add(new VoteRefusal(vote.UnitKey, $"{Name(vote.Channel)}不是本事项规定的方式", Rule.Citation));
        var known = Channels.Where(channel => channel.Item.Channel == vote.Channel).ToList();
        if (known.Count == 0 && Channels.Count > 0)
            refusals.Add(new VoteRefusal(vote.UnitKey, $"{Name(vote.Channel)}不能用于{(Rule.Item.Basis == ConsentBasis.Statutory ? "法定表决，只可征询意见" : "征询意见")}", Channels[0].Citation));
        if (known.Count > 0 && known.All(channel => channel.Item.Held != ChannelHeld.Here)) refusals.Add(new VoteRefusal(vote.UnitKey, known[0].Item.InWords, known[0].Citation));
        if (!vote.Signed && known.Count > 0 && known.All(channel => channel.Item.Signed)) refusals.Add(new VoteRefusal(vote.UnitKey, "须本人签字，尚未签字", known[0].Citation));
        return refusals;
    }

    /// <summary>How many owners one owner may stand for, and who says so; null where no limit is set.</summary>
    public PolicyAnswer<ChannelRule>? ProxyLimit => Channels.Where(channel => channel.Item.ProxyLimit is not null).OrderBy(channel => channel.Item.ProxyLimit).FirstOrDefault();

    private static List<PolicyAnswer<ChannelRule>> ChannelsFor(PolicyView view, ConsentRule rule) =>
        view.All(PolicySections.Channels).Where(channel => channel.Item.Basis == rule.Basis).ToList();

    private static string Name(VoteChannel channel) => channel switch
    {
        VoteChannel.Paper => "书面",
        VoteChannel.DoorToDoor => "入户",
        VoteChannel.Phone => "电话",
        VoteChannel.Meeting => "会议",
        VoteChannel.Online => "线上",
        _ => "导入",
    };
}
