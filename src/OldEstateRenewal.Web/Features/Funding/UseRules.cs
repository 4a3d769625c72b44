using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>Why money may not be given this use: the documents forbid it, the line is covered, or the allotment has no more.</summary>
public static class UseRules
{
    public static IReadOnlyList<string> WhyNot(ProjectFunding page, UseLine line, GrantStanding grant, Money amount)
    {
        var reasons = Forbidden(page, line, grant).ToList();
        if (amount > line.Gap) reasons.Add($"{amount.InYuan()} 元超过“{line.Name}”的缺口 {line.Gap.InYuan()} 元（应承担 {line.Amount.InYuan()}，已安排 {line.Used.InYuan()}）。");
        if (amount > page.SurplusOf(grant)) reasons.Add($"{amount.InYuan()} 元超过“{grant.Grant.Name}”尚可安排的 {page.SurplusOf(grant).InYuan()} 元（已分配 {grant.AllottedTo(page.Project.Id).InYuan()}，已安排 {grant.UsedBy(page.Project.Id).InYuan()}）。");
        return reasons;
    }

    /// <summary>Each clause that forbids it, with what the line is known to be.</summary>
    public static IEnumerable<string> Forbidden(ProjectFunding page, UseLine line, GrantStanding grant) => FundingCheck.Refuse(page.View, grant.Grant.SourceKey, line.Works)
        .Select(refusal => $"“{grant.Grant.SourceName}”不得用于“{line.Cost.Name}”：{refusal.Text}{(refusal.Citation is { } citation ? $"（{citation}）" : "")}。{(refusal.Warning is { } warning ? $"{warning}。" : "")}");
}
