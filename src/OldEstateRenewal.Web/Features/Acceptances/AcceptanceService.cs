using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Acceptances;

/// <summary>Writes acceptances. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class AcceptanceService(PortalDbContext db, AuditTrail audit, CurrentAccess access, AcceptanceBook book, ProjectReader projects, TimeProvider time)
{
    public const string Stale = "他人刚刚修改了此记录，这次没有保存。您填写的内容仍在下方，请核对后再保存。";

    public async Task<(Acceptance? Acceptance, IReadOnlyList<string> Refusals)> RecordAsync(ProjectPage page, AcceptanceForm form)
    {
        await db.TakeTurnAsync(page.Project.Id);
        var last = await db.Acceptances.AsNoTracking().Where(a => a.ProjectId == page.Project.Id).OrderByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id).FirstOrDefaultAsync();
        List<string> refusals = [.. AcceptanceRules.WhyNotAct(AcceptanceRules.LineOf(page), access.Value.Role), .. DayProblems(page, form)];
        if (last is { Result: null }) refusals.Add($"{last.HeldOn:yyyy-MM-dd} 的验收尚未登记结论，请修改该记录或登记其结论。");
        if (refusals.Count > 0) return (null, refusals);
        var acceptance = new Acceptance { ProjectId = page.Project.Id, RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        Take(acceptance, form, await book.PartiesAsync(page.Project));
        db.Acceptances.Add(acceptance);
        audit.Add("AcceptanceRecorded", acceptance, $"{page.Project.Name} · {acceptance.HeldOn:yyyy-MM-dd} 竣工验收");
        await db.SaveChangesAsync();
        return (acceptance, []);
    }

    public async Task<IReadOnlyList<string>> EditAsync(Acceptance acceptance, ProjectPage page, AcceptanceForm form)
    {
        List<string> refusals = [.. AcceptanceRules.WhyNotEdit(acceptance), .. AcceptanceRules.WhyNotAct(AcceptanceRules.LineOf(page), access.Value.Role), .. DayProblems(page, form)];
        if (refusals.Count > 0) return refusals;
        db.Entry(acceptance).Property(a => a.Version).OriginalValue = form.Version;
        Take(acceptance, form, await book.PartiesAsync(page.Project));
        db.Entry(acceptance).Property(a => a.Version).IsModified = true;
        audit.Add("AcceptanceEdited", acceptance, $"{page.Project.Name} · {acceptance.HeldOn:yyyy-MM-dd} 竣工验收");
        return await SaveAsync();
    }

    /// <summary>Records the result. 通过 asks for all that the documents ask; 不通过 for the signed opinions alone.</summary>
    public async Task<IReadOnlyList<string>> ConcludeAsync(Guid id, AcceptanceResult result)
    {
        if (await db.Acceptances.Where(a => a.Id == id).Select(a => (Guid?)a.ProjectId).SingleOrDefaultAsync() is not { } projectId) return [];
        await db.TakeTurnAsync(projectId);
        var acceptance = (await book.FindAsync(id))!;
        var page = (await projects.PageAsync(projectId))!;
        var defects = await db.AcceptanceDefects.AsNoTracking().Include(d => d.Steps).Where(d => d.ProjectId == projectId).ToListAsync();
        List<string> refusals = [.. AcceptanceRules.WhyNotConclude(acceptance, page, await book.IsSupersededAsync(acceptance), access.Value.Role)];
        if (result == AcceptanceResult.Passed) refusals.AddRange(AcceptanceRules.WhyNotPass(acceptance, defects));
        if (refusals.Count > 0) return refusals;
        (acceptance.Result, acceptance.ConcludedAt, acceptance.ConcludedBy) = (result, time.GetUtcNow(), access.Value.UserName);
        acceptance.Working = string.Join("\n", acceptance.Seats.OrderBy(seat => seat.Sequence).Select(seat => $"{seat.Party}：{(seat.IsPresent ? seat.Opinion?.Name() ?? "未签署" : "未到会")}"));
        audit.Add("AcceptanceConcluded", acceptance, $"{page.Project.Name} · {acceptance.HeldOn:yyyy-MM-dd} 竣工验收{result.Name()}");
        return await SaveAsync();
    }

    private static void Take(Acceptance acceptance, AcceptanceForm form, IReadOnlyList<PolicyAnswer<AcceptanceParty>> parties)
    {
        (acceptance.HeldOn, acceptance.Place, acceptance.Remark) = (form.HeldOn!.Value, form.Place.OrNull(), form.Remark.OrNull());
        foreach (var (party, at) in parties.Select((party, at) => (party, at)))
        {
            var seat = acceptance.Seats.FirstOrDefault(each => each.PartyKey == party.Item.Key);
            if (seat is null) acceptance.Seats.Add(seat = new AcceptanceSeat { AcceptanceId = acceptance.Id, ProjectId = acceptance.ProjectId, PartyKey = party.Item.Key, Party = party.Item.Name, Clause = party.Citation.ToString(), IsOptional = party.Item.IsOptional, Sequence = at + 1 });
            var typed = form.Seats.GetValueOrDefault(party.Item.Key) ?? new SeatForm();
            (seat.IsPresent, seat.Unit, seat.Representative, seat.Opinion, seat.Remark) = (typed.IsPresent, typed.Unit.OrNull(), typed.Representative.OrNull(), typed.Opinion, typed.Remark.OrNull());
        }
    }

    private List<string> DayProblems(ProjectPage page, AcceptanceForm form)
    {
        if (form.HeldOn is not { } on) return ["请填写验收日期，如 2026-11-21。"];
        if (AcceptanceRules.LineOf(page) is not { } line) return on > ChinaTime.Today(time) ? [$"验收日期 {on:yyyy-MM-dd} 晚于今天。"] : [];
        var facts = new ProcessFacts(ProjectSteps.Reached(page.Project.Steps), new Dictionary<string, Reason>(), new HashSet<string>());
        return line.Stage.Item.WhyNotOn(on, ChinaTime.Today(time), facts, page.Stages.ToDictionary(each => each.Stage.Item.Key, each => each.Stage.Item.Name)) is { } wrong ? [wrong] : [];
    }

    private async Task<IReadOnlyList<string>> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return [Stale];
        }
    }
}
