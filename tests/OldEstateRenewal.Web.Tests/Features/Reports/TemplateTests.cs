using Microsoft.Extensions.DependencyInjection;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Web.Features.Reports;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Reports;

/// <summary>The look of official papers, set by the tenant.</summary>
public sealed class TemplateTests(PortalFixture fixture)
{
    [Fact]
    public async Task Set_Template_TheNewestHolds()
    {
        var (county, other) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var clerk = await county.ClerkAsync(Role.Leader);
        Assert.Equal($"{county.Tenant.Name}住房和城乡建设局文件", (await OfAsync(county)).Mark);

        await (await clerk.GetAsync("/reports/template")).Fill("发文机关标志", "甲县人民政府文件").PressAsync("保存");
        var page = await (await clerk.GetAsync("/reports/template")).Fill("发文机关标志", "乙县住建局文件").Fill("署名机关", "乙县住建局\n乙县财政局").Choose("用印方式", "不加盖印章").Fill("正文字体（Word）", "仿宋").PressAsync("保存");

        Assert.Contains("公文版式已保存", page.Notice, StringComparison.Ordinal);
        var template = await OfAsync(county);
        Assert.Equal("乙县住建局文件", template.Mark);
        Assert.Equal(["乙县住建局", "乙县财政局"], template.Signatories);
        Assert.Equal(SealPlace.Unsealed, template.Seal);
        Assert.Equal("仿宋", template.Fonts.Body.Named);
        Assert.Equal(PaperFonts.Default.Title, template.Fonts.Title);
        Assert.Equal("2", await county.AskAsync("select count(*)::text from portal.paper_template_versions"));
        Assert.Equal($"{other.Tenant.Name}住房和城乡建设局文件", (await OfAsync(other)).Mark);
    }

    [Fact]
    public async Task Set_NoBodyOrTooMany_IsRefusedBesideTheField()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        Assert.Equal("请填写署名机关。", (await (await clerk.GetAsync("/reports/template")).Fill("署名机关", "").PressAsync("保存")).Wrong("署名机关"));
        Assert.Equal("署名机关每行一个，1 至 5 个。", (await (await clerk.GetAsync("/reports/template")).Fill("署名机关", "一\n二\n三\n四\n五\n六").PressAsync("保存")).Wrong("署名机关"));
        Assert.Equal(403, (await (await county.ClerkAsync(Role.Street, "城关街道")).ForgeAsync("/reports/template", ("Signatories", "x"))).Status);
        Assert.Equal("0", await county.AskAsync("select count(*)::text from portal.paper_template_versions"));
    }

    [Fact]
    public async Task Report_OfTenantWithOwnFont_NamesItInWord()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        await (await clerk.GetAsync("/reports/template")).Fill("正文字体（Word）", "华文仿宋").PressAsync("保存");

        var bytes = await clerk.BytesAsync((await clerk.MakeAsync("estates", "Word")).Id);
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(archive.GetEntry("word/fontTable.xml")!.Open());

        Assert.Contains("华文仿宋", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private async Task<PaperTemplate> OfAsync(County county)
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        var access = new Access(Guid.Empty, "试验", county.Tenant, Role.Bureau, null);
        scope.ServiceProvider.GetRequiredService<DatabaseLease>().Set(access.Scope, asSupervisor: false);
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Set(access);
        await using var transaction = await scope.ServiceProvider.GetRequiredService<Web.Data.PortalDbContext>().Database.BeginTransactionAsync();
        return await scope.ServiceProvider.GetRequiredService<PaperTemplates>().OfTenantAsync();
    }
}
