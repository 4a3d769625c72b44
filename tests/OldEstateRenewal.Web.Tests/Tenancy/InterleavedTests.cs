using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Tenancy;

/// <summary>Counties that share one or two connections never see a word of each other.</summary>
public sealed class InterleavedTests(PortalFixture fixture)
{
    private const int Requests = 320;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Pages_OfTwoCountiesOverOnePool_NeverMix(int poolSize)
    {
        var database = await fixture.CloneAsync();
        await using var portal = await TestPortal.StartAsync(database, Small(database.Setup.Connections, poolSize));
        var (left, right) = (await County.MakeAsync(portal), await County.MakeAsync(portal));
        var (leftFilled, rightFilled) = (await left.FillAsync("左岸杜鹃"), await right.FillAsync("右岸海棠"));
        var (leftClerk, rightClerk) = (await left.ClerkAsync(), await right.ClerkAsync());
        var visits = Enumerable.Range(0, Requests / poolSize).Select(i => i % 2 == 0 ? (leftClerk, leftFilled, "左岸杜鹃", "右岸海棠", i) : (rightClerk, rightFilled, "右岸海棠", "左岸杜鹃", i));

        await Parallel.ForEachAsync(visits, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (visit, _) =>
        {
            var (clerk, filled, own, foreign, i) = visit;
            var page = await clerk.GetAsync((i / 2 % 4) switch { 0 => "/estates", 1 => $"/estates/{filled.Estate}", 2 => $"/plans/{filled.Plan}", _ => $"/estates/{Guid.Empty}" });
            Assert.DoesNotContain(foreign, page.Html, StringComparison.Ordinal);
            Assert.Equal(page.Status == 200, page.Html.Contains(own, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Contexts_FailingAndAbandoned_LeaveNothingOnTheConnection()
    {
        await using var database = new PortalDatabase(Small(fixture.Portal.Setup.Connections, 1));
        var (left, right) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        await left.EstateAsync("左");
        await right.EstateAsync("右");

        for (var i = 0; i < 60; i++)
        {
            var (county, name) = i % 2 == 0 ? (left, "左") : (right, "右");
            await Assert.ThrowsAsync<PostgresException>(() => database.InTransactionAsync(county.Scope, db => db.Database.ExecuteSqlAsync($"select 1/0 from portal.estates")));
            await using (var abandoned = database.Lease(county.Scope))
            {
                await abandoned.Database.BeginTransactionAsync();
                Assert.Equal([name], await abandoned.Estates.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Select(e => e.Name).ToListAsync());
            }

            Assert.Equal(0, await database.InTransactionAsync(null, db => db.Estates.IgnoreQueryFilters([PortalDbContext.TenantFilter]).CountAsync()));
        }
    }

    private static PortalConnections Small(PortalConnections connections, int poolSize) => new(Small(connections.App, poolSize), Small(connections.Supervisor, poolSize));

    private static string Small(string connection, int poolSize) => new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = poolSize }.ConnectionString;
}
