using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>回执查询: an owner sees how the own vote was recorded and counted. Open to anyone who holds a code; the code never stands in an address.</summary>
[Route("/receipts"), AllowAnonymous]
public sealed class ReceiptsController(ReceiptBook receipts, OnlineOpinions opinions) : Controller
{
    [HttpGet("")]
    public IActionResult New(string? county) => View(new ReceiptForm { County = county?.Length <= Tenancy.Tenant.KeyLength ? county : null });

    [HttpPost(""), EnableRateLimiting(ReceiptLimit.Policy)]
    public async Task<IActionResult> Create(ReceiptForm form)
    {
        if (ModelState.IsValid && await receipts.FindAsync(form.County!, ReceiptCode.Read(form.Code)) is { } page) return View("Show", page);
        if (ModelState.IsValid) ModelState.AddModelError("", "没有查到。请核对县（市、区）代码和回执码；仍查不到的，请联系送票的经办人。");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("New", form);
    }

    /// <summary>The household's opinion on line. The answer is a sentence; who wants to see the record opens the receipt again.</summary>
    [HttpPost("opinions"), EnableRateLimiting(ReceiptLimit.Policy)]
    public async Task<IActionResult> CreateOpinion(OpinionForm form)
    {
        var (taken, words) = ModelState.IsValid ? await opinions.TakeAsync(form) : (false, "请选择意见。");
        if (!taken) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Told", (taken, words));
    }
}
