using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Surveys;

/// <summary>摸底: on the phone, into the register, to the verdict and its history.</summary>
public sealed class SurveyTests(PortalFixture fixture)
{
    private static readonly string[] ruicheng = ["ruicheng", "shanxi", "nation"];
    private static readonly string[] jingyuan = ["jingyuan", "gansu", "nation"];

    [Fact]
    public async Task Walk_SurveyThenFactsThenVerdictThenHistory()
    {
        var (county, estate, clerk) = await EstateAsync(built: null);
        var form = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        Assert.Equal("2026-11-21", form.Value("摸底日期"));
        form.Fill("调查人", "王调查、李社区").Fill("建成年份", "1997、1995").Fill("占地面积（㎡）", "5,200.5").Fill("户数（户）", "42")
            .Fill("征询户数", "40").Fill("愿意改造户数", "36").Fill("不愿改造户数", "2").Fill("未征询到户数", "2").Fill("愿意出资户数", "30").Fill("已主动拆除违建（处）", "3").Choose("所在区域", "城市城区").Fill("古树、大树（棵）", "2")
            .Answer("给水", "老化破损").Answer("供气", "缺失").Answer("养老", "完好");
        AnswerAll(form, "评估事项", "是");
        AnswerAll(form, "排除情形", "否");

        var survey = await form.PressAsync("保存摸底");

        Assert.Contains("已登记摸底调查", survey.Notice, StringComparison.Ordinal);
        foreach (var shown in new[] { "王调查、李社区", "1995、1997", "5200.5 ㎡", "36 户", "30 户", "老化破损", "缺失", "2 棵", "3 处", "城市城区" }) Assert.Contains(shown, survey.Text, StringComparison.Ordinal);
        var page = await clerk.GetAsync($"/estates/{estate}");
        Assert.Contains("1995、1997", page.Text, StringComparison.Ordinal);
        Assert.Contains("42 户", page.Text, StringComparison.Ordinal);
        Assert.Contains("3000 ㎡", page.Text, StringComparison.Ordinal);
        Assert.Contains("逐栋判定（2 栋", page.Text, StringComparison.Ordinal);
        var history = await page.FollowAsync("认定历史");
        Assert.Contains("符合", history.Rows()[0][2], StringComparison.Ordinal);
        Assert.Contains("摸底调查", history.Rows()[0][5], StringComparison.Ordinal);
        Assert.Contains(clerk.Person!.DisplayName, history.Rows()[0][5], StringComparison.Ordinal);
        var changes = await clerk.GetAsync("/changes");
        Assert.Contains("摸底调查", changes.Text, StringComparison.Ordinal);
        Assert.Contains("户数：40 → 42", changes.Text, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, county.Id);
    }

    [Fact]
    public async Task Create_BlankFields_EraseNothing()
    {
        var (_, estate, clerk) = await EstateAsync();
        var first = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        await first.Answer("失养失修失管严重", "是").PressAsync("保存摸底");

        var second = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        await second.Fill("建成年份", "").Fill("户数（户）", "").Fill("建筑面积（㎡）", "").Answer("失养失修失管严重", "未查").PressAsync("保存摸底");

        var page = await clerk.GetAsync($"/estates/{estate}");
        Assert.Contains("40 户", page.Text, StringComparison.Ordinal);
        Assert.Contains("3000 ㎡", page.Text, StringComparison.Ordinal);
        Assert.Contains("1995", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await fixture.Portal.Sql.AskAppAsync<long>(clerk.County!.Scope, $"select count(*) from portal.estate_facts where estate_id = '{estate}' and value"));
    }

    [Fact]
    public async Task Create_Second_SupersedesTheFirstWhichStaysReadable()
    {
        var (_, estate, clerk) = await EstateAsync();
        var first = await (await clerk.GetAsync($"/estates/{estate}/surveys/new")).Fill("备注", "第一次").PressAsync("保存摸底");
        await (await clerk.GetAsync($"/estates/{estate}/surveys/new")).Fill("备注", "第二次").PressAsync("保存摸底");

        var old = await clerk.OpenAsync(first.Address);

        Assert.Contains("第一次", old.Text, StringComparison.Ordinal);
        Assert.Contains("此次摸底已有更新", old.Text, StringComparison.Ordinal);
        Assert.Contains("第二次", (await old.FollowAsync("查看下一次摸底")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_TwoAtOnce_TheSecondIsToldAndLosesNothing()
    {
        var (_, estate, clerk) = await EstateAsync();
        var (mine, theirs) = (await clerk.GetAsync($"/estates/{estate}/surveys/new"), await clerk.GetAsync($"/estates/{estate}/surveys/new"));
        await theirs.Fill("户数（户）", "55").PressAsync("保存摸底");

        var page = await mine.Fill("户数（户）", "44").Fill("备注", "我写的").Answer("给水", "缺失").PressAsync("保存摸底");

        Assert.Equal(422, page.Status);
        Assert.Contains("他人已登记摸底调查", page.Problem, StringComparison.Ordinal);
        Assert.Equal("44", page.Value("户数（户）"));
        Assert.Contains("现值：55", page.Beside("户数（户）"), StringComparison.Ordinal);
        Assert.Equal("我写的", page.Value("备注"));
        Assert.Contains("已登记", (await page.PressAsync("保存摸底")).Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_EstateEditedMeanwhile_IsToldAndLosesNothing()
    {
        var (_, estate, clerk) = await EstateAsync();
        var survey = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        await (await clerk.GetAsync($"/estates/{estate}/edit")).Fill("户数（户）", "55").PressAsync("保存");

        var page = await survey.Fill("户数（户）", "44").Fill("备注", "我写的").PressAsync("保存摸底");

        Assert.Equal(422, page.Status);
        Assert.Contains("修改了此小区", page.Problem, StringComparison.Ordinal);
        Assert.Equal(("44", "我写的"), (page.Value("户数（户）"), page.Value("备注")));
        Assert.Contains("现值：55", page.Beside("户数（户）"), StringComparison.Ordinal);
        Assert.Contains("55 户", (await clerk.GetAsync($"/estates/{estate}")).Text, StringComparison.Ordinal);
        await page.PressAsync("保存摸底");
        Assert.Contains("44 户", (await clerk.GetAsync($"/estates/{estate}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_Mistakes_AreAllToldAndEverythingTypedIsKept()
    {
        var (_, estate, clerk) = await EstateAsync();
        await clerk.County!.BuildingAsync(estate);
        var form = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        form.Fill("摸底日期", "2026-13-45").Fill("调查人", "").Fill("建成年份", "一九九五").Fill("户数（户）", "40").Fill("征询户数", "10").Fill("愿意改造户数", "12").Fill("愿意出资户数", "11").Fill("未征询到户数", "31").Fill("占地面积（㎡）", "1.234").Fill("1号楼建成年份", "90").Fill("备注", "手机上写了很多").Answer("给水", "缺失").Answer("失养失修失管严重", "是");

        var page = await form.PressAsync("保存摸底");

        Assert.Equal(422, page.Status);
        Assert.Equal("“2026-13-45”不是有效的值。", page.Wrong("摸底日期"));
        Assert.Equal("请填写调查人。", page.Wrong("调查人"));
        Assert.Contains("多于征询户数", page.Wrong("征询户数"), StringComparison.Ordinal);
        Assert.Contains("多于征询户数", page.Wrong("愿意出资户数"), StringComparison.Ordinal);
        Assert.Contains("多于小区户数 40", page.Wrong("未征询到户数"), StringComparison.Ordinal);
        Assert.Equal("占地面积最多两位小数。", page.Wrong("占地面积（㎡）"));
        foreach (var (label, typed) in new[] { ("摸底日期", "2026-13-45"), ("建成年份", "一九九五"), ("占地面积（㎡）", "1.234"), ("1号楼建成年份", "90"), ("备注", "手机上写了很多") }) Assert.Equal(typed, page.Value(label));
        Assert.Equal(2, page.Document.QuerySelectorAll("input[type=radio][checked][value=Missing], input[type=radio][checked][value=true]").Length);
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(clerk.County!.Scope, "select count(*) from portal.surveys"));
    }

    [Fact]
    public async Task Create_BuildingsOfOneEstate_AreJudgedEach()
    {
        var (county, estate, clerk) = await EstateAsync();
        await county.BuildingAsync(estate);
        var form = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        ((AngleSharp.Html.Dom.IHtmlSelectElement)form.Document.QuerySelector("select[aria-label='1号楼危险等级']")!).Value = "D";
        await form.Fill("建成年份", "1995、2012").Fill("1号楼建成年份", "2012").PressAsync("保存摸底");

        Assert.Equal(2012, await fixture.Portal.Sql.AskAppAsync<int>(county.Scope, $"select built_year from portal.buildings where estate_id = '{estate}'"));
        Assert.Equal("D", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, $"select danger from portal.buildings where estate_id = '{estate}'"));
        Assert.Contains("不符合", (await clerk.GetAsync($"/estates/{estate}/verdicts")).Rows()[0][2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WorksOfAnotherCountyAndForbiddenOnes_AreNotKept()
    {
        var (_, estate, clerk) = await EstateAsync();

        await clerk.ForgeAsync($"/estates/{estate}/surveys", ("SurveyedOn", "2026-11-01"), ("Surveyors", "x"), ("Works", "no-such"), ("Works", "felling-old-trees"), ("Facts[nonsense]", "true"), ("Facilities[nonsense]", "Missing"));

        Assert.Contains("\"Works\":[]", (await fixture.Portal.Sql.AskAppAsync<string>(clerk.County!.Scope, "select json from portal.surveys"))!, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense", (await fixture.Portal.Sql.AskAppAsync<string>(clerk.County.Scope, "select json from portal.surveys"))!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linqu", "1995、1997", "符合")]
    [InlineData("ruicheng", "2000", "符合")]
    [InlineData("jingyuan", "2000", "需人工认定")]
    public async Task Verdict_AfterSurvey_FollowsTheCountysCutOff(string division, string years, string expected)
    {
        var (_, estate, clerk) = await EstateAsync(division == "ruicheng" ? ruicheng : division == "jingyuan" ? jingyuan : null, built: null);
        var form = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        form.Fill("建成年份", years);
        AnswerAll(form, "评估事项", "是");
        AnswerAll(form, "排除情形", "否");

        await form.PressAsync("保存摸底");

        var rows = (await clerk.GetAsync($"/estates/{estate}/verdicts")).Rows();
        Assert.All(rows.Take(division == "linqu" ? 1 : 2), row => Assert.StartsWith(expected, row[2], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Print_Sheet_IsPrefilledWithBoxesAndLines()
    {
        var (_, estate, clerk) = await EstateAsync();
        await clerk.County!.BuildingAsync(estate);

        var text = (await Papers.PdfTextAsync(await clerk.DownloadAsync($"/estates/{estate}/survey-sheet.pdf"))).Replace(" ", "", StringComparison.Ordinal);

        foreach (var shown in new[] { "红旗小区摸底调查表", "城关街道", "1995", "3000", "1号楼", "□完好", "□老化破损", "给水", "养老", "□是", "□国有土地", "国有土地", "愿意出资", "古树", "调查人（签字）", "制表时间" }) Assert.Contains(shown, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_SheetsOfAStreet_HoldThatStreetsEstates()
    {
        var (county, _, clerk) = await EstateAsync();
        await county.EstateAsync("光明小区", "城关街道");
        await county.EstateAsync("东风小区", "东城街道");

        var text = await Papers.PdfTextAsync(await clerk.DownloadAsync($"/survey-sheets.pdf?street={county.Street("城关街道")}"));

        Assert.Contains("红旗小区", text, StringComparison.Ordinal);
        Assert.Contains("光明小区", text, StringComparison.Ordinal);
        Assert.DoesNotContain("东风小区", text, StringComparison.Ordinal);
        Assert.Contains("共 2 个小区", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StreetClerk_SurveysOwnEstatesOnly()
    {
        var (county, mine, _) = await EstateAsync();
        var theirs = await county.EstateAsync("东风小区", "东城街道");
        var clerk = await county.ClerkAsync(Role.Street, "城关街道");

        Assert.Contains("已登记", (await (await clerk.GetAsync($"/estates/{mine}/surveys/new")).PressAsync("保存摸底")).Notice, StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.GetAsync($"/estates/{theirs}/surveys/new")).Status);
        Assert.Equal(404, (await clerk.ForgeAsync($"/estates/{theirs}/surveys", ("SurveyedOn", "2026-11-01"), ("Surveyors", "x"))).Status);
        Assert.Equal(403, (await (await county.ClerkAsync(Role.Leader)).GetAsync($"/estates/{mine}/surveys/new")).Status);
        Assert.Equal(200, (await (await county.ClerkAsync(Role.Leader)).GetAsync($"/estates/{mine}")).Status);
    }

    [Fact]
    public async Task City_ReadsTheSurveyAndTheVerdicts()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, null, null, Domain.Policies.PolicyLevel.County, city);
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        var survey = await (await (await county.ClerkAsync()).GetAsync($"/estates/{estate}/surveys/new")).PressAsync("保存摸底");
        var person = await Person.MakeAsync(fixture.Portal);
        await city.AdmitAsync(person, Role.City);
        var official = Clerk.Of(person, county);
        await official.SignInAsync(County.Password);

        foreach (var path in new[] { survey.Address, $"{county.Home}/estates/{estate}/verdicts", $"{county.Home}/eligibility", $"{county.Home}/eligibility/comparison?builtBy=2010-12-31", $"{county.Home}/recognitions", $"{county.Home}/estates/{estate}/survey-sheet.pdf" })
            Assert.Equal(200, (await official.OpenAsync(path)).Status);
        Assert.Equal(403, (await official.ForgeAsync($"/estates/{estate}/surveys", ("Surveyors", "x"))).Status);
    }

    internal static void AnswerAll(Page page, string group, string answer)
    {
        var heading = page.Document.QuerySelectorAll("h2").SingleOrDefault(each => each.TextContent == group);
        if (heading is null) return;
        foreach (var legend in heading.NextElementSibling!.QuerySelectorAll("legend")) page.Answer(legend.TextContent.Trim(), answer);
    }

    private async Task<(County County, Guid Estate, Clerk Clerk)> EstateAsync(string[]? chain = null, int? built = 1995)
    {
        var county = await fixture.CountyAsync(chain);
        return (county, await county.EstateAsync("红旗小区", "城关街道", built), await county.ClerkAsync());
    }
}
