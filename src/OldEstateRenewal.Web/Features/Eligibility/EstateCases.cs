using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;

namespace OldEstateRenewal.Web.Features.Eligibility;

/// <summary>An estate with all that the rules may ask of it.</summary>
public sealed record EstateCase(Estate Estate, EstateFacts Facts);

/// <summary>Reads estates as the rules see them: in lists (by name), on the page, for the history and for what would be.</summary>
public static class EstateCases
{
    public static async Task<List<EstateCase>> ReadAsync(PortalDbContext db, IReadOnlyCollection<Guid>? only = null)
    {
        var wanted = db.Estates.AsNoTrackingWithIdentityResolution().Include(e => e.Facts).Include(e => e.Street).AsQueryable();
        var buildings = db.Buildings.AsNoTracking();
        if (only is not null) (wanted, buildings) = (wanted.Where(e => only.Contains(e.Id)), buildings.Where(b => only.Contains(b.EstateId)));
        var estates = await wanted.AsSplitQuery().OrderBy(e => EF.Functions.Collate(e.Name, "zh-x-icu")).ThenBy(e => e.Id).ToListAsync();
        var built = (await buildings.OrderBy(b => b.Sequence).Select(b => new { b.EstateId, b.Name, b.BuiltYear }).ToListAsync()).ToLookup(b => b.EstateId, b => (b.Name, b.BuiltYear));
        var recognitions = await RecognitionsAsync(db, only);
        return estates.Select(e => new EstateCase(e, EstateJudgement.Facts(e, built[e.Id].ToList(), recognitions[e.Id].ToList()))).ToList();
    }

    /// <summary>What persons have recognised, or are asked to.</summary>
    public static async Task<ILookup<Guid, Recognition>> RecognitionsAsync(PortalDbContext db, IReadOnlyCollection<Guid>? only = null)
    {
        var requests = db.RecognitionRequests.AsNoTracking().Include(r => r.Steps).AsQueryable();
        if (only is not null) requests = requests.Where(r => only.Contains(r.EstateId));
        return (await requests.OrderByDescending(r => r.AppliedAt).ToListAsync()).Where(r => r.IsOpen).ToLookup(r => r.EstateId, r => r.ToRecognition());
    }
}
