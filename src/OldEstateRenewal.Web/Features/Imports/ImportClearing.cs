using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Deletes files and what was typed out of them when they are no longer needed; what the registry was before and after stays, sealed.</summary>
public static class ImportClearing
{
    /// <summary>Days that a file is kept after the commit, and that an import waits for its commit.</summary>
    public const int Days = 30;

    /// <summary>Clears what is due in the tenant of the context.</summary>
    public static async Task ClearAsync(PortalDbContext db, DateTimeOffset now)
    {
        var before = now.AddDays(-Days);
        var due = await db.Imports.AsNoTracking().Where(i => i.ClearedAt == null && i.UploadedAt < before
            && (i.State == ImportState.Read || i.State == ImportState.Failed || i.State == ImportState.Undone || (i.State == ImportState.Committed && i.CommittedAt < before))).Select(i => i.Id).ToListAsync();
        foreach (var id in due)
        {
            await ClearAsync(db, id, now);
            await db.Imports.Where(i => i.Id == id && (i.State == ImportState.Read || i.State == ImportState.Failed)).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ImportState.Discarded));
        }
    }

    /// <summary>Clears one import now.</summary>
    public static async Task ClearAsync(PortalDbContext db, Guid id, DateTimeOffset now)
    {
        await db.ImportContents.Where(c => c.ImportId == id).ExecuteDeleteAsync();
        await db.ImportCorrections.Where(c => c.ImportId == id).ExecuteDeleteAsync();
        // Of what never came into the registry nothing stays at all.
        await db.ImportRows.Where(r => r.ImportId == id && (r.Changes == null || db.Imports.Any(i => i.Id == id && i.CommittedAt == null))).ExecuteDeleteAsync();
        await db.ImportRows.Where(r => r.ImportId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Shown, (byte[]?)null));
        await db.Imports.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.ClearedAt, now));
    }
}
