using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys;

/// <summary>From an empty building to a printed 楼盘表.</summary>
public sealed class BuildingsTests(Stage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task Building_DwellingsByPatternAreasByKeyboard_ArePrinted()
    {
        var visit = await SignedInAsync("bureau@donge");
        await RegisterAsync(visit, "楼盘旅程小区");
        var keyboard = visit.Page.Keyboard;

        await visit.FollowAsync("录入、更正");
        await visit.Page.GetByLabel("1单元 201 登记面积（㎡）", new() { Exact = true }).FocusAsync();
        foreach (var area in (string[])["85.51", "85.52", "72.53", "72.54"])
        {
            await keyboard.PressAsync("Control+A");
            await keyboard.TypeAsync(area);
            await keyboard.PressAsync("Enter");
        }

        await Assertions.Expect(visit.Page.GetByLabel("1单元 102 登记面积（㎡）", new() { Exact = true })).ToHaveValueAsync("72.54");
        await keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(visit.Page.GetByLabel("1单元 202 登记面积（㎡）", new() { Exact = true })).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(visit.Page.GetByLabel("1单元 201 登记面积（㎡）", new() { Exact = true })).ToBeFocusedAsync();
        await visit.PressAsync("保存");
        await visit.SeeAsync("已保存 4 处改动。");

        var text = await Papers.PdfTextAsync(await visit.DownloadAsync("楼盘表 PDF"));
        foreach (var printed in (string[])["楼盘旅程小区 1号楼 楼盘表", "1单元", "2单元", "201", "85.51", "85.52", "72.53", "72.54", "共 8 套"]) Assert.Contains(printed, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grid_OnATelephoneWithoutScript_IsTypedAndSaved()
    {
        var visit = await SignedInAsync("bureau@donge", javaScript: false, width: 360);
        await RegisterAsync(visit, "手机楼盘小区");

        await visit.FollowAsync("录入、更正");
        await visit.FillAsync("2单元 102 登记面积（㎡）", "66.6");
        await visit.PressAsync("保存");

        await visit.SeeAsync("已保存 1 处改动。");
        await visit.SeeAsync("66.6 ㎡");
    }

    private static async Task RegisterAsync(Visit visit, string estate)
    {
        await visit.RegisterEstateAsync(estate, "演示街道甲");
        await visit.FollowAsync("登记楼栋");
        await visit.FillAsync("楼栋名称（必填）", "1号楼");
        await visit.PressAsync("保存");
        await visit.FollowAsync("批量登记");
        await visit.FillAsync("单元到", "2");
        await visit.FillAsync("楼层到", "2");
        await visit.PressAsync("预览");
        await visit.SeeAsync("将登记 8 户");
        await visit.PressAsync("登记这 8 户");
        await visit.SeeAsync("已登记 8 户。");
    }
}
