using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.EarlierWorks;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>Estates taken from the registry into a plan.</summary>
[Route("{county}/plans/{id:guid}/entries"), Requires(Duty.EditPlans)]
public sealed class PlanEntriesController(CurrentAccess access, PortalDbContext db, PlanService plans, EstateStandings standings, WorksLedger works, ConsentGate consents) : PortalController(access)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id, string? q, int page = 1)
    {
        var plan = await plans.FindAsync(id);
        return plan is null ? NotFound() : View(await CandidatesAsync(plan, q, page, PlanRules.WhyNotEdit(plan), []));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid[] estates, string? q, int page = 1)
    {
        var plan = await plans.FindAsync(id);
        if (plan is null) return NotFound();
        var refusals = await plans.AddEstatesAsync(plan, estates);
        if (refusals.Count > 0) return Again("New", await CandidatesAsync(plan, q, page, refusals, estates));
        Notice($"已列入 {estates.Length} 个小区。");
        return Redirect($"{Home}/plans/{id}");
    }

    private async Task<PlanCandidates> CandidatesAsync(AnnualPlan plan, string? q, int number, IReadOnlyList<string> refusals, Guid[] chosen)
    {
        var page = await EstateList.ReadAsync(db, new EstateQuery(q, null, EstateOrder.Name, false, number), await standings.ReadAsync(), without: plan.Entries.Select(e => e.EstateId).ToList());
        var ids = page.Rows.Select(row => row.Id).ToList();
        return new PlanCandidates(plan, page, refusals, chosen.ToHashSet(), await works.ReadAsync(ids), await consents.AskAsync(ConsentGate.PlanEntry, ids, plan.Year));
    }
}
