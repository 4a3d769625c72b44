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
        var terms = (await TermsAsync(ids)).ToLookup(term => term.ProjectId);
        var above = await db.PaymentRequests.AsNoTracking().Where(r => ids.Contains(r.ProjectId) && r.ExcessReason != null && r.Steps.All(s => s.Kind != PaymentStepKind.Returned)).OrderBy(r => r.MadeAt).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.ProjectId, r.Number, Contract = r.Contract!.Name, r.ExcessReason }).ToListAsync();
        return projects.SelectMany(project => above.Where(request => request.ProjectId == project.Id)
            .Select(request => new FundingAlarm("超上限", "warn", $"{project.Name}：{request.Contract}第 {request.Number} 次付款超过合同约定的上限，理由：{request.ExcessReason}", $"/payment-requests/{request.Id}"))
            .Concat(terms[project.Id].Select(Alarm))).ToList();
    }

    /// <summary>The terms that run from an acceptance and are not met yet: of some projects, or of all.</summary>
    public async Task<IReadOnlyList<MoneyTerm>> TermsAsync(IReadOnlyCollection<Guid>? of = null)
    {
        var passed = db.Acceptances.AsNoTracking().Where(a => a.Result == AcceptanceResult.Passed);
        if (of is not null) passed = passed.Where(a => of.Contains(a.ProjectId));
        var accepted = await passed.GroupBy(a => a.ProjectId).Select(g => new { g.Key, On = g.Max(a => a.HeldOn) }).ToDictionaryAsync(a => a.Key, a => a.On);
        var ids = accepted.Keys.ToList();
        var settled = await db.CostSheets.AsNoTracking().Where(s => ids.Contains(s.ProjectId) && s.Stage == CostStage.Settlement && s.State == CostState.Fixed).Select(s => s.ProjectId).Distinct().ToListAsync();
        var closed = await db.FinalAccounts.AsNoTracking().Where(a => ids.Contains(a.ProjectId)).Select(a => a.ProjectId).Distinct().ToListAsync();
        var names = await db.Projects.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync();
        return names.SelectMany(project => Terms(project.Id, project.Name, accepted[project.Id]).Where(term => !(term.What == MoneyTerm.Settlement ? settled : closed).Contains(project.Id))).ToList();
    }

    private static MoneyTerm[] Terms(Guid project, string name, DateOnly accepted) =>
    [
        new(project, name, MoneyTerm.Settlement, accepted, accepted.AddDays(MoneyTerms.SettlementDays)),
        new(project, name, MoneyTerm.FinalAccount, accepted, accepted.AddMonths(MoneyTerms.FinalAccountMonths)),
    ];

    private FundingAlarm Alarm(MoneyTerm term)
    {
        var late = policies.Today.DayNumber - term.DueOn.DayNumber;
        var words = late > 0 ? $"已逾期 {late} 天" : $"还有 {-late} 天";
        return new FundingAlarm(late > 0 ? $"{term.What}逾期" : $"{term.What}待办", late > 0 ? "bad" : "", $"{term.Project}：{term.AcceptedOn:yyyy-MM-dd} 验收，{term.What}按默认期限应于 {term.DueOn:yyyy-MM-dd} 前完成，{words}", term.Path);
    }

    private static FundingAlarm Idle(string tag, GrantStanding grant, Money amount, string since, DateOnly on, DateOnly today)
    {
        var days = today.DayNumber - on.DayNumber;
        return new FundingAlarm(tag, days >= MoneyTerms.IdleDays ? "bad" : "warn", $"{grant.Grant.Name}：{amount.InYuan()} 元{tag}，最近一次{since}在 {on:yyyy-MM-dd}，已 {days} 天", $"/grants/{grant.Grant.Id}");
    }
}
