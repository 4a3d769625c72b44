using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Features.Surveys;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features;

/// <summary>A button pressed twice, or a form sent again on a bad line: the act is done once, and nobody sees an error page.</summary>
public sealed class DoublePostTests(PortalFixture fixture)
{
    private const int Times = 4;
    private static readonly string[] jingyuan = ["jingyuan", "gansu", "nation"];

    [Theory, InlineData(false), InlineData(true)]
    public async Task Survey_SentAgain_IsRecordedOnce(bool atOnce)
    {
        var (county, estate, clerk) = await EstateAsync();
        var form = (await clerk.GetAsync($"/estates/{estate}/surveys/new")).Fill("户数（户）", "44");

        await AgainAsync(() => form.PressAsync("保存摸底"), atOnce);

        await OnceAsync(county, "surveys", "SurveyRecorded");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Recognition_SentAgain_IsAppliedForOnce(bool atOnce)
    {
        var (county, estate, clerk) = await EstateAsync(jingyuan, 2003);
        var survey = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        foreach (var (group, answer) in new[] { ("评估事项", "是"), ("排除情形", "否"), ("例外情形", "是") }) SurveyTests.AnswerAll(survey, group, answer);
        await survey.PressAsync("保存摸底");
        var form = (await clerk.GetAsync($"/estates/{estate}/recognitions/new?choice=plan-entry/adjoining")).Fill("理由", "紧邻");

        await AgainAsync(() => form.PressAsync("提出申请"), atOnce);

        await OnceAsync(county, "recognition_requests", "RecognitionApplied");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task SiteCheck_SentAgain_IsRecordedOnce(bool atOnce)
    {
        var (county, estate, clerk) = await EstateAsync();
        var form = (await clerk.GetAsync($"/estates/{estate}/site-checks/new"))
            .Fill("住建局参加人员", "张局").Fill("街道（乡镇）参加人员", "李街").Fill("社区参加人员", "王社").Fill("设计单位参加人员", "赵设").Answer("结论（必填）", "符合");

        await AgainAsync(() => form.PressAsync("登记"), atOnce);

        await OnceAsync(county, "site_checks", "SiteCheckRecorded");
        await form.Answer("结论（必填）", "不符合").PressAsync("登记");
        Assert.Equal("2", await county.AskAsync("select count(*)::text from portal.site_checks"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Attachment_SentAgain_IsKeptOnce(bool atOnce)
    {
        var (county, estate, clerk) = await EstateAsync();

        await AgainAsync(() => clerk.UploadAsync("Estate", estate, "Photo", ("大门.jpg", Pictures.Jpeg())), atOnce);

        await OnceAsync(county, "attachments", "AttachmentAdded");
        await clerk.UploadAsync("Estate", estate, "Photo", ("后门.jpg", Pictures.Jpeg()));
        Assert.Equal("2", await county.AskAsync("select count(*)::text from portal.attachment_contents"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Merger_SentAgain_IsMadeOnce(bool atOnce)
    {
        var (county, estate, clerk) = await EstateAsync();
        await county.BuildingAsync(await county.EstateAsync("乙小区", "城关街道"));
        var form = (await clerk.GetAsync($"/estates/{estate}/mergers/new")).Tick("并入 乙小区").Fill("合并理由", "连片管理");

        await AgainAsync(() => form.PressAsync("合并"), atOnce);

        await OnceAsync(county, "estate_successions", "EstateMerged");
        Assert.Equal("80", await county.AskAsync($"select household_count::text from portal.estates where id = '{estate}'"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Split_SentAgain_IsMadeOnce(bool atOnce)
    {
        var (county, estate, clerk) = await EstateAsync();
        await county.EmptyBuildingAsync(estate);
        await county.EmptyBuildingAsync(estate, "2号楼");
        var form = (await clerk.GetAsync($"/estates/{estate}/splits/new")).Tick("分出 2号楼").Fill("新小区名称", "东院").Fill("拆分理由", "道路隔开");

        await AgainAsync(() => form.PressAsync("分出"), atOnce);

        await OnceAsync(county, "estate_successions", "EstateSplit");
        Assert.Equal("2", await county.AskAsync("select count(*)::text from portal.estates"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Undoing_SentAgain_IsMadeOnce(bool atOnce)
    {
        var (county, estate, clerk) = await EstateAsync();
        await county.BuildingAsync(await county.EstateAsync("乙小区", "城关街道"));
        await (await clerk.GetAsync($"/estates/{estate}/mergers/new")).Tick("并入 乙小区").Fill("合并理由", "连片管理").PressAsync("合并");
        var form = (await clerk.GetAsync($"/estates/{estate}/identity")).Fill("撤销理由", "选错了");

        await AgainAsync(() => form.PressAsync("撤销"), atOnce);

        Assert.Equal("1/40", await county.AskAsync($"select count(*) || '/' || min(e.household_count) from portal.estate_successions s join portal.estates e on e.id = '{estate}' where s.undoes is not null"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Batch_SentAgain_MakesEachDwellingOnce(bool atOnce)
    {
        var (county, estate, clerk) = await EstateAsync();
        var building = await county.EmptyBuildingAsync(estate);
        var preview = await (await clerk.GetAsync($"/buildings/{building}/batches/new")).PressAsync("预览");

        await AgainAsync(() => preview.PressAsync("登记这 12 户"), atOnce);

        Assert.Equal("12/12", await county.AskAsync("select (select count(*) from portal.dwellings) || '/' || (select count(*) from portal.audit_entries where kind = 'DwellingAdded')"));
    }

    /// <summary>The first is done; the others are done already, or told so beside the form.</summary>
    private static async Task AgainAsync(Func<Task<Page>> send, bool atOnce)
    {
        var pages = new List<Page>();
        if (atOnce) pages.AddRange(await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => send()).ToList()));
        else for (var i = 0; i < Times; i++) pages.Add(await send());

        Assert.All(pages, page => Assert.True(page.Status is 200 or 422, $"{page.Status}: {page.Text}"));
        Assert.Contains(pages, page => page.Status == 200);
    }

    private static async Task OnceAsync(County county, string table, string kind) =>
        Assert.Equal("1/1", await county.AskAsync($"select (select count(*) from portal.{table}) || '/' || (select count(*) from portal.audit_entries where kind = '{kind}')"));

    private async Task<(County County, Guid Estate, Clerk Clerk)> EstateAsync(string[]? chain = null, int built = 1995)
    {
        var county = await fixture.CountyAsync(chain);
        return (county, await county.EstateAsync("甲小区", "城关街道", built), await county.ClerkAsync(Role.Bureau));
    }
}
