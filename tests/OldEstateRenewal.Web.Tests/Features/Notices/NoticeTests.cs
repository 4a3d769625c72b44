using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Ballots;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Notices;

/// <summary>A notice from the draft to the statement that it hung.</summary>
public sealed class NoticeTests(PortalFixture fixture)
{
    [Fact]
    public async Task Draft_OfAScheme_IsWrittenFromTheRegistryAndShowsBothEnds()
    {
        var stage = await NoticeStage.MakeAsync(fixture);

        var form = await stage.NewAsync();

        Assert.Equal("甲小区改造方案公示", form.Value("标题"));
        Assert.Contains("1. 甲小区（2 栋，40 户，建筑面积 3000 平方米）。", form.Value("正文"), StringComparison.Ordinal);
        Assert.StartsWith("改造项目方案公示：5天", form.Value("期限依据"), StringComparison.Ordinal);
        Assert.Contains("如今天（2026-11-21）张贴，按日历日至 2026-11-26，按工作日至 2026-11-27。", form.Text, StringComparison.Ordinal);
        var draft = await form.PressAsync("保存");
        Assert.Equal("已拟稿。核对后打印张贴，再登记张贴日期。", draft.Notice);
        Assert.Contains("芮政办发〔2022〕23号 二.（四）2", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_WithMistakes_IsRefusedAndKept()
    {
        var stage = await NoticeStage.MakeAsync(fixture);

        var page = await (await stage.NewAsync()).Fill("标题", "").Fill("联系方式", "").Choose("期限依据", "文件未规定，自定天数").Fill("正文", "留着我").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains("请填写标题。", page.Problem, StringComparison.Ordinal);
        Assert.Contains("请填写联系方式", page.Problem, StringComparison.Ordinal);
        Assert.Contains("文件未规定期限的，请填写天数。", page.Problem, StringComparison.Ordinal);
        Assert.Equal("留着我", page.Value("正文"));
    }

    [Fact]
    public async Task Post_UnitNotChosen_IsRefused()
    {
        var stage = await NoticeStage.MakeAsync(fixture);

        var draft = await stage.DraftAsync("未选定（张贴前须选定）");
        Assert.DoesNotContain("没有改", draft.Text, StringComparison.Ordinal);
        Assert.Contains("文件写“5天”，未明确日历日或工作日，请先在“修改”中选定。", draft.Text, StringComparison.Ordinal);
        Assert.False(draft.HasButton("登记张贴"));
        Assert.Equal(422, (await stage.Bureau.ForgeAsync($"/notices/{draft.Id}/posting", ("On", NoticeStage.Monday), ("Version", "0"))).Status);
    }

    [Fact]
    public async Task Post_GapsOfTheDraftLeftOpen_IsRefused()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var draft = await (await stage.NewAsync()).Choose("按哪种日子计算", "日历日").PressAsync("保存");

        Assert.False(draft.HasButton("登记张贴"));
        Assert.Contains("正文中还有“（请填写……）”没有改", (await stage.Bureau.ForgeAsync($"/notices/{draft.Id}/posting", ("On", NoticeStage.Monday), ("Version", "0"))).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-22", "张贴日期不能晚于今天")]
    [InlineData("2020-01-01", "张贴日期过早")]
    [InlineData("", "请填写张贴日期。")]
    public async Task Post_OnAnUnsoundDay_IsRefused(string on, string problem)
    {
        var stage = await NoticeStage.MakeAsync(fixture);

        var page = await NoticeStage.PostAsync(await stage.DraftAsync(), on);

        Assert.Equal(422, page.Status);
        Assert.Contains(problem, page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conclude_StepByStep_WaitsForDayPhotosAndAnswersAndThenOpensTheGate()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        Assert.Contains("尚未公示", await GateAsync(stage), StringComparison.Ordinal);
        var page = await stage.PostedAsync();
        Assert.Contains("2026-11-09 张贴，至 2026-11-16 届满", page.Text, StringComparison.Ordinal);
        Assert.Contains("缺张贴时的照片", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("公示办结"));
        Assert.Contains("尚未办结", await GateAsync(stage), StringComparison.Ordinal);

        page = await NoticeStage.ObjectAsync(await stage.PhotosAsync(page.Id));
        Assert.Contains("诸*", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("清风", page.Text, StringComparison.Ordinal);
        Assert.Contains("有 1 条异议尚未答复", (await stage.Bureau.ForgeAsync($"/notices/{page.Id}/conclusion", ("Version", "1"))).Problem, StringComparison.Ordinal);
        page = await NoticeStage.AnswerAsync(await stage.LastAsync(), false);
        page = await page.PressAsync("公示办结");

        Assert.Equal("公示已办结，可以下载公示情况说明。", page.Notice);
        Assert.Contains("按工作日至2026-11-16；2026-11-21 办结", await GateAsync(stage), StringComparison.Ordinal);
        var statement = await Papers.PdfTextAsync(await stage.Bureau.DownloadAsync($"/notices/{page.Id}/statement.pdf"));
        foreach (var words in new[] { "关于甲小区方案公示情况的说明", "收到异议 1 件", "关于停车位", "已答复：将增设" }) Assert.Contains(words.Replace(" ", "", StringComparison.Ordinal), statement.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("清风", statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conclude_BeforeTheTermHasEnded_ListsEveryReason()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var page = await stage.PostedAsync("2026-11-18");
        Assert.Equal("收到日期早于张贴日期 2026-11-18。", (await NoticeStage.ObjectAsync(page)).Problem.Replace("未保存： ", "", StringComparison.Ordinal));
        page = await NoticeStage.ObjectAsync(page, person: "", on: "2026-11-19");

        var refused = await stage.Bureau.ForgeAsync($"/notices/{page.Id}/conclusion", ("Version", "1"));

        Assert.Equal(422, refused.Status);
        foreach (var reason in new[] { "公示期至 2026-11-25 届满，2026-11-26 起才能办结", "缺张贴时的照片", "缺公示期间的照片", "缺期满时的照片", "有 1 条异议尚未答复" }) Assert.Contains(reason, refused.Problem, StringComparison.Ordinal);
        Assert.Contains("公示期至 2026-11-25，未满", await GateAsync(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Term_OverNationalDay_FollowsTheHolidayTable()
    {
        var stage = await NoticeStage.MakeAsync(fixture);

        var page = await stage.PostedAsync("2026-09-28");

        Assert.Contains("按日历日至2026-10-03，按工作日至2026-10-10", page.Text, StringComparison.Ordinal);
        Assert.Contains("至 2026-10-10 届满", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Start", "2026-11-10", "张贴时的照片应为张贴当日 2026-11-09 拍摄")]
    [InlineData("Middle", "2026-11-16", "公示期间的照片应为2026-11-10 至 2026-11-15 之间拍摄")]
    [InlineData("End", "2026-11-22", "拍摄日期晚于今天")]
    [InlineData("Other", "2026-11-12", "“Other”不是有效的值")]
    public async Task Photograph_OfTheWrongDay_IsRefused(string phase, string day, string problem)
    {
        var stage = await NoticeStage.MakeAsync(fixture);

        var page = await NoticeStage.PhotographAsync(stage.Bureau, (await stage.PostedAsync()).Id, phase, day);

        Assert.Equal(422, page.Status);
        Assert.Contains(problem, page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photograph_ThatIsNoPicture_DoesNotCount()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var notice = (await stage.PostedAsync()).Id;

        var page = await NoticeStage.PhotographAsync(stage.Bureau, notice, "Start", NoticeStage.Monday, Pictures.Pdf(), "文件.pdf");

        Assert.Contains("不是照片", page.Problem, StringComparison.Ordinal);
        Assert.Contains("缺张贴时的照片", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photograph_Removed_CountsNoLongerAndNotAfterConclusion()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var notice = (await stage.PostedAsync()).Id;
        var page = await NoticeStage.PhotographAsync(stage.Bureau, notice, "Start", NoticeStage.Monday);
        Assert.DoesNotContain("缺张贴时的照片", page.Text, StringComparison.Ordinal);

        page = await page.Fill("移除原因", "拍错了").PressAsync("移除");
        Assert.Contains("缺张贴时的照片", page.Text, StringComparison.Ordinal);

        await stage.PhotosAsync(notice);
        await (await stage.LastAsync()).PressAsync("公示办结");
        var file = await stage.County.Portal.Sql.AskAppAsync<Guid>(stage.County.Scope, "select id from portal.attachments where removed_at is null limit 1");
        Assert.Contains("公示已办结，照片不能移除。", (await stage.Bureau.ForgeAsync($"/attachments/{file}/removal", ("reason", "x"))).Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revise_NewWording_TakesThePlaceRunsAnewAndStillOwesTheAnswers()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var first = await NoticeStage.ObjectAsync(await stage.PhotosAsync((await stage.PostedAsync()).Id));

        var edit = await first.PressAsync("另拟新稿");
        Assert.Equal("甲小区方案公示", edit.Value("标题"));
        Assert.Contains("公示中", (await stage.Bureau.GetAsync($"/notices/{first.Id}")).Text, StringComparison.Ordinal);
        var draft = await edit.Fill("正文", "改过的文字").PressAsync("保存");
        Assert.Contains("尚未办结", await GateAsync(stage), StringComparison.Ordinal);
        var second = await NoticeStage.PostAsync(draft, "2026-11-18");

        Assert.Contains("至 2026-11-25 届满", second.Text, StringComparison.Ordinal);
        Assert.Contains("缺张贴时的照片", second.Text, StringComparison.Ordinal);
        Assert.Contains("有 1 条异议尚未答复", second.Text, StringComparison.Ordinal);
        Assert.Contains("已重新公示", (await stage.Bureau.GetAsync($"/notices/{first.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("公示期至 2026-11-25，未满", await GateAsync(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revise_ConcludedNotice_ClosesTheGateAgainOnceItIsPosted()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var concluded = await stage.ConcludedAsync();
        Assert.Contains("2026-11-21 办结", await GateAsync(stage), StringComparison.Ordinal);

        await NoticeStage.PostAsync(await (await concluded.PressAsync("另拟新稿")).PressAsync("保存"), "2026-11-18");

        Assert.Contains("公示期至 2026-11-25，未满", await GateAsync(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_PostedText_IsRefused()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var draft = await stage.DraftAsync();
        var late = (await stage.Bureau.GetAsync($"/notices/{draft.Id}/edit")).Fill("正文", "偷偷改");
        await NoticeStage.PostAsync(draft);

        var page = await late.PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains("已张贴的文字不能改动", page.Problem, StringComparison.Ordinal);
        Assert.Equal("偷偷改", page.Value("正文"));
        Assert.Equal(1, await stage.County.Portal.Sql.AskAppAsync<long>(stage.County.Scope, "select count(*) from portal.notices where text not like '%偷偷改%'"));
    }

    [Fact]
    public async Task Edit_ByTwoAtOnce_KeepsWhatTheSecondTyped()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var draft = await stage.DraftAsync();
        var second = (await stage.Bureau.GetAsync($"/notices/{draft.Id}/edit")).Fill("标题", "第二人的标题");
        await (await stage.Bureau.GetAsync($"/notices/{draft.Id}/edit")).Fill("标题", "第一人的标题").PressAsync("保存");

        var stale = await second.PressAsync("保存");

        Assert.Equal(422, stale.Status);
        Assert.Contains("他人刚刚处理了此公示", stale.Problem, StringComparison.Ordinal);
        Assert.Contains("现值：第一人的标题", stale.Beside("标题"), StringComparison.Ordinal);
        Assert.Equal("已保存。", (await stale.PressAsync("保存")).Notice);
    }

    [Fact]
    public async Task Withdraw_NeedsAReasonAndNoLongerCounts()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var page = await stage.PostedAsync();

        Assert.Contains("请写明撤回的原因。", (await page.PressAsync("撤回")).Problem, StringComparison.Ordinal);
        page = await page.Fill("原因", "方案要改").PressAsync("撤回");

        Assert.Equal("已撤回。", page.Notice);
        Assert.Contains("尚未公示", await GateAsync(stage), StringComparison.Ordinal);
        Assert.Equal(422, (await stage.Bureau.ForgeAsync($"/notices/{page.Id}/objections", ("Channel", "Phone"), ("Text", "x"), ("ReceivedOn", "2026-11-12"))).Status);
    }

    [Fact]
    public async Task Objection_Answered_MayBeCorrectedAndTheLastWordHolds()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var page = await NoticeStage.AnswerAsync(await NoticeStage.ObjectAsync(await stage.PostedAsync()), false);

        page = await page.Choose("处理方式", "不作异议处理").Fill("答复内容", "与本次公示无关。").PressAsync("登记答复");

        Assert.Contains("与本次公示无关。", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("将增设十个车位", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, await stage.County.Portal.Sql.AskAppAsync<long>(stage.County.Scope, "select count(*) from portal.notice_replies"));
    }

    [Fact]
    public async Task Street_MayPhotographAndRegisterObjectionsAndNoMore()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var notice = (await stage.PostedAsync()).Id;
        var (street, other) = (await stage.County.ClerkAsync(Role.Street, "城关街道"), await stage.County.ClerkAsync(Role.Street, "东城街道"));

        Assert.Equal("照片已登记。", (await NoticeStage.PhotographAsync(street, notice, "Start", NoticeStage.Monday)).Notice);
        Assert.Equal("异议已登记。", (await NoticeStage.ObjectAsync(await street.GetAsync($"/notices/{notice}"))).Notice);
        Assert.Equal(403, (await street.ForgeAsync($"/notices/{notice}/conclusion", ("Version", "1"))).Status);
        Assert.Equal(403, (await street.ForgeAsync($"/notices/{notice}/withdrawal", ("Reason", "x"))).Status);
        Assert.Equal(404, (await other.GetAsync($"/notices/{notice}")).Status);
        Assert.Equal(404, (await other.GetAsync($"/projects/{stage.Project}/notices")).Status);
        Assert.Equal(404, (await NoticeStage.PhotographAsync(other, notice, "Start", NoticeStage.Monday)).Status);
    }

    [Fact]
    public async Task BallotResult_List_HasNoNamesAndNoWholeRooms()
    {
        var ballots = await BallotStage.MakeAsync(fixture, [("诸葛清风", 90m), ("皇甫明月", 80m), ("欧阳小雨", 70m)]);
        var ballot = (await ballots.OpenAsync("plan-entry/plan-entry")).Id;
        await BallotStage.VoteAsync(ballots.Bureau, ballot, (await ballots.DwellingsAsync())![0], "Agree");
        await ballots.CloseAsync(ballot);
        var project = await ballots.County.ProjectAsync(ballots.Estate, "试验小区改造", 2026);

        var form = await ballots.Bureau.GetAsync($"/projects/{project}/notices/new?kind=BallotResult&ballot={ballot}");
        Assert.Contains("纳入年度改造计划：", form.Value("正文"), StringComparison.Ordinal);
        var page = await form.Fill("联系方式", "住建局").Choose("按哪种日子计算", "日历日").PressAsync("保存");

        Assert.Contains("1号楼 1单元 1** 已投票", page.Text, StringComparison.Ordinal);
        Assert.Contains("1号楼 1单元 1** 未投票", page.Text, StringComparison.Ordinal);
        Assert.Contains("1号楼 1单元 2** 未投票", page.Text, StringComparison.Ordinal);
        var paper = await Papers.PdfTextAsync(await ballots.Bureau.DownloadAsync($"/notices/{page.Id}/notice.pdf"));
        foreach (var secret in new[] { "诸葛", "皇甫", "欧阳", "101", "102", "201" })
        {
            Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, paper, StringComparison.Ordinal);
        }
    }

    /// <summary>How the page of the project answers the gate 方案公示期满.</summary>
    private static async Task<string> GateAsync(NoticeStage stage)
    {
        var page = await stage.Bureau.GetAsync($"/projects/{stage.Project}");
        return page.Document.QuerySelector("#stage-notice")!.TextContent;
    }
}
