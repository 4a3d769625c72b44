using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Domain.Collecting;

/// <summary>
/// Finds for which dwelling a movement of the account is (流水匹配). What speaks for a dwelling adds to its score: the place named in the text, the owner's
/// name, the amount that is exactly owed. It is sure only where the amount is exact, the score reaches <see cref="SureScore"/>, and no other dwelling comes
/// within <see cref="SureLead"/>. A rule of the product, no document says it; every score tells its working.
/// </summary>
public sealed class BankMatcher
{
    /// <summary>As many candidates are told.</summary>
    public const int MostCandidates = 5;

    /// <summary>From here on a match may be booked without being looked at one by one.</summary>
    public const int SureScore = 60;

    /// <summary>By so much it must be ahead of the next.</summary>
    public const int SureLead = 15;

    private const int PlaceNamed = 40;
    private const int RoomNamed = 25;
    private const int OwnerPays = 35;
    private const int OwnerNamed = 30;
    private const int Namesake = 20;
    private const int ExactAmount = 25;

    private readonly ILookup<string, OwingDwelling> byRoom;
    private readonly ILookup<string, OwingDwelling> byOwner;
    private readonly ILookup<Money, OwingDwelling> byAmount;
    private readonly IReadOnlyList<string> estates;

    /// <summary>Matches against these dwellings.</summary>
    public BankMatcher(IEnumerable<OwingDwelling> owing)
    {
        var all = owing.ToList();
        byRoom = all.ToLookup(dwelling => dwelling.Room);
        byOwner = all.SelectMany(dwelling => dwelling.Owners.Distinct().Select(owner => (Owner: WrittenText.Plain(owner), dwelling))).Where(pair => pair.Owner.Length > 1).ToLookup(pair => pair.Owner, pair => pair.dwelling);
        byAmount = all.ToLookup(dwelling => dwelling.Owed);
        estates = [.. all.Select(dwelling => dwelling.Estate).Distinct().OrderByDescending(name => name.Length)];
    }

    /// <summary>All movements of a file in their order; a dwelling that one is surely for owes nothing to those behind it.</summary>
    public IReadOnlyList<BankMatch> MatchAll(IEnumerable<BankMovement> movements)
    {
        var taken = new Dictionary<string, int>();
        var matches = new List<BankMatch>();
        foreach (var movement in movements)
        {
            var match = Match(movement);
            if (match is { Kind: MatchKind.Sure, Best: { } best } && !taken.TryAdd(best.Dwelling.Key, matches.Count + 1))
                match = match with { Kind = MatchKind.Near, Reason = $"前面第 {taken[best.Dwelling.Key]} 条已建议记入此户，此条请人工判断" };
            matches.Add(match);
        }

        return matches;
    }

    /// <summary>One movement by itself.</summary>
    public BankMatch Match(BankMovement movement)
    {
        if (movement.Amount <= Money.Zero) return new BankMatch(MatchKind.Outgoing, [], "支出、退款，不是收款");
        var evidence = new Dictionary<string, Evidence>();
        FindPlaces(movement, evidence);
        FindOwners(movement, evidence);
        if (byAmount[movement.Amount].Take(2).ToList() is [var only]) Of(evidence, only);
        var candidates = evidence.Values.Select(found => found.Judge(movement.Amount)).Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Dwelling.Key, StringComparer.Ordinal).Take(MostCandidates).ToList();
        return Conclude(movement, candidates);
    }

    private static BankMatch Conclude(BankMovement movement, List<MatchCandidate> candidates)
    {
        if (candidates.Count == 0) return new BankMatch(MatchKind.None, [], "摘要、付款人、金额都对不上任何欠缴户");
        var best = candidates[0];
        if (!best.IsExact) return new BankMatch(MatchKind.Near, candidates, $"金额与应缴不符，{Difference(best.Dwelling.Owed, movement.Amount)}");
        if (best.Score < SureScore) return new BankMatch(MatchKind.Near, candidates, "金额相符，但线索不足以认定是哪一户");
        return candidates.Count > 1 && best.Score - candidates[1].Score < SureLead
            ? new BankMatch(MatchKind.Near, candidates, "几户的线索相当，请人工判断")
            : new BankMatch(MatchKind.Sure, candidates, best.InWords);
    }

    private static string Difference(Money owed, Money amount) => amount > owed ? $"多 {amount - owed} 元" : $"少 {owed - amount} 元";

    private void FindPlaces(BankMovement movement, Dictionary<string, Evidence> evidence)
    {
        if (string.IsNullOrWhiteSpace(movement.Text)) return;
        var named = estates.Where(estate => movement.Text.Contains(estate, StringComparison.Ordinal)).ToHashSet();
        foreach (var place in NamedPlace.In(movement.Text))
        {
            foreach (var dwelling in byRoom[place.Room])
            {
                if ((named.Count > 0 && !named.Contains(dwelling.Estate)) || !place.Fits(dwelling)) continue;
                Of(evidence, dwelling).Place = place.Building is null ? Math.Max(Of(evidence, dwelling).Place, RoomNamed) : PlaceNamed;
            }
        }
    }

    private void FindOwners(BankMovement movement, Dictionary<string, Evidence> evidence)
    {
        var payer = WrittenText.Plain(movement.Payer ?? "");
        foreach (var dwelling in byOwner[payer]) Of(evidence, dwelling).Tell(OwnerPays, byOwner[payer].Count());
        if (string.IsNullOrWhiteSpace(movement.Text)) return;
        foreach (var name in NamedPlace.NamesIn(movement.Text, byOwner.Contains).Where(name => name != payer))
        {
            foreach (var dwelling in byOwner[name]) Of(evidence, dwelling).Tell(OwnerNamed, byOwner[name].Count());
        }
    }

    private static Evidence Of(Dictionary<string, Evidence> evidence, OwingDwelling dwelling) => evidence.TryGetValue(dwelling.Key, out var known) ? known : evidence[dwelling.Key] = new Evidence(dwelling);

    private sealed class Evidence(OwingDwelling dwelling)
    {
        private int owner;
        private string? said;

        public int Place { get; set; }

        public void Tell(int score, int dwellings)
        {
            var (worth, words) = dwellings == 1 ? (score, score == OwnerPays ? "付款人即业主" : "摘要中有业主姓名") : (Namesake, $"与业主同名（同名 {dwellings} 户）");
            if (worth > owner) (owner, said) = (worth, words);
        }

        public MatchCandidate Judge(Money amount)
        {
            var isExact = dwelling.Owed == amount;
            List<(int Score, string Text)> parts = [];
            if (Place > 0) parts.Add((Place, Place == PlaceNamed ? "摘要写明楼栋和室号" : "摘要写明室号"));
            if (owner > 0) parts.Add((owner, said!));
            if (isExact) parts.Add((ExactAmount, "金额与应缴相符"));
            return new MatchCandidate(dwelling, parts.Sum(part => part.Score), isExact, [.. parts.Select(part => $"{part.Text} {part.Score}")]);
        }
    }
}
