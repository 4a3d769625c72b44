using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Acceptances;

/// <summary>Reads the acceptance of a project: meetings, defects, spot checks, confirmations.</summary>
public sealed class AcceptanceBook(PortalDbContext db, ProjectReader projects, PolicyShelf policies, CurrentAccess access, TimeProvider time)
{
    public async Task<AcceptanceBoard?> BoardAsync(Guid projectId)
    {
        if (await projects.PageAsync(projectId) is not { } page) return null;
        var line = AcceptanceRules.LineOf(page);
        var confirmers = page.Stages.SelectMany(stage => stage.Stage.Item.Gates).Where(gate => gate.Kind == GateKind.Confirmed).SelectMany(gate => (gate.Rule ?? "").Split(AcceptanceGates.Separator, StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        return new AcceptanceBoard(
            page, line, await PartiesAsync(page.Project), await MeetingsAsync(projectId), await DefectsAsync(projectId),
            await db.SpotChecks.AsNoTracking().Where(c => c.ProjectId == projectId).OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id).ToListAsync(), confirmers,
            await db.AcceptanceConfirmations.AsNoTracking().Include(c => c.Estate).Where(c => c.ProjectId == projectId).OrderByDescending(c => c.RecordedAt).ThenByDescending(c => c.Id).ToListAsync(), ChinaTime.Today(time))
        { WhyNotAct = AcceptanceRules.WhyNotAct(line, access.Value.Role) };
    }

    /// <summary>The parties whom the documents of the project name, those that call the meeting first.</summary>
    public async Task<IReadOnlyList<PolicyAnswer<AcceptanceParty>>> PartiesAsync(Project project) =>
        (await policies.TodayAsync()).AsOf(project.ProcessOn).All(PolicySections.Acceptance).OrderByDescending(party => party.Item.Organises).ToList();

    public Task<Acceptance?> FindAsync(Guid id) => db.Acceptances.Include(a => a.Seats.OrderBy(s => s.Sequence)).SingleOrDefaultAsync(a => a.Id == id);

    /// <summary>As it is kept, whatever was typed.</summary>
    public Task<Acceptance> KeptAsync(Guid id) => db.Acceptances.AsNoTracking().Include(a => a.Seats).SingleAsync(a => a.Id == id);

    public async Task<AcceptanceSheet?> SheetAsync(Guid id)
    {
        if (await FindAsync(id) is not { } acceptance || await projects.PageAsync(acceptance.ProjectId) is not { } page) return null;
        var (defects, superseded) = (await DefectsAsync(acceptance.ProjectId), await IsSupersededAsync(acceptance));
        return new AcceptanceSheet(
            acceptance, page, defects, superseded, AcceptanceRules.WhyNotPass(acceptance, defects), AcceptanceRules.WhyNotConclude(acceptance, page, superseded, access.Value.Role),
            await AttachmentList.ReadAsync(db, access, AttachmentSubject.Acceptance, id, AttachmentKind.Scan, AttachmentKind.Photo));
    }

    public async Task<DefectSheet?> DefectAsync(Guid id, DefectStepForm form)
    {
        var defect = await db.AcceptanceDefects.Include(d => d.Project).Include(d => d.Steps).SingleOrDefaultAsync(d => d.Id == id);
        return defect is null ? null : new DefectSheet(
            defect, AcceptanceRules.WhyNotMend(defect), AcceptanceRules.WhyNotCheck(defect, access.Value.UserId), form, ChinaTime.Today(time),
            await AttachmentList.ReadAsync(db, access, AttachmentSubject.AcceptanceDefect, id, AttachmentKind.Photo, AttachmentKind.Scan));
    }

    public async Task<bool> IsSupersededAsync(Acceptance acceptance) =>
        await db.Acceptances.Where(a => a.ProjectId == acceptance.ProjectId).OrderByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id).Select(a => a.Id).FirstAsync() != acceptance.Id;

    private Task<List<Acceptance>> MeetingsAsync(Guid projectId) =>
        db.Acceptances.AsNoTracking().Include(a => a.Seats.OrderBy(s => s.Sequence)).Where(a => a.ProjectId == projectId).OrderByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id).ToListAsync();

    private Task<List<AcceptanceDefect>> DefectsAsync(Guid projectId) => db.AcceptanceDefects.AsNoTracking().Include(d => d.Steps).Where(d => d.ProjectId == projectId).OrderBy(d => d.Number).ToListAsync();
}
