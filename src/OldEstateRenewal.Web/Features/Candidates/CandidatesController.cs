using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>候选项目, ranked by the tenant's rule.</summary>
[Route("{county}/candidates"), Requires(Duty.ReadPlans)]
public sealed class CandidatesController(CurrentAccess access, CandidatePool pool, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year) => View(await pool.ReadAsync(pool.Within(year)));

    [HttpGet("list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(string format, int? year) => new TableFile(CandidateTable.Of(await pool.ReadAsync(pool.Within(year)), Access, time.GetUtcNow()), format);
}
