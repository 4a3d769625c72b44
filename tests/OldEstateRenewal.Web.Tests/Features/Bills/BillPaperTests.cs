using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Bills;

/// <summary>Bills on paper, as lists, and as the picture of a building.</summary>
public sealed class BillPaperTests(PortalFixture fixture)
{
    [Fact]
    public async Task Papers_OfABuilding_NameTheOwnerTheLastSaysWhatIsPaid()
    {
        var stage = await BillStage.MakeAsync(fixture);
        var building = await stage.County.HouseAsync(stage.Estate, "1号楼", 1, new Flat("101", 1, 60m, Owner: "张三丰"), new Flat("201", 2, 60m), new Flat("301", 3, 60m));
        await stage.County.HouseAsync(stage.Estate, "2号楼", 2, new Flat("109", 1, 60m, Owner: "李四光"));
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 100m), new SharedLine("屋面防水", 100m, 10m) { Building = building });
        var run = await stage.DraftAsync();
        Assert.Contains("试算稿，尚未出账，不作缴款依据", await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"/bills/{await stage.BillAsync(run, 1)}/paper.pdf")), StringComparison.Ordinal);
        await stage.IssueAsync(run);
        await stage.County.PaidAsync(stage.Estate, await stage.DwellingAsync("101"), 20m);

        var text = await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"/bill-runs/{run}/papers.pdf?building={building}"));

        foreach (var words in new[] { "甲小区改造分户账单", "1号楼 1单元 101", "张三丰", "10.00 元 × 本户 60 ㎡ ÷ 全部 180 ㎡ = 3.3333 元，取整到分为 3.34 元", "20.00 元", "8.34 元", "缴款期限：2026年12月31日", "农行 甲县支行 账号 0001" }) Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("李四光", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Count(letter => letter == '\f'));
        Assert.Contains("李四光", await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"/bill-runs/{run}/papers.pdf")), StringComparison.Ordinal);
        Assert.Equal(3, await stage.AskAsync<long>("select count(*) from portal.audit_entries where kind = 'HouseholdsExported'"));
    }

    [Fact]
    public async Task List_AsSheetAndPaper_MasksOwnersAndAddsUp()
    {
        var stage = await BillStage.MakeAsync(fixture);
        var building = await stage.County.HouseAsync(stage.Estate, "1号楼", 1, new Flat("101", 1, 60m, Owner: "张三丰"), new Flat("201", 2, 60m), new Flat("301", 3, 60m));
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 100m));
        var run = await stage.IssuedAsync();
        await stage.County.PaidAsync(stage.Estate, await stage.DwellingAsync("101"), 33.34m);
        await stage.County.PaidAsync(stage.Estate, await stage.DwellingAsync("201"), 3.33m);

        var rows = Papers.SheetRows(await stage.Clerk.DownloadAsync($"/bill-runs/{run}/list.xlsx"));
        Assert.Contains(rows, row => row.Contains("张*") && row.Contains("33.34") && row.Contains("已缴清"));
        Assert.Contains(rows, row => row[0] == "合计" && row.Contains("100") && row.Contains("63.33"));
        var paper = await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"/bill-runs/{run}/list.pdf"));
        Assert.Contains("部分缴", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("张三丰", paper, StringComparison.Ordinal);

        var list = await stage.Clerk.GetAsync($"/bill-runs/{run}/bills?standing=Unpaid");
        Assert.Single(list.Rows());
        Assert.Contains("1号楼 1单元 301", list.Rows()[0][1], StringComparison.Ordinal);
        var grid = await stage.Clerk.GetAsync($"/bill-runs/{run}/buildings/{building}");
        Assert.Contains("部分缴 欠 30.00", grid.Text, StringComparison.Ordinal);
        Assert.Contains($"/estates/{stage.Estate}/payments?dwelling={await stage.DwellingAsync("301")}", grid.Html, StringComparison.Ordinal);
        var overview = (await stage.Clerk.GetAsync($"/projects/{stage.Project}/bills")).Text;
        Assert.Contains("已缴 36.67 元", overview, StringComparison.Ordinal);
        Assert.Contains("尚欠 63.33 元", overview, StringComparison.Ordinal);
    }
}
