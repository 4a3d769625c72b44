using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Tests.Eligibility;
using static OldEstateRenewal.Domain.Eligibility.EligibilityVerdict;

namespace OldEstateRenewal.Domain.Tests.SixthCounty;

/// <summary>A county nobody knew when the code was written: its JSON file and nothing else.</summary>
public sealed class SixthCountyTests
{
    private static readonly PolicyBook Book = PolicyBook.Shipped.With([PolicyDocument.Parse(ReadFile())]);

    [Theory]
    [InlineData("2002-06-30", Eligible)]
    [InlineData("2001", Eligible)]
    [InlineData("2002", Undetermined)]
    [InlineData("2002-06", Eligible)]
    [InlineData("2002-07", NeedsManualReview)]
    [InlineData("2004", NeedsManualReview)]
    [InlineData("2005", NotEligible)]
    public void Judge_CutOffInMidYear_AsksForTheDayWhereTheYearIsNotEnough(string built, EligibilityVerdict expected) =>
        Assert.Equal(expected, Judge("plan-entry", Estates.Good(built).With("no-lift", false)).Verdict);

    [Fact]
    public void Judge_EitherCondition_IsEnough() => Assert.Equal(Eligible, Judge("plan-entry", Estates.Good("2010").With("no-lift", true)).Verdict);

    [Fact]
    public void Judge_AwardUnderTheCountysRelaxation_NeedsItsProof()
    {
        var result = Judge("county-award", Estates.Good("2001").With("no-lift", true));
        Assert.Equal((NeedsManualReview, "lift"), (result.Verdict, result.OpenRelaxations.Single().Key));
        Assert.Contains("证明（照片）", result.Reasons.All.Single(reason => reason.Key == "recognition").Working, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1990", "first")]
    [InlineData("1991", "second")]
    [InlineData("2003", null)]
    public void Judge_Tiers_AreTheCountysOwn(string built, string? expected) => Assert.Equal(expected, Judge("plan-entry", Estates.Good(built)).Tier?.Key);

    [Fact]
    public void Find_AfterItsEnd_WarnsAndDoesNotFallBackToTheNation()
    {
        var form = View("2028-02-01").Find(PolicySections.PlanForms, PlanForm.Plan)!;
        Assert.Equal(("六县2028年度改造任务表", "依据已于2028-01-31失效"), (form.Item.TitleFor(2028), form.Warning));
    }

    [Fact]
    public void SurveyFacts_OwnFactAndRepealedFact_AreHeeded()
    {
        var facts = View("2026-06-01").SurveyFacts().Select(fact => fact.Item.Key).ToList();
        Assert.Contains("no-lift", facts);
        Assert.Empty(View("2026-06-01").UnnamedFacts());
        Assert.Null(View("2026-06-01").Find(PolicySections.Facts, "urban-village"));
    }

    [Fact]
    public void Check_Quota_IsStrictAsItsWordSays()
    {
        var quota = Item(PolicySections.Quotas, "late");
        Assert.Equal(Outcome.Failed, quota.Check([new("甲", BuiltDate.InYear(1999), 85, Area.Zero), new("乙", BuiltDate.InYear(2001), 15, Area.Zero)]).Outcome);
    }

    [Fact]
    public void Compare_RoundedDown_MatchesWhatIsCut() =>
        Assert.Equal(Outcome.Passed, Item(PolicySections.Targets, "2026").Compare(new(3, null, null, Area.FromSquareMetres(12999.99m), null)).Outcome);

    [Fact]
    public void Columns_Form_AreTheCountysOwn()
    {
        var form = Item(PolicySections.PlanForms, PlanForm.Plan);
        Assert.Equal((PageOrientation.Landscape, "总计", "单位：㎡"), (form.Orientation, form.TotalLabel, form.UnitLine));
        Assert.Equal(["小区", "投资（元）"], form.Columns.Select(column => column.Words));
    }

    [Fact]
    public void DueOn_MonthDayAndNextYear_AreTheCountysOwn()
    {
        Assert.Equal(new DateOnly(2027, 4, 15), Item(PolicySections.Milestones, "started").DueOn(2027));
        Assert.Equal(new DateOnly(2028, 2, 29), Item(PolicySections.Milestones, "accepted").DueOn(2027));
    }

    [Fact]
    public void From_SevenWorkingDays_IgnoreTheUsersChoice() =>
        Assert.Equal(new DateOnly(2026, 6, 10), Item(PolicySections.Notices, "scheme").Term.From(new(2026, 6, 1), WorkingCalendar.WeekendsOnly, DayUnit.Calendar).LastDay);

    [Fact]
    public void Clock_FiveWorkingDays_EndAfterAWeek() =>
        Assert.Equal(new DateOnly(2026, 6, 8), Item(PolicySections.Approvals, "low-risk").Clock(new(2026, 6, 1), null, new(2026, 6, 1), WorkingCalendar.WeekendsOnly)!.DueOn);

    [Fact]
    public void Rank_OwnWeights_Decide()
    {
        var ranking = Item(PolicySections.Choice, "annual").Rank([One("甲", 10, 0), One("乙", 0, 10), One("丙", 7, 3)]);
        Assert.Equal(["乙 7", "丙 21/5", "甲 3"], ranking.Select(place => $"{place.Candidate.Name} {place.Score}"));
    }

    [Fact]
    public void Reached_MoreThanNinety_ExcludesNinety()
    {
        Assert.Equal(Outcome.Failed, Item(PolicySections.Supervision, "satisfaction").Reached(90, 100).Outcome);
        Assert.Equal(new DateOnly(2026, 3, 5), Item(PolicySections.Supervision, "dispatch").PeriodOf(new(2026, 2, 3))!.DueOn);
    }

    private static PolicyView View(string on) => Book.View(Book.Document("liu-2026")!.Division.Chain, TheFive.Day(on));

    private static EligibilityResult Judge(string key, EstateFacts estate) => View("2026-06-01").JudgeEligibility(key, estate)!;

    private static T Item<T>(PolicySection<T> section, string key) where T : PolicyItem => View("2026-06-01").Find(section, key)!.Item;

    private static Candidate One(string name, int will, int money) => new(name, name, new Dictionary<string, Fraction?> { ["will"] = will, ["money"] = money });

    private static string ReadFile()
    {
        using var reader = new StreamReader(typeof(SixthCountyTests).Assembly.GetManifestResourceStream("sixth-county.json")!);
        return reader.ReadToEnd();
    }
}
