using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
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
public sealed class EstateService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<(EstateOutcome Outcome, Guid Id)> AddAsync(EstateForm form)
    {
        var estate = new Estate { Name = form.Name! };
        form.WriteTo(estate);
        db.Estates.Add(estate);
        WriteFacts(estate, form);
        audit.Add("EstateAdded", estate, estate.Name);
        return (await SaveAsync(), estate.Id);
    }

    public async Task<EstateOutcome> EditAsync(Estate estate, EstateForm form)
    {
        db.Entry(estate).Property(e => e.Version).OriginalValue = form.Version;
        form.WriteTo(estate);
        WriteFacts(estate, form);
        // Facts are rows of their own: the estate's version moves with them all the same.
        db.Entry(estate).Property(e => e.Version).IsModified = true;
        audit.Add("EstateEdited", estate, estate.Name);
        return await SaveAsync();
    }

    private void WriteFacts(Estate estate, EstateForm form)
    {
        foreach (var (key, text) in form.Facts.Where(fact => EstateFacts.Names.ContainsKey(fact.Key)))
        {
            var fact = estate.Facts.SingleOrDefault(known => known.Key == key);
            if (!bool.TryParse(text, out var value)) Forget(estate, fact);
            else if (fact is null) Learn(estate, key, value);
            else if (fact.Value != value) Correct(estate, fact, value);
        }
    }

    private void Learn(Estate estate, string key, bool value)
    {
        var fact = new EstateFact { EstateId = estate.Id, TenantId = access.Value.Tenant.Id, Key = key, Value = value, RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        estate.Facts.Add(fact);
        db.EstateFacts.Add(fact);
        audit.Add("EstateFactRecorded", fact, FactName(estate, key));
    }

    private void Correct(Estate estate, EstateFact fact, bool value)
    {
        (fact.Value, fact.RecordedBy, fact.RecordedAt) = (value, access.Value.UserName, time.GetUtcNow());
        audit.Add("EstateFactCorrected", fact, FactName(estate, fact.Key));
    }

    private void Forget(Estate estate, EstateFact? fact)
    {
        if (fact is null) return;
        db.EstateFacts.Remove(fact);
        audit.Add("EstateFactWithdrawn", fact, FactName(estate, fact.Key));
    }

    private static string FactName(Estate estate, string key) => $"{estate.Name} · {EstateFacts.Names[key]}";

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
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: Estate.UniqueName })
        {
            return EstateOutcome.NameTaken;
        }
    }
}
