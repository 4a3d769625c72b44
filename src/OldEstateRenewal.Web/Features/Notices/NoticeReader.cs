using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Holidays;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>Reads notices: those of a project, or one with its term, photographs and objections.</summary>
public sealed class NoticeReader(PortalDbContext db, CurrentAccess access, PolicyShelf policies, CountyCalendar calendar, TimeProvider time)
{
    private const int MostPlans = 3;

    public Task<Project?> ProjectAsync(Guid id) => db.Projects.AsNoTracking().Include(p => p.Estates.OrderBy(e => e.Sequence)).ThenInclude(e => e.Estate).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id);

    public Task<Notice?> FindAsync(Guid id) => db.Notices.Include(n => n.Photos).SingleOrDefaultAsync(n => n.Id == id);

    /// <summary>What the documents that hold for the project say of notices.</summary>
    public async Task<IReadOnlyList<PolicyAnswer<NoticeRule>>> RulesAsync(Project? project) => (project is null ? await policies.TodayAsync() : (await policies.TodayAsync()).AsOf(project.ProcessOn)).All(PolicySections.Notices);

    public async Task<SchemeVersions> VersionsAsync(Guid? project) => project is { } id ? await SchemeVersions.ReadAsync(db, id) : new SchemeVersions([]);

    /// <summary>The form of a notice, of a project or of the county.</summary>
    public async Task<NoticeEditor> EditorAsync(Project? project, Notice? notice, NoticeForm form) =>
        new(project, notice, form, await RulesAsync(project), project is null ? [] : await ResultsAsync(project), null) { Versions = await VersionsAsync(project?.Id) };

    public async Task<NoticeList?> ListAsync(Guid projectId)
    {
        if (await ProjectAsync(projectId) is not { } project) return null;
        return new NoticeList(project, await LinesAsync(db.Notices.Where(n => n.ProjectId == projectId)), await RulesAsync(project), []);
    }

    /// <summary>The notices of the county itself.</summary>
    public async Task<NoticeList> CountyAsync()
    {
        var plans = await db.Plans.AsNoTracking().Where(p => p.Entries.Any()).Select(p => new { p.Id, p.Year, p.Revision }).ToListAsync();
        return new NoticeList(null, await LinesAsync(db.Notices.Where(n => n.ProjectId == null)), await RulesAsync(null), plans.GroupBy(p => p.Year).OrderByDescending(group => group.Key).Select(group => new PlanChoice(group.MaxBy(p => p.Revision)!.Id, group.Key)).Take(MostPlans).ToList());
    }

    private async Task<List<NoticeLine>> LinesAsync(IQueryable<Notice> notices)
    {
        var book = await calendar.ReadAsync();
        return (await notices.AsNoTracking().OrderByDescending(n => n.MadeAt).ThenByDescending(n => n.Id).ToListAsync()).Select(notice => new NoticeLine(notice, notice.Term(book))).ToList();
    }

    public async Task<NoticePage?> PageAsync(Guid id) => await FindAsync(id) is { } notice ? await PageAsync(notice) : null;

    public async Task<NoticePage> PageAsync(Notice notice)
    {
        var (project, book) = (notice.ProjectId is { } id ? await ProjectAsync(id) : null, await calendar.ReadAsync());
        var term = notice.Term(book);
        var series = await db.Notices.AsNoTracking().Where(n => n.SeriesId == notice.SeriesId).OrderByDescending(n => n.Revision).ToListAsync();
        var rule = (await RulesAsync(project)).FirstOrDefault(rule => rule.Item.Key == notice.RuleKey);
        return new NoticePage(notice, project, rule, term, term is null ? null : book.Caveat(term), ChinaTime.Today(time), series, await PhotosAsync(notice), await ObjectionsAsync(notice.SeriesId)) { Versions = await VersionsAsync(notice.ProjectId) };
    }

    /// <summary>Both ends of a term that would begin today, for the choice.</summary>
    public async Task<(Term Term, string? Caveat)> PreviewAsync(TermRule rule)
    {
        var book = await calendar.ReadAsync();
        var term = rule.From(ChinaTime.Today(time), book.Calendar);
        return (term, book.Caveat(term));
    }

    public async Task<IReadOnlyList<ResultChoice>> ResultsAsync(Project project)
    {
        var ids = project.Estates.Select(e => e.EstateId).ToList();
        return await db.Ballots.AsNoTracking().Where(b => ids.Contains(b.EstateId) && b.State == BallotState.Closed && db.BallotResults.Any(r => r.BallotId == b.Id)).OrderByDescending(b => b.ClosedAt).Select(b => new ResultChoice(b.Id, b.Estate!.Name + " · " + b.Name)).ToListAsync();
    }

    /// <summary>A city reads no files and no objections: both tell of people.</summary>
    private async Task<List<NoticeObjection>> ObjectionsAsync(Guid series) => access.Value.Supervises ? [] : await db.NoticeObjections.Include(o => o.Replies).Where(o => o.SeriesId == series).OrderBy(o => o.Number).ToListAsync();

    private async Task<List<PhotoLine>> PhotosAsync(Notice notice)
    {
        if (access.Value.Supervises || notice.Photos.Count == 0) return [];
        var ids = notice.Photos.Select(photo => photo.AttachmentId).ToList();
        var files = await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.Id) && a.RemovedAt == null).ToDictionaryAsync(a => a.Id);
        return notice.Photos.Where(photo => files.ContainsKey(photo.AttachmentId)).OrderBy(photo => photo.Phase).ThenBy(photo => photo.TakenOn).Select(photo => new PhotoLine(photo, files[photo.AttachmentId])).ToList();
    }
}
