using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Buildings;

public sealed class BatchTests(PortalFixture fixture)
{
    [Fact]
    public async Task Batch_PreviewThenMake_MakesWhatIsMissingAndKeepsTheRest()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101", 91) { Position = 1 });
        var clerk = await county.ClerkAsync();
        var form = await clerk.GetAsync($"/buildings/{building}/batches/new");

        var preview = await form.Fill("单元到", "2").Fill("楼层到", "6").Fill("面积（㎡）", "85.5、72").Fill("立管", "按位置").PressAsync("预览");
        Assert.Contains("将登记 23 户；已有 1 户，保持不变", preview.Text, StringComparison.Ordinal);
        Assert.Equal("1", await county.AskAsync("select count(*)::text from portal.dwellings"));
        var page = await preview.PressAsync("登记这 23 户");
        var again = await (await clerk.GetAsync($"/buildings/{building}/batches/new")).Fill("单元到", "2").Fill("楼层到", "6").PressAsync("预览");

        Assert.Equal("已登记 23 户。", page.Notice);
        Assert.Equal("24/91.00/1000.50/864.00", await county.AskAsync("select count(*) || '/' || sum(registered_area) filter (where entrance = 1 and room = '101') || '/' || sum(registered_area) filter (where position = 1 and (entrance, room) <> (1, '101')) + 60 || '/' || sum(registered_area) filter (where position = 2) from portal.dwellings"));
        Assert.Equal("23", await county.AskAsync("select count(*)::text from portal.audit_entries where kind = 'DwellingAdded' and changes like '%RegisteredArea%'"));
        Assert.False(again.HasButton("登记这 0 户"));
        Assert.Contains("没有要登记的", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pattern_StoreysWithoutSome_LeavesThemOut() =>
        Assert.Equal([-1, 1, 2, 12, 15], Make(new BatchForm { FirstStorey = -1, LastStorey = 15, SkippedStoreys = "3、4、5、6、7、8、9，10 11、13层、14", RoomsPerStorey = 1 }).Select(dwelling => dwelling.Storey));

    [Theory]
    [InlineData("{层}{两位序号}", "101,102,201,202")]
    [InlineData("{层}-{序号}", "1-1,1-2,2-1,2-2")]
    [InlineData("{序号}", "1,2,3,4")]
    [InlineData("{单元}-{层}{两位序号}", "101,102,201,202")]
    [InlineData("{层}{两位序号}室", "101,102,201,202")]
    public void Pattern_RoomNumbers_FollowIt(string pattern, string rooms) =>
        Assert.Equal(rooms.Split(','), Make(new BatchForm { LastStorey = 2, RoomPattern = pattern }).Select(dwelling => dwelling.Room));

    [Fact]
    public void Pattern_Basement_IsCalledAsInFiles() => Assert.Equal("负101", Make(new BatchForm { FirstStorey = -1, LastStorey = -1, RoomsPerStorey = 1 }).Single().Room);

    [Theory]
    [InlineData("85.5", "85.5,85.5,85.5")]
    [InlineData("85.5、72、80", "85.5,72,80")]
    [InlineData("边户 85.5、中户 72", "85.5,72,85.5")]
    [InlineData("边户85.5中户72", "85.5,72,85.5")]
    [InlineData("８５．５", "85.5,85.5,85.5")]
    [InlineData("", ",,")]
    public void Pattern_Areas_GoByPosition(string typed, string areas) =>
        Assert.Equal(areas.Split(','), Make(new BatchForm { LastStorey = 1, RoomsPerStorey = 3, Areas = typed }).Select(dwelling => $"{dwelling.Area}"));

    [Theory]
    [InlineData("Areas", "85.5、72", "每层 3 户，面积却有 2 个：请填 1 个（各户相同）或 3 个（从左到右）。")]
    [InlineData("Areas", "0", "面积应大于 0，最多两位小数，用顿号分开，如 85.5、72、72、85.5，或 边户 85.5 中户 72。")]
    [InlineData("Areas", "1.234", "面积应大于 0，最多两位小数，用顿号分开，如 85.5、72、72、85.5，或 边户 85.5 中户 72。")]
    [InlineData("Risers", "A、B", "每层 3 户，立管须从左到右填 3 个，每个不超过 20 字；或填“按位置”。")]
    [InlineData("SkippedStoreys", "十三", "没有的楼层应为数字，用顿号分开，如 13、14。")]
    [InlineData("RoomPattern", "室", "这样会有 18 个 1单元 室，室号须带 {层} 或 {序号}。")]
    [InlineData("RoomPattern", "{层}", "这样会有 3 个 1单元 1，室号须带 {层} 或 {序号}。")]
    public void Pattern_WrongValue_SaysSo(string field, string typed, string message)
    {
        var form = new BatchForm { RoomsPerStorey = 3 };
        typeof(BatchForm).GetProperty(field)!.SetValue(form, typed);
        var pattern = DwellingPattern.Read(form);
        pattern.Make(new HashSet<(int, string)>());

        Assert.Equal([(field, message)], pattern.Problems);
    }

    [Fact]
    public void Pattern_TooMany_IsRefused()
    {
        var pattern = DwellingPattern.Read(new BatchForm { LastEntrance = 99, LastStorey = 99, RoomsPerStorey = 2 });
        pattern.Make(new HashSet<(int, string)>());

        Assert.Equal("一次最多登记 1000 户，这样有 19602 户，请分几次。", pattern.Problems.Single().Text);
    }

    [Fact]
    public void Areas_OfDwellings_AreExact() => Assert.Equal(Area.FromHundredths(8550), AreaText.Read(" 85.50㎡ "));

    private static List<PlannedDwelling> Make(BatchForm form)
    {
        var pattern = DwellingPattern.Read(form);
        var made = pattern.Make(new HashSet<(int, string)>());
        Assert.Empty(pattern.Problems);
        return made;
    }
}
