using OldEstateRenewal.Web.Tests.Features.Imports;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Buildings;

public sealed class DwellingTests(PortalFixture fixture)
{
    [Fact]
    public async Task Create_Dwelling_IsShownWithTheAreaThatCounts()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync();
        var form = await (await county.ClerkAsync()).GetAsync($"/buildings/{building}/dwellings/new");

        var page = await form.Fill("单元", "0").Fill("楼层", "-1").Fill("室号", "B-7").Choose("种类", "车位、摊位").Fill("测绘面积（㎡）", "12.50").Fill("合同面积（㎡）", "13").PressAsync("保存");

        Assert.Equal("已登记 B-7。", page.Notice);
        Assert.Contains("12.5 ㎡（测绘）", page.Text, StringComparison.Ordinal);
        Assert.Contains("单元外 地下1层", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("室号", "", "请填写室号。")]
    [InlineData("室号", "101", "此单元已有同一室号。")]
    [InlineData("楼层", "0", "没有 0 层：地上从 1 起，地下从 -1 起。")]
    [InlineData("单元", "100", "单元应为 0 至 99；0 是不属单元的，如沿街商铺。")]
    [InlineData("占几户的位置", "0", "应为 1 至 20；两户打通为 2。")]
    [InlineData("登记面积（㎡）", "0", "面积应大于 0，不超过 100000，最多两位小数。")]
    [InlineData("登记面积（㎡）", "80.123", "面积应大于 0，不超过 100000，最多两位小数。")]
    public async Task Create_WrongValue_IsRefusedBesideTheField(string field, string value, string message)
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101"));

        var page = await (await (await county.ClerkAsync()).GetAsync($"/buildings/{building}/dwellings/new")).Fill("室号", "102").Fill("备注", "留着").Fill(field, value).PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal(message, page.Wrong(field));
        Assert.Equal("留着", page.Value("备注"));
    }

    [Fact]
    public async Task Create_RoomWrittenAnotherWay_IsTheDwellingOfTheFile()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync();
        var clerk = await county.ClerkAsync();
        var form = await clerk.GetAsync($"/buildings/{building}/dwellings/new");

        Assert.Equal("已登记 1单元 201。", (await form.Fill("楼层", "2").Fill("室号", "２０１室").PressAsync("保存")).Notice);
        Assert.Equal("已登记 1单元 202。", (await form.Fill("楼层", "2").Fill("室号", "02").PressAsync("保存")).Notice);
        Assert.Equal("此单元已有同一室号。", (await form.Fill("楼层", "2").Fill("室号", "1单元201").PressAsync("保存")).Wrong("室号"));
        var file = await clerk.ImportAsync("Dwellings", "小区名称,楼栋,单元,楼层,室号\n红旗小区,1号楼,1,2,201\n红旗小区,1号楼,1,2,02\n");

        Assert.Equal(["相同", "相同"], file.Lines().Select(line => line[2]));
    }

    [Theory]
    [InlineData("2单元201", "室号里是 2 单元，单元栏是 1，不一致。")]
    [InlineData("3号楼1单元201", "室号里的楼栋与本楼“1号楼”不一致，请只填室号，如 201。")]
    public async Task Create_RoomOfAnotherPlace_IsRefusedBesideTheField(string room, string message)
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync();

        var page = await (await (await county.ClerkAsync()).GetAsync($"/buildings/{building}/dwellings/new")).Fill("室号", room).PressAsync("保存");

        Assert.Equal(message, page.Wrong("室号"));
        Assert.Equal(room, page.Value("室号"));
    }

    [Fact]
    public async Task Edit_OtherFieldsOfARoomWrittenAnotherWay_LeavesTheRoom()
    {
        var county = await fixture.CountyAsync();
        await county.WithAsync(new Home("201室"));
        var id = await county.DwellingAsync("201室");

        await (await (await county.ClerkAsync()).GetAsync($"/dwellings/{id}/edit")).Fill("备注", "临街").PressAsync("保存");

        Assert.Equal("201室 临街", await county.AskAsync("select room || ' ' || remark from portal.dwellings"));
    }

    [Fact]
    public async Task Edit_Stale_KeepsWhatWasTypedAndShowsWhatIsThere()
    {
        var county = await fixture.CountyAsync();
        await county.WithAsync(new Home("101"));
        var id = await county.DwellingAsync("101");
        var (one, two) = (await (await county.ClerkAsync()).GetAsync($"/dwellings/{id}/edit"), await (await county.ClerkAsync()).GetAsync($"/dwellings/{id}/edit"));
        await one.Fill("登记面积（㎡）", "90").PressAsync("保存");

        var page = await two.Fill("登记面积（㎡）", "70").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal("70", page.Value("登记面积（㎡）"));
        Assert.Contains("现值：90", page.Beside("登记面积（㎡）"), StringComparison.Ordinal);
        Assert.Equal("已保存 1单元 101。", (await page.PressAsync("保存")).Notice);
        Assert.Equal("70.00", await county.AskAsync("select registered_area::text from portal.dwellings"));
    }

    [Fact]
    public async Task Removal_ForAReason_LeavesTheSheetAndCanBeUndone()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101", Owners: ["王甲"]), new Home("102"));
        var (clerk, id) = (await county.ClerkAsync(), await county.DwellingAsync("101"));
        var dwelling = await clerk.GetAsync($"/dwellings/{id}");

        var refused = await dwelling.Fill("注销日期", "2026-11-22").PressAsync("注销");
        Assert.Equal(422, refused.Status);
        Assert.Equal("注销日期不能晚于今天。", refused.Wrong("注销日期"));
        Assert.Equal("请写明注销原因，如两户打通、拆除、重复登记。", refused.Wrong("注销原因"));
        var removed = await refused.Fill("注销日期", "2026-11-20").Fill("注销原因", "与 102 打通").PressAsync("注销");

        Assert.Contains("已于 2026-11-20 注销", removed.Text, StringComparison.Ordinal);
        var sheet = await clerk.GetAsync($"/buildings/{building}");
        Assert.False(sheet.HasLink("101"));
        Assert.Contains("另有已注销 1 套", sheet.Text, StringComparison.Ordinal);
        Assert.Equal("""与 102 打通 {"RemovedOn":[null,"2026-11-20"]}""", await county.AskAsync("select remark || ' ' || changes from portal.audit_entries where kind = 'DwellingRemoved'"));
        Assert.Equal("已恢复此户。", (await removed.PressAsync("恢复此户")).Notice);
        Assert.True((await clerk.GetAsync($"/buildings/{building}")).HasLink("101"));
    }

    [Fact]
    public async Task Restore_RoomTakenMeanwhile_IsRefused()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101"));
        var (clerk, id) = (await county.ClerkAsync(), await county.DwellingAsync("101"));
        var removed = await (await clerk.GetAsync($"/dwellings/{id}")).Fill("注销日期", "2026-11-20").Fill("注销原因", "重复").PressAsync("注销");
        await county.HomesAsync(building, new Home("101"));

        var page = await removed.PressAsync("恢复此户");

        Assert.Equal(422, page.Status);
        Assert.Contains("此单元已另有同一室号的户", page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_Sheet_MasksOwnersAndSurveyNamesThem()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101", 80.25m, Owners: ["王小甲"]) { Position = 1, Span = 2 }, new Home("201", 79, Owners: ["李小乙"]) { Storey = 2, Position = 1 }, new Home("202", 78) { Storey = 2, Position = 2 }, new Home("商1", 50, "Shop") { Entrance = 0 });
        var clerk = await county.ClerkAsync();

        var sheet = await Papers.PdfTextAsync(await clerk.DownloadAsync($"/buildings/{building}/sheet.pdf"));
        var survey = await Papers.PdfTextAsync(await clerk.DownloadAsync($"/buildings/{building}/survey.pdf"));
        var rows = Papers.SheetRows(await clerk.DownloadAsync($"/buildings/{building}/sheet.xlsx"));

        foreach (var text in new[] { "红旗小区 1号楼 楼盘表", "共 4 套，287.25 平方米", "1单元", "单元外", "王*", "80.25", "商1（商铺）" }) Assert.Contains(text, sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("小甲", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("打通", sheet + survey, StringComparison.Ordinal);
        foreach (var text in new[] { "入户调查表", "业主：王小甲", "电话：", "签字：" }) Assert.Contains(text, survey, StringComparison.Ordinal);
        Assert.Contains("□", survey, StringComparison.Ordinal);
        Assert.Contains(rows, row => row[0] == "2层" && row[1].Contains("201", StringComparison.Ordinal) && row[2].Contains("202", StringComparison.Ordinal));
    }
}
