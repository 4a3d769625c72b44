using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Security;

/// <summary>Who may open which page, written out by hand.</summary>
public sealed class RoleTests(PortalFixture fixture)
{
    private static readonly (string Path, string Bureau, string Leader, string Street, string City, string Platform)[] matrix =
    [
        ("", "200", "200", "200", "200", "403"),
        ("/estates", "200", "200", "200", "200", "403"),
        ("/estates/new", "200", "403", "403", "403", "403"),
        ("/estates/{estate}", "200", "200", "200", "200", "403"),
        ("/estates/{estate}/edit", "200", "403", "200", "403", "403"),
        ("/estates/{estate}/buildings", "200", "403", "200", "403", "403"),
        ("/estates/{estate}/buildings/new", "200", "403", "200", "403", "403"),
        ("/estates/list.pdf", "200", "200", "200", "200", "403"),
        ("/estates/buildings.xlsx", "200", "200", "200", "200", "403"),
        ("/estates/{estate}/buildings.xlsx", "200", "200", "200", "200", "403"),
        ("/estates/dwellings.xlsx", "200", "403", "200", "403", "403"),
        ("/estates/{estate}/dwellings.xlsx", "200", "403", "200", "403", "403"),
        ("/estates/{estate}/identity", "200", "200", "200", "200", "403"),
        ("/estates/{estate}/mergers/new", "200", "403", "403", "403", "403"),
        ("/estates/{estate}/splits/new", "200", "403", "403", "403", "403"),
        ("/estates/{estate}/works", "200", "200", "200", "200", "403"),
        ("/works", "200", "200", "200", "200", "403"),
        ("/works/list.pdf", "200", "200", "200", "200", "403"),
        ("/twins", "200", "200", "200", "200", "403"),
        ("/twins/list.pdf", "200", "200", "200", "200", "403"),
        ("/search", "200", "200", "200", "200", "403"),
        ("/buildings/{building}", "200", "403", "200", "403", "403"),
        ("/buildings/{building}/edit", "200", "403", "200", "403", "403"),
        ("/buildings/{building}/grid/edit", "200", "403", "200", "403", "403"),
        ("/buildings/{building}/batches/new", "200", "403", "200", "403", "403"),
        ("/buildings/{building}/dwellings/new", "200", "403", "200", "403", "403"),
        ("/buildings/{building}/sheet.pdf", "200", "403", "200", "403", "403"),
        ("/buildings/{building}/survey.pdf", "200", "403", "200", "403", "403"),
        ("/dwellings/{dwelling}", "200", "403", "200", "403", "403"),
        ("/dwellings/{dwelling}/edit", "200", "403", "200", "403", "403"),
        ("/dwellings/{dwelling}/ownership-changes/new", "200", "403", "200", "403", "403"),
        ("/owners/{owner}", "200", "403", "200", "403", "403"),
        ("/owners/{owner}/edit", "200", "403", "200", "403", "403"),
        ("/owners/{owner}/mergers/new", "404", "403", "404", "403", "403"),
        ("/imports", "200", "403", "200", "403", "403"),
        ("/imports/new", "200", "403", "200", "403", "403"),
        ("/imports/{import}", "200", "403", "200", "403", "403"),
        ("/imports/{import}/problems.xlsx", "200", "403", "200", "403", "403"),
        ("/imports/templates/estates.xlsx", "200", "403", "200", "403", "403"),
        ("/responsibilities", "200", "200", "200", "200", "403"),
        ("/reports", "200", "200", "200", "200", "403"),
        ("/reports/estates", "200", "200", "200", "200", "403"),
        ("/reports/files", "200", "200", "200", "403", "403"),
        ("/reports/files/{estate}", "200", "200", "200", "403", "403"),
        ("/reports/files/{estate}/content", "200", "200", "200", "403", "403"),
        ("/reports/schedules", "200", "200", "200", "403", "403"),
        ("/reports/template", "200", "200", "403", "403", "403"),
        ("/holidays", "200", "200", "200", "200", "403"),
        ("/holidays/2024", "200", "200", "200", "200", "403"),
        ("/holidays/2024/edit", "200", "403", "403", "403", "403"),
        ("/projects/{project}/notices", "200", "200", "200", "200", "403"),
        ("/projects/{project}/notices/new", "200", "403", "403", "403", "403"),
        ("/notices/{estate}", "200", "200", "200", "200", "403"),
        ("/notices/{estate}/edit", "200", "403", "403", "403", "403"),
        ("/notices/{estate}/notice.pdf", "200", "200", "200", "200", "403"),
        ("/notices/{estate}/statement.pdf", "404", "404", "404", "403", "403"),
        ("/projects", "200", "200", "200", "200", "403"),
        ("/projects/board.pdf", "200", "200", "200", "200", "403"),
        ("/projects/calendar.ics", "200", "200", "200", "200", "403"),
        ("/projects/new", "404", "403", "403", "403", "403"),
        ("/projects/{project}", "200", "200", "200", "200", "403"),
        ("/projects/{project}/calendar.ics", "200", "200", "200", "200", "403"),
        ("/projects/{project}/edit", "200", "403", "403", "403", "403"),
        ("/projects/{project}/acceptances", "200", "200", "200", "200", "403"),
        ("/projects/{project}/acceptances/new", "200", "403", "200", "403", "403"),
        ("/acceptances/{estate}", "200", "200", "200", "200", "403"),
        ("/acceptances/{estate}/edit", "200", "403", "200", "403", "403"),
        ("/acceptance-defects/{estate}", "200", "200", "200", "200", "403"),
        ("/spot-checks/{estate}", "200", "200", "200", "200", "403"),
        ("/confirmations/{estate}", "200", "200", "200", "200", "403"),
        ("/projects/{project}/handovers", "200", "200", "200", "200", "403"),
        ("/projects/{project}/handovers.pdf", "200", "200", "200", "200", "403"),
        ("/handovers/{estate}", "200", "200", "200", "200", "403"),
        ("/handovers/{estate}/receipt.pdf", "200", "200", "200", "200", "403"),
        ("/estates/{estate}/property-services", "200", "200", "200", "200", "403"),
        ("/estates/{estate}/property-services/new", "200", "403", "200", "403", "403"),
        ("/after-works", "200", "200", "200", "200", "403"),
        ("/after-works/follow-ups.pdf", "200", "200", "200", "200", "403"),
        ("/after-works/calendar.ics", "200", "200", "200", "200", "403"),
        ("/projects/{project}/archive", "200", "200", "200", "200", "403"),
        ("/projects/{project}/archive.zip", "200", "200", "200", "403", "403"),
        ("/projects/{project}/schedule", "200", "403", "403", "403", "403"),
        ("/projects/{project}/site", "200", "200", "200", "200", "403"),
        ("/projects/{project}/site/items/{project}", "200", "200", "200", "200", "403"),
        ("/projects/{project}/site/parties", "200", "200", "200", "200", "403"),
        ("/projects/{project}/site/problems", "200", "200", "200", "200", "403"),
        ("/projects/{project}/site/problems/{project}", "200", "200", "200", "200", "403"),
        ("/projects/{project}/site/inspections", "200", "200", "200", "200", "403"),
        ("/projects/{project}/site/passes", "200", "200", "200", "200", "403"),
        ("/projects/{project}/site/passes/{project}.pdf", "200", "200", "200", "200", "403"),
        ("/projects/{project}/site/items.pdf", "200", "200", "200", "200", "403"),
        ("/projects/{project}/site/problems.pdf", "200", "200", "200", "200", "403"),
        ("/projects/{project}/site/items/new", "200", "403", "200", "403", "403"),
        ("/projects/{project}/site/parties/new", "200", "403", "200", "403", "403"),
        ("/projects/{project}/site/watchers/new", "200", "403", "200", "403", "403"),
        ("/projects/{project}/site/problems/new", "200", "403", "200", "403", "403"),
        ("/projects/{project}/site/inspections/new", "200", "403", "200", "403", "403"),
        ("/projects/{project}/site/tests/new", "200", "403", "200", "403", "403"),
        ("/projects/{project}/site/notices/new", "200", "403", "200", "403", "403"),
        ("/site-records/{project}", "200", "200", "200", "200", "403"),
        ("/passes", "200", "200", "200", "200", "403"),
        ("/ballots", "200", "200", "200", "200", "403"),
        ("/ballots/{ballot}", "200", "200", "200", "200", "403"),
        ("/ballots/{ballot}/tally", "200", "200", "200", "404", "403"),
        ("/ballots/{ballot}/roll", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/roll.pdf", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/votes", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/units/{dwelling}", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/risers", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/differences", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/call-backs", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/missing", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/official-results/new", "200", "403", "403", "403", "403"),
        ("/roll-entries/{estate}", "404", "403", "404", "403", "403"),
        ("/ballots/{ballot}/papers", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/papers/{building}.pdf", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/sheets", "200", "403", "200", "403", "403"),
        ("/ballots/{ballot}/result", "200", "200", "200", "200", "403"),
        ("/ballots/{ballot}/result.pdf", "200", "200", "200", "200", "403"),
        ("/ballots/{ballot}/water-notices/new", "404", "403", "404", "403", "403"),
        ("/ballots/{ballot}/edit", "200", "403", "403", "403", "403"),
        ("/estates/{estate}/outside-consents/new", "200", "403", "403", "403", "403"),
        ("/estates/{estate}/ballots/new", "200", "403", "403", "403", "403"),
        ("/surveys/{estate}", "200", "200", "200", "200", "403"),
        ("/estates/{estate}/surveys/new", "200", "403", "200", "403", "403"),
        ("/estates/{estate}/survey-sheet.pdf", "200", "200", "200", "200", "403"),
        ("/survey-sheets.pdf", "200", "200", "200", "200", "403"),
        ("/site-checks/{estate}", "200", "200", "200", "200", "403"),
        ("/estates/{estate}/site-checks/new", "200", "403", "200", "403", "403"),
        ("/recognitions", "200", "200", "200", "200", "403"),
        ("/recognitions/{estate}", "200", "200", "200", "200", "403"),
        ("/estates/{estate}/recognitions/new", "200", "403", "200", "403", "403"),
        ("/attachments/{estate}", "200", "200", "200", "403", "403"),
        ("/eligibility", "200", "200", "200", "200", "403"),
        ("/eligibility/document.pdf", "200", "200", "200", "200", "403"),
        ("/eligibility/comparison", "200", "200", "200", "200", "403"),
        ("/estates/{estate}/verdicts", "200", "200", "200", "200", "403"),
        ("/plans", "200", "200", "403", "200", "403"),
        ("/plans/new", "200", "403", "403", "403", "403"),
        ("/plans/{plan}", "200", "200", "403", "200", "403"),
        ("/plans/{plan}/edit", "200", "403", "403", "403", "403"),
        ("/plans/{plan}/entries/new", "200", "403", "403", "403", "403"),
        ("/plans/{plan}/document.pdf", "200", "200", "403", "200", "403"),
        ("/projects/{project}/schemes", "200", "200", "200", "200", "403"),
        ("/projects/{project}/reviews", "200", "200", "200", "200", "403"),
        ("/schemes/{estate}", "200", "200", "200", "200", "403"),
        ("/schemes/{estate}/edit", "200", "403", "200", "403", "403"),
        ("/schemes/{estate}/comparison", "200", "200", "200", "200", "403"),
        ("/schemes/{estate}/document.pdf", "200", "200", "200", "200", "403"),
        ("/reviews", "403", "403", "403", "403", "403"),
        ("/reviews/{estate}", "200", "200", "200", "200", "403"),
        ("/reviews/{estate}/decision", "403", "403", "403", "403", "403"),
        ("/reviews/{estate}/packet.zip", "200", "200", "200", "200", "403"),
        ("/plans/{plan}/reconciliation", "200", "200", "403", "200", "403"),
        ("/plans/{plan}/reconciliation/list.pdf", "200", "200", "403", "200", "403"),
        ("/candidates", "200", "200", "403", "200", "403"),
        ("/candidates/list.pdf", "200", "200", "403", "200", "403"),
        ("/candidates/{estate}/marks", "200", "200", "403", "200", "403"),
        ("/selections", "200", "200", "403", "200", "403"),
        ("/selections/new", "200", "403", "403", "403", "403"),
        ("/selections/{estate}", "200", "200", "403", "200", "403"),
        ("/selections/{estate}/list.pdf", "200", "200", "403", "200", "403"),
        ("/selections/comparison", "404", "404", "403", "404", "403"),
        ("/pipeline", "200", "200", "403", "200", "403"),
        ("/pipeline/list.pdf", "200", "200", "403", "200", "403"),
        ("/frozen-plans/new", "200", "403", "403", "403", "403"),
        ("/frozen-plans/{estate}", "200", "200", "403", "200", "403"),
        ("/payments", "200", "200", "200", "403", "403"),
        ("/payments.pdf", "200", "200", "200", "403", "403"),
        ("/payments/{estate}", "200", "200", "200", "403", "403"),
        ("/payments/{estate}.pdf", "200", "403", "200", "403", "403"),
        ("/estates/{estate}/payments", "200", "200", "200", "403", "403"),
        ("/estates/{estate}/payments.pdf", "200", "200", "200", "403", "403"),
        ("/estates/{estate}/payments/new", "200", "403", "200", "403", "403"),
        ("/estates/{estate}/refunds/new", "200", "403", "200", "403", "403"),
        ("/arrears", "200", "200", "200", "403", "403"),
        ("/arrears/list.pdf", "200", "200", "200", "403", "403"),
        ("/arrears/notices.pdf", "404", "403", "404", "403", "403"),
        ("/bank-files", "200", "403", "200", "403", "403"),
        ("/bank-files/new", "200", "403", "200", "403", "403"),
        ("/bank-files/{estate}", "200", "403", "200", "403", "403"),
        ("/bank-files/{estate}/lines/{estate}", "200", "403", "200", "403", "403"),
        ("/day-closings", "200", "200", "200", "403", "403"),
        ("/day-closings/new", "200", "403", "200", "403", "403"),
        ("/day-closings/{estate}", "200", "200", "200", "403", "403"),
        ("/day-closings/{estate}.pdf", "200", "200", "200", "403", "403"),
        ("/ledger", "200", "200", "200", "404", "403"),
        ("/ledger/entries.pdf", "200", "200", "200", "404", "403"),
        ("/ledger/trial-balance", "200", "200", "200", "404", "403"),
        ("/ledger/trial-balance.pdf", "200", "200", "200", "404", "403"),
        ("/policies", "200", "200", "200", "200", "403"),
        ("/policies/linqu-2024", "200", "200", "200", "200", "403"),
        ("/policies/new", "200", "403", "403", "403", "403"),
        ("/changes", "200", "200", "403", "403", "403"),
        ("/counties", "403", "403", "403", "403", "403"),
        ("/operations", "403", "403", "403", "403", "200"),
        ("/notices", "200", "200", "200", "200", "403"),
        ("/notices/new", "200", "403", "403", "403", "403"),
        ("/projects/{project}/costs", "200", "200", "200", "200", "403"),
        ("/projects/{project}/cost-comparison", "200", "200", "200", "200", "403"),
        ("/costs/{estate}", "200", "200", "200", "200", "403"),
        ("/costs/{estate}/edit", "200", "403", "403", "403", "403"),
        ("/costs/{estate}/document.pdf", "200", "200", "200", "200", "403"),
        ("/projects/{project}/shares", "200", "200", "200", "200", "403"),
        ("/shares/{estate}", "200", "200", "200", "200", "403"),
        ("/shares/{estate}/edit", "200", "403", "403", "403", "403"),
        ("/shares/{estate}/trial", "200", "200", "200", "200", "403"),
        ("/shares/{estate}/comparison", "200", "200", "200", "200", "403"),
        ("/shares/{estate}/document.pdf", "200", "200", "200", "200", "403"),
        ("/projects/{project}/bills", "200", "200", "200", "403", "403"),
        ("/projects/{project}/bills/new", "200", "403", "403", "403", "403"),
        ("/bill-runs/{estate}", "200", "200", "200", "403", "403"),
        ("/bill-runs/{estate}/bills", "200", "200", "200", "403", "403"),
        ("/bill-runs/{estate}/list.pdf", "200", "200", "200", "403", "403"),
        ("/bill-runs/{estate}/papers.pdf", "200", "200", "200", "403", "403"),
        ("/bill-runs/{estate}/buildings/{building}", "200", "200", "200", "403", "403"),
        ("/bills/{estate}", "200", "200", "200", "403", "403"),
        ("/bills/{estate}/paper.pdf", "200", "200", "200", "403", "403"),
        ("/projects/{project}/funding", "200", "200", "200", "200", "403"),
        ("/projects/{project}/funding/list.pdf", "200", "200", "200", "200", "403"),
        ("/funding", "200", "200", "200", "200", "403"),
        ("/funding/list.pdf", "200", "200", "200", "200", "403"),
        ("/funding/acts.pdf", "200", "200", "200", "200", "403"),
        ("/funding/payments.pdf", "200", "200", "200", "200", "403"),
        ("/grants/new", "200", "403", "403", "403", "403"),
        ("/grants/{estate}", "200", "200", "200", "200", "403"),
        ("/subsidy-notices", "200", "200", "403", "200", "403"),
        ("/projects/{project}/contracts", "200", "200", "200", "200", "403"),
        ("/projects/{project}/contracts/new", "200", "403", "403", "403", "403"),
        ("/projects/{project}/contracts/payments.pdf", "200", "200", "200", "200", "403"),
        ("/contracts/{estate}", "200", "200", "200", "200", "403"),
        ("/contracts/{estate}/payment-requests/new", "200", "403", "403", "403", "403"),
        ("/payment-requests/{estate}", "200", "200", "200", "200", "403"),
        ("/projects/{project}/balances", "200", "200", "200", "200", "403"),
        ("/balances/{estate}", "200", "200", "200", "200", "403"),
        ("/balances/{estate}/edit", "200", "403", "403", "403", "403"),
        ("/balances/{estate}/document.pdf", "200", "200", "200", "200", "403"),
        ("/overview", "200", "200", "200", "200", "403"),
        ("/overview/paper.pdf", "200", "200", "200", "200", "403"),
        ("/dispatch", "200", "200", "200", "200", "403"),
        ("/dispatch/2026-11-09", "200", "200", "200", "200", "403"),
        ("/dispatch/2026-11-09/sheet.pdf", "200", "200", "200", "200", "403"),
        ("/projects/{project}/weeks/2026-11-09", "200", "200", "200", "200", "403"),
        ("/bulletins", "200", "200", "200", "200", "403"),
        ("/bulletins/{estate}", "200", "200", "200", "200", "403"),
        ("/bulletins/{estate}/paper.pdf", "200", "200", "200", "200", "403"),
        ("/bulletins/{estate}/figures.xlsx", "200", "200", "200", "200", "403"),
        ("/supervision", "403", "403", "403", "403", "403"),
        ("/supervision/table.pdf", "403", "403", "403", "403", "403"),
        ("/supervision/linqu-2024", "403", "403", "403", "403", "403"),
        ("/messages", "200", "200", "403", "200", "403"),
        ("/messages/{estate}", "200", "200", "403", "200", "403"),
        ("/messages/new", "403", "403", "403", "403", "403"),
        ("/tasks", "200", "200", "200", "403", "403"),
        ("/tasks/overdue", "200", "200", "403", "403", "403"),
        ("/tasks/overdue.pdf", "200", "200", "403", "403", "403"),
        ("/calendar", "200", "200", "200", "403", "403"),
        ("/ranking-rules", "403", "403", "403", "403", "403"),
        ("/supervision/figures/2027/investment", "403", "403", "403", "403", "403"),
        ("/city-comparison", "403", "403", "403", "403", "403"),
        ("/city-quarters", "403", "403", "403", "403", "403"),
        ("/city-quarters/2027/2026-4", "403", "403", "403", "403", "403"),
        ("/city-quarters/2027/2026-4/form.pdf", "403", "403", "403", "403", "403"),
        ("/quarters", "200", "200", "200", "200", "403"),
        ("/quarters/2027/2026-4", "200", "200", "200", "200", "403"),
        ("/quarters/2027/2026-4/form.pdf", "200", "200", "200", "200", "403"),
        ("/dispatch/2026-11-09/figures/2027/investment", "200", "200", "200", "200", "403"),
        ("/spot-checks", "200", "200", "200", "200", "403"),
        ("/spot-checks/findings.pdf", "200", "200", "200", "200", "403"),
        ("/spot-checks/lists/new", "403", "403", "403", "403", "403"),
        ("/spot-checks/lists/{estate}", "200", "200", "200", "200", "403"),
        ("/spot-checks/lists/{estate}/table.pdf", "200", "200", "200", "200", "403"),
        ("/spot-checks/lots/{estate}", "200", "200", "200", "200", "403"),
        ("/spot-checks/findings/{estate}", "200", "200", "200", "200", "403"),
        ("/evidence/{estate}", "200", "200", "200", "200", "403"),
        ("/evaluations", "200", "200", "403", "200", "403"),
        ("/evaluations/years.pdf", "200", "200", "403", "200", "403"),
        ("/evaluations/{estate}", "200", "200", "403", "200", "403"),
        ("/evaluations/{estate}/results.pdf", "200", "200", "403", "200", "403"),
        ("/evaluations/{estate}/reviews/linqu-2024", "403", "403", "403", "403", "403"),
    ];

    [Fact]
    public async Task Get_EveryPageInEveryRole_AnswersAsWritten()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, null, null, PolicyLevel.County, city);
        var filled = await county.FillAsync();
        var official = await Person.MakeAsync(fixture.Portal);
        await city.AdmitAsync(official, Role.City);
        Clerk[] clerks = [await county.ClerkAsync(), await county.ClerkAsync(Role.Leader), await county.ClerkAsync(Role.Street, "城关街道"), await official.SignInAsync(county), await county.ClerkAsync(Role.Platform)];
        var wrong = new List<string>();
        foreach (var line in matrix)
        {
            var path = filled.In(line.Path);
            string[] expected = [line.Bureau, line.Leader, line.Street, line.City, line.Platform];
            for (var i = 0; i < clerks.Length; i++)
            {
                var status = $"{(await clerks[i].GetAsync(path)).Status}";
                if (status != expected[i]) wrong.Add($"{(Role)i} {line.Path}: {status}, not {expected[i]}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Matrix_AllPages_AreInIt()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        var known = matrix.Select(line => filled.In(line.Path));

        Assert.Equal(["/plans/programme.pdf"], new EndpointTests(fixture).Gets(filled).Except(known));
    }

    [Fact]
    public async Task Get_Forbidden_SaysSoInChinese()
    {
        var page = await (await (await fixture.CountyAsync()).ClerkAsync(Role.Leader)).GetAsync("/estates/new");

        Assert.Equal("无此权限", page.Heading);
        Assert.Contains("请联系本单位管理员", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_Platform_ListsTenantsButNoneOfTheirData()
    {
        var county = await fixture.CountyAsync();
        await county.FillAsync("机密海棠");
        var clerk = await county.ClerkAsync(Role.Platform);

        var page = await clerk.OpenAsync("/");

        Assert.Equal($"{county.Home}/operations", page.Address);
        Assert.Contains("通过", page.Text, StringComparison.Ordinal);
        Assert.Contains(county.Tenant.Name, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("机密海棠", page.Html, StringComparison.Ordinal);
    }
}
