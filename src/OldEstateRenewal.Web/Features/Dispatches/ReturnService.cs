using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>Sends a figure back within a county. The figure itself stays as it was sent.</summary>
public sealed class ReturnService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<string>> ReturnAsync(WeekLine line, FigureReturnForm form)
    {
        if (WhyNot(line.Sheet, form) is { Count: > 0 } refusals) return refusals;
        var returned = Make(access.Value.Tenant.Id, access.Value.Tenant.Id, line.Sheet!, form, access.Value.UserName, access.Value.UserId, time.GetUtcNow());
        db.FigureReturns.Add(returned);
        audit.Add("FigureReturned", returned, $"{line.Project.Name} {Figure(returned)}", returned.Text);
        await db.SaveChangesAsync();
        return [];
    }

    public static IReadOnlyList<string> WhyNot(WeeklySheet? sheet, FigureReturnForm form) => sheet switch
    {
        null => ["尚未报送，没有可以退回的数字。"],
        _ when form.Edition != sheet.Edition => ["报送单位刚刚更正了这张表，请核对最新内容。"],
        _ when form.IndicatorKey is { Length: > 0 } key && Indicators.Find(key) is null => ["请从列出的指标中选择。"],
        _ => [],
    };

    public static FigureReturn Make(Guid tenant, Guid county, WeeklySheet sheet, FigureReturnForm form, string by, Guid byId, DateTimeOffset at) => new()
    {
        TenantId = tenant,
        CountyId = county,
        ProjectId = sheet.ProjectId,
        Week = sheet.Week,
        Edition = sheet.Edition,
        IndicatorKey = string.IsNullOrEmpty(form.IndicatorKey) ? null : form.IndicatorKey,
        Text = form.Text!.Trim(),
        By = by,
        ById = byId,
        At = at,
    };

    public static string Figure(FigureReturn returned) => returned.IndicatorKey is { } key ? Indicators.Get(key).Name : "整表";
}
