using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>欠缴和催缴.</summary>
[Route("{county}/arrears"), Requires(Duty.ReadBills)]
public sealed class ArrearsController(CurrentAccess access, ArrearsBook arrears, Offices offices) : CollectingPages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid? estate, string? bucket)
    {
        ModelState.Clear();
        return await arrears.PageAsync(estate, bucket, new ReminderForm { On = offices.Today, Estate = estate, Bucket = bucket }) is { } page ? View(page) : NotFound();
    }
}

/// <summary>催缴记录.</summary>
[Route("{county}/arrears/reminders"), Requires(Duty.CollectPayments)]
public sealed class RemindersController(CurrentAccess access, ArrearsBook arrears, ReminderService reminders) : CollectingPages(access)
{
    private const string List = "/Features/Collecting/Arrears/Index.cshtml";

    [HttpPost("")]
    public async Task<IActionResult> Create(ReminderForm form)
    {
        if (await arrears.PageAsync(form.Estate, form.Bucket, form) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Again(List, page);
        var (count, refusals) = await reminders.RemindAsync(form);
        return Accepted(PaymentAnswer.Refused(refusals)) ? Told($"{Home}/arrears{(form.Estate is { } estate ? $"?estate={estate}" : "")}", [], $"已登记催缴 {count} 户。") : Again(List, page);
    }
}

/// <summary>The list as a file, and the notices to be handed out.</summary>
[Route("{county}/arrears"), Requires(Duty.ReadBills)]
public sealed class ArrearsPapersController(CurrentAccess access, ArrearsBook arrears, ExportTrail trail, TimeProvider time) : CollectingPages(access)
{
    private const int MostNotices = 500;

    [HttpGet("list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(string format, Guid? estate, string? bucket)
    {
        if (await arrears.PageAsync(estate, bucket, new ReminderForm()) is not { } page) return NotFound();
        await trail.AddHouseholdsAsync($"{page.Estate?.Name}欠缴清单", page.Estate?.Id);
        return new TableFile(CollectingTables.Arrears(page, Access, time.GetUtcNow()), format);
    }

    [HttpGet("notices.pdf"), Requires(Duty.CollectPayments)]
    public async Task<IActionResult> Show(Guid? estate, string? bucket)
    {
        if (estate is null || await arrears.PageAsync(estate, bucket, new ReminderForm()) is not { } page) return NotFound();
        await trail.AddHouseholdsAsync($"{page.Estate!.Name}催缴通知", estate);
        var paper = new ReminderPaper(page.Estate, page.Shown.Take(MostNotices).ToList(), Access.Tenant, time.GetUtcNow());
        return new PaperFile(paper.Head, PaperFile.Sheet, paper.Draw);
    }
}
