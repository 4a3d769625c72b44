using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>复评 of one county.</summary>
[Route("{county}/evaluations/{id:guid}/reviews/{key}"), Requires(Duty.Supervise)]
public sealed class CountyReviewsController(CurrentAccess access, EvaluationReader reader, CountyReviewService reviews) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, string key) => await reader.ReviewAsync(id, key) is { } page ? View(page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Update(Guid id, string key, CountyReviewForm form)
    {
        if (await reader.ReviewAsync(id, key) is not { } page) return NotFound();
        if (form.Filled.Count > CountyReview.MostAdjustments) ModelState.AddModelError("", $"加分、扣分不超过 {CountyReview.MostAdjustments} 条。");
        foreach (var refusal in ModelState.IsValid ? await reviews.SaveAsync(page, form) : []) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again("Show", page);
        Notice("复评已保存，公布结果前可以修改。");
        return Redirect($"{Home}/evaluations/{id}/reviews/{key}");
    }
}
