using System.Text.RegularExpressions;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Tenancy;

/// <summary>Ids of another county, put into addresses and forms.</summary>
public sealed partial class ForeignIdTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("/estates/{estate}")]
    [InlineData("/estates/{estate}/edit")]
    [InlineData("/estates/{estate}/buildings")]
    [InlineData("/estates/{estate}/buildings/new")]
    [InlineData("/estates/{estate}/identity")]
    [InlineData("/estates/{estate}/mergers/new")]
    [InlineData("/estates/{estate}/splits/new")]
    [InlineData("/estates/{estate}/works")]
    [InlineData("/estates/{estate}/buildings.xlsx")]
    [InlineData("/estates/{estate}/dwellings.xlsx")]
    [InlineData("/buildings/{building}")]
    [InlineData("/buildings/{building}/edit")]
    [InlineData("/buildings/{building}/grid/edit")]
    [InlineData("/buildings/{building}/batches/new")]
    [InlineData("/buildings/{building}/dwellings/new")]
    [InlineData("/buildings/{building}/sheet.pdf")]
    [InlineData("/buildings/{building}/survey.xlsx")]
    [InlineData("/dwellings/{dwelling}")]
    [InlineData("/dwellings/{dwelling}/edit")]
    [InlineData("/dwellings/{dwelling}/ownership-changes/new")]
    [InlineData("/owners/{owner}")]
    [InlineData("/owners/{owner}/edit")]
    [InlineData("/candidates/{estate}/marks")]
    [InlineData("/selections/{estate}")]
    [InlineData("/selections/{estate}/list.xlsx")]
    [InlineData("/selections/comparison?first={estate}&second={estate}")]
    [InlineData("/frozen-plans/{estate}")]
    [InlineData("/plans/{plan}/reconciliation")]
    [InlineData("/ballots/{ballot}")]
    [InlineData("/ballots/{ballot}/roll")]
    [InlineData("/ballots/{ballot}/roll.xlsx")]
    [InlineData("/ballots/{ballot}/votes")]
    [InlineData("/ballots/{ballot}/risers")]
    [InlineData("/ballots/{ballot}/differences")]
    [InlineData("/ballots/{ballot}/call-backs")]
    [InlineData("/ballots/{ballot}/missing")]
    [InlineData("/ballots/{ballot}/tally")]
    [InlineData("/estates/{estate}/outside-consents/new")]
    [InlineData("/ballots/{ballot}/units/{dwelling}")]
    [InlineData("/ballots/{ballot}/papers")]
    [InlineData("/ballots/{ballot}/papers/{building}.pdf")]
    [InlineData("/ballots/{ballot}/sheets")]
    [InlineData("/ballots/{ballot}/result")]
    [InlineData("/ballots/{ballot}/result.pdf")]
    [InlineData("/projects/{project}/notices")]
    [InlineData("/projects/{project}/notices/new")]
    [InlineData("/notices/{estate}")]
    [InlineData("/notices/{estate}/edit")]
    [InlineData("/notices/{estate}/notice.pdf")]
    [InlineData("/projects/{project}")]
    [InlineData("/projects/{project}/costs")]
    [InlineData("/projects/{project}/cost-comparison")]
    [InlineData("/costs/{estate}")]
    [InlineData("/costs/{estate}/edit")]
    [InlineData("/costs/{estate}/document.xlsx")]
    [InlineData("/projects/{project}/shares")]
    [InlineData("/shares/{estate}")]
    [InlineData("/shares/{estate}/edit")]
    [InlineData("/shares/{estate}/comparison")]
    [InlineData("/shares/{estate}/trial")]
    [InlineData("/shares/{estate}/document.xlsx")]
    [InlineData("/projects/{project}/edit")]
    [InlineData("/projects/{project}/schedule")]
    [InlineData("/projects/{project}/acceptances")]
    [InlineData("/projects/{project}/acceptances/new")]
    [InlineData("/acceptances/{estate}")]
    [InlineData("/acceptances/{estate}/edit")]
    [InlineData("/acceptance-defects/{estate}")]
    [InlineData("/spot-checks/{estate}")]
    [InlineData("/confirmations/{estate}")]
    [InlineData("/projects/{project}/handovers")]
    [InlineData("/handovers/{estate}")]
    [InlineData("/handovers/{estate}/receipt.pdf")]
    [InlineData("/estates/{estate}/property-services")]
    [InlineData("/estates/{estate}/property-services/new")]
    [InlineData("/projects/{project}/archive")]
    [InlineData("/projects/{project}/archive.zip")]
    [InlineData("/projects/{project}/calendar.ics")]
    [InlineData("/projects/{project}/site")]
    [InlineData("/projects/{project}/site/items/{project}")]
    [InlineData("/projects/{project}/site/parties")]
    [InlineData("/projects/{project}/site/problems")]
    [InlineData("/projects/{project}/site/problems/{project}")]
    [InlineData("/projects/{project}/site/inspections")]
    [InlineData("/projects/{project}/site/passes")]
    [InlineData("/projects/{project}/site/passes/{project}.pdf")]
    [InlineData("/projects/{project}/site/items.pdf")]
    [InlineData("/projects/{project}/site/problems.pdf")]
    [InlineData("/projects/{project}/site/items/new")]
    [InlineData("/projects/{project}/site/parties/new")]
    [InlineData("/projects/{project}/site/watchers/new")]
    [InlineData("/projects/{project}/site/problems/new")]
    [InlineData("/projects/{project}/site/inspections/new")]
    [InlineData("/projects/{project}/site/tests/new")]
    [InlineData("/projects/{project}/site/notices/new")]
    [InlineData("/site-records/{project}")]
    [InlineData("/surveys/{estate}")]
    [InlineData("/site-checks/{estate}")]
    [InlineData("/recognitions/{estate}")]
    [InlineData("/attachments/{estate}")]
    [InlineData("/estates/{estate}/verdicts")]
    [InlineData("/estates/{estate}/surveys/new")]
    [InlineData("/estates/{estate}/site-checks/new")]
    [InlineData("/estates/{estate}/recognitions/new")]
    [InlineData("/estates/{estate}/survey-sheet.pdf")]
    [InlineData("/plans/{plan}")]
    [InlineData("/plans/{plan}/edit")]
    [InlineData("/plans/{plan}/entries/new")]
    [InlineData("/plans/{plan}/document.pdf")]
    [InlineData("/plans/{plan}/document.xlsx")]
    [InlineData("/projects/{project}/schemes")]
    [InlineData("/projects/{project}/reviews")]
    [InlineData("/schemes/{estate}")]
    [InlineData("/schemes/{estate}/edit")]
    [InlineData("/schemes/{estate}/comparison")]
    [InlineData("/schemes/{estate}/document.pdf")]
    [InlineData("/reviews/{estate}")]
    [InlineData("/reviews/{estate}/packet.zip")]
    [InlineData("/payments/{estate}")]
    [InlineData("/payments/{estate}.pdf")]
    [InlineData("/estates/{estate}/payments")]
    [InlineData("/estates/{estate}/payments/new?dwelling={dwelling}")]
    [InlineData("/estates/{estate}/payments.xlsx")]
    [InlineData("/estates/{estate}/refunds/new")]
    [InlineData("/arrears?estate={estate}")]
    [InlineData("/arrears/notices.pdf?estate={estate}")]
    [InlineData("/bank-files/{estate}")]
    [InlineData("/bank-files/{estate}/lines/{estate}")]
    [InlineData("/day-closings/{estate}")]
    [InlineData("/day-closings/{estate}.pdf")]
    [InlineData("/projects/{project}/weeks/2026-11-09")]
    [InlineData("/bulletins/{estate}")]
    [InlineData("/bulletins/{estate}/paper.docx")]
    [InlineData("/messages/{estate}")]
    [InlineData("/spot-checks/lists/{estate}")]
    [InlineData("/spot-checks/lists/{estate}/table.xlsx")]
    [InlineData("/spot-checks/lots/{estate}")]
    [InlineData("/spot-checks/findings/{estate}")]
    [InlineData("/evidence/{estate}")]
    [InlineData("/evaluations/{estate}")]
    [InlineData("/evaluations/{estate}/results.xlsx")]
    [InlineData("/ledger?estate={estate}")]
    [InlineData("/reports/files/{estate}")]
    [InlineData("/reports/files/{estate}/content")]
    [InlineData("/ledger/trial-balance?project={project}")]
    public async Task Get_IdOfAnotherCounty_LooksLikeOneThatDoesNotExist(string path)
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var filled = await theirs.FillAsync();
        var clerk = await mine.ClerkAsync();

        var foreign = await clerk.GetAsync(With(path, filled));
        var unknown = await clerk.GetAsync(With(path, new Filled(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid())));
        var own = await clerk.GetAsync(With(path, await mine.FillAsync()));

        Assert.Equal(200, own.Status);
        Assert.Equal(404, foreign.Status);
        Assert.Equal(404, unknown.Status);
        Assert.Equal(WithoutToken(unknown), WithoutToken(foreign));
        Assert.Contains("页面不存在", foreign.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/estates")]
    [InlineData("/plans/programme.pdf")]
    public async Task Get_CountyOfOthers_LooksLikeOneThatDoesNotExist(string path)
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var clerk = await mine.ClerkAsync();

        var foreign = await clerk.OpenAsync(theirs.Home + path);
        var unknown = await clerk.OpenAsync("/nowhere" + path);

        Assert.Equal(404, foreign.Status);
        Assert.Equal(404, unknown.Status);
        Assert.Equal(WithoutToken(unknown), WithoutToken(foreign));
        Assert.DoesNotContain(theirs.Tenant.Name, foreign.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/estates/{estate}")]
    [InlineData("/estates/{estate}/aliases")]
    [InlineData("/estates/{estate}/adjacencies")]
    [InlineData("/estates/{estate}/mergers")]
    [InlineData("/estates/{estate}/splits")]
    [InlineData("/estates/{estate}/works")]
    [InlineData("/estates/{estate}/voiding")]
    [InlineData("/plans/{plan}")]
    [InlineData("/estates/{estate}/buildings")]
    [InlineData("/buildings/{building}")]
    [InlineData("/buildings/{building}/removal")]
    [InlineData("/buildings/{building}/batches")]
    [InlineData("/buildings/{building}/grid")]
    [InlineData("/buildings/{building}/dwellings")]
    [InlineData("/dwellings/{dwelling}")]
    [InlineData("/dwellings/{dwelling}/removal")]
    [InlineData("/dwellings/{dwelling}/removal/reversal")]
    [InlineData("/dwellings/{dwelling}/ownership-changes")]
    [InlineData("/owners/{owner}")]
    [InlineData("/owners/{owner}/revelations")]
    [InlineData("/owners/{owner}/mergers")]
    [InlineData("/recognitions/{estate}/withdrawal")]
    [InlineData("/attachments/{estate}/removal")]
    [InlineData("/estates/{estate}/ballots")]
    [InlineData("/ballots/{ballot}/votes")]
    [InlineData("/ballots/{ballot}/official-results")]
    [InlineData("/ballots/{ballot}/call-backs")]
    [InlineData("/ballots/{ballot}/differences")]
    [InlineData("/ballots/{ballot}/risers/water-stops")]
    [InlineData("/ballots/{ballot}/sheets")]
    [InlineData("/ballots/{ballot}/sheets/reversals")]
    [InlineData("/ballots/{ballot}/water-notices")]
    [InlineData("/ballots/{ballot}/closure")]
    [InlineData("/ballots/{ballot}/recounts")]
    [InlineData("/estates/{estate}/outside-consents")]
    [InlineData("/ballots/{ballot}/cancellation")]
    [InlineData("/ballots/{ballot}/units/{dwelling}/votes")]
    [InlineData("/ballots/{ballot}/units/{dwelling}/contact-attempts")]
    [InlineData("/projects/{project}/site/items")]
    [InlineData("/projects/{project}/site/items/{project}")]
    [InlineData("/projects/{project}/site/items/{project}/removal")]
    [InlineData("/projects/{project}/site/items/{project}/progress")]
    [InlineData("/projects/{project}/site/parties")]
    [InlineData("/projects/{project}/site/parties/{project}/ending")]
    [InlineData("/projects/{project}/site/parties/{project}/attendances")]
    [InlineData("/projects/{project}/site/watchers")]
    [InlineData("/projects/{project}/site/watchers/{project}/ending")]
    [InlineData("/projects/{project}/site/problems")]
    [InlineData("/projects/{project}/site/problems/{project}/steps")]
    [InlineData("/projects/{project}/site/inspections")]
    [InlineData("/projects/{project}/site/tests")]
    [InlineData("/projects/{project}/site/passes")]
    [InlineData("/projects/{project}/site/passes/{project}/voiding")]
    [InlineData("/projects/{project}/site/notices")]
    [InlineData("/estates/{estate}/surveys")]
    [InlineData("/estates/{estate}/site-checks")]
    [InlineData("/estates/{estate}/recognitions")]
    [InlineData("/candidates/{estate}/marks")]
    [InlineData("/candidates/{estate}/estimates")]
    [InlineData("/selections/{estate}/adoption")]
    [InlineData("/plans/{plan}/execution-reports")]
    [InlineData("/plans/{plan}/entries")]
    [InlineData("/plans/{plan}/submission")]
    [InlineData("/plans/{plan}/revision")]
    [InlineData("/projects/{project}/schemes")]
    [InlineData("/projects/{project}/reviews")]
    [InlineData("/schemes/{estate}")]
    [InlineData("/schemes/{estate}/fixing")]
    [InlineData("/schemes/{estate}/discarding")]
    [InlineData("/reviews/{estate}/tests")]
    [InlineData("/reviews/{estate}/opinions")]
    [InlineData("/projects/{project}/acceptances")]
    [InlineData("/acceptances/{estate}")]
    [InlineData("/acceptances/{estate}/conclusion")]
    [InlineData("/projects/{project}/acceptance-defects")]
    [InlineData("/acceptance-defects/{estate}/mending")]
    [InlineData("/acceptance-defects/{estate}/recheck")]
    [InlineData("/projects/{project}/spot-checks")]
    [InlineData("/projects/{project}/confirmations")]
    [InlineData("/projects/{project}/handovers")]
    [InlineData("/handovers/{estate}")]
    [InlineData("/handovers/{estate}/removal")]
    [InlineData("/estates/{estate}/property-services")]
    [InlineData("/property-services/{estate}/ending")]
    [InlineData("/estates/{estate}/fund-balances")]
    [InlineData("/messages/{estate}/answers")]
    [InlineData("/reports/files/{estate}/cancellation")]
    [InlineData("/spot-checks/findings/{estate}/mendings")]
    [InlineData("/evaluations/{estate}/self-assessment")]
    [InlineData("/evaluations/{estate}/self-assessment/sending")]
    [InlineData("/reports/schedules/{estate}/removal")]
    public async Task Post_IdOfAnotherCounty_IsNotFoundAndChangesNothing(string path)
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var filled = await theirs.FillAsync();
        var clerk = await mine.ClerkAsync();
        var before = await DigestAsync(theirs);

        var page = await clerk.ForgeAsync(With(path, filled), ("Name", "改名"), ("Version", "0"), ("DifferenceNote", "x"), ("estates", $"{filled.Estate}"), ("Remark", "x"));

        Assert.Equal(404, page.Status);
        Assert.Equal(before, await DigestAsync(theirs));
    }

    [Theory]
    [InlineData("return")]
    [InlineData("issuance")]
    public async Task Post_LeaderDecidingAnotherCountysPlan_IsNotFound(string step)
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var filled = await theirs.FillAsync();
        await theirs.StepAsync(filled.Plan, "Submitted", 5);
        var leader = await mine.ClerkAsync(Role.Leader);
        var before = await DigestAsync(theirs);

        Assert.Equal(404, (await leader.ForgeAsync($"/plans/{filled.Plan}/{step}", ("Remark", "x"), ("Version", "0"))).Status);
        Assert.Equal(before, await DigestAsync(theirs));
    }

    [Fact]
    public async Task Estate_StreetOfAnotherCounty_IsRefusedBesideTheField()
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var clerk = await mine.ClerkAsync();

        var page = await clerk.ForgeAsync("/estates", ("Name", "新小区"), ("StreetId", $"{theirs.Street("城关街道")}"));

        Assert.Equal(422, page.Status);
        Assert.Equal("请选择列出的街道（乡镇）。", page.Wrong("所属街道（乡镇）"));
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(mine.Scope, "select count(*) from portal.estates"));
    }

    [Fact]
    public async Task Plan_EstatesOfAnotherCounty_AreRefused()
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var (foreign, own) = (await theirs.FillAsync(), await mine.EstateAsync("本县小区"));
        var plan = await mine.PlanAsync(2027);
        var clerk = await mine.ClerkAsync();

        var page = await clerk.ForgeAsync($"/plans/{plan}/entries", ("estates", $"{own}"), ("estates", $"{foreign.Estate}"));

        Assert.Equal(422, page.Status);
        Assert.Equal("请从台账中选择要列入的小区。", page.Problem);
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(mine.Scope, "select count(*) from portal.plan_entries"));
    }

    [Fact]
    public async Task Plan_EntriesOfAnotherCountyOrPlan_AreLeftAlone()
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var foreign = await theirs.FillAsync();
        var estate = await mine.EstateAsync("本县小区");
        var (plan, otherPlan) = (await mine.PlanAsync(2027), await mine.PlanAsync(2028, estate));
        var sql = fixture.Portal.Sql;
        var foreignEntry = await sql.AskAppAsync<Guid>(theirs.Scope, $"select id from portal.plan_entries where plan_id = '{foreign.Plan}'");
        var otherEntry = await sql.AskAppAsync<Guid>(mine.Scope, $"select id from portal.plan_entries where plan_id = '{otherPlan}'");
        var clerk = await mine.ClerkAsync();
        var (before, mineBefore) = (await DigestAsync(theirs), await EntriesAsync(mine));

        await clerk.ForgeAsync($"/plans/{plan}", ("Version", "0"), ("Entries[0].Id", $"{foreignEntry}"), ("Entries[0].HouseholdCount", "999"), ("Entries[1].Id", $"{otherEntry}"), ("Entries[1].Remove", "true"), ("Entries[1].Year", "2030"));

        Assert.Equal(before, await DigestAsync(theirs));
        Assert.Equal(mineBefore, await EntriesAsync(mine));
    }

    [Fact]
    public async Task Changes_SubjectOfAnotherCounty_ShowNothing()
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var theirClerk = await theirs.ClerkAsync();
        var added = await (await theirClerk.GetAsync("/estates/new")).Fill("小区名称", "红旗小区").Choose("所属街道（乡镇）", "城关街道").PressAsync("保存");
        var clerk = await mine.ClerkAsync();

        Assert.Contains("红旗小区", (await theirClerk.GetAsync($"/changes?subject={added.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("还没有变更", (await clerk.GetAsync($"/changes?subject={added.Id}")).Text, StringComparison.Ordinal);
    }

    private Task<string?> EntriesAsync(County county) => fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select string_agg(e::text, ',' order by e.id) from portal.plan_entries e");

    private Task<string?> DigestAsync(County county) => fixture.Portal.Sql.AskAppAsync<string>(county.Scope, """
        select md5(string_agg(line, '|' order by line)) from (select e::text as line from portal.estates e union all select p::text from portal.annual_plans p union all select e::text from portal.plan_entries e
        union all select b::text from portal.buildings b union all select d::text from portal.dwellings d union all select o::text from portal.owners o union all select w::text from portal.ownerships w
        union all select s::text from portal.plan_steps s union all select f::text from portal.estate_facts f union all select s::text from portal.schemes s union all select i::text from portal.scheme_items i
        union all select r::text from portal.reviews r union all select o::text from portal.review_opinions o) lines
        """);

    private static string With(string path, Filled ids) => ids.In(path);

    private static string WithoutToken(Page page) => Token().Replace(page.Html, "");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*>")]
    private static partial Regex Token();
}
