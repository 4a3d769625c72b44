using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>公布结果 and 重评.</summary>
[Route("{county}/evaluations/{id:guid}"), Requires(Duty.Supervise)]
public sealed class EvaluationRoundsController(CurrentAccess access, EvaluationReader reader, CountyReviewService reviews) : PortalController(access)
{
    private const string City = "/Features/Evaluations/Evaluations/City.cshtml";

    [HttpPost("results")]
    public async Task<IActionResult> CreateResults(Guid id, ResultForm form)
    {
        if (await reader.CityAsync(id) is not { } page) return NotFound();
        foreach (var refusal in ModelState.IsValid ? await reviews.ConcludeAsync(page, form) : []) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again(City, page);
        Notice("结果已公布，各县（市、区）可以查看。");
        return Redirect($"{Home}/evaluations/{id}");
    }

    [HttpPost("rounds")]
    public async Task<IActionResult> Create(Guid id, RoundForm form)
    {
        if (await reader.CityAsync(id) is not { } page) return NotFound();
        foreach (var refusal in ModelState.IsValid ? await reviews.ReopenAsync(page, form) : []) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again(City, page);
        Notice("已开始重评，原结果在重新公布前照旧有效。");
        return Redirect($"{Home}/evaluations/{id}");
    }
}
