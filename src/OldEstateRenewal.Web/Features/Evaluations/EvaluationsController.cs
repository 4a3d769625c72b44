using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>绩效评价 as it is read: by the city whose sheet it is and by the counties that are scored.</summary>
[Route("{county}/evaluations"), Requires(Duty.ReadPlans)]
public sealed class EvaluationsController(CurrentAccess access, EvaluationReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await reader.IndexAsync());

    [HttpGet("years.{format:regex(^(pdf|xlsx|docx)$)}")]
    public async Task<IActionResult> ShowYears(string format) => new TableFile(EvaluationTables.Years((await reader.IndexAsync()).Years, Access, time.GetUtcNow()), format);

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) =>
        await reader.CityAsync(id) is { } page ? View(page.Evaluation.State == EvaluationState.Draft ? "Draft" : "City", page)
        : await reader.CountyAsync(id) is { } own ? View("County", own) : NotFound();

    [HttpGet("{id:guid}/results.{format:regex(^(pdf|xlsx|docx)$)}")]
    public async Task<IActionResult> ShowResults(Guid id, string format)
    {
        var (city, own) = (await reader.CityAsync(id), await reader.CountyAsync(id));
        if ((city?.Evaluation ?? own?.Evaluation) is not { } evaluation || (city?.Published ?? own?.Published) is not { } round) return NotFound();
        return new TableFile(EvaluationTables.Results(evaluation, round, city?.Results ?? own!.Results, Access, time.GetUtcNow()), format);
    }
}
