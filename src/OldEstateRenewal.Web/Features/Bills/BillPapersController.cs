using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>Bills on paper: of one household, of a building, of the whole run. Full names leave the house with them, so it is written down who took them.</summary>
[Route("{county}"), Requires(Duty.ReadBills)]
public sealed class BillPapersController(CurrentAccess access, BillReader reader, ExportTrail exports, TimeProvider time) : PortalController(access)
{
    [HttpGet("bills/{id:guid}/paper.pdf")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await reader.BillAsync(id) is not { } page) return NotFound();
        return await FileAsync(page.Run, [page.Line], $"第{page.Bill.Number}号", page.Parts);
    }

    /// <summary>All bills of a run, or of one of its buildings.</summary>
    [HttpGet("bill-runs/{id:guid}/papers.pdf")]
    public async Task<IActionResult> Index(Guid id, Guid? building)
    {
        if (!ModelState.IsValid || await reader.RunAsync(id) is not { } run) return NotFound();
        var lines = await reader.LinesAsync(run, building);
        return lines.Count == 0 ? NotFound() : await FileAsync(run, lines, building is null ? "" : lines[0].Building, await reader.WorkingAsync(run));
    }

    private async Task<PaperFile> FileAsync(BillRun run, IReadOnlyList<BillLine> lines, string part, IReadOnlyList<PartWorking> working)
    {
        var name = $"{BillRunService.NameOf(run)}{part}";
        await exports.AddHouseholdsAsync($"{name}（含业主姓名）", run.EstateId);
        var paper = new BillPaper(run, Access.Tenant, working, time.GetUtcNow());
        return new PaperFile(new PaperHead(name, Access.Tenant.Name, time.GetUtcNow().ToChina()), PaperFile.Sheet, sheet => paper.Draw(sheet, lines));
    }
}
