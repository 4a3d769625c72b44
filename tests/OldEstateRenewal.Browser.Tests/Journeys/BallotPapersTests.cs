using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys;

/// <summary>From the printed pack back to the owner: sheets by scanner and keyboard, the receipt on a telephone.</summary>
public sealed partial class BallotPapersTests(Stage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task Sheets_ByScannerAndKeyboard_AreEnteredAndTheReceiptShowsIt()
    {
        var visit = await SignedInAsync("bureau@donge");
        await OpenBallotAsync(visit, "用纸旅程征询");
        await visit.FollowAsync("票样、确认表、名册（PDF）");
        var text = await Papers.PdfTextAsync(await visit.DownloadAsync("1号楼 票样 PDF"));
        var (sheets, receipts) = (Sheet().Matches(text).Select(match => match.Value.Replace(" ", "", StringComparison.Ordinal)).Distinct().ToList(), Receipt().Matches(text).Select(match => match.Value.Trim()).ToList());
        await visit.FollowAsync("用纸旅程征询");
        await visit.FollowAsync("按票号录入");
        var (keyboard, code) = (visit.Page.Keyboard, visit.Page.GetByLabel("票号", new() { Exact = true }));

        await Assertions.Expect(code).ToBeFocusedAsync();
        await keyboard.TypeAsync(sheets[0][..^1] + (char)('0' + (sheets[0][^1] - '0' + 1) % 10));
        await keyboard.PressAsync("Enter");
        await visit.SeeAsync("票号有误，请核对票面。");
        foreach (var sheet in sheets.Take(3))
        {
            await Assertions.Expect(code).ToBeFocusedAsync();
            await keyboard.TypeAsync(sheet);
            await keyboard.PressAsync("Enter");
            await keyboard.PressAsync(sheet == sheets[1] ? "2" : "1");
            await keyboard.PressAsync("Enter");
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Cell, new() { Name = sheet, Exact = true })).ToBeVisibleAsync();
        }

        var owner = await VisitAsync(javaScript: false, width: 360);
        await owner.GoAsync("/receipts?county=donge");
        await owner.FillAsync("回执码（必填）", receipts[1]);
        await owner.PressAsync("查询");
        await owner.SeeAsync("不同意（书面");
        await owner.SeeAsync("已计入");
    }

    private static async Task OpenBallotAsync(Visit visit, string name)
    {
        await visit.OpenEstateAsync("演示八号小区");
        await visit.GoAsync(new Uri(visit.Page.Url).AbsolutePath + "/ballots/new");
        await visit.FillAsync("名称（必填）", name);
        await visit.FillAsync("交付表决的内容（必填）", "更换供水立管。");
        await visit.FillAsync("截止日期（必填）", "2099-12-31");
        await visit.Page.Locator("input[value='riser-works/riser-works']").CheckAsync();
        await visit.PressAsync("保存");
        await visit.PressAsync("名册已核对");
        await visit.SeeAsync("已记录：名册已核对。");
        await visit.FillAsync("公示地点、时间", "公告栏");
        await visit.PressAsync("公示名册");
        await visit.PressAsync("开始");
        await visit.SeeAsync("已开始。内容、规则、名册已固定。");
    }

    [GeneratedRegex(@"(?<=票号 )\d{4} \d{4}")]
    private static partial Regex Sheet();

    [GeneratedRegex(@"(?<=回执码 +)([0-9A-Z]{4} ){6}[0-9A-Z]{2}\b")]
    private static partial Regex Receipt();
}
