using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>表决与征询: the list, one ballot, and its preparation.</summary>
[Route("{county}"), Requires(Duty.ReadBallots)]
public sealed class BallotsController(CurrentAccess access, PortalDbContext db, BallotService ballots, BallotReader reader, PolicyShelf policies) : PortalController(access)
{
    [HttpGet("ballots")]
    public async Task<IActionResult> Index(Guid? estate)
    {
        if (estate is not null && await EstateAsync(estate.Value) is not null) ViewData["Estate"] = estate;
        return View(await db.Ballots.AsNoTracking().Where(b => estate == null || b.EstateId == estate).OrderByDescending(b => b.MadeAt).ThenBy(b => b.Id).Take(500)
        .Select(b => new BallotLine(b.Id, b.Name, b.EstateId, b.Estate!.Name, b.State, b.ClosesAt, b.MadeAt, b.Matters.Count)).ToListAsync());
    }

    [HttpGet("ballots/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();

    [HttpGet("estates/{id:guid}/ballots/new"), Requires(Duty.EditBallots)]
    public async Task<IActionResult> New(Guid id, Guid? scheme) => await EstateAsync(id) is { } estate ? View("Edit", await EditorAsync(estate, null, scheme is { } chosen ? await OfSchemeAsync(estate.Id, chosen) : new BallotForm())) : NotFound();

    [HttpPost("estates/{id:guid}/ballots"), Requires(Duty.EditBallots)]
    public async Task<IActionResult> Create(Guid id, BallotForm form)
    {
        if (await EstateAsync(id) is not { } estate) return NotFound();
        await CheckAsync(id, form);
        if (!ModelState.IsValid) return Again("Edit", await EditorAsync(estate, null, form));
        var ballot = await ballots.MakeAsync(id, estate.Name, form);
        Notice("已建立。请核对名册，公示后开始。");
        return Redirect($"{Home}/ballots/{ballot.Id}");
    }

    [HttpGet("ballots/{id:guid}/edit"), Requires(Duty.EditBallots)]
    public async Task<IActionResult> Edit(Guid id)
    {
        if (await ballots.FindAsync(id) is not { } ballot) return NotFound();
        return BallotRules.WhyNotEdit(ballot).Count > 0 ? Redirect($"{Home}/ballots/{id}") : View("Edit", await EditorAsync(ballot.Estate!, id, BallotReader.FormOf(ballot)));
    }

    [HttpPost("ballots/{id:guid}"), Requires(Duty.EditBallots)]
    public async Task<IActionResult> Update(Guid id, BallotForm form)
    {
        if (await ballots.FindAsync(id) is not { } ballot) return NotFound();
        foreach (var reason in BallotRules.WhyNotEdit(ballot)) ModelState.AddModelError("", reason);
        await CheckAsync(ballot.EstateId, form);
        if (!ModelState.IsValid) return Again("Edit", await EditorAsync(ballot.Estate!, id, form));
        if (!await ballots.EditAsync(ballot, form)) return await OvertakenAsync(id, form);
        Notice("已保存。");
        return Redirect($"{Home}/ballots/{id}");
    }

    private async Task<IActionResult> OvertakenAsync(Guid id, BallotForm form)
    {
        db.ChangeTracker.Clear();
        if (await ballots.FindAsync(id) is not { } now) return NotFound();
        ModelState.AddModelError("", "他人刚刚修改了此表决，这次没有保存。您填写的内容仍在下方，请核对后再保存。");
        ModelState.Remove(nameof(form.Version));
        form.Version = now.Version;
        return Again("Edit", await EditorAsync(now.Estate!, id, form));
    }

    /// <summary>The frozen text of a fixed scheme of this estate, to be put to the vote; more than a ballot holds is left to the annex.</summary>
    private async Task<BallotForm> OfSchemeAsync(Guid estate, Guid scheme)
    {
        const string Cut = "\n……（全文见改造方案）";
        var found = await db.Schemes.AsNoTracking().Where(s => s.Id == scheme && s.Text != null && db.ProjectEstates.Any(e => e.ProjectId == s.ProjectId && e.EstateId == estate)).Select(s => new { s.Number, s.Text }).SingleOrDefaultAsync();
        return found is null ? new BallotForm() : new BallotForm { SchemeId = scheme, Name = $"改造方案（第{found.Number}版）表决", Text = found.Text!.Length <= Ballot.TextLength ? found.Text : found.Text[..(Ballot.TextLength - Cut.Length)] + Cut };
    }

    private Task<Estate?> EstateAsync(Guid id) => db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null);

    private async Task CheckAsync(Guid estateId, BallotForm form)
    {
        if (form.Matters.Count == 0) ModelState.AddModelError(nameof(form.Matters), "请至少选择一个事项。");
        if (form.BuildingId is { } building && !await db.Buildings.AnyAsync(b => b.Id == building && b.EstateId == estateId)) ModelState.AddModelError(nameof(form.BuildingId), "请从列出的楼栋中选择。");
        if (form.BuildingId is null && (form.Entrance is not null || form.Riser is not null)) ModelState.AddModelError(nameof(form.BuildingId), "限于单元或立管的，请先选择楼栋。");
        if (form.Entrance is null && !string.IsNullOrWhiteSpace(form.Riser)) ModelState.AddModelError(nameof(form.Entrance), "限于立管的，请写明单元。");
        var schemes = await SchemesAsync(estateId);
        if (form.SchemeId is { } scheme && schemes.All(choice => choice.Id != scheme)) ModelState.AddModelError(nameof(form.SchemeId), "请从列出的方案中选择。");
        if (form.SchemeId is null && schemes.Count > 0 && form.Matters.Any(matter => matter.StartsWith($"{ConsentGate.Scheme}/", StringComparison.Ordinal))) ModelState.AddModelError(nameof(form.SchemeId), "请选择交付表决的是哪一版改造方案；方案调整后，表决是否仍有效据此判断。");
        foreach (var title in form.Titles.Where(title => title.Value?.Length > BallotMatter.TitleLength)) ModelState.AddModelError($"Titles[{title.Key}]", $"事项不超过 {BallotMatter.TitleLength} 字。");
    }

    private async Task<BallotEditor> EditorAsync(Estate estate, Guid? id, BallotForm form) => new(estate, id, form, BallotService.Questions(await policies.TodayAsync()),
        (await db.Buildings.AsNoTracking().Where(b => b.EstateId == estate.Id).OrderBy(b => b.Sequence).Select(b => new { b.Id, b.Name }).ToListAsync()).Select(b => (b.Id, b.Name)).ToList(), await SchemesAsync(estate.Id));

    private Task<List<SchemeChoice>> SchemesAsync(Guid estateId) => db.Schemes.AsNoTracking().Where(s => s.State == Schemes.SchemeState.Fixed && db.ProjectEstates.Any(e => e.ProjectId == s.ProjectId && e.EstateId == estateId))
        .OrderByDescending(s => s.Project!.PlanYear).ThenByDescending(s => s.Number).Select(s => new SchemeChoice(s.Id, s.Project!.Name, s.Number)).ToListAsync();
}
