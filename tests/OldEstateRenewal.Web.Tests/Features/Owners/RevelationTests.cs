using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Owners;

/// <summary>Phones and numbers: sealed in the database, masked on the page, seen for a reason.</summary>
public sealed class RevelationTests(PortalFixture fixture)
{
    private const string Phone = "13900001234";
    private const string IdNumber = "990000199001011234";

    [Fact]
    public async Task Reveal_ForAReason_ShowsOnceAndIsKeptWithoutTheValue()
    {
        var (county, clerk, owner) = await OwnerAsync();
        var masked = await clerk.GetAsync($"/owners/{owner}");
        Assert.Contains("139****1234", masked.Text, StringComparison.Ordinal);
        Assert.Contains("99**************34", masked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, masked.Html, StringComparison.Ordinal);

        var shown = await masked.Choose("查看", "电话").Fill("查看原因", "通知入户时间").PressAsync("查看一次");

        Assert.Equal(200, shown.Status);
        Assert.Contains(Phone, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(IdNumber, shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, shown.Address, StringComparison.Ordinal);
        Assert.Equal("PersonalDataRevealed|王*|电话：通知入户时间|{}", await county.AskAsync("select kind || '|' || subject || '|' || remark || '|' || changes from portal.audit_entries order by sequence desc limit 1"));
        Assert.Contains("查看电话或证件号码", (await clerk.GetAsync("/changes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reveal_Answer_IsNotToBeStored()
    {
        var (county, clerk, owner) = await OwnerAsync();
        var token = (await clerk.GetAsync($"/owners/{owner}")).Token!;

        using var response = await clerk.SendAsync(HttpMethod.Post, $"{county.Home}/owners/{owner}/revelations", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Field", "IdNumber"), KeyValuePair.Create("Reason", "核对产权")]));

        Assert.Contains(IdNumber, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Values_NowhereInDatabaseLogsOrOtherPages()
    {
        var (county, clerk, owner) = await OwnerAsync();
        await (await clerk.GetAsync($"/owners/{owner}")).Choose("查看", "电话").Fill("查看原因", "通知入户时间").PressAsync("查看一次");

        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, $"select count(*) from (select o::text as line from portal.owners o union all select a::text from portal.audit_entries a) lines where line like '%{Phone}%' or line like '%{IdNumber}%' or line like '%' || encode('{Phone}', 'hex') || '%' or line like '%' || encode('{IdNumber}', 'hex') || '%'"));
        Assert.DoesNotContain(Phone, fixture.Portal.Failures, StringComparison.Ordinal);
        foreach (var path in new[] { "/changes", $"/owners/{owner}", $"/owners/{owner}/edit", $"/dwellings/{await county.DwellingAsync("201")}" })
        {
            var page = await clerk.GetAsync(path);
            Assert.DoesNotContain(Phone, page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(IdNumber, page.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("看")]
    public async Task Reveal_WithoutAReason_IsRefusedAndShowsNothing(string reason)
    {
        var (county, clerk, owner) = await OwnerAsync();

        var page = await (await clerk.GetAsync($"/owners/{owner}")).Fill("查看原因", reason).PressAsync("查看一次");

        Assert.Equal(422, page.Status);
        Assert.DoesNotContain(Phone, page.Html, StringComparison.Ordinal);
        Assert.Equal("0", await county.AskAsync("select count(*)::text from portal.audit_entries where kind = 'PersonalDataRevealed'"));
    }

    [Fact]
    public async Task Edit_BlankPhone_LeavesItAndTickedForgets()
    {
        var (county, clerk, owner) = await OwnerAsync();

        await (await clerk.GetAsync($"/owners/{owner}/edit")).Fill("姓名或单位名称", "王甲丙").PressAsync("保存");
        Assert.Contains("139****1234", (await clerk.GetAsync($"/owners/{owner}")).Text, StringComparison.Ordinal);
        var page = await (await clerk.GetAsync($"/owners/{owner}/edit")).Tick("删去已登记的电话").PressAsync("保存");

        Assert.DoesNotContain("139****1234", page.Text, StringComparison.Ordinal);
        Assert.Equal("true", await county.AskAsync("select (phone is null and phone_mark is null and id_number is not null)::text from portal.owners"));
    }

    [Fact]
    public async Task Leader_SeesNoHouseholdChanges()
    {
        var (county, clerk, _) = await OwnerAsync();
        await (await clerk.GetAsync("/estates/new")).Fill("小区名称", "红星小区").PressAsync("保存");

        var page = await (await county.ClerkAsync(Role.Leader)).GetAsync("/changes");

        Assert.Contains("红星小区", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("王", page.Text, StringComparison.Ordinal);
        Assert.Contains("修改业主", (await clerk.GetAsync("/changes")).Text, StringComparison.Ordinal);
    }

    private async Task<(County County, Clerk Clerk, Guid Owner)> OwnerAsync()
    {
        var county = await fixture.CountyAsync();
        await county.BuildingAsync(await county.EstateAsync("红旗小区", "城关街道"));
        var clerk = await county.ClerkAsync();
        var owner = await county.OwnerAsync("王甲乙");
        await (await clerk.GetAsync($"/owners/{owner}/edit")).Fill("电话", Phone).Fill("证件号码", IdNumber).PressAsync("保存");
        return (county, clerk, owner);
    }
}
