using System.Globalization;
using Npgsql;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Audit;

public sealed class AuditTests(PortalFixture fixture)
{
    [Fact]
    public async Task Write_ThroughThePages_AddsEntriesThatRecompute()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var estate = await (await clerk.GetAsync("/estates/new")).Fill("小区名称", "红旗小区").Choose("所属街道（乡镇）", "城关街道").Fill("建筑面积（㎡）", "1234.5").PressAsync("保存");
        await (await clerk.GetAsync($"/estates/{estate.Id}/edit")).Fill("户数（户）", "48").PressAsync("保存");
        await (await clerk.GetAsync("/plans/new")).Fill("计划年度", "2027").PressAsync("建立");

        var chain = await AuditChain.ReadAsync(fixture.Portal, county);

        Assert.Equal(["EstateAdded", "EstateEdited", "PlanCreated"], chain.Entries.Select(entry => entry.Kind));
        Assert.All(chain.Entries, entry => Assert.Equal(clerk.Person!.DisplayName, entry.By));
        Assert.Contains("\"HouseholdCount\":[null,\"48\"]", chain.Entries[1].Changes.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(chain.Problems());
    }

    [Fact]
    public async Task Write_Refused_AddsNoEntry()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道");
        var clerk = await county.ClerkAsync();

        await (await clerk.GetAsync("/estates/new")).Fill("小区名称", "红旗小区").Choose("所属街道（乡镇）", "城关街道").PressAsync("保存");

        Assert.Empty((await AuditChain.ReadAsync(fixture.Portal, county)).Entries);
    }

    [Fact]
    public async Task Write_ManyAtOnce_LeavesNoGapAndNoFork()
    {
        var county = await fixture.CountyAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (i, _) =>
        {
            // Every fifth act is taken back after it had a number.
            var act = () => fixture.Portal.Sql.AppAsync(county.Scope, $"{Insert(county, $"第{i}件")}{(i % 5 == 0 ? "; select 1/0" : "")}");
            if (i % 5 == 0) await Assert.ThrowsAsync<PostgresException>(act);
            else await act();
        });

        var chain = await AuditChain.ReadAsync(fixture.Portal, county);
        Assert.Equal(48, chain.Entries.Count);
        Assert.Empty(chain.Problems());
    }

    [Fact]
    public async Task Save_TenantRowsWithoutAnEntry_IsRefused()
    {
        var county = await fixture.CountyAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.Portal.Database.InTransactionAsync(county.Scope, db =>
        {
            db.Estates.Add(new Estate { Name = "小区" });
            return db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Insert_ChosenNumberAndHash_AreIgnored()
    {
        var county = await fixture.CountyAsync();
        await fixture.Portal.Sql.AppAsync(county.Scope, Insert(county, "甲"));

        await fixture.Portal.Sql.AppAsync(county.Scope, $"insert into portal.audit_entries (tenant_id, sequence, previous_hash, hash, at, by, kind, subject_type, subject, changes) values ('{county.Id}', 99, '\\x00', '\\x00', now(), 'x', 'x', 'x', '乙', '{"{}"}')");

        var chain = await AuditChain.ReadAsync(fixture.Portal, county);
        Assert.Equal([1, 2], chain.Entries.Select(entry => entry.Sequence));
        Assert.Empty(chain.Problems());
    }

    [Theory]
    [InlineData("update portal.audit_entries set subject = '改' where tenant_id = '{0}' and sequence = 2", "2: hash")]
    [InlineData("update portal.audit_entries set by = '别人' where tenant_id = '{0}' and sequence = 3", "3: hash")]
    [InlineData("update portal.audit_entries set at = at + interval '1 second' where tenant_id = '{0}' and sequence = 1", "1: hash")]
    [InlineData("update portal.audit_entries set remark = 'x', hash = portal.audit_hash(audit_entries) where tenant_id = '{0}' and sequence = 2", "hash")]
    [InlineData("delete from portal.audit_entries where tenant_id = '{0}' and sequence = 2", "missing")]
    [InlineData("delete from portal.audit_entries where tenant_id = '{0}' and sequence = 4", "head")]
    public async Task Edit_BySuperuser_IsFoundByTheVerifier(string tampering, string problem)
    {
        var county = await fixture.CountyAsync();
        foreach (var subject in new[] { "甲", "乙", "丙", "丁" }) await fixture.Portal.Sql.AppAsync(county.Scope, Insert(county, subject));

        // What a superuser can do and nobody else: switch the triggers off.
        await fixture.Portal.Sql.AdministratorAsync("set local session_replication_role = replica; " + string.Format(CultureInfo.InvariantCulture, tampering, county.Id));

        Assert.Contains((await AuditChain.ReadAsync(fixture.Portal, county)).Problems(), found => found.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("update portal.audit_entries set subject = '改' where tenant_id = '{0}'")]
    [InlineData("delete from portal.audit_entries where tenant_id = '{0}'")]
    [InlineData("truncate portal.audit_entries")]
    public async Task Edit_BySuperuserWithTriggersOn_IsRefused(string tampering)
    {
        var county = await fixture.CountyAsync();
        await fixture.Portal.Sql.AppAsync(county.Scope, Insert(county, "甲"));

        Assert.Equal(Sql.Refused, await Sql.RefusalOfAsync(() => fixture.Portal.Sql.AdministratorAsync(string.Format(CultureInfo.InvariantCulture, tampering, county.Id))));
    }

    private static string Insert(County county, string subject) =>
        $"insert into portal.audit_entries (tenant_id, at, user_id, by, kind, subject_type, subject_id, subject, changes, remark) values ('{county.Id}', now(), gen_random_uuid(), '经办\"甲', 'EstateEdited', 'Estate', gen_random_uuid(), '{subject}', '{"{\"A\":[null,\"1\"]}"}', null)";
}
