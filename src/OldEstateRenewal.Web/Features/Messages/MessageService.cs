using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Messages;

/// <summary>Writes and sends a city's messages. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class MessageService(MessageReader reader, CityDesk desk, CurrentAccess access, TimeProvider time)
{
    private static readonly IReadOnlyList<string> stale = ["他人刚刚改动了这件通知，这次没有保存，请核对后再试。"];

    public async Task<Guid> StartAsync(MessageForm form)
    {
        var message = new Message { TenantId = access.Value.Tenant.Id, Title = "", Text = "", CountyIds = [], MadeBy = access.Value.UserName, MadeById = access.Value.UserId, MadeAt = time.GetUtcNow() };
        Fill(message, form);
        await desk.WriteAsync(async own =>
        {
            own.Messages.Add(message);
            desk.Note(own, "MessageDrafted", message, message.Id, message.Title);
            await own.SaveChangesAsync();
            return [];
        });
        return message.Id;
    }

    public Task<IReadOnlyList<string>> EditAsync(Guid id, MessageForm form) => ChangeAsync(id, form.Version, (own, message) =>
    {
        Fill(message, form);
        desk.Note(own, "MessageEdited", message, id, message.Title);
        return [];
    });

    public async Task<IReadOnlyList<string>> SendAsync(Guid id, long version)
    {
        var counties = (await reader.CountiesAsync()).Select(county => county.Id).ToHashSet();
        return await ChangeAsync(id, version, (own, message) =>
        {
            if (MessageRules.WhyNotSend(message, counties, reader.Today) is { Count: > 0 } refusals) return refusals;
            (message.State, message.SentBy, message.SentAt) = (MessageState.Sent, access.Value.UserName, time.GetUtcNow());
            desk.Note(own, "MessageSent", message, id, message.Title, message.AnswerBy is { } due ? $"{message.CountyIds.Length} 个县（市、区），{due:yyyy-MM-dd} 前答复" : $"{message.CountyIds.Length} 个县（市、区）");
            return [];
        });
    }

    public Task<IReadOnlyList<string>> DiscardAsync(Guid id, long version) => ChangeAsync(id, version, (own, message) =>
    {
        own.Messages.Remove(message);
        desk.Note(own, "MessageDiscarded", message, id, message.Title);
        return [];
    });

    private static void Fill(Message message, MessageForm form) => (message.Title, message.Text, message.AnswerBy, message.CountyIds) = (form.Title!.Trim(), form.Text!.Trim(), form.AnswerBy, [.. form.Counties.Distinct()]);

    private async Task<IReadOnlyList<string>> ChangeAsync(Guid id, long version, Func<PortalDbContext, Message, IReadOnlyList<string>> change)
    {
        try
        {
            return await desk.WriteAsync(async own =>
            {
                if (await own.Messages.SingleOrDefaultAsync(m => m.Id == id) is not { } message) return stale;
                if (MessageRules.WhyNotEdit(message) is { Count: > 0 } closed) return closed;
                if (message.Version != version) return stale;
                if (change(own, message) is { Count: > 0 } refusals) return refusals;
                await own.SaveChangesAsync();
                return [];
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            return stale;
        }
    }
}
