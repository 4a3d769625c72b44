using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Word;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bulletins;

/// <summary>月通报 as it is read: by the city that issues it and by the counties it is issued to.</summary>
[Route("{county}/bulletins"), Requires(Duty.ReadProjects)]
public sealed class BulletinsController(CurrentAccess access, BulletinReader reader, BulletinReadingService readings) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await reader.IndexAsync());

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();

    [HttpGet("{id:guid}/paper.{format:regex(^(pdf|docx)$)}")]
    public async Task<IActionResult> ShowPaper(Guid id, string format)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        var paper = BulletinPaper.Of(page, await reader.CityNameAsync(page.Bulletin), await reader.TemplateAsync(page.Bulletin));
        var file = new MemoryStream();
        if (format == "pdf") PdfOfficialPaperWriter.Write(paper, file);
        else WordOfficialPaperWriter.Write(paper, file);
        file.Position = 0;
        return File(file, format == "pdf" ? "application/pdf" : TableFile.Word, $"{BulletinWords.NameOf(page.Bulletin)}.{format}");
    }

    [HttpGet("{id:guid}/figures.xlsx")]
    public async Task<IActionResult> ShowFigures(Guid id) => await reader.PageAsync(id) is { } page ? new TableFile(BulletinTables.Detail(page), "xlsx") : NotFound();

    [HttpPost("{id:guid}/readings")]
    public async Task<IActionResult> Create(Guid id)
    {
        if (Access.Supervises || await reader.PageAsync(id) is not { } page) return NotFound();
        return Told($"{Home}/bulletins/{id}", await readings.SignAsync(page), "已签收。");
    }
}
