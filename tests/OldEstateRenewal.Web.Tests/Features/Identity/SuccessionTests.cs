using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Identity;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Identity;

public sealed class SuccessionTests(PortalFixture fixture)
{
    [Fact]
    public async Task Merge_TwoEstates_MovesBuildingsAddsFiguresAndKeepsTheEndedOneReadable()
    {
        var county = await fixture.CountyAsync();
        var (one, other, clerk) = await TwoAsync(county);

        var page = await MergeAsync(clerk, one, "乙小区");

        Assert.StartsWith("已并入 1 个小区", page.Notice, StringComparison.Ordinal);
        Assert.Contains("2026-11-21乙小区并入甲小区", Tight(page), StringComparison.Ordinal);
        var merged = await clerk.GetAsync($"/estates/{one}");
        foreach (var text in new[] { "4 栋", "90 户", "8000 ㎡", "1995、1998", "1号楼", "乙小区1号楼" }) Assert.Contains(text, merged.Text, StringComparison.Ordinal);
        var ended = await clerk.GetAsync($"/estates/{other}");
        Assert.Contains("2026-11-21 并入 甲小区", ended.Text, StringComparison.Ordinal);
        Assert.Contains("50 户", ended.Text, StringComparison.Ordinal);
        Assert.False(ended.HasLink("修改"));
        Assert.Contains("已终止", (await clerk.ForgeAsync($"/estates/{other}", ("Name", "x"))).Notice, StringComparison.Ordinal);
        Assert.Equal(["甲小区"], (await clerk.GetAsync("/estates")).Rows().Select(row => row[0]));
        Assert.Equal(["甲小区", "乙小区 已终止"], (await clerk.GetAsync("/estates?ended=true")).Rows().Select(row => row[0]));
        Assert.Equal("甲小区", Assert.Single((await clerk.GetAsync("/estates?q=乙小区")).Rows())[0]);
        Assert.Equal("共 1 个小区，4 栋，90 户，8000 ㎡", (await clerk.GetAsync("/estates")).Caption);
    }

    [Fact]
    public async Task Merge_TargetChangedMeanwhile_IsRefused()
    {
        var county = await fixture.CountyAsync();
        // Nothing to add up: only the version tells that the target is another now.
        var (one, other) = (await county.EstateAsync("甲小区", "城关街道", 1995, null, null, null), await county.EstateAsync("乙小区", "城关街道", 1995, null, null, null));
        using var scope = fixture.Portal.Services.CreateScope();
        var access = new Access(Guid.CreateVersion7(), "经办", county.Tenant, Role.Bureau, null);
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Set(access);
        scope.ServiceProvider.GetRequiredService<DatabaseLease>().Set(access.Scope, asSupervisor: false);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var into = await db.Estates.SingleAsync(e => e.Id == one, TestContext.Current.CancellationToken);
        await fixture.Portal.Sql.AppAsync(county.Scope, $"update portal.estates set remark = '他人改的', version = version + 1 where id = '{one}'");

        var refusals = await scope.ServiceProvider.GetRequiredService<SuccessionService>().MergeAsync(into, [other], new DateOnly(2026, 11, 21), "连片管理");

        Assert.Contains("他人已修改其中的小区或楼栋", Assert.Single(refusals), StringComparison.Ordinal);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("0", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select count(*)::text from portal.estates where ended_on is not null"));
    }

    [Fact]
    public async Task Merge_Undone_PutsEverythingBackAndKeepsTheRecord()
    {
        var county = await fixture.CountyAsync();
        var (one, other, clerk) = await TwoAsync(county);
        var before = await StateAsync(county);
        var page = await MergeAsync(clerk, one, "乙小区");
        Assert.NotEqual(before, await StateAsync(county));

        var without = await page.PressAsync("撤销");
        Assert.Contains("请填写理由", without.Problem, StringComparison.Ordinal);
        var undone = await (await clerk.GetAsync($"/estates/{one}/identity")).Fill("撤销理由", "选错了小区").PressAsync("撤销");

        Assert.Equal("已撤销。", undone.Notice);
        Assert.Equal(before, await StateAsync(county));
        Assert.Contains("已撤销", undone.Text, StringComparison.Ordinal);
        Assert.Contains("撤销：乙小区并入甲小区", Tight(undone), StringComparison.Ordinal);
        Assert.False(undone.HasButton("撤销"));
        Assert.True((await clerk.GetAsync($"/estates/{other}")).HasLink("修改"));
        Assert.Equal(4, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.building_moves"));
    }

    [Fact]
    public async Task Undo_AfterThePlanTookTheMergedEstate_IsRefused()
    {
        var county = await fixture.CountyAsync();
        var (one, _, clerk) = await TwoAsync(county);
        await MergeAsync(clerk, one, "乙小区");
        await county.PlanAsync(2027, one);

        var page = await (await clerk.GetAsync($"/estates/{one}/identity")).Fill("撤销理由", "选错了小区").PressAsync("撤销");

        Assert.Equal(422, page.Status);
        Assert.Contains("合并、拆分后的小区已列入年度计划。", page.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("surveys", "合并、拆分后的小区已有摸底调查。")]
    [InlineData("site_checks", "合并、拆分后的小区已有现场审核。")]
    [InlineData("recognition_requests", "合并、拆分后的小区已申请例外认定。")]
    [InlineData("attachments", "合并、拆分后的小区已上传附件。")]
    public async Task Undo_AfterSomethingWasKeptOfTheMergedEstate_IsRefused(string table, string reason)
    {
        var county = await fixture.CountyAsync();
        var (one, _, clerk) = await TwoAsync(county);
        await MergeAsync(clerk, one, "乙小区");
        await county.KeepAsync(one, table, Guid.CreateVersion7());

        var page = await (await clerk.GetAsync($"/estates/{one}/identity")).Fill("撤销理由", "选错了小区").PressAsync("撤销");

        Assert.Equal(422, page.Status);
        Assert.EndsWith("须改正： " + reason, page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_FiguresEditedSince_IsRefusedNamingThem()
    {
        var county = await fixture.CountyAsync();
        var (one, _, clerk) = await TwoAsync(county);
        await MergeAsync(clerk, one, "乙小区");
        var merged = await county.Portal.Sql.AskAppAsync<int>(county.Scope, $"select household_count from portal.estates where id = '{one}'");
        await (await clerk.GetAsync($"/estates/{one}/edit")).Fill("户数（户）", $"{merged + 5}").PressAsync("保存");

        var page = await (await clerk.GetAsync($"/estates/{one}/identity")).Fill("撤销理由", "选错了小区").PressAsync("撤销");

        Assert.Equal(422, page.Status);
        Assert.Contains($"甲小区在并入以后又改过：户数 {merged} → {merged + 5}。", page.Problem, StringComparison.Ordinal);
        await (await clerk.GetAsync($"/estates/{one}/edit")).Fill("户数（户）", $"{merged}").PressAsync("保存");
        Assert.Equal("已撤销。", (await (await clerk.GetAsync($"/estates/{one}/identity")).Fill("撤销理由", "选错了小区").PressAsync("撤销")).Notice);
    }

    [Fact]
    public async Task Undo_RecognitionAppliedForAndWithdrawn_IsDone()
    {
        var county = await fixture.CountyAsync();
        var (one, _, clerk) = await TwoAsync(county);
        await MergeAsync(clerk, one, "乙小区");
        await WithdrawnAsync(county, one);

        Assert.Equal("已撤销。", (await (await clerk.GetAsync($"/estates/{one}/identity")).Fill("撤销理由", "选错了小区").PressAsync("撤销")).Notice);
    }

    [Fact]
    public async Task Void_RecognitionAppliedForAndWithdrawn_IsDone()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("误录小区", "城关街道");
        await WithdrawnAsync(county, estate);
        var clerk = await county.ClerkAsync();

        Assert.Equal("小区已作废。", (await (await clerk.GetAsync($"/estates/{estate}/identity")).Fill("作废理由", "重复登记").PressAsync("作废")).Notice);
    }

    private static async Task WithdrawnAsync(County county, Guid estate)
    {
        var request = Guid.CreateVersion7();
        await county.KeepAsync(estate, "recognition_requests", request);
        await county.Portal.Sql.AppAsync(county.Scope, $"insert into portal.recognition_steps (tenant_id, id, request_id, estate_id, kind, \"on\", by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{request}', '{estate}', 'Withdrawn', '2026-11-01', '试验', gen_random_uuid(), '2026-11-01')");
    }

    [Fact]
    public async Task Merge_EstateInADraftPlan_IsRefusedNamingThePlan()
    {
        var county = await fixture.CountyAsync();
        var (one, other, clerk) = await TwoAsync(county);
        await county.PlanAsync(2027, other);

        var page = await MergeAsync(clerk, one, "乙小区");

        Assert.Equal(422, page.Status);
        Assert.Equal("2027年改造计划编制中，其中列有该小区，请先移出。", page.Problem);
        Assert.Equal("连片管理", page.Value("合并理由"));
    }

    [Fact]
    public async Task Ended_CannotBePlanned()
    {
        var county = await fixture.CountyAsync();
        var (one, other, clerk) = await TwoAsync(county);
        await MergeAsync(clerk, one, "乙小区");
        var plan = await county.PlanAsync(2027);

        Assert.DoesNotContain("乙小区", (await clerk.GetAsync($"/plans/{plan}/entries/new")).Text, StringComparison.Ordinal);
        Assert.Equal("乙小区已终止（并入或作废），不能列入计划。", (await clerk.ForgeAsync($"/plans/{plan}/entries", ("estates", $"{other}"))).Problem);
    }

    [Fact]
    public async Task Split_OneBuilding_BecomesAnEstateAndCanBeUndone()
    {
        var county = await fixture.CountyAsync();
        var (one, _, clerk) = await TwoAsync(county);
        await county.Portal.Sql.AppAsync(county.Scope, $"insert into portal.buildings (tenant_id, id, estate_id, name, sequence, built_year, household_count, floor_area, is_demonstration, version) values ('{county.Id}', gen_random_uuid(), '{one}', '2号楼', 2, 1998, 16, 1200, false, 0)");
        var before = await StateAsync(county);

        var page = await (await clerk.GetAsync($"/estates/{one}/splits/new")).Tick("分出 2号楼").Fill("新小区名称", "甲小区东院").Fill("拆分理由", "道路隔开").PressAsync("分出");

        Assert.StartsWith("已分出甲小区东院", page.Notice, StringComparison.Ordinal);
        var part = await clerk.GetAsync(page.Address[county.Home.Length..].Replace("/identity", "", StringComparison.Ordinal));
        foreach (var text in new[] { "1 栋", "16 户", "1200 ㎡", "1998", "2号楼" }) Assert.Contains(text, part.Text, StringComparison.Ordinal);
        var rest = await clerk.GetAsync($"/estates/{one}");
        foreach (var text in new[] { "24 户", "1800 ㎡" }) Assert.Contains(text, rest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2号楼", rest.Text, StringComparison.Ordinal);

        await (await clerk.GetAsync($"/estates/{one}/identity")).Fill("撤销理由", "误操作").PressAsync("撤销");
        Assert.Equal(before, await StateAsync(county));
    }

    [Fact]
    public async Task Split_AllBuildingsOrNone_IsRefused()
    {
        var county = await fixture.CountyAsync();
        var (one, _, clerk) = await TwoAsync(county);
        var building = await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, $"select id from portal.buildings where estate_id = '{one}'");

        Assert.Contains("不能分出全部楼栋", (await clerk.ForgeAsync($"/estates/{one}/splits", ("Name", "新"), ("On", "2026-11-01"), ("Reason", "x"), ("Chosen", $"{building}"))).Problem + "", StringComparison.Ordinal);
        Assert.Contains("请选择要分出的楼栋", (await clerk.ForgeAsync($"/estates/{one}/splits", ("Name", "新"), ("On", "2026-11-01"), ("Reason", "x"))).Problem, StringComparison.Ordinal);
        Assert.Contains("日期不能晚于今天", (await clerk.ForgeAsync($"/estates/{one}/splits", ("Name", "新"), ("On", "2027-11-01"), ("Reason", "x"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Void_NothingHangsOnIt_EndsFreesTheNameAndCanBeUndone()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("误登小区", "城关街道");
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync($"/estates/{estate}/identity")).Fill("作废理由", "登记有误").PressAsync("作废");

        Assert.Equal("小区已作废。", page.Notice);
        Assert.Contains("作废，以下是当时的资料", Tight(await clerk.GetAsync($"/estates/{estate}")), StringComparison.Ordinal);
        var again = await (await clerk.GetAsync("/estates/new")).Fill("小区名称", "误登小区").PressAsync("保存");
        Assert.Equal("已登记误登小区。", again.Notice);
        Assert.Contains("台账中已有同名小区", (await (await clerk.GetAsync($"/estates/{estate}/identity")).Fill("撤销理由", "其实有").PressAsync("撤销")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Void_WithBuildingsPlansOrWorks_IsRefusedWithEachReason()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        await county.KeepAsync(filled.Estate, "recognition_requests", Guid.CreateVersion7());
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync($"/estates/{filled.Estate}/identity");
        Assert.False(page.HasButton("作废"));
        var problem = (await clerk.ForgeAsync($"/estates/{filled.Estate}/voiding", ("reason", "x"))).Problem;
        foreach (var reason in new[] { "小区已有楼栋。", "小区已列入年度计划。", "小区已登记既往改造。", "小区已有摸底调查。", "小区已有现场审核。", "小区已申请例外认定。", "小区已上传附件。", "小区有合并、拆分记录。" }) Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    private static string Tight(Page page) => page.Text.Replace(" ", "", StringComparison.Ordinal);

    private static async Task<Page> MergeAsync(Clerk clerk, Guid into, string name) =>
        await (await clerk.GetAsync($"/estates/{into}/mergers/new")).Tick($"并入 {name}").Fill("合并理由", "连片管理").PressAsync("合并");

    private static async Task<(Guid One, Guid Other, Clerk Clerk)> TwoAsync(County county)
    {
        var (one, other) = (await county.EstateAsync("甲小区", "城关街道"), await county.EstateAsync("乙小区", "城关街道", built: 1998, households: 50, area: 5000));
        await county.BuildingAsync(one);
        await county.BuildingAsync(other);
        await county.Portal.Sql.AppAsync(county.Scope, $"update portal.buildings set built_year = 1998 where estate_id = '{other}'; insert into portal.buildings (tenant_id, id, estate_id, name, sequence, is_demonstration, version) values ('{county.Id}', gen_random_uuid(), '{other}', '9号楼', 9, false, 0)");
        return (one, other, await county.ClerkAsync());
    }

    private Task<string?> StateAsync(County county) => fixture.Portal.Sql.AskAppAsync<string>(county.Scope, """
        select string_agg(line, '|' order by line) from (select name || built_years::text || building_count || '/' || household_count || '/' || floor_area || coalesce(ended_on::text, '') as line from portal.estates where name not like '%东院'
        union all select e.name || b.name from portal.buildings b join portal.estates e on e.id = b.estate_id) lines
        """);
}
