using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>催缴: the households that were reminded, how and when.</summary>
public sealed class ReminderForm
{
    public List<Guid> Bills { get; set; } = [];

    [Required(ErrorMessage = "请选择催缴方式。")]
    public ReminderChannel? Channel { get; set; }

    [Required(ErrorMessage = "请填写催缴日期。")]
    public DateOnly? On { get; set; }

    [StringLength(PaymentReminder.TextLength, ErrorMessage = "情况不超过 {1} 字。")]
    public string? Text { get; set; }

    public Guid? Estate { get; set; }

    public string? Bucket { get; set; }
}

public sealed class ReminderService(PortalDbContext db, ArrearsBook arrears, Offices offices, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    /// <summary>Reminds those of the chosen that still owe; the same reminder sent again counts once. How many were recorded, or why none.</summary>
    public async Task<(int Count, IReadOnlyList<PaymentRefusal> Refusals)> RemindAsync(ReminderForm form)
    {
        var (on, text) = (form.On!.Value, form.Text.OrNull());
        if (form.Bills.Count == 0) return (0, [new(nameof(form.Bills), "请勾选已催缴的住户。")]);
        if (on > offices.Today || on < offices.Today.AddYears(-1)) return (0, [new(nameof(form.On), on > offices.Today ? "催缴日期不能晚于今天。" : "催缴日期过早，请检查年份。")]);
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        var chosen = (await arrears.LinesAsync(form.Estate)).Where(line => form.Bills.Contains(line.BillId)).ToList();
        if (chosen.Count == 0) return (0, [new(nameof(form.Bills), "勾选的住户已不欠缴，请刷新后再办。")]);
        var bills = chosen.Select(line => line.BillId).ToList();
        var known = await db.PaymentReminders.Where(r => bills.Contains(r.BillId) && r.Channel == form.Channel && r.On == on && r.Text == text).Select(r => r.BillId).ToListAsync();
        foreach (var line in chosen.Where(line => !known.Contains(line.BillId)))
        {
            var reminder = new PaymentReminder { TenantId = access.Value.Tenant.Id, BillId = line.BillId, EstateId = line.EstateId, Channel = form.Channel!.Value, On = on, Outstanding = line.Ageing.Owed, Text = text, By = access.Value.UserName, At = time.GetUtcNow() };
            db.PaymentReminders.Add(reminder);
            audit.Add("PaymentReminded", reminder, $"{line.Estate} {line.Building} {line.Place}", text);
        }

        await db.SaveChangesAsync();
        return (chosen.Count, []);
    }
}
