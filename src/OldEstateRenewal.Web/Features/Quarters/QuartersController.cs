using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Quarters;

/// <summary>统计季报 of a county: the quarters, and one of them, read, sent, corrected.</summary>
[Route("{county}/quarters"), Requires(Duty.ReadProjects)]
public sealed class QuartersController(CurrentAccess access, QuarterReader reader, QuarterService service, TimeProvider time) : PortalController(access)
{
    public const string One = "{planYear:int:range(2000,2100)}/{quarter:regex(^\\d{{4}}-\\d$)}";

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await reader.IndexAsync());

    [HttpGet(One)]
    public async Task<IActionResult> Show(int planYear, string quarter) => Quarter.Parse(quarter) is { } of ? View(await reader.PageAsync(of, planYear)) : NotFound();

    [HttpGet(One + "/form.{format:regex(^(pdf|xlsx|docx)$)}")]
    public async Task<IActionResult> ShowForm(int planYear, string quarter, string format) =>
        Quarter.Parse(quarter) is { } of && await reader.PageAsync(of, planYear) is { Lines.Count: > 0 } page ? new TableFile(QuarterTables.Of(page, Access, time.GetUtcNow()), format) : NotFound();

    [HttpPost(One), Requires(Duty.SendQuarterlyForms)]
    public async Task<IActionResult> Create(int planYear, string quarter, QuarterForm form)
    {
        if (Quarter.Parse(quarter) is not { } of) return NotFound();
        var page = await reader.PageAsync(of, planYear, form);
        if (ModelState.IsValid)
        {
            foreach (var refusal in await service.SendAsync(page, form)) ModelState.AddModelError(FieldOf(form, refusal.Key), refusal.Text);
        }

        if (!ModelState.IsValid) return Again("Show", page);
        Notice(form.Edition == 0 ? $"{of.Name}季报已报送。" : "更正已报送，原报数保留。");
        return Redirect($"{Home}/quarters/{planYear}/{quarter}");
    }

    /// <summary>Beside the reason that is asked for.</summary>
    private static string FieldOf(QuarterForm form, string? key)
    {
        var at = key is null ? -1 : form.Reasons.FindIndex(reason => reason.Key == key);
        return at >= 0 ? $"Reasons[{at}].Text" : key == nameof(QuarterForm.Correction) ? key : "";
    }
}

/// <summary>季报汇总 of a city.</summary>
[Route("{county}/city-quarters"), Requires(Duty.Supervise)]
public sealed class CityQuartersController(CurrentAccess access, QuarterReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await reader.CityIndexAsync());

    [HttpGet(QuartersController.One)]
    public async Task<IActionResult> Show(int planYear, string quarter) => Quarter.Parse(quarter) is { } of ? View(await reader.CityAsync(of, planYear)) : NotFound();

    [HttpGet(QuartersController.One + "/form.{format:regex(^(pdf|xlsx|docx)$)}")]
    public async Task<IActionResult> ShowForm(int planYear, string quarter, string format) =>
        Quarter.Parse(quarter) is { } of ? new TableFile(QuarterTables.Of(await reader.CityAsync(of, planYear), Access, time.GetUtcNow()), format) : NotFound();
}
