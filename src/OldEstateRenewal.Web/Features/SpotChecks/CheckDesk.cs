using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>What a city writes of a drawn project: visits with their findings, and verdicts on what was mended.</summary>
public sealed class CheckDesk(CityDesk desk, CurrentAccess access, TimeProvider time)
{
    private static readonly IReadOnlyList<(string Field, string Text)> none = [];

    public async Task<IReadOnlyList<(string Field, string Text)>> VisitAsync(LotPage page, CheckVisitForm form)
    {
        if (CheckRules.WhyNotVisit(form, DateOnly.FromDateTime(page.Closing.At.ToChina().DateTime), page.Today) is { Count: > 0 } refusals) return refusals;
        var lot = page.Line.Lot;
        var visit = new CheckVisit
        {
            TenantId = lot.TenantId,
            ListId = lot.ListId,
            LotId = lot.Id,
            CountyId = lot.CountyId,
            ProjectId = lot.ProjectId,
            VisitedOn = form.VisitedOn!.Value,
            Visitors = form.Visitors!.Trim(),
            Remark = form.Remark.OrNull(),
            By = access.Value.UserName,
            ById = access.Value.UserId,
            At = time.GetUtcNow(),
        };
        var findings = form.Filled.Select((finding, at) => FindingOf(visit, finding, at + 1)).ToList();
        return await SaveAsync("这一天的抽查已登记过。", nameof(form.VisitedOn), async () => await desk.WriteAsync(async own =>
        {
            own.CheckVisits.Add(visit);
            own.CheckFindings.AddRange(findings);
            desk.Note(own, "CheckVisitRecorded", visit, visit.Id, $"{page.Line.Candidate.CountyName} {page.Line.Candidate.ProjectName}", findings.Count == 0 ? "未发现问题" : $"{findings.Count} 个问题");
            await own.SaveChangesAsync();
            return [];
        }));
    }

    public async Task<IReadOnlyList<(string Field, string Text)>> JudgeAsync(FindingLine line, VerdictForm form)
    {
        if (CheckRules.WhyNotJudge(line, form) is { Count: > 0 } refusals) return refusals;
        var verdict = new FindingVerdict
        {
            TenantId = line.Finding.TenantId,
            FindingId = line.Finding.Id,
            MendingId = form.MendingId,
            CountyId = line.Finding.CountyId,
            ProjectId = line.Finding.ProjectId,
            Kind = form.Kind!.Value,
            Reason = form.Reason.OrNull(),
            DueOn = form.DueOn,
            By = access.Value.UserName,
            ById = access.Value.UserId,
            At = time.GetUtcNow(),
        };
        return await SaveAsync("他人刚刚已核验，请刷新后查看。", "", async () => await desk.WriteAsync(async own =>
        {
            own.FindingVerdicts.Add(verdict);
            desk.Note(own, verdict.Kind == FindingVerdictKind.Confirmed ? "FindingClosed" : "MendingSentBack", verdict, verdict.FindingId, $"{line.Candidate.CountyName} {line.Candidate.ProjectName}", verdict.Reason);
            await own.SaveChangesAsync();
            return [];
        }));
    }

    private static CheckFinding FindingOf(CheckVisit visit, CheckFindingForm form, int sequence) => new()
    {
        TenantId = visit.TenantId,
        VisitId = visit.Id,
        LotId = visit.LotId,
        CountyId = visit.CountyId,
        ProjectId = visit.ProjectId,
        Sequence = sequence,
        Text = form.Text!.Trim(),
        Severity = form.Severity!.Value,
        DueOn = form.DueOn!.Value,
    };

    private static async Task<IReadOnlyList<(string Field, string Text)>> SaveAsync(string taken, string field, Func<Task> act)
    {
        try
        {
            await act();
            return none;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return [(field, taken)];
        }
    }
}
