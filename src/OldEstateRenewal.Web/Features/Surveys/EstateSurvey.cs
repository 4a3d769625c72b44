using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Recognitions;

namespace OldEstateRenewal.Web.Features.Surveys;

/// <summary>What the estate's page shows of surveys and recognitions.</summary>
public sealed record EstateSurveyPart(Guid EstateId, List<Survey> Surveys, List<SiteCheck> Checks, List<RecognitionRequest> Requests);

public sealed class EstateSurvey(PortalDbContext db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid estateId)
    {
        var surveys = await db.Surveys.AsNoTracking().Where(s => s.EstateId == estateId).OrderByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id).ToListAsync();
        var checks = await db.SiteChecks.AsNoTracking().Where(c => c.EstateId == estateId).OrderByDescending(c => c.RecordedAt).ThenByDescending(c => c.Id).ToListAsync();
        var requests = await db.RecognitionRequests.AsNoTracking().Include(r => r.Steps).Where(r => r.EstateId == estateId).OrderByDescending(r => r.AppliedAt).ToListAsync();
        return View("/Features/Surveys/EstateSurvey.cshtml", new EstateSurveyPart(estateId, surveys, checks, requests));
    }
}
