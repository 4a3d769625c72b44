using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Archives;

/// <summary>A paper that must lie in the archive, with what is there of it.</summary>
public sealed record ArchivePaper(ProcessPaper Asked, ProjectPaper? Kept)
{
    public bool IsThere => Kept is { HasProof: true };
}

/// <summary>One stage of the checklist.</summary>
public sealed record ArchiveStage(PolicyAnswer<ProcessStage> Stage, DateOnly? ReachedOn, IReadOnlyList<ArchivePaper> Papers);

/// <summary>归档清单: what each stage asks for, and what is missing. Whoever files the last paper is told by the same list that opens the gate.</summary>
public sealed class ArchiveChecklist(PortalDbContext db, PolicyShelf policies)
{
    public async Task<IReadOnlyList<ArchiveStage>> ReadAsync(Project project)
    {
        var papers = await db.ProjectPapers.AsNoTracking().Where(p => p.ProjectId == project.Id).ToListAsync();
        var reached = ProjectSteps.Reached(project.Steps);
        return RenewalProcess.Of((await policies.TodayAsync()).AsOf(project.ProcessOn)).Stages.Select(stage => new ArchiveStage(
            stage, reached.TryGetValue(stage.Item.Key, out var on) ? on : null,
            stage.Item.Papers.Select(asked => new ArchivePaper(asked, papers.FirstOrDefault(kept => kept.StageKey == stage.Item.Key && kept.PaperKey == asked.Key))).ToList())).ToList();
    }

    /// <summary>The gate 归档材料齐全: no paper that any stage of the process asks for is missing.</summary>
    public async Task<Reason> CompleteAsync(Project project, ProcessGate gate)
    {
        var missing = Missing(await ReadAsync(project)).ToList();
        return missing.Count == 0 ? GateBook.Told(gate, true, "各环节要求的材料齐全") : GateBook.Told(gate, false, $"缺 {missing.Count} 件：{string.Join("、", missing)}");
    }

    public static IEnumerable<string> Missing(IEnumerable<ArchiveStage> stages) => stages.SelectMany(stage => stage.Papers.Where(paper => !paper.IsThere).Select(paper => $"{paper.Asked.Name}（{stage.Stage.Item.Name}）"));
}
