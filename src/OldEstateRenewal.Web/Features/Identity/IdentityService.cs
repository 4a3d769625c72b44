using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Identity;

/// <summary>Writes other names and neighbours of estates. Gives back why it was refused; null means that it is saved.</summary>
public sealed class IdentityService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<string?> AddAliasAsync(Estate estate, AliasForm form)
    {
        var name = form.Name!.Trim();
        if (name == estate.Name) return "与小区现名相同。";
        AddAlias(estate, name, form.Kind, string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim());
        return await SaveAsync("该名称已登记。");
    }

    /// <summary>The estate gets another name: the old one stays as 曾用名. Saved by whoever renames.</summary>
    public async Task KeepFormerNameAsync(Estate estate, string former)
    {
        if (!await db.EstateAliases.AnyAsync(a => a.EstateId == estate.Id && a.Name == former)) AddAlias(estate, former, AliasKind.FormerName, "改名前的名称");
    }

    public async Task RemoveAliasAsync(EstateAlias alias, string estate)
    {
        db.EstateAliases.Remove(alias);
        audit.Add("EstateAliasRemoved", alias, $"{estate} · {alias.Name}");
        await db.SaveChangesAsync();
    }

    public async Task<string?> AddNeighbourAsync(Estate estate, Estate other, string reason)
    {
        var (first, second) = estate.Id.CompareTo(other.Id) < 0 ? (estate, other) : (other, estate);
        var adjacency = new EstateAdjacency { FirstId = first.Id, SecondId = second.Id, Reason = reason, RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        db.EstateAdjacencies.Add(adjacency);
        audit.Add("EstateAdjacencyRecorded", adjacency, $"{estate.Name} — {other.Name}");
        return await SaveAsync("已登记为相邻小区。");
    }

    public async Task RemoveNeighbourAsync(EstateAdjacency adjacency, string names)
    {
        db.EstateAdjacencies.Remove(adjacency);
        audit.Add("EstateAdjacencyRemoved", adjacency, names);
        await db.SaveChangesAsync();
    }

    private void AddAlias(Estate estate, string name, AliasKind kind, string? note)
    {
        var alias = new EstateAlias { TenantId = access.Value.Tenant.Id, EstateId = estate.Id, Name = name, Kind = kind, Note = note, RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        db.EstateAliases.Add(alias);
        audit.Add("EstateAliasRecorded", alias, $"{estate.Name} · {name}");
    }

    private async Task<string?> SaveAsync(string taken)
    {
        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: EstateAlias.UniqueName or EstateAdjacency.UniquePair })
        {
            return taken;
        }
    }
}
