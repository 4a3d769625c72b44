using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Reports;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Calendars;

/// <param name="Address">Told once, right after it was made.</param>
public sealed record CalendarFeedPage(CalendarFeed? Feed, string? Address);

/// <summary>日历订阅 of the person who asks.</summary>
[Route("{county}/calendar"), Requires(Duty.ReadTasks)]
public sealed class CalendarFeedsController(CurrentAccess access, CalendarFeedService feeds, ReportSite site) : PortalController(access)
{
    private const string Token = "CalendarToken";

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(new CalendarFeedPage(await feeds.CurrentAsync(), TempData[Token] is string token ? $"{site.Of(Request)}/calendar/{token}.ics" : null));

    [HttpPost("")]
    public async Task<IActionResult> Create()
    {
        TempData[Token] = await feeds.MakeAsync();
        Notice("订阅地址已生成，只在这一页显示一次，请现在复制到日历程序。");
        return Redirect($"{Home}/calendar");
    }

    [HttpPost("revocation")]
    public async Task<IActionResult> Destroy() => Told($"{Home}/calendar", await feeds.RevokeAsync() ? [] : ["没有在用的订阅地址。"], "订阅已停用，原地址不能再读取。");
}
