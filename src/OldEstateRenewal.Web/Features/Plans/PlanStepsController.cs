using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>A plan moves on: submission (报审), return (退回), issuance (印发), revision (调整稿).</summary>
[Route("{county}/plans/{id:guid}"), Requires(Duty.ReadPlans)]
public sealed class PlanStepsController(CurrentAccess access, PlanService plans, PolicyShelf policies) : PortalController(access)
{
    [HttpPost("submission"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> CreateSubmission(Guid id, PlanStepForm form) =>
        await StepAsync(id, "计划已报审。", async plan => await plans.SubmitAsync(plan, PlanContext.Of(await policies.TodayAsync(), plan.Year), form));

    [HttpPost("return"), Requires(Duty.IssuePlans)]
    public Task<IActionResult> CreateReturn(Guid id, PlanStepForm form) => StepAsync(id, "计划已退回。", plan => plans.ReturnAsync(plan, form));

    [HttpPost("issuance"), Requires(Duty.IssuePlans)]
    public Task<IActionResult> CreateIssuance(Guid id, PlanStepForm form) => StepAsync(id, "计划已印发。", plan => plans.IssueAsync(plan, form));

    [HttpPost("revision"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> CreateRevision(Guid id)
    {
        var plan = await plans.FindAsync(id);
        if (plan is null) return NotFound();
        var (revision, refusals) = await plans.ReviseAsync(plan);
        return Told(revision, refusals, "已另编调整稿，可以修改。");
    }

    private async Task<IActionResult> StepAsync(Guid id, string done, Func<AnnualPlan, Task<IReadOnlyList<string>>> step)
    {
        var plan = await plans.FindAsync(id);
        if (plan is null) return NotFound();
        if (!ModelState.IsValid) return Told(id, Wrong(), done);
        return Told(id, await step(plan), done);
    }

    private RedirectResult Told(Guid id, IReadOnlyList<string> refusals, string done) => Told($"{Home}/plans/{id}", refusals, done);
}
