using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Messages;

/// <summary>What a county does with a message: whoever opens it has read it; answers are added, none is changed.</summary>
public sealed class MessageDesk(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    /// <summary>True when it was the person's first look.</summary>
    public async Task<bool> ReadAsync(Message message)
    {
        if (!access.Value.May(Duty.AnswerMessages)) return false;
        await db.TakeTurnAsync($"{access.Value.UserId} {message.Id}");
        if (await db.MessageReadings.AnyAsync(r => r.MessageId == message.Id && r.ById == access.Value.UserId)) return false;
        var reading = new MessageReading { TenantId = access.Value.Tenant.Id, MessageId = message.Id, By = access.Value.UserName, ById = access.Value.UserId, At = time.GetUtcNow() };
        db.MessageReadings.Add(reading);
        audit.Add("MessageRead", reading, message.Title);
        await db.SaveChangesAsync();
        return true;
    }

    public async Task AnswerAsync(Message message, MessageAnswerForm form)
    {
        await ReadAsync(message);
        var answer = new MessageAnswer { TenantId = access.Value.Tenant.Id, MessageId = message.Id, Text = form.Text!.Trim(), By = access.Value.UserName, ById = access.Value.UserId, At = time.GetUtcNow() };
        db.MessageAnswers.Add(answer);
        audit.Add("MessageAnswered", answer, message.Title);
        await db.SaveChangesAsync();
    }
}
