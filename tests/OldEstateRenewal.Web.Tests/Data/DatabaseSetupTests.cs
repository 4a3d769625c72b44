using Npgsql;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Infrastructure;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Data;

public sealed class DatabaseSetupTests(PortalFixture fixture)
{
    [Fact]
    public async Task Prepare_WallBrokenByHand_PutsItUpAgainAndKeepsTheData()
    {
        var database = await fixture.CloneAsync();
        await using var portal = await TestPortal.StartAsync(database);
        var county = await County.MakeAsync(portal);
        await county.EstateAsync("小区");
        await portal.Sql.AdministratorAsync("alter table portal.estates disable row level security; create or replace function portal.refuse_change() returns trigger language plpgsql as 'begin return new; end'");

        await database.Setup.PrepareAsync();

        await portal.Readiness.CheckAsync();
        Assert.Equal(0, await portal.Sql.AskAppAsync<long>(null, "select count(*) from portal.estates"));
        Assert.Equal(1, await portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.estates"));
    }

    [Fact]
    public async Task Start_WallThatPreparationDoesNotKnow_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync(await fixture.CloneAsync());
        await portal.Sql.AdministratorAsync("create view portal.all_estates as select * from portal.estates");

        var refused = await Assert.ThrowsAsync<PortalStartException>(portal.Readiness.CheckAsync);
        Assert.Contains("all_estates", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connections_AdministratorWithoutPassword_AreRefusedInChinese()
    {
        var setup = new DatabaseSetup(new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Username = "postgres", Database = "portal" }.ConnectionString);

        Assert.Contains("口令", Assert.Throws<InvalidOperationException>(() => setup.Connections).Message, StringComparison.Ordinal);
    }
}
