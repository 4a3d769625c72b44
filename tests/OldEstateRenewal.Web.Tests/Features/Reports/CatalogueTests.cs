using OldEstateRenewal.Web.Features.Reports;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Reports;

/// <summary>Every report of the list can be made in every format, and says the same in each.</summary>
public sealed class CatalogueTests(PortalFixture fixture)
{
    [Fact]
    public void All_Keys_AreDistinctAndFitTheirColumn()
    {
        Assert.True(ReportCatalogue.All.Count >= 15);
        Assert.Equal(ReportCatalogue.All.Count, ReportCatalogue.All.Select(entry => entry.Key).Distinct().Count());
        Assert.All(ReportCatalogue.All, entry => Assert.True(entry.Key.Length <= ReportFile.KeyLength && entry.Name.Length <= ReportFile.NameLength));
        Assert.Empty(ReportCatalogue.All.Select(entry => entry.Key).Intersect(["files", "schedules", "template", "batches", ReportFile.BatchKey]));
        Assert.Equal(Enum.GetValues<ReportGroup>(), ReportCatalogue.All.Select(entry => entry.Group).Distinct());
    }

    [Fact]
    public async Task Make_EveryReportInEveryFormat_GivesAFileWithItsNumber()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        var clerk = await county.ClerkAsync();
        var wrong = new List<string>();
        foreach (var entry in ReportCatalogue.All.Where(entry => !entry.IsCitys))
        {
            var query = string.Join('&', entry.Needs.Select(parameter => parameter == ReportParameter.Project ? $"project={filled.Project}" : $"estate={filled.Estate}"));
            foreach (var format in ReportDesk.Formats)
            {
                var page = await clerk.MakeAsync($"{entry.Key}?{query}", format);
                var (number, bytes) = (ReportDesk.NumberOf(page), await clerk.BytesAsync(page.Id));
                var text = format switch { "PDF" => await Papers.PdfTextAsync(bytes), "Excel" => ReportDesk.Joined(Papers.SheetRows(bytes)), _ => ReportDesk.WordText(bytes) };
                if (number.Length == 0 || !text.Contains(number, StringComparison.Ordinal)) wrong.Add($"{entry.Key} {format}: {number}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Texts_OfPageAndFiles_AreTheSame()
    {
        var county = await fixture.CountyAsync();
        await county.FillAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync("/reports/grants?year=2027");
        var cells = page.Rows().SelectMany(row => row).Where(cell => cell.Contains(".00", StringComparison.Ordinal)).Distinct().ToList();
        var pdf = await Papers.PdfTextAsync(await clerk.BytesAsync((await page.PressAsync("PDF")).Id));
        var word = ReportDesk.WordText(await clerk.BytesAsync((await page.PressAsync("Word")).Id));

        Assert.Contains("45.00", cells);
        Assert.All(cells, cell => Assert.Contains(cell, pdf, StringComparison.Ordinal));
        Assert.All(cells, cell => Assert.Contains(cell, word, StringComparison.Ordinal));
        Assert.Contains("共 1 行", page.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_LastPage_LeadsToItsVerification()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区");
        var clerk = await county.ClerkAsync();

        var page = await clerk.MakeAsync("estates");
        var bytes = await clerk.BytesAsync(page.Id);
        var text = await Papers.PdfTextAsync(bytes);
        var codes = await Papers.QrCodesAsync(bytes, 1);

        Assert.Contains("筛选条件：全部", text, StringComparison.Ordinal);
        Assert.Contains($"制作人：{clerk.Person!.DisplayName}", text, StringComparison.Ordinal);
        Assert.Equal(page.Document.QuerySelector("dd a")!.GetAttribute("href"), Assert.Single(codes));
        Assert.StartsWith($"https://portal.test/verify/{county.Tenant.Key}/", codes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_ManyRows_ShowsTwentyAndTheTotal()
    {
        var county = await fixture.CountyAsync();
        for (var i = 0; i < 23; i++) await county.EstateAsync($"小区{i:00}", households: 10);
        var page = await (await county.ClerkAsync()).GetAsync("/reports/estates");

        Assert.StartsWith("共 23 行，先列前 20 行", page.Caption, StringComparison.Ordinal);
        Assert.Equal(20, page.Rows().Count);
        Assert.Contains("230", page.Rows("tfoot").Single());
    }

    [Theory]
    [InlineData(Role.Bureau, "dwellings,bills,plan,ledger,costs,estates", "")]
    [InlineData(Role.Leader, "bills,plan,ledger,costs,estates", "dwellings,roll")]
    [InlineData(Role.Street, "dwellings,bills,ledger,costs,estates", "plan,candidates")]
    [InlineData(Role.Finance, "plan,ledger,costs,estates", "dwellings,roll,bills,arrears,collecting")]
    public async Task List_ForEachRole_HasWhatItMayRead(Role role, string has, string hasNot)
    {
        var county = await fixture.CountyAsync();
        await county.FillAsync();
        var clerk = await county.ClerkAsync(role, role == Role.Street ? "城关街道" : null);
        var keys = (await clerk.GetAsync("/reports")).Document.QuerySelectorAll("input[name=Keys]").Select(box => box.GetAttribute("value")!).ToList();

        Assert.Empty(has.Split(',').Except(keys));
        foreach (var key in hasNot.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.DoesNotContain(key, keys);
            Assert.Equal(404, (await clerk.GetAsync($"/reports/{key}")).Status);
            Assert.Equal(404, (await clerk.ForgeAsync($"/reports/{key}/files", ("Format", "Pdf"))).Status);
            Assert.Equal(422, (await clerk.ForgeAsync("/reports/batches", ("Keys", key), ("Format", "Pdf"))).Status);
        }
    }

    [Fact]
    public async Task City_InItsCounty_ReadsButMakesNothing()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, above: city);
        await county.FillAsync();
        var person = await Person.MakeAsync(fixture.Portal);
        await city.AdmitAsync(person, Role.City);
        var clerk = await person.SignInAsync(county);

        var wrong = new List<string>();
        foreach (var entry in ReportCatalogue.All.Where(entry => entry.IsFor(new Access(person.Id, "", county.Tenant, Role.City, null))))
            if ((await clerk.GetAsync($"/reports/{entry.Key}")) is { Status: not 200 } page) wrong.Add($"{entry.Key}: {page.Status}");

        Assert.Empty(wrong);
        Assert.False((await clerk.GetAsync("/reports/estates")).HasButton("PDF"));
        Assert.Equal(404, (await clerk.GetAsync("/reports/ledger")).Status);
        Assert.Equal(403, (await clerk.ForgeAsync("/reports/estates/files", ("Format", "Pdf"))).Status);
    }

    [Theory]
    [InlineData("costs", "project", "请选择改造项目。", "")]
    [InlineData("costs", "project", "请从列出的改造项目中选择。", "0198a000-0000-7000-8000-000000000000")]
    [InlineData("dispatch", "week", "请从列出的调度周中选择。", "2026-11-17")]
    [InlineData("plan", "year", "请从列出的年度中选择。", "1999")]
    public async Task Make_ValueThatIsNotOffered_IsRefusedBesideItsField(string report, string field, string problem, string value)
    {
        var county = await fixture.CountyAsync();
        await county.FillAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.ForgeAsync($"/reports/{report}/files", (field, value), ("Format", "Pdf"));

        Assert.Equal(422, page.Status);
        Assert.Contains(problem, page.Problem, StringComparison.Ordinal);
        Assert.Equal(problem, page.Document.QuerySelector($"#{field}-wrong")!.TextContent);
    }
}
