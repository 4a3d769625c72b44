using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>五年改造规划, year by year.</summary>
[Route("{county}/pipeline"), Requires(Duty.ReadPlans)]
public sealed class PipelineController(CurrentAccess access, PipelineBoard board, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? from) => View(await board.ReadAsync(from));

    [HttpGet("list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(string format, int? from) => new TableFile(PipelineTable.Of(await board.ReadAsync(from), Access, time.GetUtcNow()), format);
}
