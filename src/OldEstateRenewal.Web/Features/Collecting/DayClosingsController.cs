using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>日结.</summary>
[Route("{county}/day-closings"), Requires(Duty.ReadBills)]
public sealed class DayClosingsController(CurrentAccess access, DayBook days, Offices offices) : CollectingPages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await days.ListAsync());

    [HttpGet("new"), Requires(Duty.CollectPayments)]
    public async Task<IActionResult> New(DateOnly? on)
    {
        ModelState.Clear();
        var day = on ?? offices.Today;
        return View(await PageAsync(new DayClosingForm { On = day }));
    }

    [HttpPost(""), Requires(Duty.CollectPayments)]
    public async Task<IActionResult> Create(DayClosingForm form)
    {
        if (!ModelState.IsValid) return Again("New", await PageAsync(form));
        var (closing, refusals) = await days.CloseAsync(form);
        return !Accepted(PaymentAnswer.Refused(refusals)) ? Again("New", await PageAsync(form)) : Told($"{Home}/day-closings/{closing!.Id}", [], $"{closing.On:yyyy-MM-dd} 已日结。");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await days.FindAsync(id) is { } day ? View(day) : NotFound();

    private async Task<DayClosingPage> PageAsync(DayClosingForm form) => new(await days.SheetAsync(offices.Own, form.On ?? offices.Today), form, form.On is { } on ? await days.WhyNotAsync(on) : []);
}

[Route("{county}/day-closings"), Requires(Duty.ReadBills)]
public sealed class DayClosingPapersController(CurrentAccess access, DayBook days, TimeProvider time) : CollectingPages(access)
{
    [HttpGet("{id:guid}.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(Guid id, string format) => await days.FindAsync(id) is { } day ? new TableFile(DayTable.Of(day, Access, time.GetUtcNow()), format) : NotFound();
}
