using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Tenancy;

/// <summary>A city reads its counties and nothing else, and writes nothing.</summary>
public sealed class SupervisionTests(PortalFixture fixture)
{
    [Fact]
    public async Task Supervisor_BySql_ReadsItsOwnCountiesOnly()
    {
        var (city, county, other, person) = await CityAsync();
        var scope = new TenantScope(other.Id, person.Id, null);
        var sql = fixture.Portal.Sql;

        Assert.Equal(1, await sql.AskSupervisorAsync<long>(scope, $"select count(*) from portal.estates where tenant_id = '{county.Id}' and ended_on is null"));
        foreach (var table in new[] { "estates", "streets", "buildings", "annual_plans", "plan_entries", "plan_steps", "estate_facts", "policy_files", "estate_aliases", "estate_successions", "building_moves", "estate_adjacencies", "earlier_works", "twin_decisions", "surveys", "site_checks", "recognition_requests", "recognition_steps", "verdict_records", "ballots", "ballot_matters", "ballot_steps", "ballot_results", "outside_consents", "holiday_years", "holiday_days", "notices", "notice_photos", "schemes", "scheme_items", "reviews", "review_opinions", "review_packets", "review_decisions", "weekly_sheets", "week_steps", "week_totals", "figure_returns", "return_replies", "bulletins", "bulletin_rows", "bulletin_readings", "ranking_rules", "quarterly_returns", "messages", "message_readings", "message_answers", "check_lists", "check_candidates", "check_closings", "check_lots", "check_quotas", "check_visits", "check_findings", "finding_mendings", "finding_verdicts", "evidence_papers", "evidence_contents", "evaluations", "evaluation_criteria", "self_assessments", "evaluation_rounds", "county_reviews", "county_results" })
            Assert.Equal(0, await sql.AskSupervisorAsync<long>(scope, $"select count(*) from portal.{table} where tenant_id not in ('{county.Id}', '{city.Id}')"));
        Assert.Equal(0, await sql.AskSupervisorAsync<long>(TenantScope.OfTenant(county.Id), "select count(*) from portal.estates"));
        Assert.Equal(1, await sql.AskSupervisorAsync<long>(scope, "select count(*) from portal.paper_template_versions"));
        Assert.Equal(0, await sql.AskSupervisorAsync<long>(null, "select count(*) from portal.estates"));
    }

    [Theory]
    [InlineData("select count(*) from portal.dwellings")]
    [InlineData("select count(*) from portal.owners")]
    [InlineData("select count(*) from portal.ownerships")]
    [InlineData("select count(*) from portal.attachments")]
    [InlineData("select count(*) from portal.notice_objections")]
    [InlineData("select count(*) from portal.notice_replies")]
    [InlineData("select count(*) from portal.imports")]
    [InlineData("select count(*) from portal.import_contents")]
    [InlineData("select count(*) from portal.import_rows")]
    [InlineData("select count(*) from portal.import_estates")]
    [InlineData("select count(*) from portal.attachment_contents")]
    [InlineData("select count(*) from portal.report_files")]
    [InlineData("select count(*) from portal.report_contents")]
    [InlineData("select count(*) from portal.report_schedules")]
    [InlineData("select count(*) from portal.calendar_feeds")]
    [InlineData("select count(*) from portal.users")]
    [InlineData("select count(*) from portal.audit_entries")]
    [InlineData("select count(*) from portal.key_ring")]
    [InlineData("select count(*) from portal.memberships")]
    [InlineData("update portal.estates set name = 'x'")]
    [InlineData("delete from portal.estates")]
    [InlineData("update portal.annual_plans set year = 2030")]
    [InlineData("delete from portal.plan_entries")]
    [InlineData("truncate portal.estates")]
    [InlineData("set role portal_app")]
    [InlineData("set role portal_owner")]
    [InlineData("create table portal.mine (id int)")]
    [InlineData("insert into portal.streets (tenant_id, id, name) values ('{county}', gen_random_uuid(), 'x')")]
    public async Task Supervisor_HouseholdsOrWriting_IsRefused(string sql)
    {
        var (_, county, _, person) = await CityAsync();

        var refusal = await Sql.RefusalOfAsync(() => fixture.Portal.Sql.SupervisorAsync(new TenantScope(county.Id, person.Id, null), sql.Replace("{county}", $"{county.Id}", StringComparison.Ordinal)));
        Assert.Equal(Sql.Refused, refusal);
    }

    [Fact]
    public async Task Pages_City_ShowItsCountyAndNoOther()
    {
        var (city, county, other, person) = await CityAsync();
        var clerk = await person.SignInAsync(city);

        var counties = await clerk.GetAsync("/counties");
        var rows = counties.Rows();
        Assert.Equal([county.Tenant.Name], rows.Select(row => row[0]));
        Assert.Equal("40", rows[0][2]);
        Assert.Equal(200, (await counties.FollowAsync(county.Tenant.Name)).Status);
        Assert.Equal(404, (await clerk.OpenAsync(other.Home + "/estates")).Status);
    }

    [Fact]
    public async Task Pages_CityInItsCounty_AreReadOnly()
    {
        var (_, county, _, person) = await CityAsync();
        var clerk = Clerk.Of(person, county);
        await clerk.SignInAsync(County.Password);
        var filled = (await clerk.GetAsync("/estates")).Document.QuerySelector("tbody a")!.GetAttribute("href")!;

        var estate = await clerk.OpenAsync(filled);

        Assert.Equal(200, estate.Status);
        Assert.False(estate.HasLink("修改"));
        Assert.False(estate.HasLink("1号楼"));
        Assert.Equal(403, (await clerk.OpenAsync(filled + "/edit")).Status);
        Assert.Equal(403, (await clerk.ForgeAsync(filled[county.Home.Length..], ("Name", "改名"))).Status);
        Assert.Equal(403, (await clerk.ForgeAsync("/plans", ("Year", "2028"))).Status);
        Assert.Equal(403, (await clerk.GetAsync("/changes")).Status);
    }

    private async Task<(County City, County County, County Other, Person Person)> CityAsync()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, null, null, PolicyLevel.County, city);
        var other = await fixture.CountyAsync();
        await county.FillAsync();
        await other.FillAsync();
        var person = await Person.MakeAsync(fixture.Portal);
        await city.AdmitAsync(person, Role.City);
        return (city, county, other, person);
    }
}
