using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Browser.Tests.Journeys;

/// <summary>From the spreadsheet on a clerk's desk to a printed 楼盘表.</summary>
public sealed class ImportTests(Stage stage) : BrowserTest(stage)
{
    private const string Estate = "导入旅程小区";

    [Fact]
    public async Task Workbook_WithAMistake_IsCorrectedCommittedFoundAndPrinted()
    {
        var visit = await SignedInAsync("bureau@donge");
        await visit.RegisterEstateAsync(Estate, "演示街道甲");
        await visit.UploadAsync("房屋与业主", "住户清单.xlsx", Workbook());

        await visit.SeeAsync("表头在第");
        await visit.SeeAsync("相差");
        await visit.SeeAsync("很大");
        await Assertions.Expect(visit.Page.Locator("table.rows")).ToContainTextAsync("不能导入");
        await visit.Page.GetByLabel("更正为").First.FillAsync("81.55");
        await visit.PressAsync("保存更正和处理，重新核对");
        await Assertions.Expect(visit.Page.GetByText("已作更正 1 处")).ToBeVisibleAsync(Long);
        await visit.SeeAsync("登记面积 641.55");
        await Assertions.Expect(visit.Page.Locator("table.rows")).Not.ToContainTextAsync("不能导入");

        await visit.PressAsync("确认导入：新增 8 行，修改 0 行");
        await Assertions.Expect(visit.Page.Locator(".head .tag")).ToHaveTextAsync("已导入", new() { Timeout = 60_000 });

        await FindAsync(visit, $"{Estate} 2-1-202", $"{Estate} 2号楼 1单元202");
        await visit.SeeHeadingAsync("2号楼 楼盘表");
        await FindAsync(visit, "辰旅程", "辰*");
        await visit.SeeHeadingAsync("1号楼 楼盘表");
        await visit.SeeAsync("81.55 ㎡");
        var text = await Papers.PdfTextAsync(await visit.DownloadAsync("楼盘表 PDF"));
        foreach (var printed in (string[])[$"{Estate} 1号楼 楼盘表", "101", "202", "81.55", "共 4 套"]) Assert.Contains(printed, text, StringComparison.Ordinal);
        Assert.DoesNotContain("辰旅程", text, StringComparison.Ordinal);
    }

    private static LocatorAssertionsToBeVisibleOptions Long => new() { Timeout = 60_000 };

    private static async Task FindAsync(Visit visit, string words, string hit)
    {
        await visit.Page.GetByLabel("搜索小区台账").FillAsync(words);
        await visit.Page.GetByLabel("搜索小区台账").PressAsync("Enter");
        await visit.SeeHeadingAsync("搜索");
        await visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = hit, Exact = true }).First.ClickAsync();
    }

    /// <summary>Two buildings of four dwellings each, an area that is none, and the file's own total.</summary>
    private static byte[] Workbook()
    {
        Row[] rows = [.. new[] { "1号楼", "2号楼" }.SelectMany(building => new[] { "101", "102", "201", "202" }.Select(room => (building, room)))
            .Select((flat, index) => new Row(flat.building, flat.room, index == 3 ? "很大" : "80", $"{"子丑寅辰巳午未申"[index]}旅程"))];
        var report = new TableReport<Row>(
            [new("小区名称", 20, row => row.Building == "" ? "合计" : Estate), new("楼号", 10, row => row.Building), new("单元", 8, row => row.Building == "" ? "" : "1"), new("房号", 8, row => row.Room), new("建筑面积", 12, row => row.Area), new("业主姓名", 12, row => row.Owner)],
            [.. rows, new Row("", "", "640", "")])
        { Title = "住户清单", MadeAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)) };
        using var file = new MemoryStream();
        SpreadsheetTableWriter.Write(report, file);
        return file.ToArray();
    }

    private sealed record Row(string Building, string Room, string Area, string Owner);
}
