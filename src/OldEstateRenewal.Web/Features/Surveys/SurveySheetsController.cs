using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Surveys;

/// <summary>摸底表 to print: one estate, or all of a street.</summary>
[Route("{county}"), Requires(Duty.ReadRegistry)]
public sealed class SurveySheetsController(CurrentAccess access, PortalDbContext db, PolicyShelf policies, TimeProvider time) : PortalController(access)
{
    private const int MostEstates = 60;

    [HttpGet("estates/{id:guid}/survey-sheet.pdf")]
    public async Task<IActionResult> Show(Guid id) => await PaperAsync([id]);

    /// <summary>The estates of a street, or those picked, by name.</summary>
    [HttpGet("survey-sheets.pdf")]
    public async Task<IActionResult> Index(Guid? street, [FromQuery(Name = "estate")] Guid[]? picked)
    {
        var estates = db.Estates.Where(e => e.EndedOn == null);
        if (street is not null) estates = estates.Where(e => e.StreetId == street);
        if (picked is { Length: > 0 }) estates = estates.Where(e => picked.Contains(e.Id));
        return await PaperAsync(await estates.OrderBy(e => EF.Functions.Collate(e.Name, "zh-x-icu")).Select(e => e.Id).Take(MostEstates).ToListAsync());
    }

    private async Task<IActionResult> PaperAsync(List<Guid> ids)
    {
        var estates = await db.Estates.AsNoTrackingWithIdentityResolution().Include(e => e.Street).Include(e => e.Facts).Where(e => ids.Contains(e.Id)).AsSplitQuery().OrderBy(e => EF.Functions.Collate(e.Name, "zh-x-icu")).ThenBy(e => e.Id).ToListAsync();
        if (estates.Count == 0) return NotFound();
        var buildings = (await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.EstateId)).OrderBy(b => b.Sequence).ToListAsync()).ToLookup(b => b.EstateId);
        var last = await db.Surveys.AsNoTracking().Where(s => ids.Contains(s.EstateId) && !db.Surveys.Any(next => next.SupersedesId == s.Id)).ToDictionaryAsync(s => s.EstateId);
        var prints = estates.Select(e => new SurveyPrint(e, buildings[e.Id].ToList(), last.GetValueOrDefault(e.Id))).ToList();
        var table = SurveySheetTable.Of(prints, SurveyCatalogue.Of(await policies.TodayAsync()), Access.Tenant.Name, time.GetUtcNow());
        using var file = new MemoryStream();
        PdfTableWriter.Write(table, file);
        return File(file.ToArray(), "application/pdf", $"{table.Title}.pdf");
    }
}
