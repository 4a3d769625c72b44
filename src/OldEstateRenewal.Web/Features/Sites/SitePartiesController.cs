using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>参建单位, and where utilities took part.</summary>
[Route("{county}/projects/{id:guid}/site/parties"), Requires(Duty.ReadProjects)]
public sealed class SitePartiesController(CurrentAccess access, PortalDbContext db, SiteReader reader, PartyService parties) : SitePages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id) => await reader.PartiesAsync(id) is { } page ? View(page) : NotFound();

    [HttpGet("new"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> New(Guid id, PartyKind? kind, Guid? replaces)
    {
        if (await reader.PartiesAsync(id) is not { } page) return NotFound();
        ModelState.Clear();
        return View(new PartyEditor(page.Project, page.Current.FirstOrDefault(p => p.Id == replaces) is { } old ? Of(old) : new PartyForm { Kind = kind }));
    }

    [HttpPost(""), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Create(Guid id, PartyForm form)
    {
        if (await reader.PartiesAsync(id) is not { } page) return NotFound();
        if (!ModelState.IsValid || !Accepted(await parties.AddAsync(id, form))) return Again("New", new PartyEditor(page.Project, form));
        return Told($"{Site(id)}/parties", [], form.Replaces is null ? "参建单位已登记。" : "已更正。");
    }

    [HttpPost("{party:guid}/ending"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Destroy(Guid id, Guid party, ReasonForm form)
    {
        if (await FindAsync(id, party) is not { } found) return NotFound();
        return Told($"{Site(id)}/parties", ModelState.IsValid ? await parties.EndAsync(found, form.Reason!) : Wrong(), $"已终止：{found.Firm}。");
    }

    [HttpPost("{party:guid}/attendances"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> CreateAttendance(Guid id, Guid party, AttendanceForm form)
    {
        if (await FindAsync(id, party) is not { } found) return NotFound();
        return Told($"{Site(id)}/parties", ModelState.IsValid ? await parties.AttendAsync(found, form) : Wrong(), "参与记录已登记。");
    }

    private Task<SiteParty?> FindAsync(Guid id, Guid party) => db.SiteParties.Include(p => p.Attendances).SingleOrDefaultAsync(p => p.Id == party && p.ProjectId == id);

    private static PartyForm Of(SiteParty party) => new()
    {
        Kind = party.Kind,
        Firm = party.Firm,
        Post = party.Post,
        OfficePhone = party.OfficePhone,
        ContractNumber = party.ContractNumber,
        ContractOn = party.ContractOn,
        Amount = party.ContractAmount?.Yuan,
        Replaces = party.Id,
    };
}

/// <summary>义务监督员、居民代表.</summary>
[Route("{county}/projects/{id:guid}/site/watchers"), Requires(Duty.EditProjects)]
public sealed class SiteWatchersController(CurrentAccess access, PortalDbContext db, SiteReader reader, PartyService parties) : SitePages(access)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id) => await reader.PageAsync(id) is { } page ? View(new SiteForm<WatcherForm>(page, new WatcherForm { AppointedOn = page.Today })) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, WatcherForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        if (!ModelState.IsValid || !Accepted(await parties.AppointAsync(id, form))) return Again("New", new SiteForm<WatcherForm>(page, form));
        return Told($"{Site(id)}/parties", [], $"{form.Kind!.Value.Name()}已登记。");
    }

    [HttpPost("{watcher:guid}/ending")]
    public async Task<IActionResult> Destroy(Guid id, Guid watcher, ReasonForm form)
    {
        if (await db.SiteWatchers.SingleOrDefaultAsync(w => w.Id == watcher && w.ProjectId == id) is not { } found) return NotFound();
        return Told($"{Site(id)}/parties", ModelState.IsValid ? await parties.DismissAsync(found, form.Reason!) : Wrong(), "已解聘。");
    }
}
