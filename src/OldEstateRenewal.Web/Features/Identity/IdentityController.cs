using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Identity;

/// <summary>An estate over the years: its names, what it came from and went into, its neighbours.</summary>
[Route("{county}"), Requires(Duty.ReadRegistry)]
public sealed class IdentityController(CurrentAccess access, PortalDbContext db) : PortalController(access)
{
    [HttpGet("estates/{id:guid}/identity")]
    public async Task<IActionResult> Show(Guid id) =>
        await db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id) is { } estate ? View(await IdentitySheet.ReadAsync(db, estate, Access.May(Duty.AddEstates))) : NotFound();
}

/// <summary>Other names of an estate (别名、曾用名).</summary>
[Route("{county}"), Requires(Duty.EditRegistry)]
public sealed class AliasesController(CurrentAccess access, PortalDbContext db, IdentityService identity) : PortalController(access)
{
    [HttpPost("estates/{id:guid}/aliases")]
    public async Task<IActionResult> Create(Guid id, AliasForm form)
    {
        if (await db.Estates.SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null) is not { } estate) return NotFound();
        if (ModelState.IsValid && await identity.AddAliasAsync(estate, form) is { } refusal) ModelState.AddModelError(nameof(form.Name), refusal);
        if (!ModelState.IsValid) return Again("Show", await SheetAsync(id) with { Alias = form });
        Notice($"已登记{form.Name}。");
        return Redirect($"{Home}/estates/{id}/identity");
    }

    [HttpPost("aliases/{id:guid}/removal")]
    public async Task<IActionResult> Destroy(Guid id)
    {
        if (await db.EstateAliases.SingleOrDefaultAsync(a => a.Id == id) is not { } alias) return NotFound();
        await identity.RemoveAliasAsync(alias, await db.Estates.Where(e => e.Id == alias.EstateId).Select(e => e.Name).SingleAsync());
        Notice($"已去掉{alias.Name}。");
        return Redirect($"{Home}/estates/{alias.EstateId}/identity");
    }

    private async Task<IdentitySheet> SheetAsync(Guid id)
    {
        db.ChangeTracker.Clear();
        return await IdentitySheet.ReadAsync(db, await db.Estates.AsNoTracking().SingleAsync(e => e.Id == id));
    }
}

/// <summary>Neighbours of an estate (紧密相连的小区).</summary>
[Route("{county}"), Requires(Duty.EditRegistry)]
public sealed class AdjacenciesController(CurrentAccess access, PortalDbContext db, IdentityService identity) : PortalController(access)
{
    [HttpPost("estates/{id:guid}/adjacencies")]
    public async Task<IActionResult> Create(Guid id, AdjacencyForm form)
    {
        if (await db.Estates.SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null) is not { } estate) return NotFound();
        var name = form.Neighbour?.Trim();
        var other = ModelState.IsValid ? await db.Estates.FirstOrDefaultAsync(e => e.Name == name && e.EndedOn == null && e.Id != id) : null;
        if (ModelState.IsValid && other is null) ModelState.AddModelError(nameof(form.Neighbour), "台账中没有这个名称的其他小区，请照台账上的名称填写。");
        if (ModelState.IsValid && await identity.AddNeighbourAsync(estate, other!, form.Reason!.Trim()) is { } refusal) ModelState.AddModelError(nameof(form.Neighbour), refusal);
        if (!ModelState.IsValid) return Again("Show", await SheetAsync(id) with { Adjacency = form });
        Notice($"已登记与{other!.Name}相邻。");
        return Redirect($"{Home}/estates/{id}/identity");
    }

    [HttpPost("adjacencies/{id:guid}/removal")]
    public async Task<IActionResult> Destroy(Guid id)
    {
        if (await db.EstateAdjacencies.SingleOrDefaultAsync(a => a.Id == id) is not { } adjacency) return NotFound();
        var names = await db.Estates.Where(e => e.Id == adjacency.FirstId || e.Id == adjacency.SecondId).OrderBy(e => e.Id).Select(e => e.Name).ToListAsync();
        await identity.RemoveNeighbourAsync(adjacency, string.Join(" — ", names));
        Notice("已去掉相邻关系。");
        return Redirect($"{Home}/estates/{adjacency.FirstId}/identity");
    }

    private async Task<IdentitySheet> SheetAsync(Guid id)
    {
        db.ChangeTracker.Clear();
        return await IdentitySheet.ReadAsync(db, await db.Estates.AsNoTracking().SingleAsync(e => e.Id == id));
    }
}
