using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Overviews;

/// <summary>领导一页: on a screen and on one A4.</summary>
[Route("{county}/overview"), Requires(Duty.ReadProjects)]
public sealed class OverviewsController(CurrentAccess access, OverviewReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int? year) => View(await reader.ReadAsync(year));

    [HttpGet("paper.pdf")]
    public async Task<IActionResult> ShowPaper(int? year)
    {
        var overview = await reader.ReadAsync(year);
        var title = $"{Access.Tenant.Name}老旧小区改造工作一页通";
        var file = new MemoryStream();
        PdfPaperWriter.Write(new PaperHead(title, Access.Tenant.Name, time.GetUtcNow().ToChina()), OverviewPaper.Layout, file, paper => new OverviewPaper(overview, Access.Tenant, time.GetUtcNow()).Draw(paper, title));
        file.Position = 0;
        return File(file, "application/pdf", $"{title}.pdf");
    }
}
