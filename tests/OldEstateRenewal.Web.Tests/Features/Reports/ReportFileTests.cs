using System.IO.Compression;
using System.Security.Cryptography;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Reports;

/// <summary>Files of reports: their numbers, who reads them, how they are made behind the pages and stopped.</summary>
public sealed class ReportFileTests(PortalFixture fixture)
{
    private static readonly string[] chosen = ["小区台账", "楼栋表", "资格认定表", "既往改造登记表", "疑似重复登记表", "年度改造计划附表"];

    [Fact]
    public async Task Numbers_OfManyAtOnce_HaveNoGaps()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道");
        Clerk[] clerks = [await county.ClerkAsync(), await county.ClerkAsync(Role.Leader), await county.ClerkAsync(Role.Street, "城关街道"), await county.ClerkAsync(Role.Street, "东城街道")];
        var formats = new[] { "Xlsx", "Docx", "Xlsx", "Nothing" };

        var pages = await Task.WhenAll(clerks.SelectMany(clerk => formats.Select(format => clerk.ForgeAsync("/reports/estates/files", ("Format", format), ("Behind", format == "Docx" ? "true" : "false")))));

        Assert.Equal(4, pages.Count(page => page.Status == 422));
        var numbers = pages.Where(page => page.Status == 200).Select(ReportDesk.NumberOf).Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, 12).Select(number => $"报-2026-{number:00000}"), numbers);
    }

    [Fact]
    public async Task Read_OfOthers_OnlyWithoutHouseholdData()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        var (maker, other, finance) = (await county.ClerkAsync(), await county.ClerkAsync(), await county.ClerkAsync(Role.Finance));
        var (open, closed, plan) = ((await maker.MakeAsync("estates")).Id, (await maker.MakeAsync($"dwellings?estate={filled.Estate}")).Id, (await maker.MakeAsync("plan")).Id);

        Assert.Equal(200, (await other.GetAsync($"/reports/files/{open}")).Status);
        Assert.Equal(404, (await other.GetAsync($"/reports/files/{closed}")).Status);
        Assert.Equal(404, (await other.GetAsync($"/reports/files/{closed}/content")).Status);
        Assert.Equal(200, (await maker.GetAsync($"/reports/files/{closed}/content")).Status);
        Assert.DoesNotContain("住户表", (await other.GetAsync("/reports/files")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await finance.GetAsync($"/reports/files/{plan}/content")).Status);
        var street = await county.ClerkAsync(Role.Street, "城关街道");
        Assert.Equal(404, (await street.GetAsync($"/reports/files/{open}")).Status);
        Assert.Equal("1", await county.AskAsync($"select count(*)::text from portal.audit_entries where kind = 'HouseholdsExported' and subject like '%住户表'"));
    }

    [Fact]
    public async Task Make_ByStreet_HoldsItsEstatesOnly_AlsoBehindThePages()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道");
        await county.EstateAsync("青松小区", "东城街道");
        var (mine, theirs, bureau) = (await county.ClerkAsync(Role.Street, "城关街道"), await county.ClerkAsync(Role.Street, "东城街道"), await county.ClerkAsync());
        foreach (var behind in new[] { false, true })
        {
            var file = await mine.EndedAsync((await mine.MakeAsync("estates", "Excel", behind)).Id);
            var rows = ReportDesk.Joined(Papers.SheetRows(await mine.BytesAsync(file.Id)));

            Assert.Equal("已生成", ReportDesk.StateOf(file));
            Assert.Contains("红旗小区", rows, StringComparison.Ordinal);
            Assert.DoesNotContain("青松小区", rows, StringComparison.Ordinal);
            Assert.Equal(404, (await theirs.GetAsync($"/reports/files/{file.Id}")).Status);
            Assert.Equal(200, (await bureau.GetAsync($"/reports/files/{file.Id}")).Status);
        }
    }

    [Fact]
    public async Task Make_BehindThePages_IsKeptWithTheHashOfItsBytes()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区");
        var clerk = await county.ClerkAsync();
        var asked = await clerk.MakeAsync("estates", "PDF", behind: true);

        var page = await clerk.EndedAsync(asked.Id);
        var bytes = await clerk.BytesAsync(asked.Id);

        Assert.Equal("已交后台生成。", asked.Notice);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(bytes)), page.Text, StringComparison.Ordinal);
        Assert.Contains(ReportDesk.NumberOf(page), await Papers.PdfTextAsync(bytes), StringComparison.Ordinal);
        Assert.Contains("不能取消", (await clerk.ForgeAsync($"/reports/files/{asked.Id}/cancellation")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_ManyRows_GoesBehindThePagesByItself_AndStopsWhenCancelled()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区");
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.buildings (tenant_id, id, estate_id, name, sequence, built_year, storeys, entrances, floor_area, is_demonstration, version)
            select '{county.Id}', gen_random_uuid(), '{estate}', i || '号楼', i, 1995, 6, 2, 1500, false, 0 from generate_series(1, 60000) i
            """);
        var clerk = await county.ClerkAsync();

        var asked = await clerk.ForgeAsync("/reports/buildings/files", ("Format", "Pdf"));
        Assert.Contains("已交后台生成", asked.Notice, StringComparison.Ordinal);
        var other = await county.ClerkAsync();
        Assert.Contains("只有制作人可以取消", (await other.ForgeAsync($"/reports/files/{asked.Id}/cancellation")).Problem, StringComparison.Ordinal);
        var cancelled = await clerk.ForgeAsync($"/reports/files/{asked.Id}/cancellation");
        var next = await clerk.EndedAsync((await clerk.MakeAsync("estates", "Excel", behind: true)).Id);

        Assert.Equal("已取消", ReportDesk.StateOf(cancelled));
        Assert.Equal("已生成", ReportDesk.StateOf(next));
        Assert.Equal("已取消", ReportDesk.StateOf(await clerk.GetAsync($"/reports/files/{asked.Id}")));
        Assert.Equal(404, (await clerk.GetAsync($"/reports/files/{asked.Id}/content")).Status);
        Assert.Equal("报-2026-00002", ReportDesk.NumberOf(next));
    }

    [Fact]
    public async Task Make_ByOneWhoIsNoLongerThere_Fails()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区");
        var person = await Person.MakeAsync(fixture.Portal);
        await county.AdmitAsync(person, Role.Bureau);
        var clerk = await county.ClerkAsync();
        await county.ReportAsync(Guid.CreateVersion7(), street: null);
        var id = Guid.CreateVersion7();
        await county.DismissAsync(person);
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.report_files (tenant_id, id, year, number, key, name, format, parameters, is_household, made_by, made_by_id, asked_at, code, site, state, percent, attempts)
            values ('{county.Id}', '{id}', 2026, 2, 'estates', '小区台账', 'Pdf', '', false, '离任', '{person.Id}', now(), 'GONE', 'https://portal.test', 'Waiting', 0, 0)
            """);
        fixture.Portal.Ring(county.Id);

        var page = await clerk.EndedAsync(id);

        Assert.Equal("未生成", ReportDesk.StateOf(page));
        Assert.Equal("制作人已没有生成此报表的权限。", page.Problem);
    }

    [Fact]
    public async Task Batch_SeveralReports_IsOneArchive()
    {
        var county = await fixture.CountyAsync();
        await county.FillAsync();
        var clerk = await county.ClerkAsync();
        var list = await clerk.GetAsync("/reports");
        foreach (var name in chosen) list.Tick($"选 {name}");

        var asked = await list.Choose("格式", "Excel").PressAsync("批量生成勾选的报表");
        Assert.Contains("6 份报表已交后台生成", asked.Notice, StringComparison.Ordinal);
        var page = await clerk.EndedAsync(asked.Id);
        using var archive = new ZipArchive(new MemoryStream(await clerk.BytesAsync(asked.Id)));

        Assert.Equal("报-2026-00002 批量报表（6 份）", page.Heading);
        Assert.Equal(Enumerable.Range(3, 6).Select(number => $"报-2026-{number:00000}"), archive.Entries.Select(entry => entry.Name[..12]).Order(StringComparer.Ordinal));
        Assert.All(archive.Entries, entry => Assert.EndsWith(".xlsx", entry.Name, StringComparison.Ordinal));
        Assert.Equal(404, (await (await county.ClerkAsync()).GetAsync($"/reports/files/{asked.Id}")).Status);
    }

    [Fact]
    public async Task Batch_ProjectNotChosen_IsRefused()
    {
        var county = await fixture.CountyAsync();
        await county.FillAsync();
        var clerk = await county.ClerkAsync();

        Assert.Contains("造价表：请选择改造项目。", (await clerk.ForgeAsync("/reports/batches", ("Keys", "costs"), ("Format", "Pdf"))).Problem, StringComparison.Ordinal);
        Assert.Contains("请勾选要生成的报表。", (await clerk.ForgeAsync("/reports/batches", ("Format", "Pdf"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfWhatWasMade_IsRefusedByTheDatabase()
    {
        var county = await fixture.CountyAsync();
        var id = Guid.CreateVersion7();
        await county.ReportAsync(id, street: null);
        foreach (var change in new[] { "sha256 = sha256('x'::bytea)", "number = 9", "made_by = 'x'", "state = 'Cancelled', sha256 = null, length = null, made_at = null", "code = 'X'" })
            Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(county.Scope, $"update portal.report_files set {change} where id = '{id}'"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(county.Scope, $"update portal.report_contents set bytes = 'x' where file_id = '{id}'"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(county.Scope, $"delete from portal.report_files where id = '{id}'"));
    }
}
