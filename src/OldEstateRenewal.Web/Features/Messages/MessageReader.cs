using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Messages;

/// <summary>Reads messages: a city its own, with all who have read and answered; a county those that were sent to it, with its own readings and answers.</summary>
public sealed class MessageReader(PortalDbContext db, CurrentAccess access, TimeProvider time)
{
    private const int Most = 200;
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    public DateOnly Today => ChinaTime.Today(time);

    private Guid Here => access.Value.Tenant.Id;

    private bool IsCity => access.Value.Tenant.Level == PolicyLevel.City;

    public async Task<IReadOnlyList<MessageLine>> IndexAsync()
    {
        var messages = await Visible().OrderByDescending(m => m.State == MessageState.Draft).ThenByDescending(m => m.SentAt ?? m.MadeAt).ThenByDescending(m => m.Id).Take(Most).ToListAsync();
        return await LinesAsync(messages);
    }

    public async Task<MessagePage?> PageAsync(Guid id)
    {
        if (await Visible().SingleOrDefaultAsync(m => m.Id == id) is not { } message) return null;
        var from = await db.Tenants.Where(t => t.Id == message.TenantId).Select(t => t.Name).SingleAsync();
        return new MessagePage(message, from, (await LinesAsync([message]))[0].Counties, access.Value.May(Duty.Supervise) ? await CountiesAsync() : [], Today);
    }

    /// <summary>The counties that this city may write to.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> CountiesAsync()
    {
        var city = Here;
        return (await db.Tenants.Where(t => t.AncestorIds.Contains(city) && t.Level == PolicyLevel.County).OrderBy(t => t.Key).Select(t => new { t.Id, t.Name }).ToListAsync()).Select(t => (t.Id, t.Name)).ToList();
    }

    private async Task<IReadOnlyList<MessageLine>> LinesAsync(IReadOnlyList<Message> messages)
    {
        var ids = messages.Select(m => m.Id).ToList();
        var named = IsCity ? messages.SelectMany(m => m.CountyIds).Distinct().ToList() : [Here];
        var names = await db.Tenants.Where(t => named.Contains(t.Id)).OrderBy(t => t.Key).Select(t => new { t.Id, t.Name }).ToListAsync();
        var readings = (await db.MessageReadings.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(r => ids.Contains(r.MessageId) && named.Contains(r.TenantId)).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync()).ToLookup(r => (r.MessageId, r.TenantId));
        var answers = (await db.MessageAnswers.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(a => ids.Contains(a.MessageId) && named.Contains(a.TenantId)).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync()).ToLookup(a => (a.MessageId, a.TenantId));
        return messages.Select(m => new MessageLine(m, names.Where(t => m.CountyIds.Contains(t.Id)).Select(t => new MessageCounty(t.Id, t.Name, readings[(m.Id, t.Id)].ToList(), answers[(m.Id, t.Id)].ToList())).ToList())).ToList();
    }

    /// <summary>The wall says the same; a city that looks at one of its counties sees what that county sees.</summary>
    private IQueryable<Message> Visible()
    {
        var here = Here;
        return IsCity ? db.Messages.AsNoTracking() : db.Messages.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(m => m.State == MessageState.Sent && m.CountyIds.Contains(here));
    }
}
