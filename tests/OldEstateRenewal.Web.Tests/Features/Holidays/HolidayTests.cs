using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Holidays;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Holidays;

public sealed class HolidayTests(PortalFixture fixture)
{
    private const string Festival = "春节：2月5日至11日放假调休，共7天。2月14日（星期日）上班。";

    [Fact]
    public async Task Show_YearOfTheNation_ShowsDaysMakeUpDaysAndSource()
    {
        var page = await (await (await fixture.CountyAsync()).ClerkAsync(Role.Street, "城关街道")).GetAsync("/holidays/2024");

        Assert.Equal("2024年节假日与工作日", page.Heading);
        Assert.Contains("国办发明电〔2023〕7号", page.Text, StringComparison.Ordinal);
        Assert.Equal(12, page.Document.QuerySelectorAll("table.month").Length);
        var february = page.Document.QuerySelectorAll("table.month")[1];
        Assert.Equal("10休,11休,12休,13休,14休,15休,16休,17休", string.Join(',', february.QuerySelectorAll(".off").Select(day => day.TextContent.Replace(" ", "", StringComparison.Ordinal))));
        Assert.Equal("4班,18班", string.Join(',', february.QuerySelectorAll(".worked").Select(day => day.TextContent.Replace(" ", "", StringComparison.Ordinal))));
        Assert.Contains("18 个工作日", february.TextContent, StringComparison.Ordinal);
        Assert.False(page.HasLink("更正这一年的安排"));
    }

    [Fact]
    public async Task Terms_OverSpringFestival_AreGivenInBothWaysAndMoved()
    {
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();

        var page = await (await clerk.GetAsync("/holidays")).Fill("起算日（当日不计入）", "2024-02-09").Fill("天数", "5").PressAsync("计算期限");

        Assert.Equal("2024年节假日与工作日", page.Heading);
        Assert.Contains("2024-02-22（星期四）", page.Notice, StringComparison.Ordinal);
        Assert.Contains("2024-02-14（星期三，春节放假）", page.Notice, StringComparison.Ordinal);
        Assert.Contains("2024-02-18（星期日，春节调休上班）", page.Notice, StringComparison.Ordinal);
        Assert.DoesNotContain("未录入", page.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_IntoAYearWithoutTable_SaySo()
    {
        var page = await (await (await fixture.CountyAsync()).ClerkAsync()).GetAsync("/holidays?From=2027-12-30&Days=5");

        Assert.Contains("2027、2028年节假日未录入，按周末推算。", page.Notice, StringComparison.Ordinal);
        Assert.Contains("2027年节假日未录入，按周末推算", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From=2024-02-30&Days=5", "起算日（当日不计入）", "不是有效的值")]
    [InlineData("From=&Days=5", "起算日（当日不计入）", "请填写起算的日期。")]
    [InlineData("From=2024-02-01&Days=", "天数", "请填写天数。")]
    [InlineData("From=2024-02-01&Days=99999", "天数", "天数应为 0 至 1000 的整数。")]
    [InlineData("From=0001-01-01&Days=5", "起算日（当日不计入）", "日期应在 2015 至 2050 年。")]
    [InlineData("From=9999-12-31&Days=5", "起算日（当日不计入）", "日期应在 2015 至 2050 年。")]
    public async Task Terms_WrongInput_IsSaidBesideTheField(string query, string label, string problem)
    {
        var page = await (await (await fixture.CountyAsync()).ClerkAsync()).GetAsync("/holidays?" + query);

        Assert.Equal(422, page.Status);
        Assert.Contains(problem, page.Wrong(label), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_NewYear_CountsFromThenOnAndStandsInTheChanges()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        var saved = await (await (await clerk.GetAsync("/holidays/2027")).FollowAsync("录入这一年的安排")).Fill("依据（通知文号）", "国办发明电〔2026〕9号").Fill("放假安排", "各单位：\n一、" + Festival).PressAsync("保存");

        Assert.Equal("已录入2027年节假日安排，共 1 个节日。未采用与日期无关的 1 行。", saved.Notice);
        Assert.Equal("春节,2027-02-05 至 2027-02-11,7,2027-02-14（星期日）", string.Join(',', saved.Document.QuerySelectorAll("table.grid tbody tr td").Select(cell => cell.TextContent.Trim())));
        Assert.Contains("2027-02-14（星期日，春节调休上班）", (await clerk.GetAsync("/holidays?From=2027-02-04&Days=2")).Notice, StringComparison.Ordinal);
        Assert.Contains("录入节假日安排", (await clerk.GetAsync("/changes")).Text, StringComparison.Ordinal);
        Assert.Contains("2027年节假日未录入", (await (await (await fixture.CountyAsync()).ClerkAsync()).GetAsync("/holidays/2027")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_ShippedYear_NeedsAReasonAndShowsTheDifferenceAndTheEarlierOnes()
    {
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();
        var edit = await clerk.GetAsync("/holidays/2025/edit");

        var refused = await edit.PressAsync("保存");
        Assert.Equal(422, refused.Status);
        Assert.Equal("这一年已有安排，请写明更改的原因。", refused.Wrong("更改的原因"));

        var changed = await refused.Fill("放假安排", refused.Value("放假安排") + "\n古尔邦节：6月6日放假。").Fill("更改的原因", "民族节日").PressAsync("保存");
        Assert.Contains("2025-06-06（星期五）：本地休息", changed.Text, StringComparison.Ordinal);
        Assert.Contains("民族节日", changed.Text, StringComparison.Ordinal);

        var again = await (await changed.FollowAsync("更正这一年的安排")).Fill("更改的原因", "再核").PressAsync("保存");
        Assert.Contains("更正经过（2 次录入）", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_SomebodyWasFaster_ShowsWhatStandsAndKeepsWhatWasTyped()
    {
        var county = await fixture.CountyAsync();
        var (first, second) = (await (await county.ClerkAsync()).GetAsync("/holidays/2027/edit"), await (await county.ClerkAsync()).GetAsync("/holidays/2027/edit"));
        await first.Fill("依据（通知文号）", "甲").Fill("放假安排", Festival).PressAsync("保存");

        var late = await second.Fill("依据（通知文号）", "乙").Fill("放假安排", "春节：2月6日放假。").PressAsync("保存");

        Assert.Equal(422, late.Status);
        late = late.Status == 422 && late.Problem.Contains("写明更改的原因", StringComparison.Ordinal) ? await late.Fill("更改的原因", "乙认为").PressAsync("保存") : late;
        Assert.Contains("他人刚录入了这一年的安排", late.Problem, StringComparison.Ordinal);
        Assert.Contains("2月5日至2月11日", late.Problem, StringComparison.Ordinal);
        Assert.Equal("春节：2月6日放假。", late.Value("放假安排"));
        Assert.Contains("已录入", (await late.PressAsync("保存")).Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_Slips_AreNamedAndNothingIsSaved()
    {
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();

        var page = await (await clerk.GetAsync("/holidays/2027/edit")).Fill("依据（通知文号）", "甲").Fill("放假安排", "春节：2月5日至11日放假，共8天。\n国庆节：10月1日放假。10月5日上班。").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains("第 1 行：写着共 8 天，起止是 7 天", page.Problem, StringComparison.Ordinal);
        Assert.Contains("国庆节：10月5日不是周末，本来就上班", page.Problem, StringComparison.Ordinal);
        Assert.Contains("2027年节假日未录入", (await clerk.GetAsync("/holidays/2027")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/holidays/2014")]
    [InlineData("/holidays/2051/edit")]
    [InlineData("/holidays/x")]
    public async Task Get_YearBeyondTheTable_IsNotFound(string path) => Assert.Equal(404, (await (await (await fixture.CountyAsync()).ClerkAsync()).GetAsync(path)).Status);

    [Fact]
    public async Task Edit_LeaderStreetOrCity_IsRefused()
    {
        var county = await fixture.CountyAsync();
        foreach (var clerk in new[] { await county.ClerkAsync(Role.Leader), await county.ClerkAsync(Role.Street, "城关街道") })
        {
            Assert.Equal(403, (await clerk.GetAsync("/holidays/2027/edit")).Status);
            Assert.Equal(403, (await clerk.ForgeAsync("/holidays/2027", ("Source", "x"), ("Text", Festival))).Status);
        }
    }

    [Fact]
    public async Task Calendar_OfACity_IsReadByTheCityToo()
    {
        var city = await County.MakeAsync(fixture.Portal, ["taian", "shandong", "nation"], [], PolicyLevel.City);

        Assert.Equal(200, (await (await city.ClerkAsync()).GetAsync("/holidays/2024")).Status);
        Assert.Equal(new DateOnly(2024, 2, 22), await fixture.Portal.Database.InTransactionAsync(city.Scope, async db => (await CountyCalendar.ReadAsync(db)).Calendar.AddWorkingDays(new(2024, 2, 9), 5)));
    }
}
