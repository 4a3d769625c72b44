using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>定时报表.</summary>
[Route("{county}/reports"), Requires(Duty.MakeReports)]
public sealed class ReportSchedulesController(CurrentAccess access, ReportChoices choices, ReportShelf shelf, ReportSchedules schedules, ReportSite site) : ReportPages(access, choices, shelf)
{
    [HttpGet("schedules")]
    public async Task<IActionResult> Index() => View(new ReportScheduleIndex(await schedules.ListAsync(), Access.UserId));

    [HttpPost("{report}/schedules")]
    public async Task<IActionResult> Create(string report, ReportScheduleForm form)
    {
        if (ReportCatalogue.Find(report, Access) is not { } entry) return NotFound();
        var options = await Choices.OfAsync(entry);
        if (!IsOffered(form.Format)) ModelState.AddModelError(nameof(form.Format), "请选择 PDF、Excel 或 Word。");
        if (ReportSchedules.WhyNot(form) is { } why) ModelState.AddModelError(nameof(form.Day), why);
        if (form.Cycle is { } cycle && !Enum.IsDefined(cycle)) ModelState.AddModelError(nameof(form.Cycle), "请选择每周或每月。");
        if (ModelState.IsValid && !Refused(options, form.Values))
        {
            if (await schedules.AddAsync(new ReportOrder(entry, form.Values, ReportChoices.InWords(options, form.Values), form.Format!.Value, site.Of(Request)), form) is not { } problem) return Told($"{Home}/reports/schedules", [], $"已设定：{entry.Name}。");
            ModelState.AddModelError("", problem);
        }

        return Again("/Features/Reports/Reports/Show.cshtml", new ReportPage(entry, options, ReportForm.Of(form.Values), null, null, true) { Schedule = form });
    }

    [HttpPost("schedules/{id:guid}/removal")]
    public async Task<IActionResult> Destroy(Guid id) =>
        await schedules.RemoveAsync(id) is { } removed ? Told($"{Home}/reports/schedules", removed ? [] : ["该定时报表已删除。"], "已删除定时报表。") : NotFound();
}
