using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>周调度: the weeks of a county, and one of them.</summary>
[Route("{county}/dispatch"), Requires(Duty.ReadProjects)]
public sealed class DispatchesController(CurrentAccess access, WeekReader reader, TimeProvider time) : PortalController(access)
{
    public const string Week = "{week:regex(^\\d{{4}}-\\d{{2}}-\\d{{2}}$)}";

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await reader.IndexAsync());

    [HttpGet(Week)]
    public async Task<IActionResult> Show(string week) => await reader.WeekAsync(week) is { } of ? View(await reader.PageAsync(of)) : NotFound();

    [HttpGet(Week + "/sheet.{format:regex(^(pdf|xlsx|docx)$)}")]
    public async Task<IActionResult> ShowSheet(string week, string format) =>
        await reader.WeekAsync(week) is { } of ? new TableFile(DispatchTable.Of(await reader.PageAsync(of), Access, time.GetUtcNow()), format) : NotFound();
}
