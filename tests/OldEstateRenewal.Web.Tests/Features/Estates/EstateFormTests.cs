using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Estates;

public sealed class EstateFormTests(PortalFixture fixture)
{
    [Fact]
    public async Task Add_Everything_IsShownAsTyped()
    {
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();

        var page = await (await clerk.GetAsync("/estates/new")).Fill("小区名称", "红旗小区").Choose("所属街道（乡镇）", "城关街道").Fill("坐落", "民主路 5 号").Fill("建成年份", "1997、1995年")
            .Fill("楼栋数（栋）", "3").Fill("户数（户）", "96").Fill("建筑面积（㎡）", "7180.5").Choose("土地性质", "国有土地").Choose("所在区域", "县城").Fill("备注", "有两栋住改商").PressAsync("保存");

        Assert.Equal("已登记红旗小区。", page.Notice);
        Assert.Equal("红旗小区", page.Heading);
        foreach (var shown in new[] { "城关街道", "民主路 5 号", "1995、1997", "3 栋", "96 户", "7180.5", "国有土地", "县城", "有两栋住改商" }) Assert.Contains(shown, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("小区名称", "", "请填写小区名称。")]
    [InlineData("小区名称", "   ", "请填写小区名称。")]
    [InlineData("楼栋数（栋）", "-1", "楼栋数应为 0 至 100000 的整数。")]
    [InlineData("楼栋数（栋）", "两栋", "“两栋”不是有效的值。")]
    [InlineData("户数（户）", "1.5", "“1.5”不是有效的值。")]
    [InlineData("户数（户）", "99999999999", "“99999999999”不是有效的值。")]
    [InlineData("户数（户）", "100001", "户数应为 0 至 100000 的整数。")]
    [InlineData("建筑面积（㎡）", "-0.01", "建筑面积不能为负数。")]
    [InlineData("建筑面积（㎡）", "100.123", "建筑面积最多两位小数。")]
    [InlineData("建筑面积（㎡）", "一万", "“一万”不是有效的值。")]
    [InlineData("建筑面积（㎡）", "100000000.01", "建筑面积过大，请检查单位是否为㎡。")]
    [InlineData("建成年份", "1899", "建成年份应为 1900 至 2100 的年份，多个年份用顿号分开，如 1995、1997。")]
    [InlineData("建成年份", "1995、95", "建成年份应为 1900 至 2100 的年份，多个年份用顿号分开，如 1995、1997。")]
    [InlineData("建成年份", "二〇〇〇", "建成年份应为 1900 至 2100 的年份，多个年份用顿号分开，如 1995、1997。")]
    public async Task Add_WrongField_TellsWhyBesideItAndKeepsEverythingTyped(string field, string value, string message)
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync("/estates/new")).Fill("小区名称", "红旗小区").Fill("坐落", "民主路 5 号").Choose("所属街道（乡镇）", "东城街道").Choose("土地性质", "集体土地").Fill("备注", "备注在此").Fill(field, value).PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal(message, page.Wrong(field));
        Assert.Equal(value, page.Value(field));
        Assert.Equal("民主路 5 号", page.Value("坐落"));
        Assert.Equal("东城街道", page.Value("所属街道（乡镇）"));
        Assert.Equal("集体土地", page.Value("土地性质"));
        Assert.Equal("备注在此", page.Value("备注"));
        Assert.Empty((await clerk.GetAsync("/estates")).Rows());
    }

    [Theory]
    [InlineData("小区名称", "小区名称不超过 100 字。")]
    [InlineData("坐落", "坐落不超过 200 字。")]
    [InlineData("备注", "备注不超过 1000 字。")]
    [InlineData("建成年份", "建成年份不超过 200 字。")]
    public async Task Add_TenThousandCharacters_AreRefusedAndKept(string field, string message)
    {
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();
        var text = string.Concat(Enumerable.Repeat("长文字", 3334));

        var page = await (await clerk.GetAsync("/estates/new")).Fill("小区名称", "红旗小区").Fill(field, text).PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal(message, page.Wrong(field));
        Assert.Equal(text, page.Value(field));
    }

    [Fact]
    public async Task Add_NameTaken_IsRefusedBesideTheName()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区");
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync("/estates/new")).Fill("小区名称", " 红旗小区 ").Fill("坐落", "民主路").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal("台账中已有同名小区。", page.Wrong("小区名称"));
        Assert.Equal("民主路", page.Value("坐落"));
    }

    [Fact]
    public async Task Add_NameTakenInAnotherCounty_IsSaved()
    {
        await (await fixture.CountyAsync()).EstateAsync("红旗小区");
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();

        Assert.Equal("已登记红旗小区。", (await (await clerk.GetAsync("/estates/new")).Fill("小区名称", "红旗小区").PressAsync("保存")).Notice);
    }

    [Fact]
    public async Task Edit_NameTaken_IsRefusedAndSecondTryGoesThrough()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区");
        var id = await county.EstateAsync("东风小区");
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync($"/estates/{id}/edit")).Fill("小区名称", "红旗小区").Fill("户数（户）", "77").PressAsync("保存");

        Assert.Equal("台账中已有同名小区。", page.Wrong("小区名称"));
        Assert.Equal("77", page.Value("户数（户）"));
        Assert.Equal("已保存东风二村。", (await page.Fill("小区名称", "东风二村").PressAsync("保存")).Notice);
    }

    [Fact]
    public async Task Edit_SavedBySomeoneElseMeanwhile_ShowsBothValuesAndTheSecondSaveWins()
    {
        var county = await fixture.CountyAsync();
        var id = await county.EstateAsync("红旗小区");
        var (first, second) = (await county.ClerkAsync(), await county.ClerkAsync());
        var open = await first.GetAsync($"/estates/{id}/edit");
        await (await second.GetAsync($"/estates/{id}/edit")).Fill("户数（户）", "60").Fill("坐落", "新址").PressAsync("保存");

        var page = await open.Fill("户数（户）", "55").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains("他人已修改", page.Problem, StringComparison.Ordinal);
        Assert.Equal("55", page.Value("户数（户）"));
        Assert.Contains("现值：60", page.Beside("户数（户）"), StringComparison.Ordinal);
        Assert.Contains("现值：新址", page.Beside("坐落"), StringComparison.Ordinal);
        Assert.Contains("60 户", (await second.GetAsync($"/estates/{id}")).Text, StringComparison.Ordinal);

        var saved = await page.PressAsync("保存");

        Assert.Equal("已保存红旗小区。", saved.Notice);
        Assert.Contains("55 户", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_FactsChangedBySomeoneElseMeanwhile_IsNoticedToo()
    {
        var county = await fixture.CountyAsync();
        var id = await county.EstateAsync("红旗小区");
        var (first, second) = (await county.ClerkAsync(), await county.ClerkAsync());
        var open = await first.GetAsync($"/estates/{id}/edit");
        var question = open.Document.QuerySelector("legend")!.TextContent;
        await (await second.GetAsync($"/estates/{id}/edit")).Answer(question, "是").PressAsync("保存");

        Assert.Contains("他人已修改", (await open.Answer(question, "否").PressAsync("保存")).Problem, StringComparison.Ordinal);
    }
}
