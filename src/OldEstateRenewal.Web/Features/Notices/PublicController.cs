using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using OldEstateRenewal.Web.Features.Ballots;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>公示栏: open to anyone. The county stands in the address under another name than below it, so that nobody is asked to sign in.</summary>
[Route("{place}/public"), AllowAnonymous]
public sealed class PublicController(PublicBoard board) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string place) => await board.ReadAsync(place) is { } page ? View(page) : NotFound();

    [HttpGet("notices/{id:guid}")]
    public async Task<IActionResult> Show(string place, Guid id) => await board.FindAsync(place, id, new PublicObjectionForm()) is { } page ? View(page) : NotFound();

    [HttpPost("notices/{id:guid}/objections"), EnableRateLimiting(ReceiptLimit.Policy)]
    public async Task<IActionResult> Create(string place, Guid id, PublicObjectionForm form)
    {
        if (await board.FindAsync(place, id, form) is not { } page) return NotFound();
        if (ModelState.IsValid && await board.ObjectAsync(place, id, form) is var (receipt, refusal))
        {
            if (receipt is not null) return View("Told", (page, receipt));
            ModelState.AddModelError("", refusal!);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Show", page);
    }
}
