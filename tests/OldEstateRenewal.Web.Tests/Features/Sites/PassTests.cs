using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Sites;

/// <summary>Passes for lorries, and notices on the wall.</summary>
public sealed class PassTests(PortalFixture fixture)
{
    private static readonly string[] ruicheng = ["ruicheng", "yuncheng", "shanxi", "nation"];

    [Fact]
    public async Task Issue_ManyAtOnce_NumbersWithoutGapOrDouble()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var other = await stage.County.ProjectAsync(await stage.County.EstateAsync("乙小区"), "乙小区改造");
        var clerks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.County.ClerkAsync()));

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => IssueAsync(clerks[i % clerks.Length], i % 2 == 0 ? stage.Project : other, $"鲁V1000{(char)('A' + i)}")));

        Assert.Equal("1,2,3,4,5,6,7,8,9,10,11,12", await stage.County.AskAsync("select string_agg(number::text, ',' order by number) from portal.green_passes where year = 2026"));
    }

    [Fact]
    public async Task Void_Pass_KeepsItsNumberAndIsToldOnPaper()
    {
        var stage = await SiteStage.MakeAsync(fixture, chain: ruicheng);
        var page = await (await stage.Clerk.GetAsync($"{stage.Site}/passes")).Fill("车牌号", "晋m·12345").Fill("行驶路线", "工地至城北消纳场").Fill("有效期自", "2026-11-21").Fill("有效期至", "2026-12-20").PressAsync("出具");
        Assert.Equal("已为 晋M12345 出具绿色通行证明。", page.Notice);
        var pass = await fixture.Portal.Sql.AskAppAsync<Guid>(stage.County.Scope, "select id from portal.green_passes");
        var code = await stage.County.AskAsync("select code from portal.green_passes");

        var pdf = await stage.Clerk.DownloadAsync($"{stage.Site}/passes/{pass}.pdf");
        var text = (await Papers.PdfTextAsync(pdf)).Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("绿通〔2026〕1号", text, StringComparison.Ordinal);
        Assert.Contains("芮政办发〔2022〕23号四.（四）", text, StringComparison.Ordinal);
        Assert.Contains(await Papers.QrCodesAsync(pdf, 1), qr => qr.Contains("晋M12345", StringComparison.Ordinal) && qr.Contains($"{code![..4]} {code[4..]}", StringComparison.Ordinal));
        Assert.Contains("在此期间已有证明", (await IssueAsync(stage.Clerk, stage.Project, "晋M12345")).Problem, StringComparison.Ordinal);
        Assert.Contains("有效", (await stage.Clerk.GetAsync($"/passes?q={code}")).Rows()[0][^1], StringComparison.Ordinal);

        Assert.Contains("请写明原因。", (await stage.Clerk.ForgeAsync($"{stage.Site}/passes/{pass}/voiding")).Problem, StringComparison.Ordinal);
        await stage.Clerk.ForgeAsync($"{stage.Site}/passes/{pass}/voiding", ("Reason", "车牌有误"));

        Assert.Contains("已作废，不得使用", await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"{stage.Site}/passes/{pass}.pdf")), StringComparison.Ordinal);
        Assert.Contains("已作废", (await stage.Clerk.GetAsync("/passes?q=晋M12345")).Rows()[0][^1], StringComparison.Ordinal);
        await IssueAsync(stage.Clerk, stage.Project, "晋M12345");
        Assert.Equal("1,2", await stage.County.AskAsync("select string_agg(number::text, ',' order by number) from portal.green_passes"));
    }

    [Fact]
    public async Task Issue_ByAStreet_IsForbidden()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var street = await stage.County.ClerkAsync(Role.Street, "城关街道");

        Assert.False((await street.GetAsync($"{stage.Site}/passes")).HasButton("出具"));
        Assert.Equal(403, (await IssueAsync(street, stage.Project, "鲁V12345")).Status);
    }

    [Theory]
    [InlineData("12345", "2026-12-01", "车牌号", "车牌号应如 鲁V12345。")]
    [InlineData("鲁V12345", "2026-11-19", "有效期至", "截止日期不能早于起始日期。")]
    public async Task Issue_WrongInput_IsToldBesideTheField(string plate, string until, string field, string expected)
    {
        var stage = await SiteStage.MakeAsync(fixture);

        var page = await IssueAsync(stage.Clerk, stage.Project, plate, until);

        Assert.Equal(422, page.Status);
        Assert.Equal(expected, page.Wrong(field));
        Assert.Equal(plate, page.Value("车牌号"));
    }

    [Fact]
    public async Task Notice_OfWater_IsAPaperForTheWall()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        await stage.County.BuildingAsync(stage.Estate);
        (string, string)[] fields = [("Kind", "Water"), ("PlaceId", $"{stage.Estate}"), ("Part", "2单元"), ("Reason", "更换供水管道"), ("FromOn", "2026-11-25"), ("FromTime", "08:00"), ("UntilOn", "2026-11-25"), ("UntilTime", "18:00"), ("Phone", "0536-3112345"), ("Issuer", "甲建筑公司")];

        Assert.Equal("恢复时间应在开始之后。", (await stage.Clerk.ForgeAsync($"{stage.Site}/notices", [.. fields.Where(f => f.Item1 != "UntilTime"), ("UntilTime", "07:00")])).Wrong("恢复日期"));
        using var answer = await stage.Clerk.SendAsync(HttpMethod.Post, stage.County.Home + $"{stage.Site}/notices", new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)), KeyValuePair.Create("__RequestVerificationToken", (await stage.Clerk.GetAsync("/policies")).Token!)]));

        var text = (await Papers.PdfTextAsync(await answer.Content.ReadAsByteArrayAsync())).Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("停水通知", text, StringComparison.Ordinal);
        Assert.Contains("甲小区2单元各住户", text, StringComparison.Ordinal);
        Assert.Contains("停水：2026年11月25日08:00", text, StringComparison.Ordinal);
    }

    private static Task<Page> IssueAsync(Clerk clerk, Guid project, string plate, string until = "2026-12-20") =>
        clerk.ForgeAsync($"/projects/{project}/site/passes", ("Plate", plate), ("Kind", "Muck"), ("Route", "工地至消纳场"), ("FromOn", "2026-11-20"), ("UntilOn", until));
}
