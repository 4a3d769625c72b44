using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using PolicyDuty = OldEstateRenewal.Domain.Planning.Duty;

namespace OldEstateRenewal.Web.Features.Responsibilities;

/// <summary>A body with what the documents give it to do, who answers for it, the stages it owes and what is open of them.</summary>
public sealed record BodyLine(string Body, IReadOnlyList<PolicyAnswer<PolicyDuty>> Duties, Officer? Officer, IReadOnlyList<PolicyAnswer<ProcessStage>> Stages, IReadOnlyList<OpenTask> Tasks);

/// <summary>A stage of a project that can be worked on now, or has to be looked at again, and the deadline of the project that presses most: its own or that of a stage behind it.</summary>
public sealed record OpenTask(Guid ProjectId, string Project, StageLine Line, StageLine? Pressing)
{
    public string Street { get; init; } = "";

    public Light Light => Line.Doubts.Count > 0 ? Light.Red : Pressing?.Light ?? Light.None;

    public string? PressingInWords => Line.Doubts.Count > 0 ? string.Join("、", Line.Doubts.Select(doubt => doubt.Again).Distinct()) : Pressing is null ? null : Pressing == Line ? Line.Clock!.InWords : $"{Pressing.Stage.Item.Name}{Pressing.Clock!.InWords}";
}

/// <summary>责任分工: which body owes what, by document; what is open of it, and who answers.</summary>
public sealed class ResponsibilityBook(PortalDbContext db, AuditTrail audit, CurrentAccess access, PolicyShelf policies, ProjectReader projects, TimeProvider time)
{
    public async Task<IReadOnlyList<BodyLine>> ReadAsync()
    {
        var view = await policies.TodayAsync();
        var officers = await OfficersAsync();
        var tasks = (await TasksAsync()).ToLookup(task => task.Line.Stage.Item.Body);
        var stages = RenewalProcess.Of(view).Stages.ToLookup(stage => stage.Item.Body);
        var duties = view.All(PolicySections.Duties).ToLookup(duty => duty.Item.Body);
        var bodies = duties.Select(duty => duty.Key).Concat(stages.Select(stage => stage.Key)).Concat(tasks.Select(task => task.Key)).Distinct();
        return bodies.Select(body => new BodyLine(body, duties[body].ToList(), officers.GetValueOrDefault(body), stages[body].ToList(), tasks[body].OrderByDescending(task => task.Light).ThenBy(task => task.Pressing?.Deadline).ToList())).ToList();
    }

    /// <summary>Who answers for each body now.</summary>
    public async Task<IReadOnlyDictionary<string, Officer>> OfficersAsync() => (await db.Officers.AsNoTracking().ToListAsync()).GroupBy(o => o.Body).ToDictionary(group => group.Key, group => group.MaxBy(o => (o.RecordedAt, o.Id))!);

    /// <summary>Every stage that can be worked on now or has to be looked at again, of the projects the person sees.</summary>
    public async Task<IReadOnlyList<OpenTask>> TasksAsync() =>
        (await projects.OpenRowsAsync()).SelectMany(row => row.Stages.Values.Where(line => line.IsNext || line.Doubts.Count > 0).Select(line => new OpenTask(row.Project.Id, row.Project.Name, line, row.Pressing) { Street = row.Street })).ToList();

    public async Task<bool> NameAsync(OfficerForm form)
    {
        var body = form.Body!.Trim();
        if ((await ReadAsync()).All(line => line.Body != body)) return false;
        var officer = new Officer { Body = body, Leader = form.Leader!.Trim(), Name = form.Name!.Trim(), Phone = form.Phone.OrNull(), RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        db.Officers.Add(officer);
        audit.Add("OfficerNamed", officer, body);
        await db.SaveChangesAsync();
        return true;
    }
}
