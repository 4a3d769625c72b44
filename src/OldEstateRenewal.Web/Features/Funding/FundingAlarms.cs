using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Acceptances;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Disbursements;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>What audits find again and again, told before they come: money that lies idle, payments above a cap, settlements and final accounts that are late.</summary>
public sealed class FundingAlarms(PortalDbContext db, PolicyShelf policies)
{
    public static IEnumerable<FundingAlarm> OfGrants(IEnumerable<GrantStanding> grants, DateOnly today)
    {
        foreach (var grant in grants)
        {
            if (grant.Receivable > Money.Zero && grant.Last(FundingActKind.Approved) is { } approved) yield return Idle("批复未到位", grant, grant.Receivable, "批复", approved, today);
            if (grant.Unallotted > Money.Zero && grant.Last(FundingActKind.Received) is { } received) yield return Idle("到位未分配", grant, grant.Unallotted, "到位", received, today);
        }
    }

    public async Task<IReadOnlyList<FundingAlarm>> OfProjectsAsync(IReadOnlyList<Project> projects)
    {
        var ids = projects.Select(project => project.Id).ToList();
        var accepted = await db.Acceptances.AsNoTracking().Where(a => ids.Contains(a.ProjectId) && a.Result == AcceptanceResult.Passed).GroupBy(a => a.ProjectId).Select(g => new { g.Key, On = g.Max(a => a.HeldOn) }).ToDictionaryAsync(a => a.Key, a => a.On);
        var settled = await db.CostSheets.AsNoTracking().Where(s => ids.Contains(s.ProjectId) && s.Stage == CostStage.Settlement && s.State == CostState.Fixed).Select(s => s.ProjectId).Distinct().ToListAsync();
        var closed = await db.FinalAccounts.AsNoTracking().Where(a => ids.Contains(a.ProjectId)).Select(a => a.ProjectId).Distinct().ToListAsync();
        var above = await db.PaymentRequests.AsNoTracking().Where(r => ids.Contains(r.ProjectId) && r.ExcessReason != null && r.Steps.All(s => s.Kind != PaymentStepKind.Returned)).OrderBy(r => r.MadeAt).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.ProjectId, r.Number, Contract = r.Contract!.Name, r.ExcessReason }).ToListAsync();
        return projects.SelectMany(project => above.Where(request => request.ProjectId == project.Id)
            .Select(request => new FundingAlarm("超上限", "warn", $"{project.Name}：{request.Contract}第 {request.Number} 次付款超过合同约定的上限，理由：{request.ExcessReason}", $"/payment-requests/{request.Id}"))
            .Concat(accepted.TryGetValue(project.Id, out var on) ? Late(project, on, settled.Contains(project.Id), closed.Contains(project.Id)) : [])).ToList();
    }

    private IEnumerable<FundingAlarm> Late(Project project, DateOnly accepted, bool isSettled, bool isClosed)
    {
        var contracts = $"/projects/{project.Id}/contracts";
        if (!isSettled) yield return Term(project, "结算评审", accepted, accepted.AddDays(MoneyTerms.SettlementDays), contracts);
        if (!isClosed) yield return Term(project, "财务决算", accepted, accepted.AddMonths(MoneyTerms.FinalAccountMonths), contracts);
    }

    private FundingAlarm Term(Project project, string what, DateOnly accepted, DateOnly due, string path)
    {
        var late = policies.Today.DayNumber - due.DayNumber;
        var words = late > 0 ? $"已逾期 {late} 天" : $"还有 {-late} 天";
        return new FundingAlarm(late > 0 ? $"{what}逾期" : $"{what}待办", late > 0 ? "bad" : "", $"{project.Name}：{accepted:yyyy-MM-dd} 验收，{what}按默认期限应于 {due:yyyy-MM-dd} 前完成，{words}", path);
    }

    private static FundingAlarm Idle(string tag, GrantStanding grant, Money amount, string since, DateOnly on, DateOnly today)
    {
        var days = today.DayNumber - on.DayNumber;
        return new FundingAlarm(tag, days >= MoneyTerms.IdleDays ? "bad" : "warn", $"{grant.Grant.Name}：{amount.InYuan()} 元{tag}，最近一次{since}在 {on:yyyy-MM-dd}，已 {days} 天", $"/grants/{grant.Grant.Id}");
    }
}
