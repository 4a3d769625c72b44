namespace OldEstateRenewal.Domain.Consent;

/// <summary>How a matter stands (表决结果).</summary>
public enum ConsentOutcome
{
    /// <summary>尚未通过，余票仍可使其通过.</summary>
    NotYet,

    /// <summary>已不可能通过（已投的票不变时）.</summary>
    CannotCarry,

    /// <summary>按现有票数通过，余票仍可改变结果.</summary>
    Carries,

    /// <summary>已确定通过，余票不影响结果.</summary>
    CarriedForGood,

    /// <summary>只征询意见，不设门槛.</summary>
    OpinionOnly,
}

/// <summary>A head whose several units voted differently (同一业主意见不一): not counted as taking part until settled, never averaged.</summary>
public sealed record VoteConflict(string Head, IReadOnlyList<Vote> Votes)
{
    /// <summary>The conflict in words, with every unit and what it said.</summary>
    public string InWords => $"{Head} 的多套房意见不一（{string.Join("、", Votes.Select(vote => $"{vote.UnitKey}{Said(vote.Choice)}"))}），核实前不计入参与";

    private static string Said(VoteChoice choice) => choice switch
    {
        VoteChoice.Agree => "同意",
        VoteChoice.Oppose => "不同意",
        VoteChoice.Abstain => "弃权",
        _ => "无效",
    };
}

/// <summary>
/// The count of one matter in one part of the estate (计票结果), with its working. A head's vote carries all its counted area, also where only
/// one of its units handed in a sheet; a head with differing votes is a conflict and counts as not taking part.
/// </summary>
public sealed record Tally
{
    internal Tally(ConsentQuestion question, RollPart part, Measure heads, Measure area)
    {
        (Question, PartKey, PartName, Heads, Area) = (question, part.Key, part.Name, heads, area);
        Criteria = CriteriaOf(question.Rule.Item).ToList();
    }

    /// <summary>The matter and the rule applied.</summary>
    public ConsentQuestion Question { get; }

    /// <summary>The part's key; empty for the whole estate.</summary>
    public string PartKey { get; }

    /// <summary>The part's name.</summary>
    public string PartName { get; }

    /// <summary>The count by heads.</summary>
    public Measure Heads { get; }

    /// <summary>The count by exclusive area, in 0.01 ㎡.</summary>
    public Measure Area { get; }

    /// <summary>Heads whose units voted differently, in order of head.</summary>
    public required IReadOnlyList<VoteConflict> Conflicts { get; init; }

    /// <summary>Votes that do not count, and why.</summary>
    public required IReadOnlyList<VoteRefusal> Refusals { get; init; }

    /// <summary>Every criterion, judged; all must be met.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    /// <summary>How the matter stands.</summary>
    public ConsentOutcome Outcome =>
        Question.Rule.Item.HasNoBar ? ConsentOutcome.OpinionOnly
        : Criteria.Any(criterion => criterion.Shortfall is null) ? ConsentOutcome.CannotCarry
        : Criteria.Any(criterion => !criterion.IsMet) ? ConsentOutcome.NotYet
        : Criteria.All(criterion => criterion.IsSafe) ? ConsentOutcome.CarriedForGood
        : ConsentOutcome.Carries;

    /// <summary>Whether it carries as the votes stand.</summary>
    public bool IsCarried => Outcome is ConsentOutcome.Carries or ConsentOutcome.CarriedForGood;

    /// <summary>The least further heads that must agree for every criterion by heads; null when they cannot be enough.</summary>
    public long? HeadsShort => Short(isArea: false);

    /// <summary>The least further area in 0.01 ㎡ that must agree for every criterion by area; null when it cannot be enough.</summary>
    public long? AreaShort => Short(isArea: true);

    /// <summary>How many more must be asked (还须征询); 0 where nothing is asked for or it is reached.</summary>
    public long CoverageShort => Criteria.FirstOrDefault(criterion => criterion.Kind == CriterionKind.Coverage)?.Shortfall ?? 0;

    /// <summary>
    /// What is missing, in words: 还差 3 户、214.60 ㎡; 还须征询 2 户. Each number is the least for its own measure, assuming every further
    /// vote agrees; both are needed, and one set of flats that gives both may be larger.
    /// </summary>
    public string Shortfall => Outcome switch
    {
        ConsentOutcome.CannotCarry => "已不可能通过",
        ConsentOutcome.NotYet => string.Join("；", new[] { CoverageShort > 0 ? $"还须征询 {CoverageShort} 户" : "", VotesShort }.Where(part => part != "")),
        _ => "",
    };

    /// <summary>The working: the count, the rule, its words, then one line for each criterion, conflict and validity warning.</summary>
    public IReadOnlyList<string> Working =>
    [
        $"输入：{PartName}，{Question.Rule.Item.Who} {Heads.Whole}（征询 {Heads.Asked}、参与 {Heads.Participating}、同意 {Heads.Agreeing}）"
            + $"，面积 {Shown(Area.Whole)} ㎡（参与 {Shown(Area.Participating)}、同意 {Shown(Area.Agreeing)}）",
        $"依据：{Question.Rule.Citation}；规则：{Question.Rule.Item.InWords}",
        .. Question.Asked != Question.Rule ? [$"“{Question.Asked.Item.Name}”（{Question.Asked.Citation}）按“{Question.Rule.Item.Name}”表决"] : Array.Empty<string>(),
        .. Criteria.Select(criterion => criterion.InWords),
        .. Conflicts.Select(conflict => conflict.InWords),
        .. Refusals.Select(refusal => $"不计入：{refusal.UnitKey} {refusal.Text}{(refusal.Citation is null ? "" : $"（{refusal.Citation}）")}"),
        .. Question.Warnings,
    ];

    /// <summary>
    /// Counts one matter, part by part of its scope; parts where nobody is counted (a riser with shops only) are left out. The order of
    /// units and votes does not matter.
    /// </summary>
    /// <param name="question">The matter.</param>
    /// <param name="roll">The frozen roll.</param>
    /// <param name="votes">The current votes on this matter, one for each unit.</param>
    /// <param name="asked">Further units that were asked and have not answered.</param>
    public static IReadOnlyList<Tally> Count(ConsentQuestion question, Roll roll, IReadOnlyCollection<Vote> votes, IReadOnlyCollection<string>? asked = null) =>
        roll.Parts(question.Scope).Where(part => part.Roll.Voices(question.Rule.Item).Count > 0).Select(part => new TallyCount(question, part, votes, asked ?? []).Result()).ToList();

    private IEnumerable<Criterion> CriteriaOf(ConsentRule rule)
    {
        if (rule.Coverage is { } coverage) yield return new Criterion(CriterionKind.Coverage, false, coverage, Heads, rule);
        if (rule.Participation?.Area is { } takingPartArea) yield return new Criterion(CriterionKind.Participation, true, takingPartArea, Area, rule);
        if (rule.Participation?.Heads is { } takingPart) yield return new Criterion(CriterionKind.Participation, false, takingPart, Heads, rule);
        if (rule.Approval?.Area is { } agreeingArea) yield return new Criterion(CriterionKind.Approval, true, agreeingArea, Area, rule);
        if (rule.Approval?.Heads is { } agreeing) yield return new Criterion(CriterionKind.Approval, false, agreeing, Heads, rule);
    }

    private string VotesShort => string.Join("、", new[] { Words(isArea: false), Words(isArea: true) }.OfType<string>()) is { Length: > 0 } words ? $"还差 {words}" : "";

    private static string Shown(long hundredths) => Hundredths.Fixed(hundredths);

    private long? Short(bool isArea)
    {
        var shortfalls = Criteria.Where(criterion => criterion.IsArea == isArea && criterion.Kind != CriterionKind.Coverage).Select(criterion => criterion.Shortfall).ToList();
        return shortfalls.Contains(null) ? null : shortfalls.DefaultIfEmpty(0).Max();
    }

    private string? Words(bool isArea) => Short(isArea) is > 0 and { } more ? Criteria.First(criterion => criterion.IsArea == isArea).Amount(more) : null;
}
