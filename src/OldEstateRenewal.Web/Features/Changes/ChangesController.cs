using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Imports;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Changes;

public sealed record Change(AuditEntry Entry, Dictionary<string, string?[]> Values);

public sealed record ChangePage(List<Change> Changes, Guid? Subject, long? Older)
{
    /// <summary>Imports that touched the estate, newest first; of a building or dwelling those of its estate.</summary>
    public List<ImportEstate> Imports { get; init; } = [];

    /// <summary>Those of them that the person may open.</summary>
    public HashSet<Guid> Open { get; init; } = [];
}

/// <summary>Who changed what and when (变更记录), newest first.</summary>
[Route("{county}/changes"), Requires(Duty.ReadChanges)]
public sealed class ChangesController(CurrentAccess access, PortalDbContext db) : PortalController(access)
{
    private const int PageSize = 50;
    private static readonly string[] households = [nameof(Dwelling), nameof(Owner), nameof(Ownership)];

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid? subject, long? before)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (!Access.May(Duty.ReadHouseholds)) entries = entries.Where(e => !households.Contains(e.SubjectType));
        if (subject is not null) entries = entries.Where(e => e.SubjectId == subject);
        if (before is not null) entries = entries.Where(e => e.Sequence < before);
        var rows = await entries.OrderByDescending(e => e.Sequence).Take(PageSize + 1).ToListAsync();
        var shown = rows.Take(PageSize).Select(e => new Change(e, Values(e))).ToList();
        var imports = subject is { } id && before is null ? await ImportsAsync(id) : [];
        var ids = imports.Select(touched => touched.ImportId).ToList();
        var open = Access.May(Duty.ImportRegistry) ? await db.Imports.Where(i => ids.Contains(i.Id)).Select(i => i.Id).ToHashSetAsync() : [];
        return View(new ChangePage(shown, subject, rows.Count > PageSize ? shown[^1].Entry.Sequence : null) { Imports = imports, Open = open });
    }

    private async Task<List<ImportEstate>> ImportsAsync(Guid subject)
    {
        var building = await db.Dwellings.Where(d => d.Id == subject).Select(d => (Guid?)d.BuildingId).SingleOrDefaultAsync() ?? subject;
        var estate = await db.Buildings.Where(b => b.Id == building).Select(b => (Guid?)b.EstateId).SingleOrDefaultAsync() ?? subject;
        return await db.ImportEstates.AsNoTracking().Where(t => t.EstateId == estate).OrderByDescending(t => t.At).ThenByDescending(t => t.ActId).Take(PageSize).ToListAsync();
    }

    /// <summary>People's names stay masked where they are only read; the entry itself keeps them.</summary>
    private static Dictionary<string, string?[]> Values(AuditEntry entry)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes)!;
        if (entry.SubjectType == nameof(Owner) && values.TryGetValue(nameof(Owner.Name), out var names))
            values[nameof(Owner.Name)] = [.. names.Select(name => name is null ? null : Owner.Mask(name, OwnerKinds.IsUnit(name) ? OwnerKind.Organisation : OwnerKind.Person))];
        // Only of a policy document does the key tell readers anything.
        if (entry.SubjectType != nameof(Policies.PolicyFile)) values.Remove(nameof(Policies.PolicyFile.Key));
        return values;
    }
}
