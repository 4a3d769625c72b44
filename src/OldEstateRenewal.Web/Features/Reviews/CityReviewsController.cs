using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>市级会审: the queue of a city, and its decision on one.</summary>
[Route("{county}/reviews"), Requires(Duty.Supervise)]
public sealed class CityReviewsController(CurrentAccess access, CityReviews reviews) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await reviews.QueueAsync());

    [HttpGet("{id:guid}/decision")]
    public async Task<IActionResult> Show(Guid id) => await reviews.CaseAsync(id, new DecisionForm()) is { } page ? View(page) : NotFound();

    [HttpPost("{id:guid}/decision")]
    public async Task<IActionResult> Create(Guid id, DecisionForm form)
    {
        if (await reviews.CaseAsync(id, form) is not { } page) return NotFound();
        foreach (var refusal in ModelState.IsValid ? await reviews.DecideAsync(page, form) : []) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again("Show", page);
        Notice(form.HasPassed == true ? "会审通过，已告知县级。" : "已退回，已告知县级。");
        return Redirect($"{Home}/reviews");
    }
}
