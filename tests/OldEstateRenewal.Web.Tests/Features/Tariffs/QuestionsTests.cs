using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Tariffs;

/// <summary>What a resident may ask without an account.</summary>
public sealed class QuestionsTests(PortalFixture fixture)
{
    /// <summary>聊城 问答12: each tier's price for the volume within it.</summary>
    [Theory]
    [InlineData("144", "478.08")]
    [InlineData("240", "886.08")]
    [InlineData("300", "1307.28")]
    [InlineData("0", "0.00")]
    public async Task Index_Volume_IsPricedByTier(string volume, string yuan)
    {
        var page = await OpenAsync($"?volume={volume}");

        Assert.Contains($"全年水费 {yuan} 元", page.Text, StringComparison.Ordinal);
        Assert.Contains("问答12", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.234")]
    [InlineData("999999999999")]
    public async Task Index_WrongVolume_IsToldAndKept(string volume)
    {
        var page = await OpenAsync($"?volume={volume}");

        Assert.Equal(200, page.Status);
        Assert.Equal("请填写一年的用水量（㎥），0 至 100000，最多两位小数。", page.Wrong("一户一年用水量（㎥）"));
        Assert.Equal(volume, page.Value("一户一年用水量（㎥）"));
    }

    [Fact]
    public async Task Index_Questions_AreTheDocuments()
    {
        var page = await OpenAsync("");

        foreach (var said in new[] { "96568", "0635—8902679", "GB/T13663.2-2018", "原拆原建", "不会向“一户一表、计量出水”用户发放水卡" }) Assert.Contains(said, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_CountyWithoutTariff_SaysSo()
    {
        var county = await fixture.CountyAsync(chain: ["ruicheng", "yuncheng", "shanxi", "nation"]);

        Assert.Contains("本地文件没有列出问答和价格", (await Clerk.Anonymous(fixture.Portal).OpenAsync(county.Home + "/public/questions")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await Clerk.Anonymous(fixture.Portal).OpenAsync("/nowhere/public/questions")).Status);
    }

    private async Task<Page> OpenAsync(string query)
    {
        var county = await fixture.CountyAsync(chain: ["donge", "liaocheng", "shandong", "nation"]);
        return await Clerk.Anonymous(fixture.Portal).OpenAsync($"{county.Home}/public/questions{query}");
    }
}
