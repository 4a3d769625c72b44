using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>How the ages of buildings decide about the estate (按栋认定后如何汇总到小区).</summary>
public enum AgeRollUp
{
    /// <summary>Every building must pass; when only some do, a person decides (部分楼栋符合的由人工认定).</summary>
    EveryBuilding,

    /// <summary>One building that passes brings the estate in (同一小区含有更晚楼栋的，一并列入).</summary>
    AnyBuilding,
}

/// <summary>
/// What lies behind the cut-off but is left to a person (人工认定的时段). <see cref="Until"/> null: however late.
/// </summary>
public sealed record ReviewBand(string Name, DateOnly? Until, Citation Citation);

/// <summary>
/// Built on or before a date (建成年代截止日), judged per building and rolled up. A building whose known span reaches across the
/// cut-off is unknown, not passed.
/// </summary>
internal sealed record BuiltByCondition(string Key, string Name, Citation Citation, DateOnly Date, AgeRollUp RollUp, ReviewBand? Review) : Condition(Key, Name, Citation)
{
    public override string InWords => $"{Name}（建成不晚于{Date:yyyy-MM-dd}{(Review is null ? "" : Review.Until is { } until ? $"；至{until:yyyy-MM-dd}的人工认定" : "；更晚的人工认定")}）";

    public override IEnumerable<string> CutOffKeys => [Key];

    internal override Condition WithCutOff(DateOnly builtBy) =>
        this with { Name = $"建成不晚于{builtBy:yyyy-MM-dd}（假设）", Date = builtBy, Review = Review?.Until <= builtBy ? null : Review };

    internal override Reason Judge(EligibilityCase what)
    {
        var buildings = what.Facts.Buildings.Select(building => JudgeBuilding(building, what) with { OfBuilding = true }).ToList();
        if (buildings.Count == 0)
            return Reason.Single(Key, Name, Outcome.Unknown, "未登记楼栋及建成时间", Citation) with { Missing = new MissingFact("built", "建成时间", null) };
        var outcome = Together(buildings.Select(building => building.Outcome).ToList());
        var partly = RollUp == AgeRollUp.EveryBuilding && outcome == Outcome.Review && buildings.Any(building => building.Outcome == Outcome.Failed);
        if (partly && what.IsRecognised(Key)) outcome = Outcome.Passed;
        return new Reason(Key, Name, outcome, $"{buildings.Count} 栋，{Counts(buildings)}{(partly ? "，只有部分楼栋符合" : "")} → {outcome.InWords()}", Citation, buildings);
    }

    internal static BuiltByCondition Read(PolicyNode node, Citation above)
    {
        var own = node.CitationOr(above);
        var date = node.Date("date");
        var review = node.OptionalObject("review") is { } band ? new ReviewBand(band.Text("name"), band.OptionalDate("until"), band.CitationOr(own)) : null;
        if (review?.Until <= date) node.Wrong("review", "晚于截止日的时段（until 晚于 date）", 0);
        return new(node.OptionalText("key") ?? "built", node.Text("name"), own, date, node.OptionalChoice<AgeRollUp>("estate") ?? AgeRollUp.EveryBuilding, review);
    }

    private Reason JudgeBuilding(BuildingFacts building, EligibilityCase what)
    {
        if (building.Built is not { Earliest: { } earliest, Latest: { } latest })
            return Asking(building, "建成时间未知");
        var outcome = OutcomeOn(earliest);
        if (outcome != OutcomeOn(latest)) return Asking(building, $"{building.Built.InWords}建成，与{Date:yyyy-MM-dd}相比不能确定，须查明到日");
        var working = $"{building.Built.InWords}建成，{(latest <= Date ? "不晚于" : "晚于")}{Date:yyyy-MM-dd}";
        if (outcome != Outcome.Review) return Reason.Single(building.Name, building.Name, outcome, working, Citation);
        return what.IsRecognised(Key)
            ? Reason.Single(building.Name, building.Name, Outcome.Passed, $"{working}，已经人工认定", Review!.Citation)
            : Reason.Single(building.Name, building.Name, Outcome.Review, $"{working}，{Review!.Name}", Review.Citation);
    }

    private Outcome OutcomeOn(DateOnly day) =>
        day <= Date ? Outcome.Passed
        : Review is not null && !(day > Review.Until) ? Outcome.Review
        : Outcome.Failed;

    private Outcome Together(List<Outcome> buildings) =>
        RollUp == AgeRollUp.AnyBuilding ? Outcomes.Any(buildings)
        : buildings.Contains(Outcome.Unknown) ? Outcome.Unknown
        : buildings.Contains(Outcome.Failed) && buildings.Max() > Outcome.Failed ? Outcome.Review
        : Outcomes.All(buildings);

    private Reason Asking(BuildingFacts building, string why) =>
        Reason.Single(building.Name, building.Name, Outcome.Unknown, why, Citation) with { Missing = new MissingFact("built", "建成时间", building.Name) };

    private static string Counts(List<Reason> buildings) =>
        string.Join("、", buildings.GroupBy(building => building.Outcome).OrderByDescending(group => group.Key).Select(group => $"{group.Key.InWords()} {group.Count()} 栋"));
}
