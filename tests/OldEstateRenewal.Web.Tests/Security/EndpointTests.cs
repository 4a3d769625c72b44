using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Security;

/// <summary>Every address there is, read from the portal itself, so that a new one is held to the same.</summary>
public sealed class EndpointTests(PortalFixture fixture)
{
    private IEnumerable<RouteEndpoint> Actions => fixture.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null);

    [Fact]
    public void Actions_All_NameADutyOrAreOpenToAnyone()
    {
        Assert.True(Actions.Count() > 25);
        Assert.Empty(Actions.Where(action => action.Metadata.GetMetadata<RequiresAttribute>() is null && action.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(action => action.DisplayName));
    }

    [Fact]
    public void Actions_OpenToAnyone_AreOnlyTheFrontDoor()
    {
        var open = Actions.Where(action => action.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(action => action.RoutePattern.RawText!.Trim('/')).Distinct().Order();

        Assert.Equal(["", "calendar/{token}.ics", "error/{code:int?}", "receipts", "receipts/opinions", "sign-in", "sign-out", "verify/{place}/{code}", "{place}/public", "{place}/public/notices/{id:guid}", "{place}/public/notices/{id:guid}/objections", "{place}/public/questions"], open);
    }

    [Fact]
    public void Actions_BelowACounty_NameADuty()
    {
        Assert.Empty(Actions.Where(action => action.RoutePattern.RawText!.Contains("{county}", StringComparison.Ordinal) && action.Metadata.GetMetadata<RequiresAttribute>() is null).Select(action => action.DisplayName));
    }

    [Fact]
    public async Task Get_EveryTenantPageAnonymously_LeadsToSignInAndBack()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        var stranger = Clerk.Anonymous(fixture.Portal, county);
        foreach (var path in Gets(filled))
        {
            using var response = await stranger.SendAsync(HttpMethod.Get, county.Home + path);

            Assert.Equal(302, (int)response.StatusCode);
            Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(county.Home + path)}", response.Headers.Location!.PathAndQuery);
        }
    }

    [Fact]
    public async Task Post_EveryActWithoutTheToken_IsRefused()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        await county.StepAsync(filled.Plan, "Submitted", 9);
        var (bureau, leader) = (await county.ClerkAsync(), await county.ClerkAsync(Role.Leader));
        var city = await County.CityAsync(fixture.Portal);
        var official = await city.ClerkAsync(Role.City);
        var posts = Actions.Where(action => action.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true && !action.RoutePattern.RawText!.Contains("error", StringComparison.Ordinal)).ToList();
        Assert.True(posts.Count >= 10);
        foreach (var post in posts)
        {
            // What is the city's own is done in the city.
            var isCitys = post.Metadata.GetOrderedMetadata<RequiresAttribute>().Any(required => required.Duty == Duty.Supervise);
            var path = Path(post, filled).Replace("{county}", (isCitys ? city : county).Tenant.Key, StringComparison.Ordinal).Replace("{place}", county.Tenant.Key, StringComparison.Ordinal);
            var statuses = new List<int>();
            foreach (var clerk in isCitys ? new[] { official } : [bureau, leader])
            {
                using var response = await clerk.SendAsync(HttpMethod.Post, "/" + path.TrimStart('/'), new FormUrlEncodedContent([KeyValuePair.Create("Name", "x"), KeyValuePair.Create("Remark", "x")]));
                statuses.Add((int)response.StatusCode);
            }

            Assert.Contains(400, statuses);
            Assert.All(statuses, status => Assert.True(status is 400 or 403, $"{path}: {status}"));
        }
    }

    /// <summary>The addresses of all pages below a county.</summary>
    internal IEnumerable<string> Gets(Filled filled) => Actions
        .Where(action => action.RoutePattern.RawText!.StartsWith("{county}", StringComparison.Ordinal) && action.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(action => Path(action, filled)["{county}".Length..]).Distinct();

    private static string Path(RouteEndpoint endpoint, Filled filled)
    {
        var path = endpoint.RoutePattern.RawText!.Replace("{report}", "estates", StringComparison.Ordinal);
        var id = path.StartsWith("{county}/bill-runs", StringComparison.Ordinal) ? filled.Estate : path.StartsWith("{county}/dwellings", StringComparison.Ordinal) ? filled.Dwelling : path.StartsWith("{county}/owners", StringComparison.Ordinal) ? filled.Owner : path.StartsWith("{county}/imports", StringComparison.Ordinal) ? filled.Import : path.StartsWith("{county}/ballots", StringComparison.Ordinal) ? filled.Ballot : path.StartsWith("{county}/projects", StringComparison.Ordinal) || path.StartsWith("{county}/site-records", StringComparison.Ordinal) ? filled.Project : path.StartsWith("{county}/estates", StringComparison.Ordinal) ? filled.Estate : path.Contains("/plans", StringComparison.Ordinal) ? filled.Plan : path.Contains("/buildings", StringComparison.Ordinal) ? filled.Building : filled.Estate;
        return path.Replace("{id:guid}", $"{id}", StringComparison.Ordinal).Replace("{dwelling:guid}", $"{filled.Dwelling}", StringComparison.Ordinal).Replace("{call:guid}", $"{filled.Ballot}", StringComparison.Ordinal).Replace("{building:guid}", $"{filled.Building}", StringComparison.Ordinal).Replace("{format:regex(^(pdf|xlsx)$)}", "pdf", StringComparison.Ordinal).Replace("{year:int:range(2015,2050)}", "2024", StringComparison.Ordinal).Replace("{objection:guid}", $"{filled.Estate}", StringComparison.Ordinal).Replace("{key}", "linqu-2024", StringComparison.Ordinal).Replace("{planYear:int:range(2000,2100)}", "2027", StringComparison.Ordinal).Replace("{indicator}", "investment", StringComparison.Ordinal).Replace("{quarter:regex(^\\d{{4}}-\\d$)}", "2026-4", StringComparison.Ordinal).Replace("{stage}", "approval", StringComparison.Ordinal).Replace("{paper}", "approval", StringComparison.Ordinal).Replace("{kind:regex(^(estates|buildings|dwellings)$)}", "estates", StringComparison.Ordinal).Replace("{item:guid}", $"{filled.Project}", StringComparison.Ordinal).Replace("{problem:guid}", $"{filled.Project}", StringComparison.Ordinal).Replace("{party:guid}", $"{filled.Project}", StringComparison.Ordinal).Replace("{watcher:guid}", $"{filled.Project}", StringComparison.Ordinal).Replace("{line:guid}", $"{filled.Estate}", StringComparison.Ordinal).Replace("{act:guid}", $"{filled.Estate}", StringComparison.Ordinal).Replace("{use:guid}", $"{filled.Estate}", StringComparison.Ordinal).Replace("{week:regex(^\\d{{4}}-\\d{{2}}-\\d{{2}}$)}", "2026-11-09", StringComparison.Ordinal).Replace("{returned:guid}", $"{filled.Estate}", StringComparison.Ordinal).Replace("{sheet:guid}", $"{filled.Estate}", StringComparison.Ordinal).Replace("{format:regex(^(pdf|xlsx|docx)$)}", "pdf", StringComparison.Ordinal).Replace("{format:regex(^(pdf|docx)$)}", "pdf", StringComparison.Ordinal).Replace("{pass:guid}", $"{filled.Project}", StringComparison.Ordinal);
    }
}
