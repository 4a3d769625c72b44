using System.Globalization;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Features.Eligibility;

/// <summary>What is supposed: another document, or another cut-off date.</summary>
public sealed record ComparisonQuery(string? Rule, string? Document, string? BuiltBy);

public sealed record ComparedEstate(EstateCase Case, EligibilityVerdict? Before, EligibilityVerdict? After, EligibilityShift Shift, string Why);

/// <summary>假设测算: what is and what would be, side by side. Nothing is stored.</summary>
public sealed record EligibilityComparison(
    ComparisonQuery Query, IReadOnlyList<PolicyAnswer<EligibilityRule>> Rules, IReadOnlyList<PolicyDocument> Documents, PolicyAnswer<EligibilityRule>? Now, PolicyAnswer<EligibilityRule>? Then,
    string? Supposed, string? Problem, IReadOnlyList<ComparedEstate> Estates)
{
    /// <summary>Estates of which nobody knows when they were built.</summary>
    public IEnumerable<ComparedEstate> WithoutYear => Estates.Where(each => each.Case.Facts.Buildings.Count == 0 || each.Case.Facts.Buildings.All(building => !building.Built.IsKnown));

    public Sum SumOf(EligibilityShift shift) => Sum.Of(Estates.Where(each => each.Shift == shift).Select(each => each.Case));

    public static async Task<EligibilityComparison> ReadAsync(PortalDbContext db, PolicyView view, ComparisonQuery query)
    {
        var rules = view.All(PolicySections.Eligibility);
        var now = rules.FirstOrDefault(rule => rule.Item.Key == query.Rule) ?? rules.FirstOrDefault(rule => rule.Item.Key == EligibilityRules.PlanEntry) ?? (rules is [var first, ..] ? first : null);
        var documents = PolicyBook.Shipped.With(view.Documents).Documents.Where(document => document.Items(PolicySections.Eligibility).Any()).OrderBy(document => document.Key, StringComparer.Ordinal).ToList();
        var empty = new EligibilityComparison(query, rules, documents, now, null, null, null, []);
        if (now is null || (string.IsNullOrWhiteSpace(query.Document) && string.IsNullOrWhiteSpace(query.BuiltBy))) return empty;
        var (other, supposed, problem) = Suppose(view, now, query, documents);
        if (other?.Find(PolicySections.Eligibility, now.Item.Key) is not { } then) return empty with { Problem = problem ?? $"所选文件没有“{now.Item.Name}”的规定，无法比对。" };
        var estates = (await EstateCases.ReadAsync(db)).Where(each => each.Estate.EndedOn is null).Select(each => Compare(each, view, other, now.Item.Key))
            .OrderBy(each => each.Shift).ToList();
        return empty with { Then = then, Supposed = supposed, Estates = estates };
    }

    private static (PolicyView? View, string? Supposed, string? Problem) Suppose(PolicyView view, PolicyAnswer<EligibilityRule> now, ComparisonQuery query, IReadOnlyList<PolicyDocument> documents)
    {
        if (!string.IsNullOrWhiteSpace(query.Document))
        {
            return documents.FirstOrDefault(document => document.Key == query.Document) is { } document
                ? (PolicyBook.Shipped.With(view.Documents).ViewUnder(document, view.On), document.CitedAs, null)
                : (null, null, "请从列出的文件中选择。");
        }

        if (!DateOnly.TryParseExact(query.BuiltBy!.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var builtBy)) return (null, null, "请按 2005-12-31 的样式填写日期。");
        return now.Item.HasCutOff ? (view.WithCutOff(builtBy), $"建成不晚于 {builtBy:yyyy-MM-dd}", null) : (null, null, $"“{now.Item.Name}”没有规定建成年代的截止日期，改换日期不影响结论；请改选其他文件比对。");
    }

    private static ComparedEstate Compare(EstateCase each, PolicyView view, PolicyView other, string rule)
    {
        var (before, after) = (view.VerdictOf(rule, each.Facts), other.JudgeEligibility(rule, each.Facts));
        var why = after is null ? "" : WhyNot.Words(after.Decisive.Select(reason => (reason.Outcome, reason.Name)));
        return new ComparedEstate(each, before, after?.Verdict, EligibilityShifts.Compare(before, after?.Verdict), why);
    }
}
