using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>报表核验, without sign-in: what the register says of a code, behind the wall of the tenant that the address names.</summary>
public sealed class Verification(PortalDatabase database)
{
    private static readonly Guid none = Guid.Empty;

    /// <summary>Null for a code that is none; a tenant that is unknown is asked like one that has no such code.</summary>
    public async Task<Verified?> FindAsync(string place, string code)
    {
        var key = place.ToLowerInvariant();
        var tenant = await database.InTransactionAsync(null, db => db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key));
        var asked = code.Length <= ReportFile.CodeLength ? code.ToUpperInvariant() : "";
        return await database.InTransactionAsync(TenantScope.OfTenant(tenant?.Id ?? none), async db =>
        {
            await db.Database.ExecuteSqlAsync($"set transaction read only");
            var file = await db.ReportFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Code == asked && f.State == ReportState.Done);
            return file is null ? null : new Verified(tenant!.Name, file.NumberText, file.Name, file.Format, file.MadeAt!.Value.ToChina(), file.Length!.Value, Convert.ToHexStringLower(file.Sha256!));
        });
    }

    public static async Task<Verified> CompareAsync(Verified known, Stream sent)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(sent));
        return known with { IsSame = hash == known.Sha256, SentSha256 = hash };
    }
}
