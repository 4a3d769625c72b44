using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Quarters;

/// <summary>Sends quarterly forms. It gives back why one was refused; an empty list means that it is saved.</summary>
public sealed class QuarterService(PortalDbContext db, QuarterReader reader, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<SheetRefusal>> SendAsync(QuarterPage shown, QuarterForm form)
    {
        await db.TakeTurnAsync($"{access.Value.Tenant.Id} {shown.PlanYear} {shown.Quarter.Path}");
        var page = await reader.PageAsync(shown.Quarter, shown.PlanYear);
        if (page.Editions.Count != form.Edition) return [new(null, false, "他人刚刚报送了这张季报，您的填写没有保存，请核对最新内容后再报。")];
        if (page.Against.Count > 0) return page.Against.Select(text => new SheetRefusal(null, false, text)).ToList();
        if (page.Source!.StepId != form.StepId) return [new(null, false, "所取的调度周刚刚变动，数字已更新，请核对后再报。")];
        var reasons = form.Reasons.Where(reason => reason.Text.OrNull() is not null).DistinctBy(reason => reason.Key).ToDictionary(reason => reason.Key, reason => reason.Text!.Trim());
        var refusals = QuarterRules.WhyNotReasons(page, reasons).Select(finding => new SheetRefusal(finding.Key, true, finding.Text)).ToList();
        if (page.Newest is not null && form.Correction.OrNull() is null) refusals.Add(new SheetRefusal(nameof(form.Correction), false, "请写明更正的理由。"));
        if (refusals.Count > 0) return refusals;
        var sent = ReturnOf(page, form, reasons);
        db.QuarterlyReturns.Add(sent);
        audit.Add(sent.Edition == 1 ? "QuarterlyReturnSent" : "QuarterlyReturnCorrected", sent, $"{page.Quarter.Name} {page.PlanYear}年计划", sent.Correction);
        await db.SaveChangesAsync();
        return [];
    }

    private QuarterlyReturn ReturnOf(QuarterPage page, QuarterForm form, Dictionary<string, string> reasons)
    {
        var source = page.Source!;
        return new QuarterlyReturn
        {
            TenantId = access.Value.Tenant.Id,
            PlanYear = page.PlanYear,
            From = page.Quarter.First,
            Edition = page.Editions.Count + 1,
            StepId = source.StepId,
            Week = source.Week,
            Keys = source.Keys,
            Planned = source.Planned,
            Actual = source.Actual,
            Reasons = source.Keys.Select(key => reasons.GetValueOrDefault(key)).ToArray(),
            Head = form.Head!.Trim(),
            Statistician = form.Statistician!.Trim(),
            Correction = page.Newest is null ? null : form.Correction.OrNull(),
            By = access.Value.UserName,
            ById = access.Value.UserId,
            At = time.GetUtcNow(),
        };
    }
}
