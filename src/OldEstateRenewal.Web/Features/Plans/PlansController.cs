using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>Annual plans (年度改造计划).</summary>
[Route("{county}/plans"), Requires(Duty.ReadPlans)]
public sealed class PlansController(CurrentAccess access, PortalDbContext db, PlanService plans, PolicyShelf policies, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await PlanList.ReadAsync(db, await policies.TodayAsync()));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var plan = await plans.FindAsync(id, forReading: true);
        return plan is null ? NotFound() : View(await SheetAsync(plan));
    }

    [HttpGet("new"), Requires(Duty.EditPlans)]
    public IActionResult New() => View(new NewPlanForm { Year = policies.Today.Year + 1 });

    [HttpPost(""), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Create(NewPlanForm form)
    {
        if (!ModelState.IsValid) return Again("New", form);
        var (id, refusals) = await plans.CreateAsync(form.Year!.Value);
        if (refusals.Count == 0) return Redirect($"{Home}/plans/{id}");
        ModelState.AddModelError(nameof(form.Year), refusals[0]);
        return Again("New", form);
    }

    [HttpGet("{id:guid}/edit"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Edit(Guid id)
    {
        var plan = await plans.FindAsync(id);
        if (plan is null) return NotFound();
        return PlanRules.WhyNotEdit(plan).Count > 0 ? Redirect($"{Home}/plans/{id}") : View(await EditorAsync(plan, PlanEditForm.Of(plan)));
    }

    [HttpPost("{id:guid}"), Requires(Duty.EditPlans), RequestFormLimits(ValueCountLimit = 20_000)]
    public async Task<IActionResult> Update(Guid id, PlanEditForm form)
    {
        var plan = await plans.FindAsync(id);
        if (plan is null) return NotFound();
        if (!ModelState.IsValid) return Again("Edit", await EditorAsync(plan, form));
        var refusals = await plans.EditAsync(plan, form);
        if (refusals.Count == 0)
        {
            Notice("计划已保存。");
            return Redirect($"{Home}/plans/{id}");
        }

        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        db.ChangeTracker.Clear();
        var current = (await plans.FindAsync(id))!;
        ModelState.Remove(nameof(form.Version));
        form.Version = current.Version;
        return Again("Edit", await EditorAsync(current, form));
    }

    private async Task<PlanSheet> SheetAsync(AnnualPlan plan)
    {
        var context = PlanContext.Of(await policies.TodayAsync(), plan.Year);
        var later = await db.Plans.Where(p => p.Year == plan.Year).OrderBy(p => p.Revision).Select(p => new PlanVersion(p.Id, p.Revision)).ToListAsync();
        return new PlanSheet(plan, context, context.Compare(plan.Entries), PlanTable.OfYear(plan, context, Access.Tenant.Name, time.GetUtcNow()), later, await plans.ConsentAsync(plan));
    }

    private async Task<PlanEditor> EditorAsync(AnnualPlan plan, PlanEditForm form) => new(plan, form, PlanContext.Of(await policies.TodayAsync(), plan.Year), await plans.ConsentAsync(plan));
}
