using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Eligibility;

public sealed record EligibilityIndex(EligibilityBoard Board, IReadOnlyList<Street> Streets);

/// <summary>资格认定: how all estates stand, why not, and what would be if.</summary>
[Route("{county}/eligibility"), Requires(Duty.ReadRegistry)]
public sealed class EligibilityController(CurrentAccess access, PortalDbContext db, PolicyShelf policies, EstateStandings standings, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] EligibilityQuery query) => View(new EligibilityIndex(await BoardAsync(query), await standings.StreetsAsync()));

    [HttpGet("document.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show([FromQuery] EligibilityQuery query, string format)
    {
        var board = await BoardAsync(query);
        if (board.Rule is null) return NotFound();
        var table = EligibilityTable.Of(board, Access.Tenant.Name, time.GetUtcNow());
        using var file = new MemoryStream();
        if (format == "pdf") PdfTableWriter.Write(table, file);
        else SpreadsheetTableWriter.Write(table, file);
        return File(file.ToArray(), format == "pdf" ? "application/pdf" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"资格认定表.{format}");
    }

    private async Task<EligibilityBoard> BoardAsync(EligibilityQuery query) => await EligibilityBoard.ReadAsync(db, await policies.TodayAsync(), query);
}

/// <summary>假设测算.</summary>
[Route("{county}/eligibility/comparison"), Requires(Duty.ReadRegistry)]
public sealed class ComparisonsController(CurrentAccess access, PortalDbContext db, PolicyShelf policies) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show([FromQuery] ComparisonQuery query) => View(await EligibilityComparison.ReadAsync(db, await policies.TodayAsync(), query));
}

public sealed record VerdictHistory(Estate Estate, List<VerdictRecord> Records);

/// <summary>认定历史 of one estate.</summary>
[Route("{county}/estates/{id:guid}/verdicts"), Requires(Duty.ReadRegistry)]
public sealed class VerdictsController(CurrentAccess access, PortalDbContext db) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id)
    {
        var estate = await db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id);
        if (estate is null) return NotFound();
        return View(new VerdictHistory(estate, await db.VerdictRecords.AsNoTracking().Where(r => r.EstateId == id).OrderByDescending(r => r.JudgedAt).ThenByDescending(r => r.Id).ToListAsync()));
    }
}
