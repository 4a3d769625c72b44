using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>Writes projects. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class ProjectService(PortalDbContext db, AuditTrail audit, CurrentAccess access, PolicyShelf policies, ProjectReader reader, AttachmentService attachments, TimeProvider time)
{
    /// <summary>The estates of an issued plan that are in no project yet, in the plan's order.</summary>
    public async Task<(int Year, IReadOnlyList<PlanEstate> Estates)?> OpenEstatesAsync(Guid planId)
    {
        var plan = await db.Plans.AsNoTracking().Where(p => p.Id == planId && p.Steps.Any(s => s.Kind == PlanStepKind.Issued)).Select(p => new { p.Year }).SingleOrDefaultAsync();
        if (plan is null) return null;
        return (plan.Year, await db.PlanEntries.AsNoTracking().Where(e => e.PlanId == planId && !db.ProjectEstates.Any(pe => pe.EstateId == e.EstateId && pe.PlanYear == plan.Year))
            .OrderBy(e => e.Sequence).Select(e => new PlanEstate(e.EstateId, e.Name, e.Street, e.HouseholdCount)).ToListAsync());
    }

    /// <summary>One project of all the chosen estates (片区), or one of each.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(int year, IReadOnlyList<PlanEstate> open, ProjectForm form, bool asOne)
    {
        var chosen = open.Where(estate => form.Estates.Contains(estate.Id)).ToList();
        if (chosen.Count == 0 || chosen.Count != form.Estates.Distinct().Count()) return ["请从计划中选择尚未立项目的小区。"];
        if (asOne && chosen.Count > Project.MostEstates) return [$"一个片区最多 {Project.MostEstates} 个小区。"];
        if (asOne) Make(year, form.Name!.Trim(), form, chosen);
        else foreach (var estate in chosen) Make(year, estate.Name, form, [estate]);
        return await SaveAsync();
    }

    public async Task<bool> EditAsync(Project project, ProjectForm form)
    {
        db.Entry(project).Property(p => p.Version).OriginalValue = form.Version;
        (project.Name, project.ModeKey, project.Remark) = (form.Name!.Trim(), form.ModeKey.OrNull(), form.Remark.OrNull());
        audit.Add("ProjectEdited", project, project.Name);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Reaches a stage; null, here and below, where project or stage are not known.</summary>
    public async Task<IReadOnlyList<string>?> ReachAsync(Guid id, string stageKey, StageForm form)
    {
        if (await LineAsync(id, stageKey) is not var (page, line)) return null;
        if (line.Against.Count > 0) return line.Against;
        if (form.On is not { } on) return ["请填写完成日期，如 2026-11-21。"];
        var process = RenewalProcess.Of((await policies.TodayAsync()).AsOf(page.Project.ProcessOn));
        var facts = new ProcessFacts(ProjectSteps.Reached(page.Project.Steps), new Dictionary<string, Domain.Policies.Reason>(), new HashSet<string>());
        if (line.Stage.Item.WhyNotOn(on, ChinaTime.Today(time), facts, process.Names) is { } wrong) return [wrong];
        Add(page.Project, stageKey, ProjectStepKind.Reached, on, form.Remark, string.Join("\n", line.Standing!.Parts.Select(part => $"{part.Name}：{part.Working}")));
        audit.Add("ProjectStageReached", page.Project, $"{page.Project.Name} · {line.Stage.Item.Name} {on:yyyy-MM-dd}", form.Remark.OrNull());
        return await SaveAsync(page.Project);
    }

    public async Task<IReadOnlyList<string>?> ReopenAsync(Guid id, string stageKey, StageForm form)
    {
        if (await LineAsync(id, stageKey) is not var (page, line)) return null;
        if (line.AgainstReopening.Count > 0 || line.ReachedOn is null) return line.ReachedOn is null ? [$"“{line.Stage.Item.Name}”尚未完成。"] : line.AgainstReopening;
        if (string.IsNullOrWhiteSpace(form.Remark)) return ["请写明退回的原因。"];
        Add(page.Project, stageKey, ProjectStepKind.Reopened, ChinaTime.Today(time), form.Remark);
        audit.Add("ProjectStageReopened", page.Project, $"{page.Project.Name} · {line.Stage.Item.Name}", form.Remark.Trim());
        return await SaveAsync(page.Project);
    }

    /// <summary>Plans the days of stages; what did not change is not written again.</summary>
    public async Task<IReadOnlyList<string>?> ScheduleAsync(Guid id, ScheduleForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return null;
        var changed = page.Stages.Where(line => form.On.GetValueOrDefault(line.Stage.Item.Key) is { } on && on != line.PlannedOn).ToList();
        if (changed.Count == 0) return ["没有改动。"];
        foreach (var line in changed) Add(page.Project, line.Stage.Item.Key, ProjectStepKind.Planned, form.On[line.Stage.Item.Key]!.Value, form.Remark);
        audit.Add("ProjectScheduled", page.Project, $"{page.Project.Name} · {changed.Count} 个环节的计划日期", form.Remark.OrNull());
        return await SaveAsync(page.Project);
    }

    /// <summary>A stage of a project, without asking its gates; null where there is none.</summary>
    public async Task<(Project Project, ProcessStage Stage)?> StageAsync(Guid id, string stageKey)
    {
        if (await reader.FindAsync(id) is not { } project) return null;
        return RenewalProcess.Of((await policies.TodayAsync()).AsOf(project.ProcessOn)).Find(stageKey) is { } stage ? (project, stage.Item) : null;
    }

    public async Task<IReadOnlyList<string>?> AddPaperAsync(Guid id, string stageKey, string paperKey, PaperForm form, IReadOnlyCollection<IFormFile> files)
    {
        if (await StageAsync(id, stageKey) is not var (project, stage) || stage.Papers.FirstOrDefault(paper => paper.Key == paperKey) is not { } asked) return null;
        if (files.Count == 0) return ["请选择要上传的文件。"];
        await db.TakeTurnAsync(project.Id);
        var paper = await db.ProjectPapers.SingleOrDefaultAsync(p => p.ProjectId == project.Id && p.StageKey == stage.Key && p.PaperKey == asked.Key);
        if (paper is null) db.ProjectPapers.Add(paper = new ProjectPaper { ProjectId = project.Id, StageKey = stage.Key, PaperKey = asked.Key, Name = asked.Name, RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() });
        (paper.Number, paper.Issuer, paper.IssuedOn) = (form.Number.OrNull() ?? paper.Number, form.Issuer.OrNull() ?? paper.Issuer, form.IssuedOn ?? paper.IssuedOn);
        audit.Add("ProjectPaperRecorded", paper, $"{project.Name} · {stage.Name} · {asked.Name}");
        await db.SaveChangesAsync();
        var place = new AttachmentPlace(AttachmentSubject.ProjectPaper, paper.Id, project.Estates.MinBy(e => e.Sequence)!.EstateId, $"{project.Name} · {asked.Name}");
        return await attachments.AddAndSaveAsync(place, AttachmentKind.Scan, asked.Name, files);
    }

    private void Make(int year, string name, ProjectForm form, IReadOnlyList<PlanEstate> estates)
    {
        var project = new Project
        {
            TenantId = access.Value.Tenant.Id,
            PlanYear = year,
            Name = name,
            ModeKey = form.ModeKey.OrNull(),
            Remark = form.Remark.OrNull(),
            ProcessOn = ChinaTime.Today(time),
            MadeBy = access.Value.UserName,
            MadeAt = time.GetUtcNow(),
        };
        project.Estates.AddRange(estates.Select((estate, at) => new ProjectEstate { TenantId = project.TenantId, ProjectId = project.Id, EstateId = estate.Id, PlanYear = year, Sequence = at + 1 }));
        db.Projects.Add(project);
        audit.Add("ProjectMade", project, $"{year}年 {name}");
    }

    private async Task<(ProjectPage Page, StageLine Line)?> LineAsync(Guid id, string stageKey)
    {
        await db.TakeTurnAsync(id);
        return await reader.PageAsync(id) is { } page && page.Stages.FirstOrDefault(line => line.Stage.Item.Key == stageKey) is { } line ? (page, line) : null;
    }

    private void Add(Project project, string stageKey, ProjectStepKind kind, DateOnly on, string? remark, string? working = null) => db.ProjectSteps.Add(new ProjectStep
    {
        ProjectId = project.Id,
        StageKey = stageKey,
        Kind = kind,
        On = on,
        Remark = remark.OrNull(),
        Working = working,
        By = access.Value.UserName,
        ById = access.Value.UserId,
        At = time.GetUtcNow(),
    });

    /// <summary>Saves; a step also moves the version of its project, so that two people never overwrite each other.</summary>
    private async Task<IReadOnlyList<string>> SaveAsync(Project? project = null)
    {
        if (project is not null) db.Entry(project).Property(p => p.Version).IsModified = true;
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: ProjectEstate.UniqueInYear })
        {
            return ["所选小区已在该年度的另一个项目中。"];
        }
    }
}
