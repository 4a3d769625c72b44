using System.Globalization;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>Where the mark of a criterion comes from (评分依据). What a person has typed with its source counts too, except against a result of a round of opinion.</summary>
public enum ChoiceMeasure
{
    /// <summary>人工核定：a person states it with its source.</summary>
    Typed,

    /// <summary>意见征询：households that agree, of all.</summary>
    Will,

    /// <summary>意见征询：households that took part, of all.</summary>
    Participation,

    /// <summary>摸底调查：households willing to contribute, of those asked.</summary>
    Contribution,

    /// <summary>摸底事实：facts that are true, of those known.</summary>
    Facts,

    /// <summary>摸底调查：illegal structures removed, of all there were.</summary>
    Removal,

    /// <summary>建成年份：a hundredth of the full mark for each year since the first building was built.</summary>
    Age,
}

/// <summary>
/// One thing by which estates are compared (评分项). Weight 0: it does not enter the score but may break a tie.
/// </summary>
/// <param name="Key">Its key in the rule.</param>
/// <param name="Name">Its name near the document's words.</param>
/// <param name="Weight">Its weight against the other criteria; weights need not sum to anything.</param>
/// <param name="Citation">Where it stands.</param>
public sealed record ChoiceCriterion(string Key, string Name, int Weight, Citation Citation)
{
    /// <summary>Where its mark comes from.</summary>
    public ChoiceMeasure Measure { get; init; }

    /// <summary>The keys of the facts that speak for it, where <see cref="Measure"/> is <see cref="ChoiceMeasure.Facts"/>.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];
}

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
            1 + list.Count(other => IsBefore(other, one)), one.Candidate, one.Score, Explain(one.Candidate, one.Score), Decided(one, list))
        {
            Most = one.Score + Open(one.Candidate),
            Unmarked = Criteria.Where(criterion => one.Candidate.Marks.GetValueOrDefault(criterion.Key) is null).Select(criterion => criterion.Name).ToList(),
        }).ToList();
    }

    /// <summary>The tie-breaks in words: 同分时依次比较居民改造意愿强、参与积极性高，仍相同的并列，由人工决定。</summary>
    public string TieBreaksInWords => TieBreaks.Count == 0 ? "同分的并列，由人工决定。" : $"同分时依次比较{string.Join("、", TieBreaks.Select(key => Of(key).Name))}，仍相同的并列，由人工决定。";

    /// <summary>Reads { name, clause, quote?, note?, fullMark?, criteria: [{ key, name, weight, measure?, facts?, … }], tieBreaks? }.</summary>
    public static ChoiceRule Read(PolicyNode node)
    {
        var head = node.Head();
        var criteria = node.Objects("criteria").Select(one => new ChoiceCriterion(one.Text("key"), one.Text("name"), one.Whole("weight", 0, 1000), one.CitationOr(head.Citation))
        {
            Measure = one.OptionalChoice<ChoiceMeasure>("measure") ?? ChoiceMeasure.Typed,
            Facts = one.Texts("facts"),
        }).ToList();
        if (criteria.Any(criterion => (criterion.Measure == ChoiceMeasure.Facts) != (criterion.Facts.Count > 0))) node.Wrong("criteria", "measure 为 facts 的项写明 facts（摸底事实的 key），其他项不写", 0);
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

    /// <summary>What the marks still missing could add at most.</summary>
    private Fraction Open(Candidate candidate) =>
        new(FullMark * (System.Numerics.BigInteger)Criteria.Where(criterion => candidate.Marks.GetValueOrDefault(criterion.Key) is null).Sum(criterion => criterion.Weight), Criteria.Sum(criterion => criterion.Weight));

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

    private static string Shown(Fraction? mark) => mark is { } value ? value.ToDecimal().ToString("0.##", CultureInfo.InvariantCulture) : "未评";
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
public sealed record RankedCandidate(int Rank, Candidate Candidate, Fraction Score, string Working, string? TieBreak)
{
    /// <summary>The score if every mark still missing were full (评齐后最高): between it and <see cref="Score"/> the true one lies.</summary>
    public Fraction Most { get; init; }

    /// <summary>The names of the criteria nobody has marked yet (未评项).</summary>
    public IReadOnlyList<string> Unmarked { get; init; } = [];
}
