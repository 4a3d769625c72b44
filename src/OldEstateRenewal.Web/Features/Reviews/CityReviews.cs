using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>
/// 市级会审: what the counties have sent, read through the supervisors' database role; the decision is written in the city's own tenant, by the app's role, in a transaction of its own.
/// </summary>
public sealed class CityReviews(PortalDbContext db, PortalDatabase database, CurrentAccess access, TimeProvider time)
{
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    public async Task<IReadOnlyList<CityLine>> QueueAsync() => (await LinesAsync(null)).OrderBy(line => line.State != ReviewState.Open).ThenBy(line => line.SentOn).ToList();

    public async Task<CityCase?> CaseAsync(Guid id, DecisionForm form)
    {
        if ((await LinesAsync(id)).SingleOrDefault() is not { } line) return null;
        var told = await db.Reviews.IgnoreQueryFilters(unfiltered).Where(r => r.Id == id).Select(r => new { r.Scheme!.Text, Missing = db.ReviewPackets.IgnoreQueryFilters(unfiltered).Where(p => p.TenantId == r.TenantId && p.ReviewId == id).Select(p => p.Missing).FirstOrDefault() }).SingleAsync();
        var decisions = await db.ReviewDecisions.AsNoTracking().Where(d => d.ReviewId == id).OrderByDescending(d => d.At).ToListAsync();
        return new CityCase(line, told.Text ?? "", told.Missing, decisions, form);
    }

    public async Task<IReadOnlyList<string>> DecideAsync(CityCase page, DecisionForm form)
    {
        if (form.HasPassed is not { } passed) return ["请选择通过或退回。"];
        if (!passed && form.Reasons.OrNull() is null) return ["退回的，请写明理由。"];
        if (form.On is not { } on || on < page.Line.SentOn || on > ChinaTime.Today(time)) return [$"会审日期应在报送之日 {page.Line.SentOn:yyyy-MM-dd} 至今天之间。"];
        if (page.Decisions.Count > 0 && form.Reasons.OrNull() is null) return ["更正已作的决定，请写明理由。"];
        var review = await db.Reviews.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(r => r.Id == page.Line.Id).Select(r => new { r.TenantId, r.ProjectId }).SingleAsync();
        var city = access.Value;
        await database.InTransactionAsync(TenantScope.OfTenant(city.Tenant.Id), own =>
        {
            var decision = new ReviewDecision { TenantId = city.Tenant.Id, CountyId = review.TenantId, ProjectId = review.ProjectId, ReviewId = page.Line.Id, HasPassed = passed, Reasons = form.Reasons.OrNull(), Experts = form.Experts.OrNull(), On = on, By = city.Tenant.Name, ById = city.UserId, At = time.GetUtcNow() };
            own.ReviewDecisions.Add(decision);
            own.AuditEntries.Add(new AuditEntry { At = time.GetUtcNow(), UserId = city.UserId, By = city.UserName, Kind = "ReviewDecided", SubjectType = nameof(ReviewDecision), SubjectId = decision.Id, Subject = $"{page.Line.County} {page.Line.Project} · {(passed ? "通过" : "退回")}", Changes = "{}", Remark = decision.Reasons });
            return own.SaveChangesAsync();
        });
        return [];
    }

    private async Task<List<CityLine>> LinesAsync(Guid? id)
    {
        var city = access.Value.Tenant.Id;
        var rows = await (
            from review in db.Reviews.IgnoreQueryFilters(unfiltered).AsNoTracking()
            join tenant in db.Tenants on review.TenantId equals tenant.Id
            where review.Kind == ReviewKind.City && tenant.AncestorIds.Contains(city) && (id == null || review.Id == id)
            orderby review.Id descending
            select new { review.Id, tenant.Key, County = tenant.Name, Project = review.Project!.Name, review.Scheme!.Number, review.OpenedOn, Size = db.ReviewPackets.IgnoreQueryFilters(unfiltered).Where(p => p.TenantId == review.TenantId && p.ReviewId == review.Id).Select(p => (int?)p.Size).FirstOrDefault() }).Take(500).ToListAsync();
        var ids = rows.Select(row => row.Id).ToList();
        var decisions = (await db.ReviewDecisions.AsNoTracking().Where(d => ids.Contains(d.ReviewId)).ToListAsync()).GroupBy(d => d.ReviewId).ToDictionary(group => group.Key, group => group.MaxBy(d => (d.At, d.Id))!);
        return rows.Select(row => new CityLine(row.Id, row.Key, row.County, row.Project, $"第{row.Number}版", row.OpenedOn, row.Size, decisions.GetValueOrDefault(row.Id))).ToList();
    }
}
