using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Plans;

public sealed class PaperTests(PortalFixture fixture)
{
    [Fact]
    public async Task Export_Draft_SaysThatItIsOneAndEqualsThePage()
    {
        var county = await fixture.CountyAsync();
        var plan = await county.PlanAsync(2027, await county.EstateAsync("甲小区", area: 3000.5m), await county.EstateAsync("乙小区", area: 12.34m));
        var clerk = await county.ClerkAsync();
        var rows = (await clerk.GetAsync($"/plans/{plan}")).Rows();

        var sheet = Papers.SheetRows(await clerk.DownloadAsync($"/plans/{plan}/document.xlsx"));
        var pdf = await Papers.PdfTextAsync(await clerk.DownloadAsync($"/plans/{plan}/document.pdf"));

        Assert.Equal(rows.Select(row => string.Join('|', row)), sheet.Where(row => row[0] is "1" or "2").Select(row => string.Join('|', row)));
        Assert.Contains("3012.84", pdf, StringComparison.Ordinal);
        Assert.Contains("编制中稿", pdf.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(sheet, row => row[0].Contains("未经印发", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_NameThatLooksLikeAFormula_IsText()
    {
        var county = await fixture.CountyAsync();
        var plan = await county.PlanAsync(2027, await county.EstateAsync("=1+1"));

        Assert.Contains(Papers.SheetRows(await (await county.ClerkAsync()).DownloadAsync($"/plans/{plan}/document.xlsx")), row => row.Contains("=1+1"));
    }
}
