using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Features.Eligibility;

/// <summary>What the board is asked for: rule, verdict, reason, street.</summary>
public sealed record EligibilityQuery(string? Rule, EligibilityVerdict? Verdict, string? Reason, Guid? Street, Outcome? Found = null, int Page = 1)
{
    public const int PageSize = 50;

    public int Number => Math.Clamp(Page, 1, 100_000);
}

public sealed record JudgedEstate(EstateCase Case, EligibilityResult Result)
{
    public string Why => WhyNot.Words(Result.Decisive.Select(reason => (reason.Outcome, reason.Name)));
}

/// <summary>Decisive reasons in one line: 不符合：甲、乙；待查：丙.</summary>
public static class WhyNot
{
    public static string Words(IEnumerable<(Outcome Outcome, string Name)> reasons) =>
        string.Join("；", reasons.GroupBy(reason => reason.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Key.InWords()}：{string.Join("、", group.Select(reason => reason.Name))}"));
}

/// <summary>How many, with their figures; estates without figures are counted all the same.</summary>
public sealed record Sum(int Estates, long Households, Area Area)
{
    public static Sum Of(IEnumerable<EstateCase> cases) => cases.Aggregate(
        new Sum(0, 0, Area.Zero), (sum, each) => new(sum.Estates + 1, sum.Households + (each.Estate.HouseholdCount ?? 0), sum.Area + (each.Estate.FloorArea ?? Area.Zero)));
}

public sealed record VerdictCount(EligibilityVerdict Verdict, Sum Sum);

public sealed record ReasonCount(string Key, string Name, Outcome Outcome, Sum Sum);

/// <summary>All estates under one rule: how they stand, why not, and those asked for.</summary>
public sealed record EligibilityBoard(EligibilityQuery Query, IReadOnlyList<PolicyAnswer<EligibilityRule>> Rules, PolicyAnswer<EligibilityRule>? Rule, IReadOnlyList<VerdictCount> Verdicts, IReadOnlyList<ReasonCount> Reasons, IReadOnlyList<JudgedEstate> Found)
{
    public IEnumerable<JudgedEstate> Shown => Found.Skip((Query.Number - 1) * EligibilityQuery.PageSize).Take(EligibilityQuery.PageSize);

    public int LastPage => Math.Max(1, (Found.Count + EligibilityQuery.PageSize - 1) / EligibilityQuery.PageSize);

    /// <summary>What was asked for, in words: for the page and on the printed list.</summary>
    public string Filter => string.Join("，", new[]
    {
        Query.Verdict is { } verdict ? $"结论：{EligibilityResult.Words(verdict)}" : null,
        Query.Reason is null ? null : $"原因：{Reasons.FirstOrDefault(reason => reason.Key == Query.Reason)?.Name ?? Query.Reason}{(Query.Found is { } outcome ? $"（{outcome.InWords()}）" : "")}",
        Query.Street is null ? null : $"街道：{Found.Select(each => each.Case.Estate.Street?.Name).FirstOrDefault() ?? "所选街道"}",
    }.OfType<string>());

    public static async Task<EligibilityBoard> ReadAsync(PortalDbContext db, PolicyView view, EligibilityQuery query)
    {
        var rules = view.All(PolicySections.Eligibility);
        var rule = rules.FirstOrDefault(each => each.Item.Key == query.Rule) ?? rules.FirstOrDefault(each => each.Item.Key == EligibilityRules.PlanEntry) ?? (rules is [var first, ..] ? first : null);
        if (rule is null) return new EligibilityBoard(query, rules, null, [], [], []);
        var estates = (await EstateCases.ReadAsync(db)).Where(each => each.Estate.EndedOn is null && (query.Street is null || each.Estate.StreetId == query.Street));
        var judged = estates.Select(each => new JudgedEstate(each, view.JudgeEligibility(rule.Item.Key, each.Facts)!)).ToList();
        var verdicts = Enum.GetValues<EligibilityVerdict>().Reverse().Select(verdict => new VerdictCount(verdict, Sum.Of(judged.Where(each => each.Result.Verdict == verdict).Select(each => each.Case)))).ToList();
        var reasons = judged.SelectMany(each => each.Result.Decisive.Select(reason => (reason.Key, reason.Name, reason.Outcome, each.Case))).GroupBy(each => (each.Key, each.Outcome))
            .Select(group => new ReasonCount(group.Key.Key, group.First().Name, group.Key.Outcome, Sum.Of(group.Select(each => each.Case)))).OrderByDescending(reason => reason.Sum.Estates).ThenBy(reason => reason.Key, StringComparer.Ordinal).ToList();
        var found = judged.Where(each => (query.Verdict is null || each.Result.Verdict == query.Verdict) && (query.Reason is null || each.Result.Decisive.Any(reason => reason.Key == query.Reason && (query.Found is null || reason.Outcome == query.Found)))).ToList();
        return new EligibilityBoard(query with { Rule = rule.Item.Key }, rules, rule, verdicts, reasons, found);
    }
}
