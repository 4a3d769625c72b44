using OldEstateRenewal.Web.Features.Reports;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Reports;

/// <summary>The reports centre of a city: its own reports over its counties, numbered and verified as a county's.</summary>
public sealed class CityReportTests(PortalFixture fixture)
{
    [Fact]
    public async Task Make_EveryReportOfACity_GivesAFileWithItsNumberInItsOwnRegister()
    {
        var (city, counties, clerk) = await CityAsync();
        await city.MessageAsync("限期整改", [counties[0]], "2026-11-10");
        var (wrong, made) = (new List<string>(), 0);
        foreach (var entry in ReportCatalogue.All.Where(entry => entry.IsCitys))
        {
            foreach (var format in ReportDesk.Formats)
            {
                var page = await clerk.MakeAsync(entry.Key, format);
                var (number, bytes) = (ReportDesk.NumberOf(page), await clerk.BytesAsync(page.Id));
                var text = format switch { "PDF" => await Papers.PdfTextAsync(bytes), "Excel" => ReportDesk.Joined(Papers.SheetRows(bytes)), _ => ReportDesk.WordText(bytes) };
                if (number != $"报-2026-{++made:00000}" || !text.Contains(number, StringComparison.Ordinal)) wrong.Add($"{entry.Key} {format}: {number}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(made, await fixture.Portal.Sql.AskAppAsync<long>(city.Scope, "select count(*) from portal.report_files"));
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(counties[0].Scope, "select count(*) from portal.report_files"));
        Assert.Equal(made, await fixture.Portal.Sql.AskAppAsync<long>(city.Scope, "select count(*) from portal.audit_entries where kind = 'ReportMade'"));
    }

    [Fact]
    public async Task Progress_OfACity_HasTheFiguresOfItsCountiesAndVerifies()
    {
        var (_, counties, clerk) = await CityAsync();

        var page = await clerk.MakeAsync("city-progress?year=2026", "Excel");

        var text = ReportDesk.Joined(Papers.SheetRows(await clerk.BytesAsync(page.Id)));
        Assert.All(counties, county => Assert.Contains(county.Tenant.Name, text, StringComparison.Ordinal));
        var verified = await Clerk.Anonymous(fixture.Portal).OpenAsync(new Uri(page.Document.QuerySelector("dd a")!.GetAttribute("href")!).AbsolutePath);
        Assert.Contains("全市进度汇总表", verified.Text, StringComparison.Ordinal);
        Assert.Contains(clerk.County!.Tenant.Name, verified.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_AndSchedule_OfACity_GoIntoItsRegister()
    {
        var (city, _, clerk) = await CityAsync();

        var archive = await clerk.ForgeAsync("/reports/batches", ("Keys", "city-progress"), ("Keys", "city-ranking"), ("Format", "Pdf"));
        var ended = await clerk.EndedAsync(archive.Id);
        var schedules = await clerk.ForgeAsync("/reports/city-progress/schedules", ("Cycle", "Weekly"), ("Day", "1"), ("Hour", "8"), ("Format", "Pdf"));

        Assert.Equal("已生成", ReportDesk.StateOf(ended));
        Assert.Contains("全市进度汇总表", schedules.Text, StringComparison.Ordinal);
        Assert.Equal(1, await fixture.Portal.Sql.AskAppAsync<long>(city.Scope, "select count(*) from portal.report_schedules"));
        Assert.Contains("已生成的报表", (await clerk.GetAsync("/reports/files")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_OfCityAndCounty_HaveEachTheirOwnReports()
    {
        var (_, counties, clerk) = await CityAsync();
        var bureau = await counties[0].ClerkAsync();

        var index = await clerk.GetAsync("/reports");

        Assert.True(index.HasLink("全市进度汇总表"));
        Assert.Equal(404, (await clerk.GetAsync("/reports/estates")).Status);
        Assert.Equal(404, (await bureau.GetAsync("/reports/city-progress")).Status);
        Assert.False((await bureau.GetAsync("/reports")).HasLink("全市进度汇总表"));
        var visitor = await clerk.Person!.SignInAsync(counties[0]);
        Assert.Equal(403, (await visitor.GetAsync("/reports/files")).Status);
    }

    private async Task<(County City, County[] Counties, Clerk Clerk)> CityAsync()
    {
        var city = await County.CityAsync(fixture.Portal);
        County[] counties = [await County.MakeAsync(fixture.Portal, above: city), await County.MakeAsync(fixture.Portal, above: city)];
        for (var i = 0; i < counties.Length; i++) await counties[i].ApprovedAsync("2026-11-09", i * 7);
        return (city, counties, await city.ClerkAsync(Role.City));
    }
}
