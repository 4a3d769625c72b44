using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Candidates;

public sealed class PipelineTests(PortalFixture fixture)
{
    [Fact]
    public async Task Pipeline_Ruicheng_ShowsTheProgrammesYearsAgainstTheirTargets()
    {
        var county = await fixture.CountyAsync(CandidateTests.Ruicheng);
        await county.StepAsync(await county.PlanAsync(2021, await county.EstateAsync("甲小区", households: 30), await county.EstateAsync("乙小区", households: 50)), "Issued");
        await county.PlanAsync(2022, await county.EstateAsync("丙小区", households: 20));
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync("/pipeline");

        Assert.Equal("2021—2025年改造规划", page.Heading);
        Assert.Equal(["2021年", "2022年", "2023年", "2024年", "2025年"], page.Rows().Select(row => row[0]));
        Assert.Equal(["已印发", "2", "80"], [page.Rows()[0][1], page.Rows()[0][2], page.Rows()[0][4]]);
        Assert.StartsWith("相符", page.Rows()[0][7], StringComparison.Ordinal);
        Assert.Equal("编制中", page.Rows()[1][1]);
        Assert.Contains("少 6个", page.Rows()[1][7], StringComparison.Ordinal);
        Assert.Contains("少 27个", page.Rows("tfoot")[0][7], StringComparison.Ordinal);
        Assert.Contains(Papers.SheetRows(await clerk.DownloadAsync("/pipeline/list.xlsx")), row => row.Contains("丙小区") && row.Contains("2022") && row.Contains("编制中"));
        Assert.Contains("丙小区", await Papers.PdfTextAsync(await clerk.DownloadAsync("/pipeline/list.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pipeline_RevisionThatLeavesOneOut_ShowsItWithoutCountingIt()
    {
        var county = await fixture.CountyAsync();
        await county.StepAsync(await county.PlanAsync(2027, await county.EstateAsync("甲小区", households: 30)), "Issued");
        await county.Portal.Sql.AppAsync(county.Scope, $"insert into portal.annual_plans (tenant_id, id, year, revision, created_by, created_at, version) values ('{county.Id}', gen_random_uuid(), 2027, 2, '试验', '2026-11-02', 0)");

        var page = await (await county.ClerkAsync()).GetAsync("/pipeline?from=2027");

        Assert.Equal("0", page.Rows()[0][2]);
        Assert.Contains("甲小区", page.Text, StringComparison.Ordinal);
        Assert.Contains("已印发，编制中的调整稿移出", page.Text, StringComparison.Ordinal);
    }
}
