using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.EarlierWorks;
using OldEstateRenewal.Web.Features.Identity;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>The estate registry (小区台账).</summary>
[Route("{county}/estates"), Requires(Duty.ReadRegistry)]
public sealed class EstatesController(CurrentAccess access, PortalDbContext db, EstateService estates, EstateStandings standings, PolicyShelf policies, WorksLedger works) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] EstateQuery query)
    {
        var page = await EstateList.ReadAsync(db, query, await standings.ReadAsync());
        var streets = await standings.StreetsAsync();
        return View(new EstateIndex(page, streets, await policies.TodayAsync()));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var estate = await FindAsync(id, forReading: true);
        if (estate is null) return NotFound();
        return View(await EstateSheet.ReadAsync(db, estate, await policies.TodayAsync()) with { Identity = await IdentityNote.ReadAsync(db, estate), History = await works.ReadAsync(id) });
    }

    [HttpGet("new"), Requires(Duty.AddEstates)]
    public async Task<IActionResult> New() => View("Edit", await EditorAsync(null, new EstateForm()));

    [HttpPost(""), Requires(Duty.AddEstates)]
    public async Task<IActionResult> Create(EstateForm form)
    {
        await CheckStreetAsync(form);
        if (!ModelState.IsValid) return Again("Edit", await EditorAsync(null, form));
        var (outcome, id) = await estates.AddAsync(form);
        return outcome == EstateOutcome.Saved ? Saved(id, $"已登记{form.Name}。") : await RefusedAsync(null, form, outcome);
    }

    [HttpGet("{id:guid}/edit"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> Edit(Guid id)
    {
        var estate = await FindAsync(id);
        if (estate?.EndedOn is not null) return Ended(estate);
        return estate is null ? NotFound() : View("Edit", await EditorAsync(estate, EstateForm.Of(estate)));
    }

    [HttpPost("{id:guid}"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> Update(Guid id, EstateForm form)
    {
        var estate = await FindAsync(id);
        if (estate is null) return NotFound();
        if (estate.EndedOn is not null) return Ended(estate);
        await CheckStreetAsync(form);
        if (!ModelState.IsValid) return Again("Edit", await EditorAsync(estate, form));
        var outcome = await estates.EditAsync(estate, form);
        return outcome == EstateOutcome.Saved ? Saved(id, $"已保存{form.Name}。") : await RefusedAsync(estate, form, outcome);
    }

    private Task<Estate?> FindAsync(Guid id, bool forReading = false)
    {
        var estates = db.Estates.Include(e => e.Street).Include(e => e.Facts);
        return (forReading ? estates.AsNoTrackingWithIdentityResolution() : estates).SingleOrDefaultAsync(e => e.Id == id);
    }

    private async Task CheckStreetAsync(EstateForm form)
    {
        // A street clerk's estates stay in the clerk's street; a foreign street looks like one that does not exist.
        var known = form.StreetId is null ? Access.StreetId is null : await db.Streets.AnyAsync(s => s.Id == form.StreetId);
        if (!known) ModelState.AddModelError(nameof(form.StreetId), "请选择列出的街道（乡镇）。");
    }

    private RedirectResult Ended(Estate estate) => Saved(estate.Id, $"{estate.Name}已终止，不再修改；需要更正请先撤销合并或作废。");

    private RedirectResult Saved(Guid id, string notice)
    {
        Notice(notice);
        return Redirect($"{Home}/estates/{id}");
    }

    private async Task<IActionResult> RefusedAsync(Estate? estate, EstateForm form, EstateOutcome outcome)
    {
        if (outcome == EstateOutcome.NameTaken)
        {
            ModelState.AddModelError(nameof(form.Name), "台账中已有同名小区。");
            return Again("Edit", await EditorAsync(estate, form));
        }

        db.ChangeTracker.Clear();
        var current = await FindAsync(estate!.Id);
        ModelState.AddModelError("", "您编辑期间，他人已修改并保存了此小区。您填写的内容仍在下方，现值列在各栏旁；核对后再次保存将以您填写的为准。");
        ModelState.Remove(nameof(form.Version));
        form.Version = current!.Version;
        return Again("Edit", await EditorAsync(current, form) with { Current = EstateForm.Of(current) });
    }

    private async Task<EstateEditor> EditorAsync(Estate? estate, EstateForm form) =>
        new(estate?.Id, form, await standings.StreetsAsync(), (await policies.TodayAsync()).SurveyFacts());
}
