using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.EarlierWorks;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Identity;
using OldEstateRenewal.Web.Features.Recognitions;
using OldEstateRenewal.Web.Features.Surveys;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>What clerks record of an estate, shown once in an invented one: another name, a survey, a check on the spot, earlier works.</summary>
internal static class GeneratedRecords
{
    private const string By = "演示数据";
    private static readonly DateOnly surveyedOn = new(2024, 1, 12);
    private static readonly DateTimeOffset recordedAt = new(2024, 1, 15, 2, 0, 0, TimeSpan.Zero);

    public static void AddTo(PortalDbContext db, Estate estate, Tenant tenant)
    {
        var survey = Survey(db, estate, PolicyBook.Shipped.View(tenant.PolicyChain, DateOnly.MaxValue));
        db.Surveys.Add(survey);
        db.SiteChecks.Add(SiteCheck(estate, survey));
        db.EstateAliases.Add(new EstateAlias { TenantId = estate.TenantId, EstateId = estate.Id, Name = "演示家属院", Kind = AliasKind.FormerName, Note = "演示", RecordedBy = By, RecordedAt = recordedAt });
        db.EarlierWorks.Add(new EarlierWork { TenantId = estate.TenantId, EstateId = estate.Id, Programme = RenewalProgramme.Utility, Year = 2016, Remark = "供热管网更换（演示）", RecordedBy = By, RecordedAt = recordedAt });
    }

    /// <summary>It says what the registry says, and what a registry does not hold.</summary>
    private static Survey Survey(PortalDbContext db, Estate estate, PolicyView view)
    {
        var households = estate.HouseholdCount!.Value;
        var buildings = db.Buildings.Local.Where(b => b.EstateId == estate.Id).OrderBy(b => b.Sequence).Select(b => new SurveyedBuilding(b.Id, b.Name, b.BuiltYear, null)).ToList();
        var facilities = view.All(PolicySections.Facilities).Select((each, index) => (each.Item.Key, Condition: (FacilityCondition)(index % 3))).ToDictionary(each => each.Key, each => each.Condition);
        var works = view.All(PolicySections.Works).Where(work => !work.Item.Forbidden).Take(4).Select(work => work.Item.Key).ToList();
        return new Survey
        {
            TenantId = estate.TenantId,
            EstateId = estate.Id,
            SurveyedOn = surveyedOn,
            Surveyors = "演示调查员甲、演示调查员乙",
            BuiltYears = estate.BuiltYears,
            BuildingCount = estate.BuildingCount,
            HouseholdCount = households,
            FloorArea = estate.FloorArea,
            Land = estate.Land,
            Place = estate.Place,
            Asked = households - 3,
            Willing = households - 5,
            Unwilling = 2,
            NotReached = 3,
            WillingToPay = households / 2,
            Remark = "演示数据，非真实摸底。",
            Json = Surveys.Survey.Write(new SurveyAnswers(estate.Facts.ToDictionary(fact => fact.Key, fact => fact.Value), facilities, works, buildings)),
            RecordedBy = By,
            RecordedAt = recordedAt,
        };
    }

    private static SiteCheck SiteCheck(Estate estate, Survey survey) => new()
    {
        TenantId = estate.TenantId,
        EstateId = estate.Id,
        SurveyId = survey.Id,
        CheckedOn = surveyedOn.AddDays(3),
        Bureau = "演示人员甲",
        StreetPeople = "演示人员乙",
        CommunityPeople = "演示人员丙",
        Designer = "演示人员丁",
        Outcome = SiteCheckOutcome.Conforms,
        Remark = "演示数据。",
        RecordedBy = By,
        RecordedAt = recordedAt,
    };
}
