using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>楼盘表 and 入户调查表 as PDF and Excel.</summary>
[Route("{county}/buildings/{id:guid}"), Requires(Duty.ReadHouseholds)]
public sealed class BuildingPapersController(CurrentAccess access, PortalDbContext db, TimeProvider time) : PortalController(access)
{
    [HttpGet("sheet.{format:regex(^(pdf|xlsx)$)}")]
    public Task<IActionResult> Show(Guid id, string format) => PaperAsync(id, format, survey: false);

    /// <summary>Names stand in full here, so that only those may have it who enter them.</summary>
    [HttpGet("survey.{format:regex(^(pdf|xlsx)$)}"), Requires(Duty.EditHouseholds)]
    public Task<IActionResult> ShowSurvey(Guid id, string format) => PaperAsync(id, format, survey: true);

    private async Task<IActionResult> PaperAsync(Guid id, string format, bool survey)
    {
        if (await BuildingSheet.ReadAsync(db, id) is not { } sheet) return NotFound();
        var table = BuildingTable.Of(sheet, survey, Access.Tenant.Name, time.GetUtcNow());
        using var file = new MemoryStream();
        if (format == "pdf") PdfTableWriter.Write(table, file);
        else SpreadsheetTableWriter.Write(table, file);
        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), format == "pdf" ? "application/pdf" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{table.Title}.{format}");
    }
}
