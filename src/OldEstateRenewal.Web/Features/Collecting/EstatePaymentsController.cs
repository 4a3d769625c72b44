using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>收款 of an estate: its dwellings, and a form for each.</summary>
[Route("{county}/estates/{id:guid}/payments"), Requires(Duty.ReadBills)]
public sealed class EstatePaymentsController(CurrentAccess access, CollectingReader reader, PaymentService payments) : CollectingPages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, string? show, string? room)
    {
        if (await reader.EstateAsync(id, Asked<AccountFilter>(show), room) is not { } page) return NotFound();
        return Access.May(Duty.CollectPayments) && page is { Find: not null, Shown: [var only] } ? Redirect($"{Home}/estates/{id}/payments/new?dwelling={only.Dwelling.Id}") : View(page);
    }

    [HttpGet("new"), Requires(Duty.CollectPayments)]
    public async Task<IActionResult> New(Guid id, Guid? dwelling)
    {
        if (!ModelState.IsValid || await reader.AccountAsync(id, dwelling) is not { } page) return NotFound();
        var owed = page.Account?.Balance.Owed;
        return View(new PaymentEditor(page, new PaymentForm { ActId = Guid.CreateVersion7(), DwellingId = dwelling, On = page.OpenDay, Amount = owed?.Fen > 0 ? owed.Value.Yuan : null, Method = page.Account is null ? PaymentMethod.CommonIncome : null }));
    }

    [HttpPost(""), Requires(Duty.CollectPayments)]
    public async Task<IActionResult> Create(Guid id, PaymentForm form)
    {
        if (await reader.AccountAsync(id, form.DwellingId) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Again("New", new PaymentEditor(page, form));
        var answer = await payments.RecordAsync(id, form);
        if (!Accepted(answer)) return Again("New", new PaymentEditor(page, form));
        return Told($"{Home}/payments/{answer.Payment!.Id}", [], $"已登记收款 {answer.Payment.Amount.Text()} 元，{answer.Payment.ReceiptName}。");
    }
}

/// <summary>退款: what goes back to a household.</summary>
[Route("{county}/estates/{id:guid}/refunds"), Requires(Duty.CollectPayments)]
public sealed class EstateRefundsController(CurrentAccess access, CollectingReader reader, PaymentService payments) : CollectingPages(access)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id, Guid? dwelling)
    {
        if (!ModelState.IsValid || await reader.AccountAsync(id, dwelling) is not { } page) return NotFound();
        return View(new RefundEditor(page, new RefundForm { ActId = Guid.CreateVersion7(), DwellingId = dwelling, On = page.OpenDay }));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, RefundForm form)
    {
        if (await reader.AccountAsync(id, form.DwellingId) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Again("New", new RefundEditor(page, form));
        var answer = await payments.RefundAsync(id, form);
        if (!Accepted(answer)) return Again("New", new RefundEditor(page, form));
        return Told($"{Home}/payments/{answer.Payment!.Id}", [], $"已登记退款 {answer.Payment.Amount.Text()} 元，{answer.Payment.ReceiptName}。");
    }
}

/// <summary>The accounts of an estate as a file.</summary>
[Route("{county}/estates/{id:guid}"), Requires(Duty.ReadBills)]
public sealed class EstateAccountsController(CurrentAccess access, CollectingReader reader, ExportTrail trail, TimeProvider time) : CollectingPages(access)
{
    [HttpGet("payments.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(Guid id, string format, string? show)
    {
        if (await reader.EstateAsync(id, Asked<AccountFilter>(show), null) is not { } page) return NotFound();
        await trail.AddHouseholdsAsync($"{page.Estate.Name}收缴明细表", id);
        return new TableFile(CollectingTables.Accounts(page, Access, time.GetUtcNow()), format);
    }
}
