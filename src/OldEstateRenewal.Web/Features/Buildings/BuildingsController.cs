using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Owners;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>An estate's buildings, and each with its dwellings (楼盘表).</summary>
[Route("{county}"), Requires(Duty.ReadHouseholds)]
public sealed class BuildingsController(CurrentAccess access, PortalDbContext db, BuildingService buildings, PolicyShelf policies) : PortalController(access)
{
    [HttpGet("estates/{id:guid}/buildings")]
    public async Task<IActionResult> Index(Guid id)
    {
        var page = await EstateBuildings.ReadAsync(db, id, await policies.TodayAsync());
        return page is null ? NotFound() : View(page);
    }

    [HttpGet("buildings/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, SheetView show)
    {
        var sheet = await BuildingSheet.ReadAsync(db, id);
        if (sheet is null) return NotFound();
        var records = sheet.Dwellings.Select(dwelling => RollRecords.Of(sheet.Building.Name, dwelling)).ToList();
        return View(new BuildingPage(sheet, Enum.IsDefined(show) ? show : SheetView.Owners, HeadCount.Of(records, await policies.TodayAsync())));
    }

    [HttpGet("estates/{id:guid}/buildings/new"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> New(Guid id)
    {
        var estate = await db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null);
        return estate is null ? NotFound() : View("Edit", new BuildingEditor(estate, null, new BuildingForm { BuiltYear = estate.BuiltYears is [var only] ? only : null }, []));
    }

    [HttpPost("estates/{id:guid}/buildings"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> Create(Guid id, BuildingForm form)
    {
        var estate = await db.Estates.SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null);
        if (estate is null) return NotFound();
        CheckYear(estate, form);
        if (!ModelState.IsValid) return Again("Edit", new BuildingEditor(estate, null, form, []));
        var (outcome, building) = await buildings.AddAsync(estate, form);
        return outcome == SaveOutcome.Saved ? Saved(building, $"已登记{form.Name}。") : NameTaken(new BuildingEditor(estate, null, form, []));
    }

    [HttpGet("buildings/{id:guid}/edit"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> Edit(Guid id)
    {
        var building = await FindAsync(id);
        return building is null ? NotFound() : View("Edit", await EditorAsync(building, BuildingForm.Of(building)));
    }

    [HttpPost("buildings/{id:guid}"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> Update(Guid id, BuildingForm form)
    {
        var building = await FindAsync(id);
        if (building is null) return NotFound();
        CheckYear(building.Estate!, form);
        if (!ModelState.IsValid) return Again("Edit", await EditorAsync(building, form));
        return await buildings.EditAsync(building, form) switch
        {
            SaveOutcome.Saved => Saved(id, $"已保存{form.Name}。"),
            SaveOutcome.Taken => NameTaken(await EditorAsync(building, form)),
            _ => await StaleAsync(id, form),
        };
    }

    [HttpPost("buildings/{id:guid}/removal"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> Destroy(Guid id)
    {
        var building = await FindAsync(id);
        if (building is null) return NotFound();
        var reasons = await buildings.WhyNotRemoveAsync(id);
        if (reasons.Count > 0 || await buildings.RemoveAsync(building) != SaveOutcome.Saved) return await KeptAsync(id, reasons);
        Notice($"已删除{building.Name}。");
        return Redirect($"{Home}/estates/{building.EstateId}/buildings");
    }

    private Task<Building?> FindAsync(Guid id) => db.Buildings.Include(b => b.Estate).SingleOrDefaultAsync(b => b.Id == id);

    private void CheckYear(Estate estate, BuildingForm form)
    {
        if (BuiltYearRules.WhyNot(estate.BuiltYears, form.BuiltYear) is { } problem) ModelState.AddModelError(nameof(form.BuiltYear), problem);
    }

    private RedirectResult Saved(Guid id, string notice)
    {
        Notice(notice);
        return Redirect($"{Home}/buildings/{id}");
    }

    private ViewResult NameTaken(BuildingEditor editor)
    {
        ModelState.AddModelError("Name", "此小区已有同名楼栋。");
        return Again("Edit", editor);
    }

    private async Task<IActionResult> KeptAsync(Guid id, IReadOnlyList<string> reasons)
    {
        db.ChangeTracker.Clear();
        if (await FindAsync(id) is not { } building) return NotFound();
        ModelState.AddModelError("", reasons.Count > 0 ? string.Join("", reasons) : "此楼栋下还有其他登记，不能删除。");
        return Again("Edit", await EditorAsync(building, BuildingForm.Of(building)));
    }

    private async Task<IActionResult> StaleAsync(Guid id, BuildingForm form)
    {
        db.ChangeTracker.Clear();
        if (await FindAsync(id) is not { } current) return NotFound();
        ModelState.AddModelError("", "您编辑期间，他人已修改并保存了此楼栋。您填写的内容仍在下方，现值列在各栏旁；核对后再次保存将以您填写的为准。");
        ModelState.Remove(nameof(form.Version));
        form.Version = current.Version;
        return Again("Edit", await EditorAsync(current, form) with { Current = BuildingForm.Of(current) });
    }

    private async Task<BuildingEditor> EditorAsync(Building building, BuildingForm form) => new(building.Estate!, building, form, await buildings.WhyNotRemoveAsync(building.Id));
}
