using Npgsql;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Platform;

public sealed class HealthTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Get_Healthy_IsOk(string path)
    {
        using var response = await Clerk.Anonymous(fixture.Portal).SendAsync(HttpMethod.Get, path);

        Assert.Equal((200, "ok"), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("alter table portal.estates disable row level security")]
    [InlineData("delete from portal.migrations")]
    public async Task Readyz_WallBroken_Is503AndTellsStrangersNoMore(string breakage)
    {
        await using var portal = await TestPortal.StartAsync(await fixture.CloneAsync());
        await portal.Sql.AdministratorAsync(breakage);
        using var response = await Clerk.Anonymous(portal).SendAsync(HttpMethod.Get, "/readyz");

        Assert.Equal((503, "not ready"), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Readyz_DatabaseGone_Is503AndHealthzStaysOk()
    {
        var database = await fixture.CloneAsync();
        await using var portal = await TestPortal.StartAsync(database);
        var name = new NpgsqlConnectionStringBuilder(database.Administrator).Database;
        await fixture.Portal.Sql.AskAdministratorAsync<bool>($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        await using (var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Administrator) { Database = "postgres" }.ConnectionString))
        {
            await connection.OpenAsync();
#pragma warning disable CA2100 // The name is the test's own.
            await using var drop = new NpgsqlCommand($"drop database {name} with (force)", connection);
#pragma warning restore CA2100
            await drop.ExecuteNonQueryAsync();
        }

        using var ready = await Clerk.Anonymous(portal).SendAsync(HttpMethod.Get, "/readyz");
        using var alive = await Clerk.Anonymous(portal).SendAsync(HttpMethod.Get, "/healthz");

        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Equal(200, (int)alive.StatusCode);
    }

    [Fact]
    public async Task Page_DatabaseUnreachable_SaysSoInChineseWithoutDetails()
    {
        var database = await fixture.CloneAsync();
        var working = database.Setup.Connections;
        await using var portal = await TestPortal.StartAsync(database, new PortalConnections(working.App, new NpgsqlConnectionStringBuilder(working.Supervisor) { Port = 1 }.ConnectionString));
        var city = await County.CityAsync(portal);
        var person = await Person.MakeAsync(portal);
        var clerk = await person.SignInAsync();
        await city.AdmitAsync(person, Role.City);

        using var response = await clerk.SendAsync(HttpMethod.Get, city.Home);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(500, (int)response.StatusCode);
        Assert.Contains("系统出错", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Npgsql", text, StringComparison.Ordinal);
    }
}
