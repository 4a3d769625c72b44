using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Candidates;

public sealed record FrozenPlanEditor(FrozenPlanForm Form, FrozenPlan? Last);

/// <summary>省级锁定计划: recorded once, corrected only by a further edition with its reason.</summary>
[Route("{county}/frozen-plans"), Requires(Duty.ReadPlans)]
public sealed class FrozenPlansController(CurrentAccess access, PortalDbContext db, AuditTrail audit, CandidatePool pool, TimeProvider time) : PortalController(access)
{
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await db.FrozenPlans.AsNoTracking().Include(p => p.Entries.OrderBy(e => e.Sequence)).SingleOrDefaultAsync(p => p.Id == id) is { } plan ? View(plan) : NotFound();

    [HttpGet("new"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> New(int? year)
    {
        var last = await LastAsync(pool.Within(year));
        return View(new FrozenPlanEditor(new FrozenPlanForm { Year = pool.Within(year), Edition = last?.Edition ?? 0, DocumentNumber = last?.DocumentNumber, IssuedOn = last?.IssuedOn, Lines = last is null ? null : FrozenPlanForm.Write(last.Entries) }, last));
    }

    [HttpPost(""), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Create(FrozenPlanForm form)
    {
        // Two who record at once must see each other.
        await db.TakeTurnAsync(Access.Tenant.Id);
        var last = form.Year is { } year ? await LastAsync(year) : null;
        if (last is not null && string.IsNullOrWhiteSpace(form.Reason)) ModelState.AddModelError(nameof(form.Reason), "该年度已有锁定计划，更正须写明理由。");
        if (form.IssuedOn > ChinaTime.Today(time)) ModelState.AddModelError(nameof(form.IssuedOn), "印发日期不能在今天之后。");
        if (form.Edition != (last?.Edition ?? 0)) ModelState.AddModelError("", $"该年度的锁定计划现为第 {last?.Edition ?? 0} 版，与您看到的不同。请核对后再次保存。");
        if (!ModelState.IsValid)
        {
            ModelState.Remove(nameof(form.Edition));
            form.Edition = last?.Edition ?? 0;
            return Again("New", new FrozenPlanEditor(form, last));
        }

        var plan = await SaveAsync(form, last);
        Notice($"已登记{plan.Year}年省级锁定计划第 {plan.Edition} 版。");
        return Redirect($"{Home}/frozen-plans/{plan.Id}");
    }

    private async Task<FrozenPlan> SaveAsync(FrozenPlanForm form, FrozenPlan? last)
    {
        var plan = new FrozenPlan
        {
            TenantId = Access.Tenant.Id,
            Year = form.Year!.Value,
            Edition = (last?.Edition ?? 0) + 1,
            DocumentNumber = form.DocumentNumber!.Trim(),
            IssuedOn = form.IssuedOn!.Value,
            Reason = last is null ? null : form.Reason.OrNull(),
            RecordedBy = Access.UserName,
            RecordedById = Access.UserId,
            RecordedAt = time.GetUtcNow(),
        };
        var estates = await NamedAsync();
        plan.Entries.AddRange(form.Read().Select((line, i) => new FrozenPlanEntry
        {
            TenantId = plan.TenantId,
            FrozenPlanId = plan.Id,
            Sequence = i + 1,
            EstateId = estates.TryGetValue(line.Name, out var estate) ? estate : null,
            Name = line.Name,
            BuildingCount = line.Buildings,
            HouseholdCount = line.Households,
            FloorArea = line.Area,
            Investment = line.Investment,
        }));
        foreach (var twice in plan.Entries.Where(entry => entry.EstateId is not null).GroupBy(entry => entry.EstateId).Where(group => group.Count() > 1)) foreach (var entry in twice.Skip(1)) entry.EstateId = null;
        db.FrozenPlans.Add(plan);
        audit.Add(last is null ? "FrozenPlanRecorded" : "FrozenPlanCorrected", plan, $"{plan.Year}年 · {plan.DocumentNumber}", plan.Reason);
        await db.SaveChangesAsync();
        return plan;
    }

    /// <summary>The estates by name, and by another name where that is nobody's own.</summary>
    private async Task<Dictionary<string, Guid>> NamedAsync()
    {
        var own = await db.Estates.AsNoTracking().Where(e => e.EndedOn == null).Select(e => new { e.Name, e.Id }).ToListAsync();
        var named = own.ToDictionary(e => e.Name, e => e.Id);
        var others = await db.EstateAliases.AsNoTracking().Where(a => db.Estates.Any(e => e.Id == a.EstateId && e.EndedOn == null)).Select(a => new { a.Name, a.EstateId }).ToListAsync();
        foreach (var alias in others.GroupBy(a => a.Name).Where(group => group.Select(a => a.EstateId).Distinct().Count() == 1)) named.TryAdd(alias.Key, alias.First().EstateId);
        return named;
    }

    private Task<FrozenPlan?> LastAsync(int year) =>
        db.FrozenPlans.AsNoTracking().Include(p => p.Entries).Where(p => p.Year == year).OrderByDescending(p => p.Edition).FirstOrDefaultAsync();
}
