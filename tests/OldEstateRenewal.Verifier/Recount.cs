using System.Text.Json;

namespace OldEstateRenewal.Verifier;

public sealed record Sum(long Whole, long Asked, long Participating, long Agreeing)
{
    public static Sum operator +(Sum a, Sum b) => new(a.Whole + b.Whole, a.Asked + b.Asked, a.Participating + b.Participating, a.Agreeing + b.Agreeing);
}

public sealed record PartSum(Sum Heads, Sum Area, bool? Carries);

/// <summary>Counts every matter again from roll and votes by its own arithmetic, and compares with the sealed result.</summary>
public static class Recount
{
    public static IEnumerable<string> Compare(BallotRows rows, string json)
    {
        JsonElement paper;
        try
        {
            paper = JsonDocument.Parse(json).RootElement;
        }
        catch (JsonException)
        {
            return ["结果无法读取。"];
        }

        return rows.Matters.SelectMany(matter => Compare(rows, matter, paper));
    }

    private static IEnumerable<string> Compare(BallotRows rows, MatterRow matter, JsonElement paper)
    {
        if (Rule.Read(matter.Frozen) is not { } rule) yield break;
        var sealedParts = paper.GetProperty("Matters").EnumerateArray().Where(each => each.GetProperty("MatterId").GetGuid() == matter.Id).SelectMany(each => each.GetProperty("Parts").EnumerateArray())
            .Select(part => new PartSum(Read(part.GetProperty("Heads")), Read(part.GetProperty("Area")), Carries(part.GetProperty("Outcome").GetString()!))).ToList();
        var counted = Count(rows, matter, rule);
        var same = Ordered(sealedParts).SequenceEqual(Ordered(counted));
        if (!same) yield return $"事项“{matter.Title}”重新计票与封存的结果不同：封存 {Words(sealedParts)}，重计 {Words(counted)}。";
    }

    private static bool? Carries(string outcome) => outcome == "OpinionOnly" ? null : outcome is "Carries" or "CarriedForGood";

    private static string Words(List<PartSum> parts) => string.Join("；", parts.Select(part => $"{part.Heads.Agreeing}/{part.Heads.Participating}/{part.Heads.Whole} 户 {part.Area.Agreeing / 100m:0.00} ㎡"));

    private static IEnumerable<string> Ordered(List<PartSum> parts) => parts.Select(part => $"{part}").Order(StringComparer.Ordinal);

    private static Sum Read(JsonElement node) => new(node.GetProperty("Whole").GetInt64(), node.GetProperty("Asked").GetInt64(), node.GetProperty("Participating").GetInt64(), node.GetProperty("Agreeing").GetInt64());

    private static List<PartSum> Count(BallotRows rows, MatterRow matter, Rule rule)
    {
        var replaced = rows.Roll.Select(entry => entry.SupersedesId).OfType<Guid>().ToHashSet();
        var corrected = rows.Votes.Select(vote => vote.SupersedesId).OfType<Guid>().ToHashSet();
        var votes = rows.Votes.Where(vote => vote.MatterId == matter.Id && vote.Choice is not null && !corrected.Contains(vote.Id)).GroupBy(vote => vote.DwellingId).ToDictionary(group => group.Key, group => group.First());
        return rows.Roll.Where(entry => entry.Exclusion is null && !replaced.Contains(entry.Id)).GroupBy(entry => PartOf(entry, rule.Scope))
            .Select(part => Count(part.ToList(), votes, [.. rows.Asked], rule)).OfType<PartSum>().ToList();
    }

    private static string PartOf(RollRow entry, string scope) => scope switch
    {
        "estate" => "",
        "building" => entry.Building,
        "entrance" => $"{entry.Building}-{entry.Entrance}",
        _ => $"{entry.Building}-{entry.Entrance}-{entry.Riser}",
    };

    private static PartSum? Count(List<RollRow> part, Dictionary<Guid, VoteRow> votes, HashSet<Guid> asked, Rule rule)
    {
        var voices = part.Where(entry => rule.Units.Contains(Camel(entry.Kind)) && (rule.Population != "residents" || entry.Inhabited)).GroupBy(entry => VoiceOf(entry, rule)).ToList();
        if (voices.Count == 0) return null;
        var counting = part.Where(entry => votes.TryGetValue(entry.DwellingId, out var vote) && Counts(vote, rule)).ToDictionary(entry => entry.DwellingId, entry => votes[entry.DwellingId]);
        foreach (var holder in Overloaded(voices, counting, rule)) foreach (var vote in counting.Values.Where(vote => vote.Proxy == holder).ToList()) counting.Remove(vote.DwellingId);
        Sum heads = new(0, 0, 0, 0), area = heads;
        foreach (var voice in voices)
        {
            var said = voice.Where(entry => counting.ContainsKey(entry.DwellingId)).Select(entry => counting[entry.DwellingId].Choice!).Where(choice => choice != "Invalid").Distinct().ToList();
            var choice = said.Count == 1 ? said[0] : null;
            var reached = voice.Any(entry => asked.Contains(entry.DwellingId) || votes.ContainsKey(entry.DwellingId));
            heads += Weigh(1, reached, choice);
            area += Weigh(voice.Sum(entry => entry.Hundredths), reached, choice);
        }

        return new PartSum(heads, area, rule.HasNoBar ? null : IsCarried(heads, area, rule));
    }

    private static Sum Weigh(long weight, bool reached, string? choice) => new(weight, reached ? weight : 0, choice is null ? 0 : weight, choice == "Agree" ? weight : 0);

    private static string VoiceOf(RollRow entry, Rule rule)
    {
        if (rule.Population != "owners" || rule.Counting == "oneHeadPerUnit") return entry.UnitKey;
        if (entry.Holding is "Unsold" or "SoldUndelivered") return "developer";
        if (entry.Holding == "FormerEmployer" && rule.Counting == "formerEmployerPerUnit") return "unit " + entry.UnitKey;
        return "owners " + string.Join(' ', JsonDocument.Parse(entry.Owners).RootElement.EnumerateArray().Select(owner => owner.GetProperty("Id").GetGuid()).Distinct().Order());
    }

    /// <summary>Whether a vote given by this way counts for this rule.</summary>
    private static bool Counts(VoteRow vote, Rule rule)
    {
        if (vote.Channel == "Imported") return true;
        var channel = Camel(vote.Channel);
        var ways = rule.Ways.Where(way => way.Channel == channel).ToList();
        if (rule.Signed && !vote.Signed || rule.Channels.Count > 0 && !rule.Channels.Contains(channel)) return false;
        if (rule.Ways.Count > 0 && ways.Count == 0) return false;
        return ways.Count == 0 || ways.Any(way => way.Here) && (vote.Signed || !ways.All(way => way.Signed));
    }

    private static List<string> Overloaded(List<IGrouping<string, RollRow>> voices, Dictionary<Guid, VoteRow> counting, Rule rule)
    {
        if (rule.Ways.Where(way => way.ProxyLimit is not null).Select(way => way.ProxyLimit!.Value).ToList() is not { Count: > 0 } limits) return [];
        return voices.SelectMany(voice => voice.Where(entry => counting.ContainsKey(entry.DwellingId)).Select(entry => (voice.Key, counting[entry.DwellingId].Proxy))).Where(pair => pair.Proxy is not null)
            .GroupBy(pair => pair.Proxy!, pair => pair.Key).Where(group => group.Distinct().Count() > limits.Min()).Select(group => group.Key).ToList();
    }

    private static bool IsCarried(Sum heads, Sum area, Rule rule) =>
        (rule.Coverage?.IsMet(heads.Asked, heads.Whole) ?? true)
        && (rule.TakingPartHeads?.IsMet(TakingPart(heads, rule), heads.Whole) ?? true) && (rule.TakingPartArea?.IsMet(TakingPart(area, rule), area.Whole) ?? true)
        && (rule.AgreeingHeads?.IsMet(Agreeing(heads, rule), Of(heads, rule)) ?? true) && (rule.AgreeingArea?.IsMet(Agreeing(area, rule), Of(area, rule)) ?? true);

    private static long Of(Sum sum, Rule rule) => rule.OfAll ? sum.Whole : TakingPart(sum, rule);

    private static long TakingPart(Sum sum, Rule rule) => rule.NonVotersJoin ? sum.Asked : sum.Participating;

    private static long Agreeing(Sum sum, Rule rule) => rule.NonVotersJoin && sum.Agreeing > sum.Participating - sum.Agreeing ? sum.Agreeing + sum.Asked - sum.Participating : sum.Agreeing;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
