using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys;

/// <summary>The main job, from an estate about which little is known to an issued plan on paper.</summary>
public sealed class PlanningTests(Stage stage) : BrowserTest(stage)
{
    [Theory, InlineData(true, "2031"), InlineData(false, "2032")]
    public async Task Plan_FromTheRegistryToPaper_IsIssued(bool javaScript, string year)
    {
        var estate = $"{year}年旅程小区";
        var clerk = await SignedInAsync("bureau@linqu", javaScript);
        await clerk.RegisterEstateAsync(estate);
        await clerk.OpenEstateAsync(estate);
        await clerk.SeeVerdictAsync("待查");
        await clerk.SeeAsync("鲁政办字〔2020〕28号 转引（泰安一.（一）、聊城三）");
        await clerk.SeeAsync("失养失修失管严重");

        await clerk.RecordWhatWasMissingAsync();
        await clerk.SeeAsync($"已保存{estate}。");
        await clerk.SeeVerdictAsync("符合");

        await clerk.CreatePlanAsync(year, estate);
        await clerk.StateConsentAsync(estate);
        await clerk.FollowAsync("修改计划");
        await clerk.FillAsync($"{estate} 户数", "52");
        await clerk.FillAsync($"{estate} 投资（万元）", "120.5");
        await clerk.FillAsync($"{estate} 改造内容", "雨污分流、外墙保温");
        await clerk.FillAsync("差异说明", "以入户核实数为准。");
        await clerk.PressAsync("保存");
        await clerk.SeeAsync("计划已保存。");
        await clerk.SeeAsync("差异说明：以入户核实数为准。");
        await clerk.PressAsync("报审");
        await clerk.SeeAsync("计划已报审。");
        await clerk.SeeNoLinkAsync("修改计划");

        var leader = await SignedInAsync("leader@linqu", javaScript);
        await leader.FollowAsync($"{year}年改造计划已报审，等待您印发或退回。");
        await leader.PressAsync("印发");
        await leader.SeeAsync("计划已印发。");
        await leader.SeeNoButtonAsync("印发");

        var pdf = await Papers.PdfTextAsync(await leader.DownloadAsync("导出 PDF"));
        Assert.Contains(estate, pdf, StringComparison.Ordinal);
        Assert.Contains("52", pdf, StringComparison.Ordinal);
        Assert.Contains(estate, await Papers.SheetTextAsync(await leader.DownloadAsync("导出 Excel")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_ReturnedWithoutAReason_StaysAndSaysWhy()
    {
        var clerk = await SignedInAsync("bureau@linqu");
        await clerk.RegisterEstateAsync("退回旅程小区");
        await clerk.CreatePlanAsync("2033", "退回旅程小区");
        await clerk.StateConsentAsync("退回旅程小区");
        await clerk.PressAsync("报审");
        var leader = await SignedInAsync("leader@linqu");
        await leader.OpenPlanAsync("2033年");

        await leader.PressAsync("退回");
        await leader.SeeAsync("请填写退回的理由。");
        await leader.FillAsync("意见（退回时必填）", "户数请再核对。");
        await leader.PressAsync("退回");
        await leader.SeeAsync("计划已退回。");

        await clerk.ChooseAsync("工作台");
        await clerk.FollowAsync("2033年改造计划被退回，请修改后重新报审。");
        await clerk.SeeAsync("“户数请再核对。”");
    }

    [Fact]
    public async Task Revision_ThatMissesTheTarget_IsSubmittedOnlyWithANote()
    {
        var clerk = await SignedInAsync("bureau@ruicheng");
        await clerk.OpenPlanAsync("2024年");
        await clerk.PressAsync("另编调整稿");
        await clerk.FollowAsync("修改计划");
        await clerk.TickAsync("移出 工业局东楼");
        await clerk.PressAsync("保存");
        await clerk.SeeAsync("合计与文件的任务目标不一致，请先填写差异说明。");
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "报审" })).ToBeDisabledAsync();

        await clerk.FollowAsync("修改计划");
        await clerk.FillAsync("差异说明", "该楼拟拆除新建，移出计划。");
        await clerk.PressAsync("保存");
        await clerk.PressAsync("报审");
        await clerk.SeeAsync("计划已报审。");
    }

    [Fact]
    public async Task Plan_Printed_IsTheTableAlone()
    {
        var clerk = await SignedInAsync("bureau@linqu");
        await clerk.OpenPlanAsync("2024年");
        await clerk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" })).ToBeHiddenAsync();
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Link, new() { Name = "导出 PDF" })).ToBeHiddenAsync();

        var file = Path.Combine(Repository.Screenshots, "plan-printed.pdf");
        await clerk.Page.PdfAsync(new() { Path = file, Format = "A4" });

        Assert.Contains("财政局家属院", await Papers.PdfTextAsync(file), StringComparison.Ordinal);
    }
}
