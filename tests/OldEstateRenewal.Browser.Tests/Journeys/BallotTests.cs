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

    [GeneratedRegex("/votes$")]
    private static partial Regex Votes();
}
