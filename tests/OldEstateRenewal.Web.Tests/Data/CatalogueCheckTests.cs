using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Data;

/// <summary>A database whose walls are broken one at a time, each in a transaction that is taken back, roles included.</summary>
public sealed class BrokenWalls(PortalFixture fixture) : IAsyncLifetime
{
    private TestDatabase? database;

    public async ValueTask InitializeAsync() => database = await fixture.CloneAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<IReadOnlyList<string>> ProblemsAsync(string breakage)
    {
        await using var connection = new NpgsqlConnection(database!.Administrator);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
#pragma warning disable CA2100 // The test's own SQL.
        await using (var plant = new NpgsqlCommand(breakage, connection)) await plant.ExecuteNonQueryAsync();
#pragma warning restore CA2100
        await using var db = new PortalDbContext(PortalDatabase.Configure(new DbContextOptionsBuilder<PortalDbContext>(), options => options.UseNpgsql(connection)));
        await db.Database.UseTransactionAsync(transaction);
        return await CatalogueCheck.ProblemsAsync(db);
    }
}

public sealed class CatalogueCheckTests(PortalFixture fixture, BrokenWalls walls) : IClassFixture<BrokenWalls>
{
    private const string OwnTenant = "tenant_id = nullif(current_setting('app.tenant', true), '')::uuid";

    [Fact]
    public async Task Check_PreparedDatabase_FindsNothing()
    {
        await using var db = fixture.Portal.Database.Lease(null);

        Assert.Empty(await CatalogueCheck.ProblemsAsync(db));
        Assert.Empty(await walls.ProblemsAsync("select 1"));
    }

    [Theory]
    [InlineData("alter table portal.estates disable row level security", "estates: row-level security")]
    [InlineData("alter table portal.owners no force row level security", "owners: row-level security")]
    [InlineData("alter table portal.memberships disable row level security", "memberships: row-level security")]
    [InlineData("drop policy own_tenant on portal.dwellings", "dwellings: no policy")]
    [InlineData("alter policy own_tenant on portal.estates using (true)", "estates: policy own_tenant")]
    [InlineData("alter policy own_tenant on portal.estates with check (true)", "estates: policy own_tenant")]
    [InlineData("drop policy own_tenant on portal.estates; create policy own_tenant on portal.estates using (" + OwnTenant + ")", "estates: no policy")]
    [InlineData("create policy leak on portal.estates for select using (true)", "estates: policy leak")]
    [InlineData("create policy leak on portal.estates for select using (tenant_id is not null)", "estates: policy leak")]
    [InlineData("create policy leak on portal.estates for insert with check (true)", "estates: policy leak")]
    [InlineData("alter policy own_tenant on portal.owners using (" + OwnTenant + " or true)", "owners: policy own_tenant")]
    [InlineData("alter policy own_tenant on portal.owners with check (" + OwnTenant + " or name = '')", "owners: policy own_tenant")]
    [InlineData("create unique index everywhere on portal.estates (name)", "is unique without leading tenant_id")]
    [InlineData("create unique index ids on portal.estates (id); alter table portal.buildings add constraint simple foreign key (estate_id) references portal.estates (id)", "buildings: foreign key simple")]
    [InlineData("create view portal.all_estates as select * from portal.estates", "all_estates: a view")]
    [InlineData("create materialized view portal.all_estates as select * from portal.estates", "all_estates: a view")]
    [InlineData("create function portal.every_estate() returns setof portal.estates language sql security definer as 'select * from portal.estates'", "every_estate")]
    [InlineData("create table portal.notes (id int)", "notes: no tenant_id")]
    [InlineData("create table portal.notes (tenant_id uuid, id int)", "notes: row-level security")]
    [InlineData("alter table portal.estates owner to portal_app", "estates: owned by portal_app")]
    [InlineData("grant truncate on portal.estates to portal_app", "portal_app may TRUNCATE")]
    [InlineData("grant references on portal.estates to portal_app", "portal_app may REFERENCES")]
    [InlineData("grant trigger on portal.estates to public", "portal_app may TRIGGER")]
    [InlineData("grant update on portal.audit_entries to portal_app", "audit_entries: the app may UPDATE")]
    [InlineData("grant update (by) on portal.audit_entries to portal_app", "audit_entries: the app may UPDATE")]
    [InlineData("grant delete on portal.plan_steps to portal_app", "plan_steps: the app may DELETE")]
    [InlineData("grant delete on portal.policy_files to public", "policy_files: the app may DELETE")]
    [InlineData("grant insert on portal.memberships to portal_app", "memberships: the app may INSERT")]
    [InlineData("grant update on portal.tenants to portal_app", "tenants: the app may UPDATE")]
    [InlineData("grant insert on portal.tenants to portal_app", "tenants: the app may INSERT")]
    [InlineData("grant insert on portal.estates to portal_supervisor", "estates: the supervisor may INSERT")]
    [InlineData("grant update (name) on portal.estates to portal_supervisor", "estates: the supervisor may UPDATE")]
    [InlineData("grant select on portal.owners to portal_supervisor", "owners: household data")]
    [InlineData("grant select (name) on portal.owners to portal_supervisor", "owners: household data")]
    [InlineData("grant create on schema portal to portal_app", "portal_app may create")]
    [InlineData("grant portal_owner to portal_app", "portal_app: is a member of portal_owner")]
    [InlineData("grant pg_read_all_data to portal_supervisor", "portal_supervisor: is a member of pg_read_all_data")]
    [InlineData("alter role portal_app bypassrls", "portal_app: has power")]
    [InlineData("alter role portal_supervisor superuser", "portal_supervisor: has power")]
    [InlineData("alter role portal_app createrole", "portal_app: has power")]
    [InlineData("drop trigger keep_message on portal.messages", "messages: trigger keep_message")]
    [InlineData("drop trigger keep_calendar on portal.calendar_feeds", "calendar_feeds: trigger keep_calendar")]
    [InlineData("alter policy to_counties on portal.messages using (tenant_id = any ((select t.ancestor_ids from portal.tenants t where t.id = nullif(current_setting('app.tenant', true), '')::uuid)::uuid[]))", "messages: policy to_counties")]
    [InlineData("grant update on portal.message_answers to portal_app", "message_answers: the app may UPDATE")]
    [InlineData("drop trigger chain on portal.audit_entries", "audit_entries: trigger chain")]
    [InlineData("drop trigger refuse_truncate on portal.audit_entries", "audit_entries: trigger refuse_truncate")]
    [InlineData("alter table portal.audit_entries disable trigger refuse_change", "audit_entries: trigger refuse_change")]
    [InlineData("drop trigger only_in_draft on portal.plan_entries", "plan_entries: trigger only_in_draft")]
    [InlineData("drop trigger refuse_change on portal.plan_steps", "plan_steps: trigger refuse_change")]
    [InlineData("drop trigger refuse_change on portal.policy_files", "policy_files: trigger refuse_change")]
    public async Task Check_WallBroken_NamesIt(string breakage, string problem) =>
        Assert.Contains(await walls.ProblemsAsync(breakage), found => found.Contains(problem, StringComparison.Ordinal));
}
