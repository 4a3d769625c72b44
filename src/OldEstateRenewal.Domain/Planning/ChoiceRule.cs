using System.Globalization;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>
/// One thing by which estates are compared (评分项). Weight 0: it does not enter the score but may break a tie.
/// </summary>
/// <param name="Key">Its key in the rule.</param>
/// <param name="Name">Its name near the document's words.</param>
/// <param name="Weight">Its weight against the other criteria; weights need not sum to anything.</param>
/// <param name="Citation">Where it stands.</param>
public sealed record ChoiceCriterion(string Key, string Name, int Weight, Citation Citation);

/// <summary>
/// How estates are chosen (择优排序): weighted criteria, then tie-breaks in order. Equal in all of them is equal in rank (并列), and a person
/// decides.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="FullMark">The mark that fulfils a criterion (满分); marks lie between 0 and it.</param>
/// <param name="Criteria">What is compared.</param>
/// <param name="TieBreaks">The keys that decide when scores are equal, in order (同等条件下优先).</param>
public sealed record ChoiceRule(PolicyItemHead Head, int FullMark, IReadOnlyList<ChoiceCriterion> Criteria, IReadOnlyList<string> TieBreaks) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"{string.Join("、", Criteria.Where(criterion => criterion.Weight > 0).Select(criterion => $"{criterion.Name}（权重 {criterion.Weight}）"))}"
        + (TieBreaks.Count == 0 ? "" : $"；同分时依次比较：{string.Join("、", TieBreaks.Select(key => Of(key).Name))}");

    /// <summary>
    /// Ranks candidates, best first, whatever order they come in: by score, by the tie-breaks, and between equals by name and id, which only orders
    /// the list and gives the same rank.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A mark lies outside 0 … <see cref="FullMark"/>.</exception>
    public IReadOnlyList<RankedCandidate> Rank(IEnumerable<Candidate> candidates)
    {
        var scored = candidates.Select(candidate => (Candidate: candidate, Score: Score(candidate))).ToList();
        var ordered = scored.OrderByDescending(one => one.Score);
        foreach (var key in TieBreaks) ordered = ordered.ThenByDescending(one => Mark(one.Candidate, key));
        var list = ordered.ThenBy(one => one.Candidate.Name, StringComparer.Ordinal).ThenBy(one => one.Candidate.Id, StringComparer.Ordinal).ToList();
        return list.Select(one => new RankedCandidate(
            1 + list.Count(other => IsBefore(other, one)), one.Candidate, one.Score, Explain(one.Candidate, one.Score), Decided(one, list))).ToList();
    }

    /// <summary>Reads { name, clause, quote?, note?, fullMark?, criteria: [{ key, name, weight, … }], tieBreaks? }.</summary>
    public static ChoiceRule Read(PolicyNode node)
    {
        var head = node.Head();
        var criteria = node.Objects("criteria").Select(one => new ChoiceCriterion(one.Text("key"), one.Text("name"), one.Whole("weight", 0, 1000), one.CitationOr(head.Citation))).ToList();
        if (criteria.All(criterion => criterion.Weight == 0) || criteria.DistinctBy(criterion => criterion.Key).Count() < criteria.Count)
            node.Wrong("criteria", "至少一项权重大于 0，且 key 不重复", 0);
        var ties = node.Texts("tieBreaks");
        if (ties.Except(criteria.Select(criterion => criterion.Key)).Any()) node.Wrong("tieBreaks", $"列表，每项为 criteria 中的 key：{string.Join("、", criteria.Select(criterion => criterion.Key))}", 0);
        return new(head, node.OptionalWhole("fullMark", 1, 1000) ?? 100, criteria, ties);
    }

    private Fraction Score(Candidate candidate)
    {
        var weights = Criteria.Sum(criterion => criterion.Weight);
        return Criteria.Aggregate(Fraction.Zero, (sum, criterion) => sum + Mark(candidate, criterion.Key) * criterion.Weight) / weights;
    }

    private Fraction Mark(Candidate candidate, string key)
    {
        var mark = candidate.Marks.GetValueOrDefault(key) ?? Fraction.Zero;
        return mark >= Fraction.Zero && mark <= (Fraction)FullMark ? mark : throw new ArgumentOutOfRangeException(nameof(candidate), $"{candidate.Name}：{key} {mark} 不在 0 至 {FullMark} 之间。");
    }

    private bool IsBefore((Candidate Candidate, Fraction Score) one, (Candidate Candidate, Fraction Score) other)
    {
        if (one.Score != other.Score) return one.Score > other.Score;
        var deciding = TieBreaks.FirstOrDefault(key => Mark(one.Candidate, key) != Mark(other.Candidate, key));
        return deciding is not null && Mark(one.Candidate, deciding) > Mark(other.Candidate, deciding);
    }

    private string Explain(Candidate candidate, Fraction score) =>
        $"{string.Join(" + ", Criteria.Where(criterion => criterion.Weight > 0).Select(criterion => $"{criterion.Name} {Shown(candidate.Marks.GetValueOrDefault(criterion.Key))}×{criterion.Weight}"))}，除以权重和 {Criteria.Sum(criterion => criterion.Weight)} = {Shown(score)}";

    private string? Decided((Candidate Candidate, Fraction Score) one, List<(Candidate Candidate, Fraction Score)> all)
    {
        var equals = all.Where(other => other.Candidate != one.Candidate && other.Score == one.Score).ToList();
        if (equals.Count == 0) return null;
        if (equals.Any(other => !IsBefore(other, one) && !IsBefore(one, other))) return "同分且各项相同，并列，由人工决定";
        var deciding = TieBreaks.First(key => equals.Any(other => Mark(other.Candidate, key) != Mark(one.Candidate, key)));
        return $"同分，按{Of(deciding).Name}排序（{Of(deciding).Citation}）";
    }

    private ChoiceCriterion Of(string key) => Criteria.First(criterion => criterion.Key == key);

    private static string Shown(Fraction? mark) => mark is { } value ? Math.Round((decimal)value.Numerator / (decimal)value.Denominator, 2).ToString("0.##", CultureInfo.InvariantCulture) : "未评";
}

/// <summary>An estate that competes for a place in the plan (候选小区).</summary>
/// <param name="Id">The caller's id; orders equals.</param>
/// <param name="Name">The estate's name.</param>
/// <param name="Marks">Marks by criterion; absent or null is not marked yet and counts as 0.</param>
public sealed record Candidate(string Id, string Name, IReadOnlyDictionary<string, Fraction?> Marks);

/// <summary>A place in the ranking (名次), with its working.</summary>
/// <param name="Rank">1 for the best; equals share a rank, and the next rank is left out.</param>
/// <param name="Candidate">Who.</param>
/// <param name="Score">The weighted mean of the marks, exact.</param>
/// <param name="Working">How the score came about.</param>
/// <param name="TieBreak">What decided between equal scores, or null where nobody had the same.</param>
public sealed record RankedCandidate(int Rank, Candidate Candidate, Fraction Score, string Working, string? TieBreak);
