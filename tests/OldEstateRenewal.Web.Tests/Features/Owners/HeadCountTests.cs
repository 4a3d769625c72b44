using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Owners;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Owners;

/// <summary>From the registry to the heads that a vote counts (解释第八条、第九条).</summary>
public sealed class HeadCountTests(PortalFixture fixture)
{
    private static readonly ConsentRule civilCode = PolicyBook.Shipped.View(["nation"], new DateOnly(2026, 11, 21)).Find(PolicySections.Consent, "major-matter")!.Item;

    [Fact]
    public async Task FormerEmployerWithTwentyOfSixtyFlats_IsOneOfFortyOneHeads()
    {
        var (county, estate) = await EstateAsync([.. Enumerable.Range(1, 60).Select(i => new Home($"{i}", 70.5m, Holding: i <= 20 ? "FormerEmployer" : "Owned", Owners: [i <= 20 ? "棉纺厂" : $"业{i}"]))]);

        Assert.Equal((41, "4230"), await HeadsAsync(county, estate));
        var page = await (await county.ClerkAsync()).GetAsync($"/estates/{estate}/buildings");
        Assert.Equal(["41", "4230"], Row(page, "计算人数、面积")[1..3]);
        Assert.Equal(["登记", "60", "4230"], Row(page, "面积来源"));
        Assert.Contains("依据：《民法典》", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnsoldAndUndelivered_TogetherAreOneHeadWithAllTheirArea()
    {
        var (county, estate) = await EstateAsync([.. Enumerable.Range(1, 3).Select(i => new Home($"{i}", 100, Holding: "Unsold")), .. Enumerable.Range(4, 2).Select(i => new Home($"{i}", 90, Holding: "SoldUndelivered", Owners: [$"买{i}"])), new Home("6", 80, Owners: ["王甲"])]);

        Assert.Equal((2, "560"), await HeadsAsync(county, estate));
    }

    [Fact]
    public async Task FlatAndParking_AreOneHeadAndParkingIsNotCounted()
    {
        var (county, estate) = await EstateAsync(new Home("101", 80, Owners: ["王甲"]), new Home("车1", 12.5m, "Parking", Owners: ["王甲"]), new Home("商1", 50, "Shop", Owners: ["李乙"]));

        Assert.Equal((2, "130"), await HeadsAsync(county, estate));
        var page = await (await county.ClerkAsync()).GetAsync($"/estates/{estate}/buildings");
        Assert.Contains("商铺计入 车位、摊位不计入", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CoOwnersAndSeveralFlatsOfOneOwner_AreOneHeadEach()
    {
        var (county, estate) = await EstateAsync(new Home("101", 80, Owners: ["王甲", "李乙"]), new Home("102", 80, Owners: ["李乙", "王甲"]), new Home("201", 80, Owners: ["王甲"]), new Home("202", 80, Owners: ["王甲"]));

        Assert.Equal((2, "320"), await HeadsAsync(county, estate));
    }

    [Fact]
    public async Task Area_GoesByRegisterThenMeasureThenContract()
    {
        var (county, estate) = await EstateAsync(new Home("101", 80, Owners: ["甲"]), new Home("102", null, Owners: ["乙"]), new Home("103", null, Owners: ["丙"]));
        await fixture.Portal.Sql.AppAsync(county.Scope, "update portal.dwellings set contract_area = 70 where room <> '101'; update portal.dwellings set measured_area = 75.5 where room = '102'; update portal.dwellings set measured_area = 99 where room = '101'");

        var records = await RecordsAsync(county, estate);

        Assert.Equal([AreaSource.Register, AreaSource.Measured, AreaSource.Contract], records.OrderBy(record => record.Key, StringComparer.Ordinal).Select(record => record.CountedArea!.Value.Source));
        Assert.Equal((3, "225.5"), await HeadsAsync(county, estate));
    }

    [Fact]
    public async Task WithoutAreaOrOwner_AreListedAndNotGuessed()
    {
        var (county, estate) = await EstateAsync(new Home("101", 80, Owners: ["王甲"]), new Home("102", null, Owners: ["李乙"]), new Home("103", 70));

        var page = await (await county.ClerkAsync()).GetAsync($"/estates/{estate}/buildings");

        Assert.Contains("以下 2 套还不能计入", page.Text, StringComparison.Ordinal);
        Assert.Contains("1号楼-1-102：无登记、测绘、合同面积", page.Text, StringComparison.Ordinal);
        Assert.Contains("1号楼-1-103：无业主姓名或单位名称", page.Text, StringComparison.Ordinal);
        Assert.Equal(["登记", "1", "80"], Row(page, "面积来源"));
    }

    [Fact]
    public async Task RemovedDwellings_AreNotOnTheRoll()
    {
        var (county, estate) = await EstateAsync(new Home("101", 80, Owners: ["王甲"]), new Home("102", 80, Owners: ["李乙"]));
        await fixture.Portal.Sql.AppAsync(county.Scope, "update portal.dwellings set removed_on = '2026-01-01' where room = '102'");

        Assert.Equal((1, "80"), await HeadsAsync(county, estate));
    }

    [Fact]
    public async Task Namesakes_AreTwoAndPointedOutWithoutTheirNames()
    {
        var (county, estate) = await EstateAsync(new Home("101", 80, Owners: ["王小伟"]));
        await county.HomesAsync(await county.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.buildings"), new Home("102", 80, Owners: ["王小伟"]));

        Assert.Equal((2, "160"), await HeadsAsync(county, estate));
        var page = await (await county.ClerkAsync()).GetAsync($"/estates/{estate}/buildings");
        Assert.Contains("“王*”有 2 个不同标识", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("小伟", page.Html, StringComparison.Ordinal);
    }

    private static string[] Row(Page page, string caption) =>
        [.. page.Document.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")?.TextContent.StartsWith(caption, StringComparison.Ordinal) == true).QuerySelector("tbody tr")!.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];

    private async Task<(County County, Guid Estate)> EstateAsync(params Home[] homes)
    {
        var county = await fixture.CountyAsync();
        return (county, (await county.WithAsync(homes)).Estate);
    }

    private Task<List<UnitRecord>> RecordsAsync(County county, Guid estate) => fixture.Portal.Database.InTransactionAsync(county.Scope, db => RollRecords.OfEstateAsync(db, estate));

    private async Task<(int Heads, string Area)> HeadsAsync(County county, Guid estate)
    {
        var voices = Roll.Build(await RecordsAsync(county, estate)).Voices(civilCode);
        return (voices.Count, $"{voices.Aggregate(Area.Zero, (sum, voice) => sum + voice.Area)}");
    }
}
