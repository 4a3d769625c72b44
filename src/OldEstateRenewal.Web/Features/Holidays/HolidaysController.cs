using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using Duty = OldEstateRenewal.Web.Security.Duty;

namespace OldEstateRenewal.Web.Features.Holidays;

/// <summary>节假日安排 of a year as a calendar, and terms counted by it.</summary>
[Route("{county}/holidays"), Requires(Duty.ReadPolicies)]
public sealed class HolidaysController(CurrentAccess access, HolidayService holidays, CountyCalendar calendar, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public Task<IActionResult> Index(TermQuery query) => ShowAsync(query.From?.Year is { } year and >= HolidayTable.EarliestYear and <= HolidayTable.LatestYear ? year : ChinaTime.Today(time).Year, query);

    [HttpGet("{year:int:range(2015,2050)}")]
    public Task<IActionResult> Show(int year, TermQuery query) => ShowAsync(year, query);

    [HttpGet("{year:int:range(2015,2050)}/edit"), Requires(Duty.EditPolicies)]
    public async Task<IActionResult> Edit(int year)
    {
        var (table, own) = ((await calendar.ReadAsync()).Of(year), await holidays.OwnAsync(year));
        return View(new HolidayEditor(year, new HolidayForm { Source = table?.Source, Text = table?.Text, Revision = own.FirstOrDefault()?.Revision ?? 0 }, [], table, false));
    }

    [HttpPost("{year:int:range(2015,2050)}"), Requires(Duty.EditPolicies)]
    public async Task<IActionResult> Update(int year, HolidayForm form)
    {
        var table = (await calendar.ReadAsync()).Of(year);
        if (table is not null && string.IsNullOrWhiteSpace(form.Reason)) ModelState.AddModelError(nameof(form.Reason), "这一年已有安排，请写明更改的原因。");
        var reading = HolidayText.Read(year, form.Text ?? "");
        if (!ModelState.IsValid || reading.Problems.Count > 0) return Again("Edit", new HolidayEditor(year, form, form.Text is null ? [] : reading.Problems, table, false));
        if (!await holidays.AddAsync(year, form, reading.Periods)) return Again("Edit", new HolidayEditor(year, await OvertakenAsync(year, form), [], (await holidays.OwnAsync(year)).FirstOrDefault()?.ToTable() ?? table, true));
        Notice($"已录入{year}年节假日安排，共 {reading.Periods.Count} 个节日。{(reading.Ignored.Count > 0 ? $"未采用与日期无关的 {reading.Ignored.Count} 行。" : "")}");
        return Redirect($"{Home}/holidays/{year}");
    }

    private async Task<HolidayForm> OvertakenAsync(int year, HolidayForm form)
    {
        form.Revision = (await holidays.OwnAsync(year)).FirstOrDefault()?.Revision ?? 0;
        ModelState.Remove(nameof(form.Revision));
        return form;
    }

    private async Task<IActionResult> ShowAsync(int year, TermQuery query)
    {
        var book = await calendar.ReadAsync();
        if (query.IsAsked && query.From is null && ModelState.IsValid) ModelState.AddModelError(nameof(query.From), "请填写起算的日期。");
        if (query.IsAsked && query.Days is null && ModelState.IsValid) ModelState.AddModelError(nameof(query.Days), "请填写天数。");
        if (query.From is { } early && early.Year is < HolidayTable.EarliestYear or > HolidayTable.LatestYear) ModelState.AddModelError(nameof(query.From), $"日期应在 {HolidayTable.EarliestYear} 至 {HolidayTable.LatestYear} 年。");
        var answer = ModelState.IsValid && query is { From: { } from, Days: { } days } ? TermAnswer.Of(book, from, days) : null;
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Show", new HolidaySheet(year, ChinaTime.Today(time), book, await holidays.OwnAsync(year), query, answer));
    }
}
