using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>审查: those of a project, one review, its tests and opinions.</summary>
[Route("{county}"), Requires(Duty.ReadProjects)]
public sealed class ReviewsController(CurrentAccess access, PortalDbContext db, ReviewReader reader, ReviewService reviews) : PortalController(access)
{
    [HttpGet("projects/{id:guid}/reviews")]
    public async Task<IActionResult> Index(Guid id) => await reader.ListAsync(id, new ReviewForm()) is { } list ? View(list) : NotFound();

    [HttpGet("reviews/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("projects/{id:guid}/reviews"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Create(Guid id, ReviewForm form)
    {
        if (await reader.ListAsync(id, form) is not { } list) return NotFound();
        var (opened, refusals) = ModelState.IsValid ? await reviews.OpenAsync(id, form) : (Guid.Empty, []);
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again("Index", list);
        Notice(form.Kind == ReviewKind.City ? "会审材料已打包报送。" : "已提交联合审查，各部门意见可并行登记。");
        return Redirect($"{Home}/reviews/{opened}");
    }

    [HttpPost("reviews/{id:guid}/tests"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Update(Guid id, ReviewTestsForm form) =>
        await reader.PageAsync(id) is not { } page ? NotFound() : Told(id, ModelState.IsValid ? await reviews.AnswerAsync(page, form) : Wrong(), "条件已登记。");

    [HttpPost("reviews/{id:guid}/opinions"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> CreateOpinion(Guid id, OpinionForm form) =>
        await reader.PageAsync(id) is null ? NotFound() : Told(id, ModelState.IsValid ? await reviews.SpeakAsync(id, form) : Wrong(), "意见已登记。");

    [HttpGet("reviews/{id:guid}/packet.zip")]
    public async Task<IActionResult> ShowPacket(Guid id)
    {
        var packet = await db.ReviewPackets.AsNoTracking().Where(p => p.ReviewId == id && db.Reviews.Any(r => r.Id == id)).Select(p => new { p.Bytes, db.Projects.First(project => project.Id == p.ProjectId).Name }).SingleOrDefaultAsync();
        return packet is null ? NotFound() : File(packet.Bytes, MediaTypeNames.Application.Zip, $"{packet.Name}会审材料.zip");
    }

    private RedirectResult Told(Guid id, IReadOnlyList<string> refusals, string done) => Told($"{Home}/reviews/{id}", refusals, done);
}
