using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>How a project stands before the gates that its site answers for.</summary>
public sealed class SiteGate(PortalDbContext db)
{
    private static readonly PartyKind[] needed = [PartyKind.Contractor, PartyKind.Supervisor];

    public Task<Reason> AnswerAsync(Project project, ProcessGate gate) => gate.Kind == GateKind.PartiesNamed ? PartiesAsync(project, gate) : WorksAsync(project, gate);

    private async Task<Reason> PartiesAsync(Project project, ProcessGate gate)
    {
        var parties = await db.SiteParties.AsNoTracking().Where(p => p.ProjectId == project.Id && p.EndedAt == null && needed.Contains(p.Kind)).OrderBy(p => p.RecordedAt).ToListAsync();
        var missing = needed.Except(parties.Select(p => p.Kind)).ToList();
        return missing.Count > 0
            ? GateBook.Told(gate, false, $"尚未登记{string.Join("、", missing.Select(kind => kind.Name()))}")
            : GateBook.Told(gate, true, string.Join("；", needed.Select(kind => $"{kind.Name()}：{string.Join("、", parties.Where(p => p.Kind == kind).Select(p => p.Firm))}")));
    }

    private async Task<Reason> WorksAsync(Project project, ProcessGate gate)
    {
        var items = await db.SiteItems.AsNoTracking().Where(i => i.ProjectId == project.Id && i.RemovedAt == null).Include(i => i.Progress).ToListAsync();
        if (items.Count == 0) return GateBook.Told(gate, false, "尚未登记施工内容");
        var problems = await db.SiteProblems.AsNoTracking().Where(p => p.ProjectId == project.Id && p.Severity == ProblemSeverity.Severe).Include(p => p.Steps).ToListAsync();
        var unfinished = items.Where(i => i.Progress.MaxBy(p => (p.At, p.Id))?.FinishedOn is null).Select(i => i.Name).ToList();
        var severe = problems.Count(p => p.State != ProblemState.Closed);
        List<string> against = [.. unfinished.Count > 0 ? [$"{items.Count} 项中 {unfinished.Count} 项未完工：{string.Join("、", unfinished)}"] : Array.Empty<string>(), .. severe > 0 ? [$"严重问题 {severe} 个未销号"] : Array.Empty<string>()];
        return against.Count > 0 ? GateBook.Told(gate, false, string.Join("；", against)) : GateBook.Told(gate, true, $"{items.Count} 项全部完工，无未销号的严重问题");
    }
}
