using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>合同 of a project, and its final account.</summary>
[Route("{county}/projects/{id:guid}/contracts"), Requires(Duty.ReadFunds)]
public sealed class ContractsController(CurrentAccess access, ContractReader reader, ContractService contracts) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id) => await reader.PageAsync(id, new FinalAccountForm()) is { } page ? View(page) : NotFound();

    [HttpGet("new"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> New(Guid id) => await reader.EditorAsync(id, new ContractForm()) is { } editor ? View(editor) : NotFound();

    [HttpPost(""), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Create(Guid id, ContractForm form)
    {
        if (await reader.EditorAsync(id, form) is not { } editor) return NotFound();
        var (made, refusals) = ModelState.IsValid ? await contracts.AddAsync(editor) : (null, []);
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        return made is null ? Again("New", editor) : Told($"{Home}/contracts/{made}", [], "合同已登记，请上传扫描件。");
    }

    [HttpPost("/{county}/projects/{id:guid}/final-accounts"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> CreateFinalAccount(Guid id, FinalAccountForm form)
    {
        if (await reader.PageAsync(id, form) is not { } page) return NotFound();
        if (ModelState.IsValid) foreach (var refusal in await contracts.CloseAsync(page)) ModelState.AddModelError("", refusal);
        return ModelState.IsValid ? Told($"{Home}/projects/{id}/contracts", [], "财务决算已登记。") : Again("Index", page);
    }
}

/// <summary>One contract: its changes and payments.</summary>
[Route("{county}/contracts/{id:guid}"), Requires(Duty.ReadFunds)]
public sealed class ContractController(CurrentAccess access, ContractReader reader, ContractService contracts) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => await reader.ContractAsync(id, new ChangeForm { ChangeId = Guid.CreateVersion7() }) is { } page ? View(page) : NotFound();

    [HttpPost("changes"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> CreateChange(Guid id, ChangeForm form)
    {
        if (await reader.ContractAsync(id, form) is not { } page) return NotFound();
        if (ModelState.IsValid) foreach (var refusal in await contracts.ChangeAsync(id, form)) ModelState.AddModelError("", refusal);
        return ModelState.IsValid ? Told($"{Home}/contracts/{id}", [], "合同变更已登记。") : Again("Show", page);
    }
}

/// <summary>付款申请 on a contract.</summary>
[Route("{county}"), Requires(Duty.ReadFunds)]
public sealed class PaymentRequestsController(CurrentAccess access, ContractReader reader, PaymentRequestService payments) : PortalController(access)
{
    [HttpGet("contracts/{id:guid}/payment-requests/new"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> New(Guid id) => await reader.AskAsync(id, new RequestForm { RequestId = Guid.CreateVersion7() }) is { } editor ? View(editor) : NotFound();

    [HttpPost("contracts/{id:guid}/payment-requests"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Create(Guid id, RequestForm form)
    {
        if (await reader.AskAsync(id, form) is not { } editor) return NotFound();
        if (ModelState.IsValid) foreach (var refusal in await payments.AskAsync(id, form)) ModelState.AddModelError("", refusal);
        return ModelState.IsValid ? Told($"{Home}/payment-requests/{form.RequestId}", [], "付款申请已提交，请上传申请材料，等待另一人审核。") : Again("New", editor);
    }

    [HttpGet("payment-requests/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.PaymentAsync(id, new StepForm()) is { } page ? View(page) : NotFound();
}

/// <summary>审核、批准、支付、退回.</summary>
[Route("{county}/payment-requests/{id:guid}"), Requires(Duty.ReadFunds)]
public sealed class PaymentStepsController(CurrentAccess access, ContractReader reader, PaymentRequestService payments) : PortalController(access)
{
    [HttpPost("checking"), Requires(Duty.CheckPayments)]
    public Task<IActionResult> CreateChecking(Guid id, StepForm form) => TakeAsync(id, PaymentStepKind.Checked, form);

    [HttpPost("approval"), Requires(Duty.ApprovePayments)]
    public Task<IActionResult> CreateApproval(Guid id, StepForm form) => TakeAsync(id, PaymentStepKind.Approved, form);

    [HttpPost("payment"), Requires(Duty.CheckPayments)]
    public Task<IActionResult> CreatePayment(Guid id, StepForm form) => TakeAsync(id, PaymentStepKind.Paid, form);

    [HttpPost("return")]
    public Task<IActionResult> Destroy(Guid id, StepForm form) => PaymentRules.May(Access, PaymentStepKind.Returned) ? TakeAsync(id, PaymentStepKind.Returned, form) : Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden));

    private async Task<IActionResult> TakeAsync(Guid id, PaymentStepKind kind, StepForm form)
    {
        if (await reader.PaymentAsync(id, form) is not { } page) return NotFound();
        if (ModelState.IsValid) foreach (var refusal in await payments.StepAsync(id, kind, form)) ModelState.AddModelError("", refusal);
        return ModelState.IsValid ? Told($"{Home}/payment-requests/{id}", [], $"{kind.Name()}已登记。") : Again("/Features/Disbursements/PaymentRequests/Show.cshtml", page);
    }
}

/// <summary>付款台账 as a file: of a project, or of a year.</summary>
[Route("{county}"), Requires(Duty.ReadFunds)]
public sealed class PaymentDocumentsController(CurrentAccess access, PaymentLedger ledger, ContractReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("funding/payments.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(int? year, string format) => new TableFile(await ledger.OfYearAsync(year, time.GetUtcNow()), format);

    [HttpGet("projects/{id:guid}/contracts/payments.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(Guid id, string format) => await reader.ProjectAsync(id) is { } project ? new TableFile(await ledger.OfProjectAsync(project, time.GetUtcNow()), format) : NotFound();
}
