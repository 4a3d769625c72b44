using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys;

/// <summary>A street clerk at the gate of an estate, with a telephone.</summary>
public sealed class SurveyTests(Stage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task Survey_OnATelephone_KeepsWhatWasTypedTakesAPhotoAndJudges()
    {
        var visit = await SignedInAsync("chengguan@linqu", width: 360);
        await visit.OpenEstateAsync("科技局家属院");
        await visit.SeeVerdictAsync("待查");
        var estate = visit.Page.Url;
        await visit.FollowAsync("登记摸底");
        await visit.FillAsync("调查人（必填）", "演示调查员");
        await visit.FillAsync("建成年份", "1996");
        await visit.PickAsync("土地性质", "国有土地");
        await visit.PickAsync("所在区域", "县城");
        foreach (var fact in (string[])["失养失修失管严重", "市政配套设施不完善", "公共服务、社会（社区）服务设施不健全", "居民改造意愿强烈"]) await visit.AnswerAsync(fact, "是");
        await visit.AnswerAsync("拟拆除新建、拆迁改造", "否");
        await visit.FillAsync("征询户数", "三十");
        await visit.PressAsync("保存摸底");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("须改正");
        await Assertions.Expect(visit.Page.GetByLabel("征询户数", new() { Exact = true })).ToHaveValueAsync("三十");
        await Assertions.Expect(visit.Page.GetByLabel("建成年份", new() { Exact = true })).ToHaveValueAsync("1996");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "居民改造意愿强烈" }).GetByLabel("是")).ToBeCheckedAsync();
        await visit.FillAsync("征询户数", "30");
        await visit.FillAsync("愿意改造户数", "28");
        await visit.PressAsync("保存摸底");
        await visit.SeeAsync("已登记摸底调查");

        await visit.Page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "大门.png", MimeType = "image/png", Buffer = await visit.Page.ScreenshotAsync() });
        await visit.FillAsync("说明", "小区大门");
        await visit.PressAsync("上传");
        await Assertions.Expect(visit.Page.GetByAltText("小区大门")).ToBeVisibleAsync();

        await visit.GoAsync(estate);
        await visit.SeeVerdictAsync("符合");
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }
}
