using System.IO.Compression;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Notices;
using OldEstateRenewal.Web.Tests.Features.Schemes;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Reviews;

/// <summary>Reviews by the departments of a county, and by the city above it.</summary>
public sealed class ReviewTests(PortalFixture fixture)
{
    private static readonly string[] bodies = ["县住建局", "县发改局", "县财政局", "县自然资源和规划局"];

    [Fact]
    public async Task Open_TooEarly_IsRefusedWithTheReason()
    {
        var stage = await SchemeStage.MakeAsync(await fixture.CountyAsync());
        Assert.Contains("改造方案尚未编制，不能提交部门联合审查", (await OpenAsync(stage)).Problem, StringComparison.Ordinal);
        await stage.CompleteAsync();
        Assert.Contains("改造方案第1版尚未确定", (await OpenAsync(stage)).Problem, StringComparison.Ordinal);
        await (await stage.Clerk.GetAsync($"/schemes/{await stage.NewestAsync()}")).PressAsync("确定方案");
        Assert.Contains("请先完成“编制改造方案”（临政办字〔2024〕17号 二.（六））", (await OpenAsync(stage)).Problem, StringComparison.Ordinal);
        Assert.Contains("尚未提交部门联合审查", (await ReachAsync(stage, "county-review")).Problem, StringComparison.Ordinal);
        Assert.Contains("流程中没有这种审查", (await OpenAsync(stage, "City")).Problem, StringComparison.Ordinal);
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(stage.County.Scope, "select count(*) from portal.reviews"));
    }

    [Theory]
    [InlineData("2026-11-22", "不能在今天之后")]
    [InlineData("2026-11-20", "不能早于方案确定之日 2026-11-21")]
    [InlineData("", "请填写受理（报送）日期")]
    public async Task Open_OnAWrongDay_IsRefused(string on, string reason)
    {
        var stage = await ReadyAsync();

        Assert.Contains(reason, (await OpenAsync(stage, on: on)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opinions_AllAgreedWithTheScan_PassTheReviewAndOpenTheGate()
    {
        var stage = await ReadyAsync();
        var page = await OpenAsync(stage);
        foreach (var body in bodies) Assert.Contains(body, page.Text, StringComparison.Ordinal);
        foreach (var body in bodies[..3]) page = await SpeakAsync(stage, page.Id, body);
        Assert.Contains("尚缺县自然资源和规划局的意见", page.Text, StringComparison.Ordinal);
        Assert.Contains("尚缺县自然资源和规划局的意见", (await ReachAsync(stage, "county-review")).Problem, StringComparison.Ordinal);
        page = await SpeakAsync(stage, page.Id, bodies[3], "AgreeWithRemarks", "注意保护古树");
        Assert.Contains("签章的审查表扫描件未上传", (await ReachAsync(stage, "county-review")).Problem, StringComparison.Ordinal);

        page = await stage.Clerk.UploadAsync("Review", page.Id, "Scan", ("审查表.pdf", Pictures.Pdf()));

        Assert.Contains("县自然资源和规划局均同意", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("部门联合审查批准：", (await ReachAsync(stage, "county-review")).Problem, StringComparison.Ordinal);
        Assert.Contains("审查已通过，意见不再改动", (await SpeakAsync(stage, page.Id, bodies[0], "Return", "不同意")).Problem, StringComparison.Ordinal);
        Assert.Contains("附件不再增减", (await stage.Clerk.UploadAsync("Review", page.Id, "Scan", ("另.pdf", Pictures.Pdf("/z")))).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("县卫健局", "Agree", "", "2026-11-21", "请从参加审查的部门中选择")]
    [InlineData("县财政局", "Return", "", "2026-11-21", "退回的，请写明理由")]
    [InlineData("县财政局", "", "", "2026-11-21", "请选择同意或退回")]
    [InlineData("县财政局", "Agree", "", "2026-11-22", "意见的日期应在 2026-11-21 至今天之间")]
    public async Task Opinion_NotWhole_IsRefused(string body, string kind, string text, string on, string reason)
    {
        var stage = await ReadyAsync();
        var review = (await OpenAsync(stage)).Id;

        Assert.Contains(reason, (await SpeakAsync(stage, review, body, kind, text, on)).Problem, StringComparison.Ordinal);
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(stage.County.Scope, "select count(*) from portal.review_opinions"));
    }

    [Fact]
    public async Task Return_ByOneBody_NeedsANewVersionAndANewReview()
    {
        var stage = await ReadyAsync();
        var review = (await OpenAsync(stage)).Id;
        await SpeakAsync(stage, review, "县财政局", "Return", "造价偏高");
        Assert.Contains("县财政局 2026-11-21 退回：造价偏高", (await ReachAsync(stage, "county-review")).Problem, StringComparison.Ordinal);
        Assert.Contains("已被退回，请另编一版后再提交", (await OpenAsync(stage)).Problem, StringComparison.Ordinal);

        await stage.RevisedAsync("按县财政局意见压减");
        Assert.Contains("改造方案第2版尚未提交部门联合审查", (await ReachAsync(stage, "county-review")).Problem, StringComparison.Ordinal);
        var again = await OpenAsync(stage);

        Assert.Equal("已提交联合审查，各部门意见可并行登记。", again.Notice);
        Assert.Contains("此次审查已结束", (await SpeakAsync(stage, review, "县住建局")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_ThreeTestsYes_IsTenWorkingDays()
    {
        var stage = await ReadyAsync();
        var page = await OpenAsync(stage);
        Assert.DoesNotContain("个工作日）", page.Text.Replace("（10个工作日", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var answered = await page.Answer("不新增建筑面积", "是").Answer("不涉及主体结构变动", "是").Answer("不改变土地用途", "是").Fill("由谁核实", "张三").Fill("核实日期", "2026-11-21").PressAsync("登记条件");

        Assert.Equal("条件已登记。", answered.Notice);
        Assert.Contains("还有 13 天（2026-12-04），剩 10 个工作日", answered.Text, StringComparison.Ordinal);
        Assert.Contains("张三 2026-11-21 核实", answered.Text, StringComparison.Ordinal);
        var refuted = await answered.Answer("不改变土地用途", "否").Fill("由谁核实", "李四").Fill("核实日期", "2026-11-21").PressAsync("登记条件");
        Assert.DoesNotContain("剩 10 个工作日", refuted.Text, StringComparison.Ordinal);
        Assert.Contains("李四 2026-11-21 核实", refuted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task City_OnThePortal_DecidesItselfAndTheCountyCannot()
    {
        var (city, official, stage) = await UnderCityAsync();
        Assert.Contains("请先完成“方案公示”", (await OpenAsync(stage, "City")).Problem, StringComparison.Ordinal);
        await stage.County.ReachedAsync(stage.Project, "notice");
        Assert.Contains("表决、征询结果 没有已截止的表决", (await stage.Clerk.GetAsync($"/projects/{stage.Project}/reviews")).Text, StringComparison.Ordinal);
        var sent = await OpenAsync(stage, "City");
        Assert.Equal("会审材料已打包报送。", sent.Notice);
        Assert.Contains($"会审由{city.Tenant.Name}在本门户中决定", (await SpeakAsync(stage, sent.Id, "市老旧小区改造领导小组办公室")).Problem, StringComparison.Ordinal);

        var queue = await official.GetAsync("/reviews");
        Assert.Equal(["甲小区", stage.County.Tenant.Name, "第1版", "2026-11-21"], queue.Rows()[0][..4]);
        var decision = await queue.FollowAsync("甲小区");
        Assert.Contains("退回的，请写明理由", (await decision.Answer("决定", "退回").Fill("会审日期", "2026-11-21").PressAsync("登记决定")).Problem, StringComparison.Ordinal);
        await (await official.GetAsync($"/reviews/{sent.Id}/decision")).Answer("决定", "退回").Fill("意见（退回时必填）", "风貌不协调").Fill("会审人员（单位）", "专家甲").Fill("会审日期", "2026-11-21").PressAsync("登记决定");

        Assert.Contains("退回：风貌不协调", (await stage.Clerk.GetAsync($"/reviews/{sent.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("退回：风貌不协调", (await ReachAsync(stage, "city-review")).Problem, StringComparison.Ordinal);
        await stage.RevisedAsync("按会审意见调整立面");
        var again = await OpenAsync(stage, "City");
        Assert.Equal("会审通过，已告知县级。", (await (await official.GetAsync($"/reviews/{again.Id}/decision")).Answer("决定", "通过").Fill("会审日期", "2026-11-21").PressAsync("登记决定")).Notice);
        Assert.Equal("已登记完成。", (await ReachAsync(stage, "city-review")).Notice);
    }

    [Fact]
    public async Task Packet_AsSent_HasItsPapersAndNamesWhatIsMissing()
    {
        var (_, official, stage) = await UnderCityAsync();
        await stage.County.ReachedAsync(stage.Project, "notice");
        var sent = await OpenAsync(stage, "City");

        foreach (var bytes in new[] { await stage.Clerk.DownloadAsync($"/reviews/{sent.Id}/packet.zip"), await DownloadAsync(official, $"{stage.County.Home}/reviews/{sent.Id}/packet.zip") })
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            Assert.Superset(new HashSet<string> { "00 目录.pdf", "方案表.pdf", "方案文本.txt", "费用估算表.xlsx", "方案附件/01 总平面图.pdf" }, zip.Entries.Select(entry => entry.FullName).ToHashSet());
            using var index = new MemoryStream();
            await zip.GetEntry("00 目录.pdf")!.Open().CopyToAsync(index);
            var text = await Papers.PdfTextAsync(index.ToArray());
            Assert.Contains("甲小区会审材料目录", text, StringComparison.Ordinal);
            Assert.Contains("小区现状照片", text, StringComparison.Ordinal);
            Assert.Contains("未上传", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Packet_AfterAConcludedNotice_HasItsStatementAndPhotos()
    {
        var notice = await NoticeStage.MakeAsync(fixture);
        var stage = new SchemeStage(notice.County, notice.Estate, notice.Project, notice.Bureau);
        foreach (var key in new[] { "survey", "round-1", "plan", "scheme", "notice" }) await stage.County.ReachedAsync(stage.Project, key);
        await stage.FixedAsync();
        Assert.Contains("公示情况说明和照片 没有已办结的公示", (await stage.Clerk.GetAsync($"/projects/{stage.Project}/reviews")).Text, StringComparison.Ordinal);
        await notice.ConcludedAsync();

        var sent = await OpenAsync(stage, "City");

        using var zip = new ZipArchive(new MemoryStream(await stage.Clerk.DownloadAsync($"/reviews/{sent.Id}/packet.zip")));
        Assert.Equal(["公示/01 关于甲小区方案公示情况的说明.pdf", "公示/01 照片/01 Start照片.jpg", "公示/01 照片/02 Middle照片.jpg", "公示/01 照片/03 End照片.jpg"], zip.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("公示/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Decision_Walls_OnlyTheCityAboveWritesAndOnlyItsCountyReads()
    {
        var (city, official, stage) = await UnderCityAsync();
        var sql = fixture.Portal.Sql;
        string Row(County by) => $"insert into portal.review_decisions (tenant_id, id, county_id, project_id, review_id, has_passed, \"on\", by, by_id, at) values ('{by.Id}', gen_random_uuid(), '{stage.County.Id}', '{stage.Project}', gen_random_uuid(), true, '2026-11-21', 'x', gen_random_uuid(), now())";
        const string Count = "select count(*) from portal.review_decisions";
        var (stranger, neighbour) = (await County.CityAsync(fixture.Portal), await County.MakeAsync(fixture.Portal, null, null, PolicyLevel.County, city));

        await sql.AppAsync(stranger.Scope, Row(stranger));
        Assert.Equal(0, await sql.AskAppAsync<long>(stage.County.Scope, Count));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(stage.County.Scope, Row(city)));
        await sql.AppAsync(city.Scope, Row(city));

        Assert.Equal(1, await sql.AskAppAsync<long>(stage.County.Scope, Count));
        Assert.Equal(0, await sql.AskAppAsync<long>(neighbour.Scope, Count));
        Assert.Equal(1, await sql.AskAppAsync<long>(stage.County.Scope with { StreetId = stage.County.Street("城关街道") }, Count));
        Assert.Equal(0, await sql.AskAppAsync<long>(stage.County.Scope with { StreetId = stage.County.Street("东城街道") }, Count));
        Assert.Equal(1, await sql.AskSupervisorAsync<long>(city.Scope with { UserId = official.Person!.Id }, Count));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(city.Scope, "update portal.review_decisions set has_passed = false"));
    }

    [Fact]
    public async Task City_OfAnotherCounty_IsNotFound()
    {
        var (_, _, stage) = await UnderCityAsync();
        await stage.County.ReachedAsync(stage.Project, "notice");
        var sent = await OpenAsync(stage, "City");
        var (_, stranger, _) = await UnderCityAsync();

        Assert.Empty((await stranger.GetAsync("/reviews")).Rows());
        Assert.Equal(404, (await stranger.GetAsync($"/reviews/{sent.Id}/decision")).Status);
        Assert.Equal(404, (await stranger.ForgeAsync($"/reviews/{sent.Id}/decision", ("HasPassed", "true"), ("On", "2026-11-21"))).Status);
    }

    [Fact]
    public async Task City_NotOnThePortal_ItsReplyIsRecordedWithItsScan()
    {
        var stage = await SchemeStage.MakeAsync(await fixture.CountyAsync(SchemeStage.Ruicheng));
        await stage.FixedAsync();
        await stage.County.ReachedAsync(stage.Project, "notice");
        var sent = await OpenAsync(stage, "City");

        await SpeakAsync(stage, sent.Id, "市老旧小区改造领导小组办公室");
        Assert.Contains("扫描件未上传", (await ReachAsync(stage, "city-review")).Problem, StringComparison.Ordinal);
        await stage.Clerk.UploadAsync("Review", sent.Id, "Scan", ("批复.pdf", Pictures.Pdf()));

        Assert.Equal("已登记完成。", (await ReachAsync(stage, "city-review")).Notice);
    }

    /// <summary>A county of Linqu's document with a fixed scheme whose stage is reached.</summary>
    private async Task<SchemeStage> ReadyAsync()
    {
        var stage = await SchemeStage.MakeAsync(await fixture.CountyAsync());
        await stage.FixedAsync();
        await stage.County.ReachedAsync(stage.Project, "scheme");
        return stage;
    }

    private async Task<(County City, Clerk Official, SchemeStage Stage)> UnderCityAsync()
    {
        var city = await County.CityAsync(fixture.Portal);
        var person = await Person.MakeAsync(fixture.Portal);
        await city.AdmitAsync(person, Role.City);
        var stage = await SchemeStage.MakeAsync(await County.MakeAsync(fixture.Portal, SchemeStage.Ruicheng, null, PolicyLevel.County, city));
        await stage.FixedAsync();
        return (city, await person.SignInAsync(city), stage);
    }

    private static Task<Page> OpenAsync(SchemeStage stage, string kind = "County", string on = "2026-11-21") => stage.Clerk.ForgeAsync($"/projects/{stage.Project}/reviews", ("Kind", kind), ("OpenedOn", on));

    private static Task<Page> SpeakAsync(SchemeStage stage, Guid review, string body, string kind = "Agree", string text = "", string on = "2026-11-21") =>
        stage.Clerk.ForgeAsync($"/reviews/{review}/opinions", ("Body", body), ("Kind", kind), ("Text", text), ("On", on));

    private static Task<Page> ReachAsync(SchemeStage stage, string step) => stage.Clerk.ForgeAsync($"/projects/{stage.Project}/stages/{step}/completion", ("On", "2026-11-21"));

    private static async Task<byte[]> DownloadAsync(Clerk clerk, string address)
    {
        using var response = await clerk.SendAsync(System.Net.Http.HttpMethod.Get, address);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
