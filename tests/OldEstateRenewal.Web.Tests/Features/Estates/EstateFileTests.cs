using System.IO.Compression;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Estates;

public sealed class EstateFileTests(PortalFixture fixture)
{
    [Fact]
    public async Task Registry_Filtered_IsWhatThePageShowsWithFilterTimeAndWho()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道", 1995, 3, 48, 4000.5m);
        await county.EstateAsync("红星小区", "东城街道", 1998);
        await county.EstateAsync("蓝天小区", "城关街道");
        var clerk = await county.ClerkAsync();
        var address = $"?q=红&street={county.Street("城关街道")}";

        var rows = Papers.SheetRows(await clerk.DownloadAsync("/estates/list.xlsx" + address));

        Assert.Equal("红旗小区", Assert.Single((await clerk.GetAsync("/estates" + address)).Rows())[0]);
        Assert.StartsWith(county.Tenant.Name + "老旧小区台账", rows[0][0], StringComparison.Ordinal);
        Assert.Equal("（名称或坐落含“红”；城关街道）", rows[1][0]);
        Assert.Equal(["1", "红旗小区", "城关街道", "", "", "1995", "3", "48", "4000.5"], rows[3][..9]);
        Assert.Equal(["合计", "", "", "", "", "", "3", "48", "4000.5"], rows[4][..9]);
        Assert.Contains(rows, row => row[0].Contains($"导出人：{clerk.Person!.DisplayName}", StringComparison.Ordinal));
        Assert.Contains(rows, row => row[0].Contains("制表时间：2026年11月21日 10:00", StringComparison.Ordinal));
        Assert.Equal(3, Papers.SheetRows(await clerk.DownloadAsync("/estates/list.xlsx")).Count(row => row[1].EndsWith("小区", StringComparison.Ordinal)));
        Assert.Contains("红旗小区", await Papers.PdfTextAsync(await clerk.DownloadAsync("/estates/list.pdf" + address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Households_OfOneEstate_AreMaskedAndOnlyForThoseAllowed()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        var bytes = await (await county.ClerkAsync()).DownloadAsync($"/estates/{filled.Estate}/dwellings.xlsx");

        var row = Assert.Single(Papers.SheetRows(bytes), row => row[1] == "金丝雀小区");
        Assert.Equal(["1", "金丝雀小区", "1号楼", "1", "2", "201", "住宅", "81.25", "", "", "", "金*"], row);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries) Assert.DoesNotContain("金丝雀业主", await new StreamReader(entry.Open()).ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(403, (await (await county.ClerkAsync(Role.Leader)).GetAsync("/estates/dwellings.xlsx")).Status);
        Assert.Equal(404, (await (await county.ClerkAsync(Role.Street, "东城街道")).GetAsync($"/estates/{filled.Estate}/dwellings.xlsx")).Status);
        Assert.DoesNotContain(Papers.SheetRows(await (await county.ClerkAsync(Role.Street, "东城街道")).DownloadAsync("/estates/dwellings.xlsx")), cells => cells.Contains("金丝雀小区"));
    }

    [Fact]
    public async Task Buildings_OfOneAndOfAll_AreListed()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        var other = await county.EstateAsync("乙小区");
        await county.BuildingAsync(other);
        var clerk = await county.ClerkAsync();

        Assert.Equal(["1", "金丝雀小区", "城关街道", "1号楼", "1995", "6", "2", "", "1500"], Assert.Single(Papers.SheetRows(await clerk.DownloadAsync($"/estates/{filled.Estate}/buildings.xlsx")), row => row[1] == "金丝雀小区")[..9]);
        Assert.Equal(2, Papers.SheetRows(await clerk.DownloadAsync("/estates/buildings.xlsx")).Count(row => row[3] == "1号楼"));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(1)")]
    public async Task Names_ThatLookLikeFormulas_StayText(string name)
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        await (await clerk.GetAsync("/estates/new")).Fill("小区名称", name).PressAsync("保存");

        var bytes = await clerk.DownloadAsync("/estates/list.xlsx");

        Assert.Contains(Papers.SheetRows(bytes), row => row[1] == name);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var sheet = await new StreamReader(zip.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open()).ReadToEndAsync();
        Assert.Matches("t=\"inlineStr\"><(x:)?is><(x:)?t[^>]*>" + System.Text.RegularExpressions.Regex.Escape(System.Net.WebUtility.HtmlEncode(name).Replace("&quot;", "\"", StringComparison.Ordinal)), sheet);
        Assert.DoesNotMatch("<(x:)?f>[^<]*(HYPERLINK|1\\+1|2\\+3|@SUM)", sheet);
    }
}
