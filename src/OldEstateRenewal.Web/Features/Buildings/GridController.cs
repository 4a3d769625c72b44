using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>The 楼盘表 as a sheet to type into: one or two things of every dwelling, saved at one go.</summary>
[Route("{county}/buildings/{id:guid}/grid"), Requires(Duty.EditHouseholds)]
public sealed class GridController(CurrentAccess access, PortalDbContext db, DwellingService dwellings) : PortalController(access)
{
    private const int MostValues = GridForm.MostRows * 5 + 10;

    [HttpGet("edit")]
    public async Task<IActionResult> Edit(Guid id, GridField? first, GridField? second)
    {
        var sheet = await BuildingSheet.ReadAsync(db, id);
        return sheet is null ? NotFound() : View("Edit", GridPage.Of(sheet, GridForm.FieldsOf(first, second)));
    }

    [HttpPost(""), RequestFormLimits(ValueCountLimit = MostValues)]
    public async Task<IActionResult> Update(Guid id, GridField? first, GridField? second)
    {
        ModelState.Clear();
        var form = GridForm.Read(Request.Form, GridForm.FieldsOf(first, second));
        var page = await PageAsync(id, form);
        if (page is null) return NotFound();
        if (page.IsRefused) return Refused(page);
        var changes = await ChangesAsync(id, page);
        if (await dwellings.SaveGridAsync(await BuildingAsync(id), changes) != SaveOutcome.Saved) return await OvertakenAsync(id, form);
        Notice(changes.Count == 0 ? "没有改动。" : $"已保存 {changes.Count} 处改动。");
        return Redirect($"{Home}/buildings/{id}");
    }

    private async Task<GridPage?> PageAsync(Guid id, GridForm form) => await BuildingSheet.ReadAsync(db, id) is { } sheet ? GridPage.Of(sheet, form) : null;

    private Task<Building> BuildingAsync(Guid id) => db.Buildings.AsNoTracking().Include(b => b.Estate).SingleAsync(b => b.Id == id);

    private async Task<List<GridChange>> ChangesAsync(Guid id, GridPage page)
    {
        var changed = page.Lines.SelectMany(line => line.Cells.Select((cell, i) => (line.Dwelling, Cell: cell, Field: page.Fields[i]))).Where(cell => cell.Cell.Typed != cell.Cell.Was).ToList();
        var ids = changed.Select(cell => cell.Dwelling.Id).ToHashSet();
        var rows = await db.Dwellings.Where(d => d.BuildingId == id && ids.Contains(d.Id)).Include(d => d.Ownerships.Where(o => o.UntilOn == null)).ThenInclude(o => o.Owner).ToDictionaryAsync(d => d.Id);
        return changed.Where(cell => rows.ContainsKey(cell.Dwelling.Id)).Select(cell => new GridChange(rows[cell.Dwelling.Id], cell.Dwelling.Version, cell.Field, cell.Cell.Typed)).ToList();
    }

    private ViewResult Refused(GridPage page)
    {
        if (page.Missing.Count > 0) ModelState.AddModelError("", $"您录入期间，有的户已被注销，为其录入的内容没有保存：{string.Join("；", page.Missing)}。");
        foreach (var line in page.Lines)
        {
            for (var i = 0; i < line.Cells.Count; i++)
            {
                if (line.Cells[i].Problem is { } problem) ModelState.AddModelError(GridForm.TypedOf(i, line.Number), $"{line.Dwelling.Place} {page.Fields[i].Label()}：{problem}");
            }
        }

        return Again("Edit", page);
    }

    private async Task<IActionResult> OvertakenAsync(Guid id, GridForm form)
    {
        db.ChangeTracker.Clear();
        if (await PageAsync(id, form) is not { } page) return NotFound();
        if (page.IsRefused) return Refused(page);
        ModelState.AddModelError("", "保存时他人正在改同一楼栋，这次没有保存。您录入的内容仍在下方，请再按一次“保存”。");
        return Again("Edit", page);
    }
}
