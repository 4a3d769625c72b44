using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Bulletins;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Issued bulletins that the person has not signed for.</summary>
public sealed class BulletinTasks(PortalDbContext db, CurrentAccess access) : ITaskSource
{
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    public async Task<IReadOnlyList<WaitingTask>> ReadAsync()
    {
        var person = access.Value;
        if (!person.May(Duty.AnswerMessages)) return [];
        var (here, me) = (person.Tenant.Id, person.UserId);
        var unread = await db.Bulletins.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(b => b.State == BulletinState.Issued && !db.BulletinReadings.Any(r => r.TenantId == here && r.BulletinId == b.Id && r.ById == me)).OrderByDescending(b => b.IssuedAt).ToListAsync();
        return unread.Select(bulletin => new WaitingTask($"bulletin-{bulletin.Id}", $"签收{BulletinWords.NameOf(bulletin)} {bulletin.Number}", $"/bulletins/{bulletin.Id}", TaskBodies.Bureau, "市级月通报由各县（市、区）签收") { Standing = "未签收", IsMine = true }).ToList();
    }
}
