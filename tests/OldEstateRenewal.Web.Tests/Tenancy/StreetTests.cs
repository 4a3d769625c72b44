using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Tenancy;

/// <summary>A street clerk works in one street; the rest of the county is not there.</summary>
public sealed class StreetTests(PortalFixture fixture)
{
    [Fact]
    public async Task List_StreetClerk_ShowsOnlyTheStreetsEstates()
    {
        var (county, _, _) = await TwoStreetsAsync();
        var clerk = await county.ClerkAsync(Role.Street, "城关街道");

        var page = await clerk.GetAsync("/estates");

        Assert.Equal(["城关小区"], page.Rows().Select(row => row[0]));
        Assert.Equal("共 1 个小区，2 栋，40 户，3000 ㎡", page.Caption);
        Assert.DoesNotContain("东城", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("东城", (await clerk.GetAsync("/estates?q=小区")).Text, StringComparison.Ordinal);
        Assert.Empty((await clerk.GetAsync($"/estates?street={county.Street("东城街道")}")).Rows());
    }

    [Fact]
    public async Task Pages_EstateOfAnotherStreet_AreNotFound()
    {
        var (county, mine, theirs) = await TwoStreetsAsync();
        var (open, closed) = (await county.BuildingAsync(mine), await county.BuildingAsync(theirs));
        var clerk = await county.ClerkAsync(Role.Street, "城关街道");

        Assert.Equal(200, (await clerk.GetAsync($"/estates/{mine}")).Status);
        Assert.Equal(200, (await clerk.GetAsync($"/estates/{mine}/edit")).Status);
        Assert.Equal(200, (await clerk.GetAsync($"/buildings/{open}")).Status);
        Assert.Equal(404, (await clerk.GetAsync($"/estates/{theirs}")).Status);
        Assert.Equal(404, (await clerk.GetAsync($"/estates/{theirs}/edit")).Status);
        Assert.Equal(404, (await clerk.GetAsync($"/buildings/{closed}")).Status);
        Assert.Equal(404, (await clerk.ForgeAsync($"/estates/{theirs}", ("Name", "改名"))).Status);
        Assert.Equal("东城小区", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, $"select name from portal.estates where id = '{theirs}'"));
    }

    [Fact]
    public async Task Edit_MovingTheEstateToAnotherStreet_IsRefused()
    {
        var (county, mine, _) = await TwoStreetsAsync();
        var clerk = await county.ClerkAsync(Role.Street, "城关街道");

        foreach (var street in new[] { county.Street("东城街道").ToString(), "" })
        {
            var page = await clerk.ForgeAsync($"/estates/{mine}", ("Name", "城关小区"), ("StreetId", street), ("Version", "0"));

            Assert.Equal(422, page.Status);
            Assert.Equal("请选择列出的街道（乡镇）。", page.Wrong("所属街道（乡镇）"));
        }

        Assert.Equal(county.Street("城关街道"), await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, $"select street_id from portal.estates where id = '{mine}'"));
    }

    [Fact]
    public async Task Edit_OwnStreetsEstate_IsSaved()
    {
        var (county, mine, _) = await TwoStreetsAsync();
        var clerk = await county.ClerkAsync(Role.Street, "城关街道");

        var page = await (await clerk.GetAsync($"/estates/{mine}/edit")).Fill("坐落", "民主路 5 号").PressAsync("保存");

        Assert.Equal("已保存城关小区。", page.Notice);
        Assert.Contains("民主路 5 号", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OwnStreetsEstateWhenItHasNoStreet_IsNotFound()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("无街道小区");
        var clerk = await county.ClerkAsync(Role.Street, "城关街道");

        Assert.Equal(404, (await clerk.GetAsync($"/estates/{estate}")).Status);
        Assert.Equal(200, (await (await county.ClerkAsync()).GetAsync($"/estates/{estate}")).Status);
    }

    [Theory]
    [InlineData("streets")]
    [InlineData("estates")]
    [InlineData("buildings")]
    [InlineData("dwellings")]
    [InlineData("owners")]
    [InlineData("ownerships")]
    [InlineData("surveys")]
    [InlineData("site_checks")]
    [InlineData("recognition_requests")]
    [InlineData("recognition_steps")]
    [InlineData("verdict_records")]
    [InlineData("attachments")]
    [InlineData("attachment_contents")]
    public async Task Sql_WithTheStreetSet_ReadsTheStreetOnly(string table)
    {
        var (county, mine, theirs) = await TwoStreetsAsync();
        await county.BuildingAsync(mine);
        await county.BuildingAsync(theirs);
        await county.JudgedAsync(mine);
        await county.JudgedAsync(theirs);
        var scope = county.Scope with { StreetId = county.Street("城关街道") };

        Assert.Equal(2, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, $"select count(*) from portal.{table}"));
        Assert.Equal(1, await fixture.Portal.Sql.AskAppAsync<long>(scope, $"select count(*) from portal.{table}"));
    }

    [Fact]
    public async Task Sql_WithTheStreetSet_CannotReachIntoAnotherStreet()
    {
        var (county, mine, theirs) = await TwoStreetsAsync();
        var sql = fixture.Portal.Sql;
        var scope = county.Scope with { StreetId = county.Street("城关街道") };

        Assert.Equal(0, await sql.AppAsync(scope, $"update portal.estates set remark = 'x' where id = '{theirs}'"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(scope, $"update portal.estates set street_id = '{county.Street("东城街道")}' where id = '{mine}'"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(scope, $"insert into portal.estates (tenant_id, id, name, street_id, built_years, is_demonstration, version) values ('{county.Id}', gen_random_uuid(), 'x', '{county.Street("东城街道")}', '{"{}"}', false, 0)"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(scope, $"insert into portal.estate_facts (tenant_id, estate_id, key, value, recorded_by, recorded_at) values ('{county.Id}', '{theirs}', 'x', true, 'x', now())"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(scope, $"insert into portal.buildings (tenant_id, id, estate_id, name, sequence, storeys, entrances, floor_area, is_demonstration, version) values ('{county.Id}', gen_random_uuid(), '{theirs}', '9', 9, 6, 1, 1, false, 0)"));
    }

    private async Task<(County County, Guid Mine, Guid Theirs)> TwoStreetsAsync()
    {
        var county = await fixture.CountyAsync();
        return (county, await county.EstateAsync("城关小区", "城关街道"), await county.EstateAsync("东城小区", "东城街道"));
    }
}
