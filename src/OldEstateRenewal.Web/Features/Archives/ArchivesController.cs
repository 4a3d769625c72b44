using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Archives;

public sealed record ArchivePage(Project Project, IReadOnlyList<ArchiveStage> Stages, IReadOnlyList<ArchiveFile> Files)
{
    public IReadOnlyList<string> Missing => ArchiveChecklist.Missing(Stages).ToList();

    public long Size => Files.Sum(file => file.Size);
}

/// <summary>归档: the checklist of a project and its bundle.</summary>
[Route("{county}/projects/{id:guid}"), Requires(Duty.ReadProjects)]
public sealed class ArchivesController(CurrentAccess access, PortalDbContext db, ProjectReader projects, ArchiveChecklist checklist, ArchiveFiles files, ExportTrail trail) : PortalController(access)
{
    private readonly CurrentAccess current = access;

    [HttpGet("archive")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await projects.FindAsync(id) is not { } project) return NotFound();
        return View(new ArchivePage(project, await checklist.ReadAsync(project), current.May(Duty.ReadAttachments) ? await files.ListAsync(project) : []));
    }

    [HttpGet("archive.zip"), Requires(Duty.ReadAttachments)]
    public async Task<IActionResult> ShowBundle(Guid id)
    {
        if (await projects.FindAsync(id) is not { } project) return NotFound();
        await trail.AddArchiveAsync(project.Id, project.Name);
        return new ArchiveBundle(db, project, await checklist.ReadAsync(project), await files.ListAsync(project), Access.Tenant);
    }
}
