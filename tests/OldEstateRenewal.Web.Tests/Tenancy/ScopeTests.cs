using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Tenancy;

/// <summary>Whose rows a context works with: told once per transaction, never carried over.</summary>
public sealed class ScopeTests(PortalFixture fixture)
{
    private PortalDatabase Database => fixture.Portal.Database;

    [Fact]
    public async Task Transaction_WithoutScope_ShowsNothing()
    {
        await (await fixture.CountyAsync()).EstateAsync("小区");

        Assert.Equal(0, await Database.InTransactionAsync(null, db => db.Estates.IgnoreQueryFilters([PortalDbContext.TenantFilter]).CountAsync()));
    }

    [Fact]
    public async Task Context_WithScopeButOutsideATransaction_ShowsNothing()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("小区");
        await using var db = Database.Lease(county.Scope);

        Assert.Equal(0, await db.Estates.CountAsync());
    }

    [Fact]
    public async Task Context_EveryKindOfFirstCommand_KnowsTheScope()
    {
        var county = await fixture.CountyAsync();
        var id = await county.EstateAsync("小区");

        Assert.Equal(1, await Database.InTransactionAsync(county.Scope, db => db.Estates.CountAsync()));
        Assert.Equal(1, await Database.InTransactionAsync(county.Scope, db => db.Estates.FromSql($"select * from portal.estates").CountAsync()));
        Assert.Equal(1, await Database.InTransactionAsync(county.Scope, db => db.Database.ExecuteSqlAsync($"update portal.estates set remark = 'x' where id = {id}")));
        Assert.Equal(1, await Database.InTransactionAsync(county.Scope, db => db.Estates.ExecuteUpdateAsync(set => set.SetProperty(e => e.Remark, "y"))));
        Assert.Equal(1, await Database.InTransactionAsync(county.Scope, db => Task.FromResult(db.Estates.Count())));
        Assert.Equal([1], await Database.InTransactionAsync(county.Scope, db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from portal.estates").ToListAsync()));
        Assert.Equal(2, await Database.InTransactionAsync(county.Scope, async db => { Add(db, "先写后读"); return await db.SaveChangesAsync(); }));
    }

    [Fact]
    public async Task Savepoint_RolledBack_KeepsTheScope()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("小区");
        await using var db = Database.Lease(county.Scope);
        await using var transaction = await db.Database.BeginTransactionAsync();

        await transaction.CreateSavepointAsync("before");
        Assert.Equal(1, await db.Estates.CountAsync());
        await transaction.RollbackToSavepointAsync("before");

        Assert.Equal(1, await db.Estates.CountAsync());
    }

    [Fact]
    public async Task Save_RefusedByAUniqueIndex_KeepsTheScope()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("小区");
        await using var db = Database.Lease(county.Scope);
        await using var transaction = await db.Database.BeginTransactionAsync();
        Add(db, "小区");

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        db.ChangeTracker.Clear();
        Assert.Equal(1, await db.Estates.CountAsync());
    }

    [Fact]
    public async Task Save_RowOfAnotherTenantAttached_IsRefusedByTheGuard()
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var id = await theirs.EstateAsync("小区");

        await Assert.ThrowsAsync<CrossTenantException>(() => Database.InTransactionAsync(mine.Scope, db =>
        {
            db.Update(new Estate { TenantId = theirs.Id, Id = id, Name = "改名" });
            return db.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<CrossTenantException>(() => Database.InTransactionAsync(mine.Scope, db =>
        {
            db.Remove(new EstateFact { TenantId = theirs.Id, EstateId = id, Key = "x", RecordedBy = "x" });
            return db.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<CrossTenantException>(() => Database.InTransactionAsync(null, db => { Add(db, "x"); return db.SaveChangesAsync(); }));
    }

    [Fact]
    public async Task Update_PastTheGuard_IsStoppedByTheDatabase()
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var id = await theirs.EstateAsync("小区");

        Assert.Equal(0, await Database.InTransactionAsync(mine.Scope, db => db.Estates.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Where(e => e.Id == id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Name, "改名"))));
        Assert.Equal(0, await Database.InTransactionAsync(mine.Scope, db => db.Database.ExecuteSqlAsync($"update portal.estates set name = '改名' where id = {id}")));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Database.InTransactionAsync(mine.Scope, db => db.Database.ExecuteSqlAsync($"insert into portal.streets (tenant_id, id, name) values ({theirs.Id}, {Guid.NewGuid()}, 'x')")));
        Assert.Equal(Sql.Refused, refused.SqlState);
    }

    [Theory]
    [InlineData("No Reset On Close=true")]
    [InlineData("Multiplexing=true")]
    public async Task Open_ConnectionThatIsNotReset_IsRefused(string setting)
    {
        var good = fixture.Portal.Setup.Connections;

        Assert.Contains("租户相混", Assert.Throws<InvalidOperationException>(() => new PortalDatabase(good with { App = $"{good.App};{setting}" })).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new PortalDatabase(good with { Supervisor = $"{good.Supervisor};{setting}" }));
        await Task.CompletedTask;
    }

    private static void Add(PortalDbContext db, string name)
    {
        db.Estates.Add(new Estate { Name = name });
        db.AuditEntries.Add(new AuditEntry { At = DateTimeOffset.UnixEpoch, By = "x", Kind = "EstateAdded", SubjectType = "Estate", Subject = name, Changes = "{}" });
    }
}
