using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Tenancy;

/// <summary>What the database itself refuses to its own application.</summary>
public sealed class WallTests(PortalFixture fixture)
{
    [Fact]
    public async Task Probe_EveryTable_FindsNoWayFromOneCountyToAnother()
    {
        var (victim, intruder) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        await victim.FillAsync();

        Assert.Empty(await new WallProbe(fixture.Portal.Sql, victim, intruder).LeaksAsync());
    }

    /// <summary>The probe must be able to fail: each wall torn down is noticed.</summary>
    [Theory]
    [InlineData("alter table portal.estates disable row level security", "estates: nobody sees")]
    [InlineData("alter policy own_tenant on portal.owners using (true)", "owners: another tenant sees")]
    [InlineData("alter policy own_tenant on portal.buildings with check (true)", "buildings: '' can insert")]
    [InlineData("create policy leak on portal.dwellings for select using (true)", "dwellings: nobody sees")]
    [InlineData("grant update on portal.plan_steps to portal_app; alter policy own_tenant on portal.plan_steps using (true) with check (true)", "plan_steps: another tenant")]
    [InlineData("create policy leak on portal.policy_files for insert with check (true)", "policy_files: ''")]
    [InlineData("alter table portal.audit_entries disable row level security", "audit_entries: another tenant sees")]
    public async Task Probe_WallTornDown_NamesTheLeak(string tear, string leak)
    {
        await using var portal = await TestPortal.StartAsync(await fixture.CloneAsync());
        var (victim, intruder) = (await County.MakeAsync(portal), await County.MakeAsync(portal));
        await victim.FillAsync();
        await portal.Sql.AdministratorAsync(tear);

        Assert.Contains(await new WallProbe(portal.Sql, victim, intruder).LeaksAsync(), found => found.StartsWith(leak, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("insert into portal.buildings (tenant_id, id, estate_id, name, sequence, storeys, entrances, floor_area, is_demonstration, version) values ('{mine}', gen_random_uuid(), '{estate}', '1', 1, 6, 1, 1, false, 0)")]
    [InlineData("insert into portal.estate_facts (tenant_id, estate_id, key, value, recorded_by, recorded_at) values ('{mine}', '{estate}', 'x', true, 'x', now())")]
    [InlineData("insert into portal.dwellings (tenant_id, id, building_id, entrance, storey, room, position, span, kind, holding, version) values ('{mine}', gen_random_uuid(), '{building}', 1, 1, '1', 1, 1, 'Dwelling', 'Owned', 0)")]
    [InlineData("insert into portal.plan_steps (tenant_id, id, plan_id, kind, by, at) values ('{mine}', gen_random_uuid(), '{plan}', 'Issued', 'x', now())")]
    [InlineData("insert into portal.plan_entries (tenant_id, id, plan_id, estate_id, sequence, name, built_years) values ('{mine}', gen_random_uuid(), '{plan}', '{estate}', 1, 'x', '{}')")]
    [InlineData("insert into portal.estates (tenant_id, id, name, street_id, built_years, is_demonstration, version) values ('{mine}', gen_random_uuid(), 'x', '{street}', '{}', false, 0)")]
    public async Task Insert_PointingAtAnotherCountysRow_IsRefusedByTheKey(string insert)
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var filled = await theirs.FillAsync();
        var sql = insert.Replace("{mine}", $"{mine.Id}", StringComparison.Ordinal).Replace("{estate}", $"{filled.Estate}", StringComparison.Ordinal).Replace("{building}", $"{filled.Building}", StringComparison.Ordinal)
            .Replace("{plan}", $"{filled.Plan}", StringComparison.Ordinal).Replace("{street}", $"{theirs.Street("城关街道")}", StringComparison.Ordinal);

        Assert.Equal(Sql.ForeignKey, await fixture.Portal.Sql.RefusalAsync(mine.Scope, sql));
    }

    [Fact]
    public async Task Insert_ForeignKeyWithoutTenant_WouldLetItThrough()
    {
        await using var portal = await TestPortal.StartAsync(await fixture.CloneAsync());
        var (theirs, mine) = (await County.MakeAsync(portal), await County.MakeAsync(portal));
        var filled = await theirs.FillAsync();
        await portal.Sql.AdministratorAsync("alter table portal.estate_facts drop constraint fk_estate_facts_estates_tenant_id_estate_id; create unique index estates_id on portal.estates (id); alter table portal.estate_facts add foreign key (estate_id) references portal.estates (id)");

        Assert.Null(await portal.Sql.RefusalAsync(mine.Scope, $"insert into portal.estate_facts (tenant_id, estate_id, key, value, recorded_by, recorded_at) values ('{mine.Id}', '{filled.Estate}', 'x', true, 'x', now())"));
    }

    [Theory]
    [InlineData("truncate portal.estates")]
    [InlineData("truncate portal.audit_entries")]
    [InlineData("alter table portal.estates disable row level security")]
    [InlineData("alter table portal.estates no force row level security")]
    [InlineData("drop policy own_tenant on portal.estates")]
    [InlineData("create policy mine on portal.estates using (true)")]
    [InlineData("create table portal.mine (id int)")]
    [InlineData("create table public.mine (id int)")]
    [InlineData("create view portal.mine as select 1")]
    [InlineData("create or replace function portal.audit_hash(entry portal.audit_entries) returns bytea language sql as 'select null::bytea'")]
    [InlineData("create trigger mine after insert on portal.estates execute function portal.refuse_change()")]
    [InlineData("set role portal_owner")]
    [InlineData("set role portal_supervisor")]
    [InlineData("set session authorization portal_owner")]
    [InlineData("alter role portal_app bypassrls")]
    [InlineData("create role mine")]
    [InlineData("create database mine")]
    [InlineData("copy portal.estates to program 'true'")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("insert into portal.tenants (id, key, name, level, ancestor_ids, policy_chain, is_demonstration) values (gen_random_uuid(), 'mine', 'x', 'County', '{}', '{}', false)")]
    [InlineData("update portal.tenants set ancestor_ids = '{}'")]
    [InlineData("delete from portal.tenants")]
    [InlineData("update portal.memberships set role = 'Bureau'")]
    [InlineData("delete from portal.memberships")]
    [InlineData("delete from portal.users")]
    [InlineData("update portal.audit_entries set by = 'x'")]
    [InlineData("delete from portal.audit_entries")]
    [InlineData("update portal.plan_steps set kind = 'Issued'")]
    [InlineData("delete from portal.plan_steps")]
    [InlineData("update portal.policy_files set json = '{}'")]
    [InlineData("delete from portal.policy_files")]
    [InlineData("update portal.surveys set surveyors = 'x'")]
    [InlineData("delete from portal.surveys")]
    [InlineData("update portal.recognition_steps set kind = 'Approved'")]
    [InlineData("delete from portal.recognition_steps")]
    [InlineData("update portal.verdict_records set verdict = 'Eligible'")]
    [InlineData("delete from portal.verdict_records")]
    [InlineData("delete from portal.attachments")]
    [InlineData("update portal.attachment_contents set bytes = ''")]
    [InlineData("delete from portal.annual_plans")]
    [InlineData("delete from portal.audit_heads")]
    [InlineData("update portal.audit_heads set sequence = 0")]
    [InlineData("update portal.key_ring set xml = ''")]
    [InlineData("delete from portal.migrations")]
    public async Task App_BeyondItsWork_IsRefused(string sql)
    {
        var county = await fixture.CountyAsync();
        await county.FillAsync();

        var refusal = await fixture.Portal.Sql.RefusalAsync(county.Scope, sql);
        Assert.True(refusal is Sql.Refused or "25001", $"{sql}: {refusal ?? "went through"}");
    }

    [Fact]
    public async Task App_AddingItselfAsMember_IsRefused()
    {
        var county = await fixture.CountyAsync();
        var person = await Person.MakeAsync(fixture.Portal);

        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(county.Scope, $"insert into portal.memberships (tenant_id, user_id, role) values ('{county.Id}', '{person.Id}', 'Bureau')"));
    }
}
