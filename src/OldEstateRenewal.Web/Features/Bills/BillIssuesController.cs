using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>A run is issued (出账), or withdrawn with a reason (撤销).</summary>
[Route("{county}/bill-runs/{id:guid}"), Requires(Duty.EditBills)]
public sealed class BillIssuesController(CurrentAccess access, BillReader reader, BillRunService runs, TimeProvider time) : PortalController(access)
{
    private const string Page = "/Features/Bills/BillRuns/Show.cshtml";

    [HttpPost("issue")]
    public async Task<IActionResult> Create(Guid id, BillIssueForm form)
    {
        if (await reader.RunAsync(id) is not { } run) return NotFound();
        if (form.DueOn < ChinaTime.Today(time)) ModelState.AddModelError(nameof(form.DueOn), "缴款期限不能早于今天。");
        if (!ModelState.IsValid && run.State == BillRunState.Draft) return Again(Page, (await reader.PageAsync(id))! with { Issue = form });
        return Told($"{Home}/bill-runs/{id}", ModelState.IsValid ? await runs.IssueAsync(run, form) : BillRules.WhyNotDiscard(run), $"第{run.Number}批已出账，共 {run.BillCount} 户 {run.Total} 元。");
    }

    [HttpPost("withdrawal")]
    public async Task<IActionResult> Destroy(Guid id, BillStepForm form)
    {
        if (await reader.RunAsync(id) is not { } run) return NotFound();
        if (form.Reason.OrNull() is null) ModelState.AddModelError(nameof(form.Reason), "请写明撤销的理由。");
        if (!ModelState.IsValid && run.State == BillRunState.Issued) return Again(Page, (await reader.PageAsync(id))! with { Reason = form.Reason });
        return Told($"{Home}/bill-runs/{id}", ModelState.IsValid ? await runs.WithdrawAsync(run, form) : await reader.WhyNotWithdrawAsync(run), $"第{run.Number}批已撤销，账目已冲回。");
    }
}
