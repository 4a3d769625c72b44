using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>自评 of a county: saved as often as wanted, sent once.</summary>
[Route("{county}/evaluations/{id:guid}/self-assessment"), Requires(Duty.EditPlans)]
public sealed class SelfAssessmentsController(CurrentAccess access, EvaluationReader reader, SelfAssessmentService assessments) : PortalController(access)
{
    private const int MostRequest = 100 * 1024 * 1024;
    private const string County = "/Features/Evaluations/Evaluations/County.cshtml";

    [HttpPost(""), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public Task<IActionResult> Update(Guid id, SelfAssessmentForm form) => SaveAsync(id, form, sends: false);

    [HttpPost("sending"), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public Task<IActionResult> Create(Guid id, SelfAssessmentForm form) => SaveAsync(id, form, sends: true);

    private async Task<IActionResult> SaveAsync(Guid id, SelfAssessmentForm form, bool sends)
    {
        if (await reader.CountyAsync(id) is not { } page) return NotFound();
        foreach (var (field, text) in ModelState.IsValid ? await assessments.SaveAsync(page, form) : []) ModelState.AddModelError(field, text);
        if (!ModelState.IsValid) return Again(County, page);
        return Told($"{Home}/evaluations/{id}", sends ? await assessments.SendAsync(id) : [], sends ? "自评已报送，不再改动。" : "自评已保存，尚未报送。");
    }
}
