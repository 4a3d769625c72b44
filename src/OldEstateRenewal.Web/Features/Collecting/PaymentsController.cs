using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>收缴总览, and each receipt.</summary>
[Route("{county}/payments"), Requires(Duty.ReadBills)]
public sealed class PaymentsController(CurrentAccess access, CollectingReader reader) : CollectingPages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(new PaymentsPage(await reader.BalancesAsync(), Access.StreetId is not null));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.ReceiptAsync(id, new ReversalForm { ActId = Guid.CreateVersion7() }) is { } page ? View(page) : NotFound();
}

/// <summary>冲销.</summary>
[Route("{county}/payments/{id:guid}/reversal"), Requires(Duty.CollectPayments)]
public sealed class ReversalsController(CurrentAccess access, CollectingReader reader, PaymentService payments) : CollectingPages(access)
{
    private const string Receipt = "/Features/Collecting/Payments/Show.cshtml";

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, ReversalForm form)
    {
        if (await reader.ReceiptAsync(id, form) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Again(Receipt, page);
        var answer = await payments.ReverseAsync(id, form);
        return Accepted(answer) ? Told($"{Home}/payments/{answer.Payment!.Id}", [], $"{page.Payment.ReceiptName} 已冲销，冲销号 {answer.Payment.ReceiptName}。") : Again(Receipt, page);
    }
}

/// <summary>Receipts and the overview as files.</summary>
[Route("{county}"), Requires(Duty.ReadBills)]
public sealed class PaymentPapersController(CurrentAccess access, CollectingReader reader, TimeProvider time) : CollectingPages(access)
{
    [HttpGet("payments.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(string format) => new TableFile(CollectingTables.Balances(new PaymentsPage(await reader.BalancesAsync(), Access.StreetId is not null), Access, time.GetUtcNow()), format);

    [HttpGet("payments/{id:guid}.pdf"), Requires(Duty.CollectPayments)]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await reader.ReceiptAsync(id, new ReversalForm()) is not { } page) return NotFound();
        var paper = new ReceiptPaper(page, Access.Tenant, time.GetUtcNow());
        return new PaperFile(paper.Head, ReceiptPaper.Layout, paper.Draw);
    }
}
