using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using OldEstateRenewal.Web.Features.Ballots;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>报表核验: open to anyone who holds a report. The file that is sent is compared and not kept.</summary>
[Route("/verify/{place}/{code}"), AllowAnonymous, EnableRateLimiting(ReceiptLimit.Policy)]
public sealed class VerificationsController(Verification verification) : Controller
{
    private const int MostBytes = 64 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Show(string place, string code) => await verification.FindAsync(place, code) is { } known ? View(known) : NotFound();

    [HttpPost(""), RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Create(string place, string code, IFormFile? file)
    {
        if (await verification.FindAsync(place, code) is not { } known) return NotFound();
        if (file is not null)
        {
            await using var sent = file.OpenReadStream();
            return View("Show", await Verification.CompareAsync(known, sent));
        }

        ModelState.AddModelError("file", "请选择要核对的文件。");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Show", known);
    }
}
