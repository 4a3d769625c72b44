using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Surveys;

/// <summary>Records surveys, and through the registry's own service what they found.</summary>
public sealed class SurveyService(PortalDbContext db, EstateService estates, AuditTrail audit, CurrentAccess access, PolicyShelf policies, TimeProvider time)
{
    public Task<Survey?> LastAsync(Guid estateId) =>
        db.Surveys.AsNoTracking().Where(s => s.EstateId == estateId && !db.Surveys.Any(next => next.SupersedesId == s.Id)).SingleOrDefaultAsync();

    public Task<List<Building>> BuildingsAsync(Guid estateId) => db.Buildings.AsNoTracking().Where(b => b.EstateId == estateId).OrderBy(b => b.Sequence).ToListAsync();

    /// <summary>The survey as saved, or null when someone else surveyed or edited in the meantime.</summary>
    public async Task<Survey?> RecordAsync(Estate estate, SurveyForm form)
    {
        if ((await LastAsync(estate.Id))?.Id != form.Previous) return null;
        db.Entry(estate).Property(e => e.Version).OriginalValue = form.Version;
        var survey = Make(estate, form, await KnownAsync(form.ToAnswers(await BuildingsAsync(estate.Id))));
        db.Surveys.Add(survey);
        audit.Add("SurveyRecorded", survey, estate.Name);
        await estates.ReviseAsync(estate, Findings(survey));
        try
        {
            await db.SaveChangesAsync();
            return survey;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: Survey.OneFirst or Survey.OneNext or EstateFact.PrimaryKey })
        {
            return null;
        }
    }

    /// <summary>Only what the catalogues of the day name is kept.</summary>
    private async Task<SurveyAnswers> KnownAsync(SurveyAnswers answers)
    {
        var view = await policies.TodayAsync();
        var facts = view.SurveyFacts().Select(fact => fact.Item.Key).ToHashSet();
        return answers with
        {
            Facts = answers.Facts.Where(fact => facts.Contains(fact.Key)).ToDictionary(),
            Facilities = answers.Facilities.Where(each => view.Find(PolicySections.Facilities, each.Key) is not null).ToDictionary(),
            Works = answers.Works.Where(work => view.Find(PolicySections.Works, work) is { Item.Forbidden: false }).ToList(),
        };
    }

    private Survey Make(Estate estate, SurveyForm form, SurveyAnswers answers)
    {
        BuiltYearsText.TryRead(form.BuiltYears, out var years);
        return new Survey
        {
            EstateId = estate.Id,
            SupersedesId = form.Previous,
            SurveyedOn = form.SurveyedOn!.Value,
            Surveyors = form.Surveyors!.Trim(),
            BuiltYears = years,
            SiteArea = SurveyForm.ToArea(form.SiteArea),
            BuildingCount = form.BuildingCount,
            HouseholdCount = form.HouseholdCount,
            FloorArea = SurveyForm.ToArea(form.FloorArea),
            Land = form.Land,
            Place = form.Place,
            Asked = form.Asked,
            Willing = form.Willing,
            Unwilling = form.Unwilling,
            NotReached = form.NotReached,
            WillingToPay = form.WillingToPay,
            IllegalRemoved = form.IllegalRemoved,
            IllegalLeft = form.IllegalLeft,
            OldTrees = form.OldTrees,
            Grade = form.Grade.OrNull(),
            EarlierWorks = form.EarlierWorks.OrNull(),
            Remark = form.Remark.OrNull(),
            Json = Survey.Write(answers),
            RecordedBy = access.Value.UserName,
            RecordedAt = time.GetUtcNow(),
        };
    }

    private static EstateFindings Findings(Survey survey)
    {
        var answers = survey.Answers;
        return new EstateFindings(
            survey.BuiltYears, survey.BuildingCount, survey.HouseholdCount, survey.FloorArea, survey.SiteArea, survey.Land, survey.Place, answers.Facts,
            answers.Buildings.ToDictionary(building => building.Id, building => (building.BuiltYear, building.Danger)));
    }
}
