using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Supervision;

/// <summary>全市调度: the counties of a city, and one of them with its sheets.</summary>
[Route("{county}/supervision"), Requires(Duty.Supervise)]
public sealed class SupervisionController(CurrentAccess access, SupervisionBoard board, ReturnDesk returns, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year, int page = 1) => View(await board.CityAsync(year, Math.Clamp(page, 1, 1000)));

    [HttpGet("table.{format:regex(^(pdf|xlsx|docx)$)}")]
    public async Task<IActionResult> ShowTable(string format, int? year) => new TableFile(SupervisionTable.Of(await board.CityAsync(year, null), Access, time.GetUtcNow()), format);

    [HttpGet("{key}")]
    public async Task<IActionResult> Show(string key, string? week)
    {
        DateOnly? monday = DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.DayOfWeek == DayOfWeek.Monday ? day : null;
        return (week is null || monday is not null) && await board.CountyAsync(key, monday) is { } page ? View(page) : NotFound();
    }

    [HttpPost("{key}/sheets/{sheet:guid}/returns")]
    public async Task<IActionResult> Create(string key, Guid sheet, FigureReturnForm form)
    {
        if (await board.CountyAsync(key, null) is not { } county || await board.SheetAsync(county.Id, sheet) is not { } of) return NotFound();
        var refusals = ModelState.IsValid ? await returns.ReturnAsync(county, of, form) : Wrong();
        return Told($"{Home}/supervision/{key}?week={of.Week:yyyy-MM-dd}", refusals, "已退回，数字未改动，已告知县级。");
    }
}
