using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Reports;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Calendars;

/// <summary>A person's calendar, for calendar programs: open to whoever holds the address.</summary>
[Route("/calendar/{token}.ics"), AllowAnonymous, EnableRateLimiting(ReceiptLimit.Policy)]
public sealed class CalendarsController(CalendarGate gate, ReportSite site) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string? token)
    {
        // A blank is bound to nothing.
        if (token is null || await gate.ReadAsync(token, site.Of(Request)) is not { } file) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(file, CalendarFile.ContentType);
    }
}
