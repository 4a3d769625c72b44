using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;

namespace OldEstateRenewal.Web.Features.Buildings;

public enum SaveOutcome
{
    Saved,
    /// <summary>Someone else saved it in the meantime.</summary>
    Stale,
    /// <summary>The name or room is another's already.</summary>
    Taken,
    /// <summary>Something hangs on it.</summary>
    InUse,
}

/// <summary>Writes buildings.</summary>
public sealed class BuildingService(PortalDbContext db, AuditTrail audit)
{
    public async Task<(SaveOutcome Outcome, Guid Id)> AddAsync(Estate estate, BuildingForm form)
    {
        var building = new Building { Name = form.Name!, EstateId = estate.Id, Sequence = await db.Buildings.Where(b => b.EstateId == estate.Id).MaxAsync(b => (int?)b.Sequence) + 1 ?? 1 };
        form.WriteTo(building);
        db.Buildings.Add(building);
        audit.Add("BuildingAdded", building, $"{estate.Name} {building.Name}");
        return (await db.TrySaveAsync(), building.Id);
    }

    public Task<SaveOutcome> EditAsync(Building building, BuildingForm form)
    {
        db.Entry(building).Property(b => b.Version).OriginalValue = form.Version;
        form.WriteTo(building);
        // An unchanged form is still held against what someone else saved.
        db.Entry(building).Property(b => b.Version).IsModified = true;
        audit.Add("BuildingEdited", building, $"{building.Estate!.Name} {building.Name}");
        return db.TrySaveAsync();
    }

    public Task<SaveOutcome> RemoveAsync(Building building)
    {
        db.Buildings.Remove(building);
        audit.Add("BuildingRemoved", building, $"{building.Estate!.Name} {building.Name}");
        return db.TrySaveAsync();
    }

    /// <summary>Why a building cannot be deleted; empty when it can.</summary>
    public async Task<IReadOnlyList<string>> WhyNotRemoveAsync(Guid id)
    {
        var dwellings = await db.Dwellings.CountAsync(d => d.BuildingId == id);
        return dwellings == 0 ? [] : [$"此楼栋下已登记 {dwellings} 户（含已注销的），其登记和变更须保留。"];
    }
}

internal static class Saving
{
    /// <summary>Saves, and tells what the database refused.</summary>
    public static async Task<SaveOutcome> TrySaveAsync(this PortalDbContext db)
    {
        try
        {
            await db.SaveChangesAsync();
            return SaveOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return SaveOutcome.Stale;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: Building.UniqueName or Dwelling.UniqueRoom or Ownership.UniqueCurrent })
        {
            return SaveOutcome.Taken;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation })
        {
            return SaveOutcome.InUse;
        }
    }
}
