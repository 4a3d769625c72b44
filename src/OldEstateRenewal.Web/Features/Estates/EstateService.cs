using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Identity;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Estates;

public enum EstateOutcome
{
    Saved,
    /// <summary>Someone else saved it in the meantime.</summary>
    Stale,
    NameTaken,
}

/// <summary>Writes estates and what is found out about them.</summary>
public sealed class EstateService(PortalDbContext db, AuditTrail audit, CurrentAccess access, PolicyShelf policies, IdentityService identity, TimeProvider time)
{
    public async Task<(EstateOutcome Outcome, Guid Id)> AddAsync(EstateForm form)
    {
        var estate = new Estate { Name = form.Name! };
        form.WriteTo(estate);
        db.Estates.Add(estate);
        await WriteFactsAsync(estate, form);
        audit.Add("EstateAdded", estate, estate.Name);
        return (await SaveAsync(), estate.Id);
    }

    public async Task<EstateOutcome> EditAsync(Estate estate, EstateForm form)
    {
        db.Entry(estate).Property(e => e.Version).OriginalValue = form.Version;
        var (builtYears, name) = (estate.BuiltYears, estate.Name);
        form.WriteTo(estate);
        if (estate.Name != name) await identity.KeepFormerNameAsync(estate, name);
        if (!builtYears.SequenceEqual(estate.BuiltYears)) await AlignBuildingsAsync(estate);
        await WriteFactsAsync(estate, form);
        // Facts are rows of their own: the estate's version moves with them all the same.
        db.Entry(estate).Property(e => e.Version).IsModified = true;
        audit.Add("EstateEdited", estate, estate.Name);
        return await SaveAsync();
    }

    /// <summary>What a survey found goes into the register; what it left out stays as it is. The survey's service saves, in one transaction.</summary>
    public async Task ReviseAsync(Estate estate, EstateFindings found)
    {
        var builtYears = estate.BuiltYears;
        if (found.BuiltYears.Length > 0) estate.BuiltYears = found.BuiltYears;
        estate.BuildingCount = found.BuildingCount ?? estate.BuildingCount;
        estate.HouseholdCount = found.HouseholdCount ?? estate.HouseholdCount;
        estate.FloorArea = found.FloorArea ?? estate.FloorArea;
        estate.SiteArea = found.SiteArea ?? estate.SiteArea;
        (estate.Land, estate.Place) = (found.Land ?? estate.Land, found.Place ?? estate.Place);
        foreach (var building in await db.Buildings.Where(b => b.EstateId == estate.Id).ToListAsync()) Revise(estate, building, found, !builtYears.SequenceEqual(estate.BuiltYears));
        await WriteFactsAsync(estate, new EstateForm { Facts = found.Facts.ToDictionary(fact => fact.Key, fact => (string?)(fact.Value ? "true" : "false")) });
        db.Entry(estate).Property(e => e.Version).IsModified = true;
        audit.Add("EstateEdited", estate, estate.Name);
    }

    private void Revise(Estate estate, Building building, EstateFindings found, bool yearsMoved)
    {
        var (year, danger) = found.Buildings.GetValueOrDefault(building.Id);
        var (oldYear, oldDanger) = (building.BuiltYear, building.Danger);
        building.BuiltYear = year ?? (yearsMoved ? Aligned(estate, building) : oldYear);
        building.Danger = danger ?? oldDanger;
        if ((oldYear, oldDanger) != (building.BuiltYear, building.Danger)) audit.Add("BuildingEdited", building, $"{estate.Name} {building.Name}");
    }

    private static int? Aligned(Estate estate, Building building) => BuiltYearRules.Aligned(estate.BuiltYears, building.BuiltYear);

    private async Task AlignBuildingsAsync(Estate estate)
    {
        foreach (var building in await db.Buildings.Where(b => b.EstateId == estate.Id).ToListAsync())
        {
            var year = Aligned(estate, building);
            if (year == building.BuiltYear) continue;
            building.BuiltYear = year;
            audit.Add("BuildingEdited", building, $"{estate.Name} {building.Name}");
        }
    }

    private async Task WriteFactsAsync(Estate estate, EstateForm form)
    {
        foreach (var asked in (await policies.TodayAsync()).SurveyFacts().Select(answer => answer.Item))
        {
            if (!form.Facts.TryGetValue(asked.Key, out var text)) continue;
            var fact = estate.Facts.SingleOrDefault(known => known.Key == asked.Key);
            var name = $"{estate.Name} · {asked.Name}";
            if (!bool.TryParse(text, out var value)) Forget(fact, name);
            else if (fact is null) Learn(estate, asked.Key, value, name);
            else if (fact.Value != value) Correct(fact, value, name);
        }
    }

    private void Learn(Estate estate, string key, bool value, string name)
    {
        var fact = new EstateFact { EstateId = estate.Id, TenantId = access.Value.Tenant.Id, Key = key, Value = value, RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        db.EstateFacts.Add(fact);
        audit.Add("EstateFactRecorded", fact, name);
    }

    private void Correct(EstateFact fact, bool value, string name)
    {
        (fact.Value, fact.RecordedBy, fact.RecordedAt) = (value, access.Value.UserName, time.GetUtcNow());
        audit.Add("EstateFactCorrected", fact, name);
    }

    private void Forget(EstateFact? fact, string name)
    {
        if (fact is null) return;
        db.EstateFacts.Remove(fact);
        audit.Add("EstateFactWithdrawn", fact, name);
    }

    private async Task<EstateOutcome> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return EstateOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return EstateOutcome.Stale;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: EstateFact.PrimaryKey or EstateAlias.UniqueName })
        {
            return EstateOutcome.Stale;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: Estate.UniqueName })
        {
            return EstateOutcome.NameTaken;
        }
    }
}
