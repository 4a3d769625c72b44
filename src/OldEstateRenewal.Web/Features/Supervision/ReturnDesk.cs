using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Supervision;

/// <summary>A city sends a figure back: a remark in its own tenant, that the county may read. The figure stays the county's.</summary>
public sealed class ReturnDesk(CityDesk desk, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<string>> ReturnAsync(CountyPage county, WeeklySheet sheet, FigureReturnForm form)
    {
        if (ReturnService.WhyNot(sheet, form) is { Count: > 0 } refusals) return refusals;
        var city = access.Value;
        return await desk.WriteAsync(async own =>
        {
            var returned = ReturnService.Make(city.Tenant.Id, county.Id, sheet, form, city.Tenant.Name, city.UserId, time.GetUtcNow());
            own.FigureReturns.Add(returned);
            desk.Note(own, "FigureReturned", returned, returned.Id, $"{county.Name} {sheet.Week:yyyy-MM-dd} {ReturnService.Figure(returned)}", returned.Text);
            await own.SaveChangesAsync();
            return [];
        });
    }
}
