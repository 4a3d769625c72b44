using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.EarlierWorks;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>Reads schemes: the versions of a project, and one held against documents and records.</summary>
public sealed class SchemeReader(PortalDbContext db, PolicyShelf policies, WorksLedger ledger, CurrentAccess access)
{
    public Task<Scheme?> FindAsync(Guid id) => db.Schemes.Include(s => s.Items.OrderBy(i => i.Sequence)).Include(s => s.Project!.Estates).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id);

    public Task<List<Scheme>> VersionsAsync(Guid projectId) => db.Schemes.AsNoTracking().Include(s => s.Items).Where(s => s.ProjectId == projectId).OrderByDescending(s => s.Number).ToListAsync();

    /// <summary>The newest version that is not given up; null where there is none.</summary>
    public Task<Scheme?> NewestAsync(Guid projectId) => db.Schemes.AsNoTracking().Where(s => s.ProjectId == projectId && s.State != SchemeState.Discarded).OrderByDescending(s => s.Number).FirstOrDefaultAsync();

    public Task<Project?> ProjectAsync(Guid id) => db.Projects.AsNoTracking().Include(p => p.Estates).SingleOrDefaultAsync(p => p.Id == id);

    public async Task<SchemeList?> ListAsync(Guid projectId, SchemeRevisionForm form)
    {
        if (await ProjectAsync(projectId) is not { } project) return null;
        var versions = await VersionsAsync(projectId);
        return new SchemeList(project, versions.Select(scheme => new SchemeVersion(scheme, Total(scheme))).ToList(), SchemeRules.WhyNotStart(versions), form);
    }

    public async Task<SchemeCheck> CheckAsync(Scheme scheme)
    {
        var ids = scheme.Project!.Estates.OrderBy(e => e.Sequence).Select(e => e.EstateId).ToList();
        var estates = await db.Estates.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new SchemeEstate(e.Id, e.Name, e.BuildingCount, e.HouseholdCount, e.FloorArea)).ToListAsync();
        var buildings = await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.EstateId)).OrderBy(b => b.Sequence).Select(b => new { b.Id, b.EstateId, b.Name }).ToListAsync();
        var ordered = estates.OrderBy(estate => ids.IndexOf(estate.Id)).ToList();
        var places = ordered.Select(estate => new SchemePlace(estate.Id, null, estate.Name))
            .Concat(ordered.SelectMany(estate => buildings.Where(b => b.EstateId == estate.Id).Select(b => new SchemePlace(estate.Id, b.Id, ordered.Count > 1 ? estate.Name + b.Name : b.Name))));
        var view = (await policies.TodayAsync()).AsOf(scheme.Project.ProcessOn);
        return new SchemeCheck(scheme, view, ordered, places.ToDictionary(place => place.BuildingId ?? place.EstateId), await ledger.ReadAsync(ids));
    }

    public async Task<SchemePage?> PageAsync(Guid id)
    {
        if (await FindAsync(id) is not { } scheme) return null;
        var check = await CheckAsync(scheme);
        var others = (await VersionsAsync(scheme.ProjectId)).Where(other => other.Id != id && other.State != SchemeState.Discarded).ToList();
        var files = await AttachmentList.ReadAsync(db, access, AttachmentSubject.Scheme, id, AttachmentKind.Map, AttachmentKind.Photo, AttachmentKind.Scan, AttachmentKind.Proof);
        return new SchemePage(check, others, SchemeRules.WhyNotFix(check), files with { CanAdd = files.CanAdd && scheme.State == SchemeState.Draft });
    }

    private static Domain.Money? Total(Scheme scheme) => scheme.Items.Any(item => item.Cost is not null) ? scheme.Items.Aggregate(Domain.Money.Zero, (sum, item) => sum + (item.Cost ?? Domain.Money.Zero)) : null;
}
