using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Recognitions;

namespace OldEstateRenewal.Web.Features.Eligibility;

/// <summary>The estates whose verdicts may have moved in this transaction, and by which acts.</summary>
public sealed class Unjudged
{
    public HashSet<Guid> Estates { get; } = [];

    /// <summary>A policy document came in: every estate.</summary>
    public bool All { get; set; }

    public List<string> Kinds { get; } = [];

    public bool IsEmpty => Estates.Count == 0 && !All;

    internal void Add(Unjudged more)
    {
        Estates.UnionWith(more.Estates);
        Kinds.AddRange(more.Kinds);
        All |= more.All;
    }

    internal void Clear()
    {
        Estates.Clear();
        Kinds.Clear();
        All = false;
    }
}

/// <summary>Notes what verdicts depend on as it is saved, so that no service can forget to have them judged anew.</summary>
public sealed class VerdictWatch : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note((PortalDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note((PortalDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Keep((PortalDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Keep((PortalDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Note(PortalDbContext db)
    {
        db.Saving.Clear();
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (EstateOf(entry.Entity) is { } estate) db.Saving.Estates.Add(estate);
            db.Saving.All |= entry.Entity is PolicyFile;
            if (entry.Entity is AuditEntry audit) db.Saving.Kinds.Add(audit.Kind);
        }
    }

    private static void Keep(PortalDbContext db)
    {
        db.Unjudged.Add(db.Saving);
        db.Saving.Clear();
    }

    private static Guid? EstateOf(object row) => row switch
    {
        Estate estate => estate.Id,
        EstateFact fact => fact.EstateId,
        Building building => building.EstateId,
        RecognitionRequest request => request.EstateId,
        RecognitionStep step => step.EstateId,
        _ => null,
    };
}
