using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys;

/// <summary>Recording votes: by keyboard at a desk, by finger at a door, over a line that breaks.</summary>
public sealed partial class BallotTests(Stage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task Votes_ByKeyboardAlone_AreSavedUndoneAndCounted()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.OpenBallotAsync("党校家属院", "键盘旅程", "plan-entry/plan-entry");
        await visit.FollowAsync("录入");
        await Assertions.Expect(visit.Page.Locator("td.vote a:focus")).ToBeVisibleAsync();
        var keyboard = visit.Page.Keyboard;
        foreach (var key in "1112311") await keyboard.PressAsync($"{key}");
        await Assertions.Expect(visit.Page.Locator("td.vote.agree")).ToHaveCountAsync(5);
        await Assertions.Expect(visit.Page.Locator("td.vote.oppose")).ToHaveCountAsync(1);
        await keyboard.PressAsync("u");
        await Assertions.Expect(visit.Page.Locator("td.vote.agree")).ToHaveCountAsync(4);

        await visit.Page.ReloadAsync();

        await Assertions.Expect(visit.Page.Locator("td.vote.agree")).ToHaveCountAsync(4);
        await Assertions.Expect(visit.Page.Locator("td.vote.abstain")).ToHaveCountAsync(1);
        await visit.SeeAsync("尚未通过");
    }

    [Fact]
    public async Task Votes_WhileTheLineIsBroken_AreSentWhenItIsBack()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.OpenBallotAsync("科技局家属院", "断线旅程", "plan-entry/plan-entry");
        await visit.FollowAsync("录入");
        await Assertions.Expect(visit.Page.Locator("td.vote a:focus")).ToBeVisibleAsync();
        await visit.Page.RouteAsync(Votes(), route => route.Request.Method == "POST" ? route.AbortAsync("aborted") : route.ContinueAsync());
        foreach (var key in "121") await visit.Page.Keyboard.PressAsync($"{key}");
        await visit.SeeAsync("没有连上，3 户待发");

        await visit.Page.UnrouteAsync(Votes());

        await Assertions.Expect(visit.Page.Locator("#vote-state")).ToHaveTextAsync("已存");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator("td.vote.agree")).ToHaveCountAsync(2);
        await Assertions.Expect(visit.Page.Locator("td.vote.oppose")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Vote_OnATelephoneWithoutScript_IsTaken()
    {
        var visit = await SignedInAsync("bureau@linqu", javaScript: false, width: 360);
        await visit.OpenBallotAsync("军休所小区", "手机旅程", "plan-entry/plan-entry");
        await visit.FollowAsync("录入");
        await visit.Page.Locator("td.vote a").First.ClickAsync();
        await visit.Page.GetByLabel("不同意", new() { Exact = true }).CheckAsync();
        await visit.PressAsync("录入，下一户");

        await visit.SeeAsync("已录入 1号楼");
    }

    [Theory]
    [InlineData("一中家属院", "电话")]
    [InlineData("县委家属院", "会议")]
    [InlineData("武装部家属院", "入户")]
    public async Task Vote_ByEachWayOfAsking_SaysHowItWasGiven(string estate, string channel)
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.OpenBallotAsync(estate, $"{channel}旅程", "plan-entry/plan-entry");
        await visit.FollowAsync("录入");
        await visit.PickAsync("方式", channel);
        await visit.PressAsync("换一种");
        await Assertions.Expect(visit.Page.Locator("td.vote a:focus")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("1");
        await Assertions.Expect(visit.Page.Locator("#vote-state")).ToHaveTextAsync("已存");

        await visit.Page.Locator("td.vote.agree a").ClickAsync();

        await visit.SeeAsync($"现有记录：同意，{channel}");
    }

    [Fact]
    public async Task OfficialResult_Pasted_IsCountedWithTheRest()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.OpenBallotAsync("电力局南家属院", "导入旅程", "scheme/fund-use");
        await visit.FollowAsync("导入官方结果");
        await visit.SeeAsync("须在指定系统表决");
        await visit.FillAsync("来源（必填）", "市电子投票系统");
        await visit.FillAsync("结果（必填）", "1号楼 1单元 101 同意\n1-1-102 不同意");
        await visit.PressAsync("导入");

        await visit.SeeAsync("已导入 2 户的官方结果。");
    }

    [Fact]
    public async Task Opinion_OnLineByTheReceipt_IsTakenOnATelephone()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.OpenBallotAsync("电力局北家属院", "线上旅程", "plan-entry/plan-entry");
        await visit.FollowAsync("票样、确认表、名册（PDF）");
        var code = Receipt().Match(await Papers.PdfTextAsync(await visit.DownloadAsync("1号楼 票样 PDF"))).Value.Trim();
        var owner = await VisitAsync(javaScript: false, width: 360);
        await owner.GoAsync("/receipts?county=linqu");
        await owner.FillAsync("回执码（必填）", code);
        await owner.PressAsync("查询");
        await owner.SeeAsync("不是法定表决");
        await owner.Page.GetByLabel("同意", new() { Exact = true }).CheckAsync();
        await owner.PressAsync("提交意见");
        await owner.SeeAsync("已收到您的意见");

        await visit.FollowAsync("线上旅程");
        await visit.FollowAsync("录入");

        await Assertions.Expect(visit.Page.Locator("td.vote.agree")).ToHaveCountAsync(1);
    }

    [GeneratedRegex(@"(?<=回执码 +)([0-9A-Z]{4} ){6}[0-9A-Z]{2}\b")]
    private static partial Regex Receipt();

    [GeneratedRegex("/votes$")]
    private static partial Regex Votes();
}
