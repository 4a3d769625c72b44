using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.EarlierWorks;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>Writes annual plans. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class PlanService(PortalDbContext db, AuditTrail audit, CurrentAccess access, PolicyShelf policies, WorksLedger works, ConsentGate consents, TimeProvider time)
{
    private static readonly IReadOnlyList<string> stale = ["您操作期间，他人已修改此计划，您的操作尚未保存。请核对计划现在的内容；再次保存将以您填写的为准。"];

    public Task<AnnualPlan?> FindAsync(Guid id, bool forReading = false)
    {
        var plans = db.Plans.Include(p => p.Entries.OrderBy(e => e.Sequence)).Include(p => p.Steps.OrderBy(s => s.At)).AsSplitQuery();
        return (forReading ? plans.AsNoTracking() : plans).SingleOrDefaultAsync(p => p.Id == id);
    }

    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> CreateAsync(int year)
    {
        var plan = New(year, 1);
        audit.Add("PlanCreated", plan, Name(plan));
        return (plan.Id, await SaveAsync());
    }

    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> ReviseAsync(AnnualPlan issued)
    {
        var refusals = PlanRules.WhyNotRevise(issued, await db.Plans.AnyAsync(p => p.Year == issued.Year && p.Revision > issued.Revision));
        if (refusals.Count > 0) return (issued.Id, refusals);
        var plan = New(issued.Year, issued.Revision + 1);
        plan.DifferenceNote = issued.DifferenceNote;
        db.PlanEntries.AddRange(issued.Entries.Select(entry => Copy(entry, plan)));
        audit.Add("PlanRevised", plan, Name(plan));
        return (plan.Id, await SaveAsync());
    }

    public async Task<IReadOnlyList<string>> AddEstatesAsync(AnnualPlan plan, IReadOnlyCollection<Guid> estateIds, IReadOnlyDictionary<Guid, Money>? investments = null)
    {
        var refusals = PlanRules.WhyNotEdit(plan).ToList();
        var cases = (await EstateCases.ReadAsync(db, estateIds)).OrderBy(each => each.Estate.Id).ToList();
        var estates = cases.Select(each => each.Estate).ToList();
        if (estates.Count == 0 || estates.Count != estateIds.Distinct().Count()) refusals.Add("请从台账中选择要列入的小区。");
        refusals.AddRange(estates.Where(e => plan.Entries.Any(entry => entry.EstateId == e.Id)).Select(e => $"{e.Name}已在计划中。"));
        refusals.AddRange(estates.Where(e => e.EndedOn is not null).Select(e => $"{e.Name}已终止（并入或作废），不能列入计划。"));
        refusals.AddRange(await works.WhyNotPlanAsync(estates));
        var view = await policies.TodayAsync();
        refusals.AddRange(cases.Select(each => (each.Estate.Name, Result: view.JudgeEligibility(EligibilityRules.PlanEntry, each.Facts)))
            .Where(judged => judged.Result?.Verdict == EligibilityVerdict.NotEligible).Select(judged => $"{judged.Name}{judged.Result!.InWords}，不能列入计划。"));
        if (refusals.Count > 0) return refusals;
        var next = plan.Entries.Select(e => e.Sequence).DefaultIfEmpty().Max() + 1;
        foreach (var estate in estates)
        {
            var entry = Entry(estate, plan, next++);
            if (investments?.TryGetValue(estate.Id, out var investment) == true) entry.Investment = investment;
            db.PlanEntries.Add(entry);
            audit.Add("PlanEntryAdded", entry, $"{Name(plan)} · {estate.Name}");
        }

        return await SaveAsync(plan);
    }

    public async Task<IReadOnlyList<string>> EditAsync(AnnualPlan plan, PlanEditForm form)
    {
        var refusals = PlanRules.WhyNotEdit(plan);
        if (refusals.Count > 0) return refusals;
        db.Entry(plan).Property(p => p.Version).OriginalValue = form.Version;
        plan.DifferenceNote = string.IsNullOrWhiteSpace(form.DifferenceNote) ? null : form.DifferenceNote.Trim();
        audit.Add("PlanEdited", plan, Name(plan));
        foreach (var typed in form.Entries)
        {
            if (plan.Entries.SingleOrDefault(e => e.Id == typed.Id) is not { } entry) continue;
            var moved = typed.Remove ? [] : await WriteAsync(plan, entry, typed);
            if (moved.Count > 0) return moved;
            if (typed.Remove) Remove(plan, entry);
        }

        return await SaveAsync(plan);
    }

    /// <summary>How the estates of a plan stand with the consent that its tenant's policy asks for.</summary>
    public Task<ConsentAnswers> ConsentAsync(AnnualPlan plan) => consents.AskAsync(ConsentGate.PlanEntry, plan.Entries.Select(entry => entry.EstateId).ToList(), plan.Year);

    public async Task<IReadOnlyList<string>> SubmitAsync(AnnualPlan plan, PlanContext context, PlanStepForm form) =>
        await StepAsync(plan, PlanStepKind.Submitted, PlanRules.WhyNotSubmit(plan, context.Compare(plan.Entries), await ConsentAsync(plan)), form);

    public Task<IReadOnlyList<string>> ReturnAsync(AnnualPlan plan, PlanStepForm form) =>
        StepAsync(plan, PlanStepKind.Returned, string.IsNullOrWhiteSpace(form.Remark) ? [.. PlanRules.WhyNotDecide(plan), "请填写退回的理由。"] : PlanRules.WhyNotDecide(plan), form);

    public Task<IReadOnlyList<string>> IssueAsync(AnnualPlan plan, PlanStepForm form) => StepAsync(plan, PlanStepKind.Issued, PlanRules.WhyNotDecide(plan), form);

    public static string Name(AnnualPlan plan) => $"{plan.Year}年改造计划{plan.RevisionName}";

    private async Task<IReadOnlyList<string>> StepAsync(AnnualPlan plan, PlanStepKind kind, IReadOnlyList<string> refusals, PlanStepForm form)
    {
        if (refusals.Count > 0) return refusals;
        db.Entry(plan).Property(p => p.Version).OriginalValue = form.Version;
        var step = new PlanStep { PlanId = plan.Id, Kind = kind, By = access.Value.UserName, At = time.GetUtcNow(), Remark = string.IsNullOrWhiteSpace(form.Remark) ? null : form.Remark.Trim() };
        db.PlanSteps.Add(step);
        audit.Add($"Plan{kind}", plan, Name(plan), step.Remark);
        return await SaveAsync(plan);
    }

    private async Task<IReadOnlyList<string>> WriteAsync(AnnualPlan plan, PlanEntry entry, PlanEntryForm typed)
    {
        typed.WriteTo(entry);
        if (typed.Year is { } year && year != plan.Year)
        {
            var (target, refusals) = await DraftOfAsync(year, entry);
            if (target is null) return refusals;
            entry.PlanId = target.Id;
            // The plan it goes to has changed as well: who is about to submit that one must notice.
            if (db.Entry(target).State == EntityState.Unchanged) db.Entry(target).Property(p => p.Version).IsModified = true;
        }

        if (db.Entry(entry).State == EntityState.Modified) audit.Add(entry.PlanId == plan.Id ? "PlanEntryEdited" : "PlanEntryMoved", entry, $"{Name(plan)} · {entry.Name}");
        return [];
    }

    /// <summary>The draft of another year to which an estate is moved; made when the year has no plan yet.</summary>
    private async Task<(AnnualPlan? Plan, IReadOnlyList<string> Refusals)> DraftOfAsync(int year, PlanEntry entry)
    {
        var target = db.Plans.Local.SingleOrDefault(p => p.Year == year && db.Entry(p).State == EntityState.Added)
            ?? await db.Plans.Include(p => p.Steps).Include(p => p.Entries).Where(p => p.Year == year).OrderByDescending(p => p.Revision).AsSplitQuery().FirstOrDefaultAsync();
        if (target is null)
        {
            target = New(year, 1);
            audit.Add("PlanCreated", target, Name(target));
        }

        if (target.State != PlanState.Draft) return (null, [$"{entry.Name}不能移到{year}年：{year}年计划{target.State.Name()}。"]);
        if (target.Entries.Any(e => e.EstateId == entry.EstateId && e.Id != entry.Id)) return (null, [$"{entry.Name}已在{year}年计划中。"]);
        return (target, []);
    }

    private void Remove(AnnualPlan plan, PlanEntry entry)
    {
        db.PlanEntries.Remove(entry);
        audit.Add("PlanEntryRemoved", entry, $"{Name(plan)} · {entry.Name}");
    }

    private AnnualPlan New(int year, int revision)
    {
        var plan = new AnnualPlan { Year = year, Revision = revision, CreatedBy = access.Value.UserName, CreatedAt = time.GetUtcNow() };
        db.Plans.Add(plan);
        return plan;
    }

    internal static PlanEntry Entry(Estate estate, AnnualPlan plan, int sequence) => new()
    {
        TenantId = estate.TenantId,
        PlanId = plan.Id,
        EstateId = estate.Id,
        Sequence = sequence,
        Name = estate.Name,
        Street = estate.Street?.Name,
        Address = estate.Address,
        BuiltYears = estate.BuiltYears,
        BuildingCount = estate.BuildingCount,
        HouseholdCount = estate.HouseholdCount,
        FloorArea = estate.FloorArea,
    };

    private PlanEntry Copy(PlanEntry entry, AnnualPlan plan) => new()
    {
        TenantId = access.Value.Tenant.Id,
        PlanId = plan.Id,
        EstateId = entry.EstateId,
        Sequence = entry.Sequence,
        Name = entry.Name,
        Street = entry.Street,
        Address = entry.Address,
        BuiltYears = entry.BuiltYears,
        BuildingCount = entry.BuildingCount,
        HouseholdCount = entry.HouseholdCount,
        FloorArea = entry.FloorArea,
        Investment = entry.Investment,
        Scope = entry.Scope,
    };

    /// <summary>Saves; whatever was changed below a plan also moves the plan's version, so that two people never overwrite each other.</summary>
    private async Task<IReadOnlyList<string>> SaveAsync(AnnualPlan? plan = null)
    {
        if (plan is not null) db.Entry(plan).Property(p => p.Version).IsModified = true;
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return stale;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: AnnualPlan.UniqueRevision })
        {
            return ["该年度已有计划。"];
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: PlanEntry.UniqueEstate })
        {
            return ["所选小区已在计划中。"];
        }
    }
}
