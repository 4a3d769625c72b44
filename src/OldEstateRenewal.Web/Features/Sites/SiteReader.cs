using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using Duty = OldEstateRenewal.Web.Security.Duty;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>Reads the site of a project.</summary>
public sealed class SiteReader(PortalDbContext db, ProjectReader projects, PolicyShelf policies, CurrentAccess access, TimeProvider time)
{
    private const string Elsewhere = "其他街道的小区";

    /// <summary>What the newest fixed scheme holds and the site does not yet: ticked beforehand, so that nothing is chosen twice.</summary>
    public async Task<List<string>> OfSchemeAsync(Guid projectId)
    {
        var fixedItems = await db.SchemeItems.Where(i => i.ProjectId == projectId && i.SchemeId == db.Schemes.Where(s => s.ProjectId == projectId && s.State == SchemeState.Fixed).OrderByDescending(s => s.Number).Select(s => s.Id).FirstOrDefault())
            .Select(i => i.ItemKey).ToListAsync();
        var there = await db.SiteItems.Where(i => i.ProjectId == projectId && i.RemovedAt == null).Select(i => i.ItemKey).ToListAsync();
        return fixedItems.Except(there).ToList();
    }

    public async Task<SitePage?> PageAsync(Guid projectId)
    {
        if (await projects.FindAsync(projectId) is not { } project) return null;
        var view = (await policies.TodayAsync()).AsOf(project.ProcessOn);
        var sequence = view.All(PolicySections.Sequence);
        var start = RenewalProcess.Of(view).Find(SiteRules.StartStage);
        var page = new SitePage(project, start, SiteRules.StartedOn(project), sequence.Count > 0 ? sequence[0] : null, await LinesAsync(project), ChinaTime.Today(time))
        {
            Problems = await db.SiteProblems.AsNoTracking().Where(p => p.ProjectId == projectId).Include(p => p.Steps).ToListAsync(),
        };
        return page with { Lines = page.Lines.Select(line => line with { Against = line.StartedOn is null ? SiteRules.WhyNotStart(page, line, page.Today) : [] }).ToList() };
    }

    public static string NameOf(Project project, Guid estateId) => project.Estates.FirstOrDefault(e => e.EstateId == estateId)?.Estate?.Name ?? Elsewhere;

    public async Task<PartiesPage?> PartiesAsync(Guid projectId)
    {
        if (await projects.FindAsync(projectId) is not { } project) return null;
        var parties = await db.SiteParties.AsNoTracking().Where(p => p.ProjectId == projectId).Include(p => p.Attendances).ToListAsync();
        // Residents' names stay in the county.
        var watchers = access.Value.Supervises ? null : await db.SiteWatchers.AsNoTracking().Where(w => w.ProjectId == projectId).OrderBy(w => w.AppointedOn).ThenBy(w => w.Id).ToListAsync();
        var view = (await policies.TodayAsync()).AsOf(project.ProcessOn);
        var statements = view.All(PolicySections.Statements).Where(s => s.Item.Category == "施工组织" || s.Item.Key is "cost-utilities-take-part" or "consent-supervisors" or "consent-quality-supervision").ToList();
        return new PartiesPage(project, parties.OrderBy(p => p.Kind).ThenBy(p => p.RecordedAt).ThenBy(p => p.Id).ToList(), watchers, statements);
    }

    public ProblemsPage ProblemsOf(SitePage page)
    {
        var names = page.Lines.ToDictionary(line => line.Item.Id, line => $"{line.Item.Name}（{line.Place}）");
        var lines = page.Problems.Select(problem => LineOf(page, problem, names)).OrderByDescending(line => line.Age).ThenBy(line => line.Problem.Id).ToList();
        return new ProblemsPage(page.Project, lines);
    }

    public async Task<ProblemPage?> ProblemAsync(Guid projectId, Guid problemId, ProblemStepForm form)
    {
        if (await PageAsync(projectId) is not { } page || ProblemsOf(page).Lines.FirstOrDefault(line => line.Problem.Id == problemId) is not { } line) return null;
        var files = await AttachmentList.ReadAsync(db, access, AttachmentSubject.SiteRecord, problemId, AttachmentKind.Photo, AttachmentKind.Proof);
        return new ProblemPage(page.Project, line, files, form) { AgainstRecheck = SiteRules.WhyNotStep(line.Problem, ProblemStepKind.Passed, access.Value.UserId) };
    }

    public async Task<InspectionsPage?> InspectionsAsync(Guid projectId)
    {
        if (await projects.FindAsync(projectId) is not { } project) return null;
        var inspections = await db.SiteInspections.AsNoTracking().Where(i => i.ProjectId == projectId).OrderByDescending(i => i.On).ThenByDescending(i => i.Id).ToListAsync();
        var found = await db.SiteProblems.AsNoTracking().Where(p => p.ProjectId == projectId && p.InspectionId != null).GroupBy(p => p.InspectionId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count);
        var photos = await PhotosAsync(inspections.Select(i => i.Id).ToList());
        var tests = await db.MaterialTests.AsNoTracking().Where(t => t.ProjectId == projectId).OrderByDescending(t => t.On).ThenByDescending(t => t.Id).ToListAsync();
        return new InspectionsPage(project, inspections.Select(i => new InspectionLine(i, NameOf(project, i.EstateId), found.GetValueOrDefault(i.Id), photos[i.Id].ToList())).ToList(), tests);
    }

    public async Task<PassesPage?> PassesAsync(Guid projectId, PassForm form)
    {
        if (await projects.FindAsync(projectId) is not { } project) return null;
        var passes = await db.GreenPasses.AsNoTracking().Where(p => p.ProjectId == projectId).OrderByDescending(p => p.Year).ThenByDescending(p => p.Number).ToListAsync();
        return new PassesPage(project, passes, form, await PassBasisAsync(project), ChinaTime.Today(time));
    }

    /// <summary>The measures against dust that the documents ask for, in their order; an inspection looks at them one by one.</summary>
    public async Task<IReadOnlyList<PolicyAnswer<SiteMeasure>>> DustAsync(Project project) =>
        (await policies.TodayAsync()).AsOf(project.ProcessOn).All(PolicySections.SiteMeasures).Where(answer => answer.Item.Kind == SiteMeasureKind.Dust).OrderBy(answer => answer.Item.Order).ToList();

    public async Task<PolicyAnswer<PolicyStatement>?> PassBasisAsync(Project project) => (await policies.TodayAsync()).AsOf(project.ProcessOn).Find(PolicySections.Statements, "green-pass");

    /// <summary>The estates of a project, and their buildings, where something can be done.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> PlacesAsync(Project project)
    {
        var ids = project.Estates.Select(e => e.EstateId).ToList();
        var buildings = await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.EstateId)).OrderBy(b => b.Sequence).ThenBy(b => b.Id).Select(b => new { b.Id, b.EstateId, b.Name }).ToListAsync();
        return project.Estates.OrderBy(e => e.Sequence).Where(e => e.Estate is not null)
            .SelectMany(e => buildings.Where(b => b.EstateId == e.EstateId).Select(b => (b.Id, $"{e.Estate!.Name} {b.Name}")).Prepend((e.EstateId, $"{e.Estate!.Name}（全小区）"))).ToList();
    }

    private static ProblemLine LineOf(SitePage page, SiteProblem problem, Dictionary<Guid, string> names) =>
        new(problem, NameOf(page.Project, problem.EstateId), problem.ItemId is { } item ? names.GetValueOrDefault(item) : null, page.Today);

    private async Task<List<SiteLine>> LinesAsync(Project project)
    {
        var items = await db.SiteItems.AsNoTracking().Where(i => i.ProjectId == project.Id && i.RemovedAt == null).Include(i => i.Progress).ToListAsync();
        var places = items.Select(i => i.BuildingId).OfType<Guid>().ToList();
        var buildings = await db.Buildings.AsNoTracking().Where(b => places.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name);
        var photos = await PhotosAsync(items.Select(i => i.Id).ToList());
        var (order, today) = (project.Estates.ToDictionary(e => e.EstateId, e => e.Sequence), ChinaTime.Today(time));
        return items.OrderBy(i => order.GetValueOrDefault(i.EstateId)).ThenBy(i => i.Layer == Domain.Works.WorksPlace.Underground ? 0 : 1).ThenBy(i => i.PlannedStart ?? DateOnly.MaxValue).ThenBy(i => i.AddedAt).ThenBy(i => i.Id)
            .Select(i => new SiteLine(i, NameOf(project, i.EstateId), i.BuildingId is { } building ? buildings.GetValueOrDefault(building) : null, today) { Photos = photos[i.Id].ToList() }).ToList();
    }

    private async Task<ILookup<Guid, Attachment>> PhotosAsync(List<Guid> ids)
    {
        if (!access.May(Duty.ReadAttachments)) return Enumerable.Empty<Attachment>().ToLookup(file => file.SubjectId);
        var files = await db.Attachments.AsNoTracking().Where(a => a.SubjectType == AttachmentSubject.SiteRecord && ids.Contains(a.SubjectId) && a.RemovedAt == null).OrderByDescending(a => a.AddedAt).ThenByDescending(a => a.Id).ToListAsync();
        return files.ToLookup(file => file.SubjectId);
    }
}
