using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>Approves a week, with its totals as they stand, and opens it again for a reason.</summary>
public sealed class WeekService(PortalDbContext db, WeekReader reader, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    /// <summary>Whoever sends a sheet and whoever approves its week wait for each other.</summary>
    public static string TurnOf(Guid tenant, DateOnly week) => $"{tenant} {week:yyyy-MM-dd}";

    public async Task<IReadOnlyList<string>> ApproveAsync(DispatchWeek week, WeekStepForm form)
    {
        await db.TakeTurnAsync(TurnOf(access.Value.Tenant.Id, week.From));
        var page = await reader.PageAsync(week);
        if (page.AgainstApproval.Count > 0) return page.AgainstApproval;
        if (page.NeedsReason && form.Reason.OrNull() is null) return [$"漏报 {page.Count(SheetStanding.Missing)} 个项目，这些项目按上次报送数或台账数计入，请写明理由。"];
        var step = Add(week, WeekStepKind.Approved, form.Reason.OrNull());
        db.WeekTotals.AddRange(page.Sums.Select(sum => TotalOf(step, sum)));
        audit.Add("WeekApproved", step, week.Name, step.Reason);
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> ReopenAsync(DispatchWeek week, WeekStepForm form)
    {
        await db.TakeTurnAsync(TurnOf(access.Value.Tenant.Id, week.From));
        var page = await reader.PageAsync(week);
        if (DispatchRules.WhyNotReopen(page) is { Count: > 0 } refusals) return refusals;
        if (form.Reason.OrNull() is not { } reason) return ["请写明重开的理由。"];
        audit.Add("WeekReopened", Add(week, WeekStepKind.Reopened, reason), week.Name, reason);
        await db.SaveChangesAsync();
        return [];
    }

    private WeekStep Add(DispatchWeek week, WeekStepKind kind, string? reason)
    {
        var step = new WeekStep { TenantId = access.Value.Tenant.Id, Week = week.From, Kind = kind, Reason = reason, By = access.Value.UserName, ById = access.Value.UserId, At = time.GetUtcNow() };
        db.WeekSteps.Add(step);
        return step;
    }

    private static WeekTotal TotalOf(WeekStep step, WeekSum sum)
    {
        var keys = sum.Figures.Keys.ToArray();
        return new WeekTotal
        {
            TenantId = step.TenantId,
            StepId = step.Id,
            Week = step.Week,
            PlanYear = sum.PlanYear,
            Projects = sum.Projects,
            Sent = sum.Sent,
            Keys = keys,
            Planned = keys.Select(key => sum.Figures[key].Planned).ToArray(),
            Actual = keys.Select(key => sum.Figures[key].Actual).ToArray(),
        };
    }
}
