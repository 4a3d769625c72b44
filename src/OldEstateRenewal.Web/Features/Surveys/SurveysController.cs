using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Surveys;

/// <summary>What the sheet asks: the catalogues of the county's policies today.</summary>
public sealed record SurveyCatalogue(IReadOnlyList<PolicyAnswer<SurveyFact>> Facts, IReadOnlyList<PolicyAnswer<SurveyFacility>> Facilities, IReadOnlyList<PolicyAnswer<WorksItem>> Works)
{
    public static SurveyCatalogue Of(PolicyView view) => new(
        view.SurveyFacts(), view.All(PolicySections.Facilities), new WorksCatalogue(view).Items.Where(work => !work.Item.Forbidden).ToList());

    public static string Words(SurveyFactKind kind) => kind switch
    {
        SurveyFactKind.Assessment => "评估事项",
        SurveyFactKind.Exclusion => "排除情形",
        SurveyFactKind.Exception => "例外情形",
        _ => "登记事项",
    };
}

/// <param name="Estate">The estate surveyed.</param>
/// <param name="Buildings">Its buildings, in their order.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Catalogue">What is asked.</param>
/// <param name="Current">What is registered now, when someone else saved in the meantime.</param>
public sealed record SurveyEditor(Estate Estate, List<Building> Buildings, SurveyForm Form, SurveyCatalogue Catalogue, SurveyForm? Current = null);

public sealed record SurveySheet(Survey Survey, SurveyCatalogue Catalogue, Guid? LaterId, AttachmentList Files);

/// <summary>摸底调查: recorded on the spot, read by all, superseded by the next.</summary>
[Route("{county}"), Requires(Duty.ReadRegistry)]
public sealed class SurveysController(CurrentAccess access, PortalDbContext db, SurveyService surveys, PolicyShelf policies, TimeProvider time) : PortalController(access)
{
    private readonly CurrentAccess current = access;

    [HttpGet("surveys/{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var survey = await db.Surveys.AsNoTracking().Include(s => s.Estate).SingleOrDefaultAsync(s => s.Id == id);
        if (survey is null) return NotFound();
        var later = await db.Surveys.Where(s => s.SupersedesId == id).Select(s => (Guid?)s.Id).SingleOrDefaultAsync();
        var files = await AttachmentList.ReadAsync(db, current, AttachmentSubject.Survey, id, AttachmentKind.Photo, AttachmentKind.Scan, AttachmentKind.Map, AttachmentKind.Proof);
        return View(new SurveySheet(survey, SurveyCatalogue.Of(await policies.TodayAsync()), later, files));
    }

    [HttpGet("estates/{id:guid}/surveys/new"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> New(Guid id)
    {
        if (await FindAsync(id) is not { } estate) return NotFound();
        var form = SurveyForm.Of(estate, await surveys.BuildingsAsync(id), await surveys.LastAsync(id));
        (form.SurveyedOn, form.Surveyors) = (ChinaTime.Today(time), Access.UserName);
        return View(await EditorAsync(estate, form));
    }

    [HttpPost("estates/{id:guid}/surveys"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> Create(Guid id, SurveyForm form)
    {
        if (await FindAsync(id) is not { } estate) return NotFound();
        foreach (var (field, problem) in form.Contradictions(ChinaTime.Today(time))) ModelState.AddModelError(field, problem);
        if (!ModelState.IsValid) return Again("New", await EditorAsync(estate, form));
        if (await surveys.RecordAsync(estate, form) is not { } survey) return await StaleAsync(id, form);
        Notice("已登记摸底调查，小区台账已一并更新。可以继续上传照片。");
        return Redirect($"{Home}/surveys/{survey.Id}");
    }

    private async Task<IActionResult> StaleAsync(Guid id, SurveyForm form)
    {
        db.ChangeTracker.Clear();
        var estate = (await FindAsync(id))!;
        var now = SurveyForm.Of(estate, await surveys.BuildingsAsync(id), await surveys.LastAsync(id));
        ModelState.AddModelError("", "您填写期间，他人已登记摸底调查或修改了此小区。您填写的内容仍在下方，现值列在各栏旁；核对后再次保存将以您填写的为准。");
        ModelState.Remove(nameof(form.Previous));
        ModelState.Remove(nameof(form.Version));
        (form.Previous, form.Version) = (now.Previous, now.Version);
        return Again("New", await EditorAsync(estate, form) with { Current = now });
    }

    private Task<Estate?> FindAsync(Guid id) => db.Estates.Include(e => e.Facts).SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null);

    private async Task<SurveyEditor> EditorAsync(Estate estate, SurveyForm form) => new(estate, await surveys.BuildingsAsync(estate.Id), form, SurveyCatalogue.Of(await policies.TodayAsync()));
}
