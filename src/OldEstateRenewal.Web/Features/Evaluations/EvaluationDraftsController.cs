using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>拟订 and 下发 of a sheet.</summary>
[Route("{county}/evaluations"), Requires(Duty.Supervise)]
public sealed class EvaluationDraftsController(CurrentAccess access, EvaluationReader reader, EvaluationService evaluations) : PortalController(access)
{
    private const string Draft = "/Features/Evaluations/Evaluations/Draft.cshtml";

    [HttpPost("")]
    public async Task<IActionResult> Create(EvaluationStartForm form)
    {
        var (id, refusals) = ModelState.IsValid ? await evaluations.StartAsync(form) : (Guid.Empty, []);
        foreach (var refusal in refusals) ModelState.AddModelError(nameof(form.Name), refusal);
        if (!ModelState.IsValid) return Again("/Features/Evaluations/Evaluations/Index.cshtml", await reader.IndexAsync());
        Notice("已按系统建议拟出指标，请按本市文件修改后下发。");
        return Redirect($"{Home}/evaluations/{id}");
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(Guid id, EvaluationForm form)
    {
        if (await reader.CityAsync(id) is not { } page) return NotFound();
        if (EvaluationRules.WhyNotEdit(page.Evaluation) is { Count: > 0 } closed) return Told($"{Home}/evaluations/{id}", closed, "");
        foreach (var (field, text) in ModelState.IsValid ? EvaluationRules.WhyNotSave(form) : []) ModelState.AddModelError(field, text);
        foreach (var refusal in ModelState.IsValid ? await evaluations.EditAsync(id, form) : []) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again(Draft, page with { Form = form });
        Notice("评价表已保存。");
        return Redirect($"{Home}/evaluations/{id}");
    }

    [HttpPost("{id:guid}/publication")]
    public async Task<IActionResult> CreatePublication(Guid id, EvaluationStepForm form)
    {
        if (await reader.CityAsync(id) is not { } page) return NotFound();
        return Told($"{Home}/evaluations/{id}", await evaluations.PublishAsync(page.Evaluation, form), "已下发，各县（市、区）可以自评；评价表不再改动。");
    }
}
