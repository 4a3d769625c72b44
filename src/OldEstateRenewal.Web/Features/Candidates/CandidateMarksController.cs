using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using PlanTotals = OldEstateRenewal.Domain.Planning.PlanTotals;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>The score of one candidate, criterion by criterion, all that was typed for it, and which of its figures are unusual.</summary>
public sealed record MarkSheet(Pool Pool, CandidateRow Row, IReadOnlyList<CandidateMark> Typed, IReadOnlyList<CandidateEstimate> Estimates, CandidateMarkForm Form, CandidateEstimateForm Estimate)
{
    public IReadOnlyList<Reason> Odd { get; init; } = [];
}

/// <summary>评分 of one candidate.</summary>
[Route("{county}/candidates/{id:guid}"), Requires(Duty.ReadPlans)]
public sealed class CandidateMarksController(CurrentAccess access, PortalDbContext db, CandidatePool pool, PolicyShelf policies, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    [HttpGet("marks")]
    public async Task<IActionResult> Index(Guid id, int? year) => await SheetAsync(id, new CandidateMarkForm { Year = year }, new CandidateEstimateForm { Year = year }) is { } sheet ? View(sheet) : NotFound();

    [HttpPost("marks"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Create(Guid id, CandidateMarkForm form)
    {
        if (await SheetAsync(id, form, new CandidateEstimateForm()) is not { } sheet) return NotFound();
        var mark = sheet.Row.Marks.SingleOrDefault(each => each.Criterion.Key == form.Criterion);
        if (mark is null) ModelState.AddModelError(nameof(form.Criterion), "请选择列出的评分项。");
        else if (mark.Held.IsFirm) ModelState.AddModelError(nameof(form.Criterion), $"{mark.Criterion.Name}以征询结果为准，不另行核定。");
        else if (form.TakeBack && !mark.IsTyped) ModelState.AddModelError(nameof(form.Criterion), $"{mark.Criterion.Name}没有核定的评分可撤回。");
        if (form.AsOf > ChinaTime.Today(time)) ModelState.AddModelError(nameof(form.AsOf), "数据日期不能在今天之后。");
        if (!ModelState.IsValid) return Again("Index", sheet);
        await SaveAsync(sheet.Row, mark!, form);
        Notice(form.TakeBack ? $"已撤回{mark!.Criterion.Name}的核定评分。" : $"已核定{mark!.Criterion.Name}。");
        return Back(id, sheet.Pool.Year);
    }

    [HttpPost("estimates"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> CreateEstimate(Guid id, CandidateEstimateForm estimate)
    {
        if (await SheetAsync(id, new CandidateMarkForm { Year = estimate.Year }, estimate) is not { } sheet) return NotFound();
        if (estimate.EstimateAsOf > ChinaTime.Today(time)) ModelState.AddModelError(nameof(estimate.EstimateAsOf), "数据日期不能在今天之后。");
        if (!ModelState.IsValid) return Again("Index", sheet);
        var row = new CandidateEstimate
        {
            EstateId = id,
            Investment = Money.FromYuan(estimate.Investment!.Value * 10_000m),
            Source = estimate.EstimateSource!.Trim(),
            AsOf = estimate.EstimateAsOf!.Value,
            RecordedBy = Access.UserName,
            RecordedById = Access.UserId,
            RecordedAt = time.GetUtcNow(),
        };
        db.CandidateEstimates.Add(row);
        audit.Add("CandidateEstimated", row, sheet.Row.Name);
        await db.SaveChangesAsync();
        Notice("已登记估算投资。");
        return Back(id, sheet.Pool.Year);
    }

    private async Task SaveAsync(CandidateRow row, EstateMark mark, CandidateMarkForm form)
    {
        var typed = new CandidateMark
        {
            EstateId = row.Id,
            Criterion = mark.Criterion.Key,
            CriterionName = mark.Criterion.Name,
            Part = form.TakeBack ? null : form.Part,
            OutOf = form.TakeBack ? null : form.Whole,
            Source = form.Source!.Trim(),
            AsOf = form.TakeBack ? null : form.AsOf,
            RecordedBy = Access.UserName,
            RecordedById = Access.UserId,
            RecordedAt = time.GetUtcNow(),
        };
        db.CandidateMarks.Add(typed);
        audit.Add(form.TakeBack ? "CandidateMarkWithdrawn" : "CandidateMarked", typed, $"{row.Name} · {mark.Criterion.Name}");
        await db.SaveChangesAsync();
    }

    private RedirectResult Back(Guid id, int year) => Redirect($"{Home}/candidates/{id}/marks?year={year}");

    private async Task<MarkSheet?> SheetAsync(Guid id, CandidateMarkForm form, CandidateEstimateForm estimate)
    {
        var all = await pool.ReadAsync(pool.Within(form.Year ?? estimate.Year));
        if (all.Rows.SingleOrDefault(row => row.Id == id) is not { } row) return null;
        var typed = await db.CandidateMarks.AsNoTracking().Where(m => m.EstateId == id).OrderByDescending(m => m.RecordedAt).ThenByDescending(m => m.Id).ToListAsync();
        var estimates = await db.CandidateEstimates.AsNoTracking().Where(e => e.EstateId == id).OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).ToListAsync();
        return new MarkSheet(all, row, typed, estimates, form, estimate) { Odd = await OddAsync(row) };
    }

    /// <summary>Ratios outside their usual range: no objection, a reason for a second look.</summary>
    private async Task<IReadOnlyList<Reason>> OddAsync(CandidateRow row)
    {
        var totals = new PlanTotals(1, row.Estate.BuildingCount, row.Estate.HouseholdCount, row.Estate.FloorArea, row.Investment?.Amount);
        return (await policies.TodayAsync()).All(PolicySections.Plausibility).Select(band => band.Item.Check(totals)).Where(reason => reason.Outcome == Outcome.Review).ToList();
    }
}
