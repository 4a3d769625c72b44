using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys;

/// <summary>What goes wrong is said in words, and nothing typed is lost.</summary>
public sealed class FormsTests(Stage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task SignIn_WithAWrongPassword_SaysSoAndKeepsTheName()
    {
        var visit = await VisitAsync();
        await visit.SignInAsync("bureau@donge", "not the password");
        await visit.SeeAsync("账号或口令不正确。");
        await Assertions.Expect(visit.Page.GetByLabel("账号")).ToHaveValueAsync("bureau@donge");
        await Assertions.Expect(visit.Page.GetByLabel("口令")).ToHaveValueAsync("");
        await Assertions.Expect(visit.Page).ToHaveTitleAsync("填写有误 · 登录 · 老旧小区改造");
    }

    [Fact]
    public async Task SignOut_LeavesNothingBehind()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.PressAsync("退出");
        await visit.SeeHeadingAsync("登录");
        await visit.GoAsync("/linqu/estates");
        await visit.SeeHeadingAsync("登录");
        await visit.Page.GoBackAsync();
        await visit.SeeHeadingAsync("登录");
    }

    [Fact]
    public async Task SignIn_OnTheWayToAPage_LeadsThere()
    {
        var visit = await VisitAsync();
        await visit.GoAsync("/linqu/policies");
        await visit.FillAsync("账号", "bureau@linqu");
        await visit.FillAsync("口令", PortalProcess.Password);
        await visit.PressAsync("登录");
        await visit.SeeHeadingAsync("政策依据");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Estate_WithMistakes_IsShownAgainWithWhatWasTyped(bool javaScript)
    {
        var visit = await SignedInAsync("bureau@linqu", javaScript);
        await visit.GoAsync("/linqu/estates/new");
        await visit.FillAsync("坐落", "文化路 8 号");
        await visit.FillAsync("户数（户）", "四十八");
        await visit.AnswerAsync("居民改造意愿强烈", "是");
        await visit.PressAsync("保存");

        var summary = visit.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(summary).ToContainTextAsync("尚未保存，有 2 处须改正");
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.GetByLabel("坐落", new() { Exact = true })).ToHaveValueAsync("文化路 8 号");
        await Assertions.Expect(visit.Page.GetByLabel("户数（户）")).ToHaveValueAsync("四十八");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "居民改造意愿强烈" }).GetByLabel("是")).ToBeCheckedAsync();

        await summary.GetByRole(AriaRole.Link, new() { Name = "请填写小区名称。" }).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#Name$"));
    }

    [Fact]
    public async Task Estate_EditedInTwoTabs_ShowsBothAndLosesNeither()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.RegisterEstateAsync("两人同改小区");
        await visit.FollowAsync("修改");
        var first = visit.Page;
        var second = await visit.NewTabAsync();
        await second.GotoAsync(first.Url);

        await visit.FillAsync("户数（户）", "49");
        await visit.PickAsync("土地性质", "国有土地");
        await visit.PressAsync("保存");
        await visit.SeeAsync("已保存两人同改小区。");

        visit.LookAt(second);
        await visit.FillAsync("户数（户）", "50");
        await visit.PressAsync("保存");
        await visit.SeeAsync("他人已修改并保存了此小区");
        await visit.SeeAsync("现值：49");
        await visit.SeeAsync("现值：国有土地");
        await Assertions.Expect(second.GetByLabel("户数（户）")).ToHaveValueAsync("50");
        await visit.PressAsync("保存");
        await visit.SeeAsync("50 户");
    }

    [Fact]
    public async Task Plan_EditedInTwoTabs_IsNotOverwrittenUnseen()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.RegisterEstateAsync("同改计划小区");
        await visit.CreatePlanAsync("2035", "同改计划小区");
        await visit.FollowAsync("修改计划");
        var first = visit.Page;
        var second = await visit.NewTabAsync();
        await second.GotoAsync(first.Url);
        await visit.FillAsync("同改计划小区 户数", "51");
        await visit.PressAsync("保存");
        await visit.SeeAsync("计划已保存。");

        visit.LookAt(second);
        await visit.FillAsync("同改计划小区 楼栋", "3");
        await visit.PressAsync("保存");
        await visit.SeeAsync("他人已修改此计划，您的操作尚未保存。");
        await Assertions.Expect(second.GetByLabel("同改计划小区 楼栋")).ToHaveValueAsync("3");
    }

    [Fact]
    public async Task Plan_WithMistakes_NamesTheEstate()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.RegisterEstateAsync("错填计划小区");
        await visit.CreatePlanAsync("2036", "错填计划小区");
        await visit.FollowAsync("修改计划");
        await visit.FillAsync("错填计划小区 建筑面积", "很大");
        await visit.FillAsync("错填计划小区 改造内容", "外墙保温");
        await visit.PressAsync("保存");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("错填计划小区：");
        await Assertions.Expect(visit.Page.GetByLabel("错填计划小区 建筑面积")).ToHaveValueAsync("很大");
        await Assertions.Expect(visit.Page.GetByLabel("错填计划小区 改造内容")).ToHaveValueAsync("外墙保温");
    }

    [Fact]
    public async Task Registry_SearchedWhileTyping_NarrowsTheListAndTheAddress()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.ChooseAsync("小区台账");
        await visit.Page.GetByLabel("名称或坐落").PressSequentiallyAsync("党校");
        await visit.SeeAsync("共 1 个小区");
        await visit.SeeNoLinkAsync("财政局家属院");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=%E5%85%9A%E6%A0%A1"));
        await visit.FollowAsync("党校家属院");
        await visit.Page.GoBackAsync();
        await visit.SeeAsync("共 1 个小区");
    }

    [Fact]
    public async Task Registry_SearchedAfterTheSessionEnded_AsksToSignIn()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.ChooseAsync("小区台账");
        await visit.SeeHeadingAsync("小区台账");
        await visit.Context.ClearCookiesAsync();
        await visit.Page.GetByLabel("名称或坐落").PressSequentiallyAsync("党校");
        await visit.SeeHeadingAsync("登录");
    }
}
