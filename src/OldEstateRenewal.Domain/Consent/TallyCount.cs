namespace OldEstateRenewal.Domain.Consent;

/// <summary>The counting of one matter in one part: which votes count, for which voice, and what they add up to.</summary>
internal sealed class TallyCount
{
    private readonly ConsentQuestion question;
    private readonly RollPart part;
    private readonly IReadOnlyList<Voice> voices;
    private readonly List<Vote> here;
    private readonly HashSet<string> asked;
    private readonly List<VoteRefusal> refusals = [];

    public TallyCount(ConsentQuestion question, RollPart part, IReadOnlyCollection<Vote> votes, IReadOnlyCollection<string> asked)
    {
        (this.question, this.part) = (question, part);
        voices = part.Roll.Voices(question.Rule.Item);
        var onRoll = part.Roll.Units.Select(unit => unit.Record.Key).ToHashSet();
        here = votes.Where(vote => onRoll.Contains(vote.UnitKey)).OrderBy(vote => vote.UnitKey, StringComparer.Ordinal).ThenBy(vote => vote.Choice).ToList();
        this.asked = [.. asked, .. here.Select(vote => vote.UnitKey)];
    }

    public Tally Result()
    {
        var said = Counting().Where(vote => vote.Choice != VoteChoice.Invalid).ToLookup(vote => vote.UnitKey);
        var conflicts = new List<VoteConflict>();
        Measure heads = default, area = default;
        foreach (var voice in voices)
        {
            var votes = voice.UnitKeys.SelectMany(unit => said[unit]).ToList();
            var agreed = votes.Select(vote => vote.Choice).Distinct().ToList();
            if (agreed.Count > 1) conflicts.Add(new VoteConflict(voice.Name, votes));
            var choice = agreed.Count == 1 ? agreed[0] : (VoteChoice?)null;
            var reached = voice.UnitKeys.Any(asked.Contains);
            heads = Add(heads, 1, reached, choice);
            area = Add(area, voice.Area.Hundredths, reached, choice);
        }

        return new Tally(question, part, heads, area) { Conflicts = conflicts, Refusals = refusals };
    }

    private static Measure Add(Measure sum, long weight, bool reached, VoteChoice? choice) => new(
        sum.Whole + weight,
        sum.Asked + (reached ? weight : 0),
        sum.Participating + (choice is null ? 0 : weight),
        sum.Agreeing + (choice == VoteChoice.Agree ? weight : 0));

    private List<Vote> Counting()
    {
        var counted = new List<Vote>();
        foreach (var vote in here)
        {
            var reasons = question.Refuse(vote);
            refusals.AddRange(reasons);
            if (reasons.Count == 0) counted.Add(vote);
        }

        foreach (var holder in Overloaded(counted)) counted.RemoveAll(vote => vote.Proxy == holder);
        return counted;
    }

    /// <summary>Who stands for more heads than allowed: none of their votes counts until it is settled which do.</summary>
    private List<string> Overloaded(List<Vote> counted)
    {
        if (question.ProxyLimit is not { Item.ProxyLimit: { } limit } rule) return [];
        var headOf = voices.SelectMany(voice => voice.UnitKeys.Select(unit => (unit, voice.Key))).ToDictionary(pair => pair.unit, pair => pair.Key);
        var overloaded = counted.Where(vote => vote.Proxy is not null && headOf.ContainsKey(vote.UnitKey))
            .GroupBy(vote => vote.Proxy!, vote => headOf[vote.UnitKey]).Where(group => group.Distinct().Count() > limit).Select(group => group.Key).Order(StringComparer.Ordinal).ToList();
        refusals.AddRange(overloaded.Select(holder => new VoteRefusal("", $"{holder} 接受委托超过 {limit} 人，其受托票核实前不计入", rule.Citation)));
        return overloaded;
    }
}
