using OldEstateRenewal.Browser.Tests.Pages;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys;

/// <summary>From a county's weekly sheet to the city's issued bulletin, by the persons who owe each step.</summary>
public sealed class SupervisionTests(Stage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task Dispatch_FromTheSheetToTheBulletin_IsReadByTheCounty()
    {
        await Stage.Portal.SeedAsync(SupervisionSeed.Sql);
        var monday = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)).AddDays(-7);
        monday = monday.AddDays(-(((int)monday.DayOfWeek + 6) % 7));
        var week = $"{monday:yyyy-MM-dd}";
        var clerk = await SignedInAsync("bureau@donge");
        foreach (var project in new[] { SupervisionSeed.Project, "演示二号小区改造" })
        {
            await clerk.GoAsync($"/donge/dispatch/{week}");
            await clerk.FollowAsync(project);
            if (project == SupervisionSeed.Project) await clerk.FillAsync("完成投资 上报数", "1888888.88");
            await clerk.PressAsync("报送");
            await clerk.SeeAsync("已报送");
        }

        var leader = await SignedInAsync("leader@donge");
        await leader.GoAsync($"/donge/dispatch/{week}");
        await leader.PressAsync("审定并锁定");
        await leader.SeeAsync("已审定锁定");

        var city = await SignedInAsync("city@liaocheng");
        await city.ChooseAsync("全市调度");
        await city.SeeAsync("东阿县");
        await city.FollowAsync("月通报");
        await city.FillAsync("月份（必填）", $"{monday.AddDays(6):yyyy-MM}");
        await city.FillAsync("计划年度（必填）", $"{DateTime.UtcNow.AddHours(8).Year}");
        await city.PressAsync("取数拟稿");
        await city.SeeAsync("1888888.88");
        await city.FillAsync("下一步要求", "各县（市、区）要抓紧开工。");
        await city.PressAsync("保存文字");
        await city.FillAsync("文号（必填）", "聊建发〔2026〕31号");
        await city.PressAsync("印发");
        await city.SeeAsync("已印发");
        Assert.Contains("1888888.88", await Papers.PdfTextAsync(await city.DownloadAsync("PDF")), StringComparison.Ordinal);

        await clerk.ChooseAsync("通报督办");
        await clerk.FollowAsync($"{monday.AddDays(6):yyyy年M月}通报");
        await clerk.SeeAsync("各县（市、区）要抓紧开工。");
        await clerk.PressAsync("签收");
        await clerk.SeeAsync("已签收");
        await city.Page.ReloadAsync();
        await city.SeeAsync("县住建局经办");
    }
}
