using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Owners;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>Writes dwellings.</summary>
public sealed class DwellingService(PortalDbContext db, AuditTrail audit, OwnershipBook ownerships)
{
    public async Task<(SaveOutcome Outcome, Guid Id)> AddAsync(Building building, DwellingForm form)
    {
        var dwelling = new Dwelling { BuildingId = building.Id, Room = "" };
        form.WriteTo(dwelling);
        db.Dwellings.Add(dwelling);
        audit.Add("DwellingAdded", dwelling, NameOf(building, dwelling));
        return (await db.TrySaveAsync(), dwelling.Id);
    }

    public Task<SaveOutcome> EditAsync(Building building, Dwelling dwelling, DwellingForm form)
    {
        Expect(dwelling, form.Version);
        form.WriteTo(dwelling);
        audit.Add("DwellingEdited", dwelling, NameOf(building, dwelling));
        return db.TrySaveAsync();
    }

    public Task<SaveOutcome> RemoveAsync(Building building, Dwelling dwelling, RemovalForm form)
    {
        Expect(dwelling, form.Version);
        dwelling.RemovedOn = form.RemovedOn;
        audit.Add("DwellingRemoved", dwelling, NameOf(building, dwelling), form.Reason!.Trim());
        return db.TrySaveAsync();
    }

    public Task<SaveOutcome> RestoreAsync(Building building, Dwelling dwelling, long version)
    {
        Expect(dwelling, version);
        dwelling.RemovedOn = null;
        audit.Add("DwellingRestored", dwelling, NameOf(building, dwelling));
        return db.TrySaveAsync();
    }

    /// <summary>Makes what is not there yet.</summary>
    public Task<SaveOutcome> MakeAsync(Building building, BatchForm form, List<PlannedDwelling> planned)
    {
        foreach (var plan in planned.Where(plan => !plan.Exists))
        {
            var dwelling = new Dwelling { BuildingId = building.Id, Entrance = plan.Entrance, Storey = plan.Storey, Room = plan.Room, Position = plan.Position, Riser = plan.Riser, Kind = form.Kind };
            if (form.Source == AreaSource.Register) dwelling.RegisteredArea = plan.Area;
            else if (form.Source == AreaSource.Measured) dwelling.MeasuredArea = plan.Area;
            else dwelling.ContractArea = plan.Area;
            db.Dwellings.Add(dwelling);
            audit.Add("DwellingAdded", dwelling, NameOf(building, dwelling));
        }

        return db.TrySaveAsync();
    }

    /// <summary>Writes the changed cells of a grid, all or none.</summary>
    public async Task<SaveOutcome> SaveGridAsync(Building building, IReadOnlyList<GridChange> changes)
    {
        foreach (var row in changes.GroupBy(change => change.Dwelling))
        {
            var name = NameOf(building, row.Key);
            Expect(row.Key, row.First().Version);
            foreach (var change in row.Where(change => change.Field != GridField.Owners)) GridCells.Write(row.Key, change.Field, change.Typed);
            audit.Add("DwellingEdited", row.Key, name);
            foreach (var change in row.Where(change => change.Field == GridField.Owners)) await ownerships.CorrectNamesAsync(row.Key, name, GridCells.Names(change.Typed));
        }

        return changes.Count == 0 ? SaveOutcome.Saved : await db.TrySaveAsync();
    }

    internal static string NameOf(Building building, Dwelling dwelling) => $"{building.Estate!.Name} {building.Name} {HouseholdWords.Place(dwelling.Entrance, dwelling.Room)}";

    /// <summary>Owners are rows of their own: the dwelling's version moves with them all the same.</summary>
    private void Expect(Dwelling dwelling, long version)
    {
        var known = db.Entry(dwelling).Property(d => d.Version);
        (known.OriginalValue, known.IsModified) = (version, true);
    }
}
