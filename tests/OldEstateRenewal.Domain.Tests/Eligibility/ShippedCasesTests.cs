using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using static OldEstateRenewal.Domain.Eligibility.EligibilityVerdict;

namespace OldEstateRenewal.Domain.Tests.Eligibility;

/// <summary>The cases that must come out exactly so, under the documents that ship.</summary>
public sealed class ShippedCasesTests
{
    [Fact]
    public void Judge_BuiltJune2000UnderJingyuan_NeedsManualReviewCitingTheReading()
    {
        var result = Judge(TheFive.Jingyuan, "plan-entry", Estates.Good("2000-06"));
        Assert.Equal(NeedsManualReview, result.Verdict);
        var building = result.Reasons.All.Single(reason => reason.Name == "1号楼");
        Assert.Equal(Outcome.Review, building.Outcome);
        Assert.Contains("人工认定", building.Citation.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_BuiltJune2000UnderRuichengCentralMoney_IsEligible() => Assert.Equal(Eligible, Judge(TheFive.Ruicheng, "central-subsidy", Estates.Good("2000-06")).Verdict);

    [Theory]
    [MemberData(nameof(ShandongDivisions))]
    public void Judge_BuiltJune2000UnderShandong_IsEligible(string document)
    {
        var result = Judge(PolicyBook.Shipped.Document(document)!.Division.Chain, "plan-entry", Estates.Good("2000-06"));
        Assert.Equal(Eligible, result.Verdict);
        Assert.Equal("tier-1", result.Tier!.Key);
    }

    [Fact]
    public void Judge_Linqu_InheritsTheProvincesCutOffAndSaysSo()
    {
        var result = Judge(TheFive.Linqu, "plan-entry", Estates.Good("2003"));
        Assert.Equal((Eligible, "shandong-2020", "tier-2"), (result.Verdict, result.Rule.Document.Key, result.Tier!.Key));
        Assert.Contains("泰安市、聊城市", result.Citation.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_TaianIn2026_GivesTheVerdictWithTheExpiryWarning()
    {
        var result = Judge(TheFive.Taian, "plan-entry", Estates.Good("2000-06"), "2026-11-21");
        Assert.Equal((Eligible, "依据已于2025-08-31失效"), (result.Verdict, result.Warning));
        Assert.Contains("依据已于2025-08-31失效", result.InWords, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1999-12-31", Eligible)]
    [InlineData("2000-01-01", NeedsManualReview)]
    [InlineData("2000-12-31", NeedsManualReview)]
    [InlineData("2000", NeedsManualReview)]
    [InlineData("1999", Eligible)]
    public void Judge_AroundTheCutOffUnderJingyuan_TurnsOnTheDay(string built, EligibilityVerdict expected) =>
        Assert.Equal(expected, Judge(TheFive.Jingyuan, "plan-entry", Estates.Good(built)).Verdict);

    [Theory]
    [InlineData("2000-12-31", Eligible)]
    [InlineData("2001-01-01", NeedsManualReview)]
    [InlineData("2015", NeedsManualReview)]
    public void Judge_AroundTheCutOffUnderRuichengCentralMoney_LaterMayBeSupported(string built, EligibilityVerdict expected) =>
        Assert.Equal(expected, Judge(TheFive.Ruicheng, "central-subsidy", Estates.Good(built)).Verdict);

    [Theory]
    [InlineData("2005-12-31", Eligible)]
    [InlineData("2006-01-01", NotEligible)]
    public void Judge_AroundTheCutOffUnderLiaocheng_TurnsOnTheDay(string built, EligibilityVerdict expected) =>
        Assert.Equal(expected, Judge(TheFive.Liaocheng, "plan-entry", Estates.Good(built)).Verdict);

    [Fact]
    public void Judge_1995And1997_AreJudgedPerBuilding()
    {
        var result = Judge(TheFive.Ruicheng, "central-subsidy", Estates.Good("1995", "1997"));
        Assert.Equal([("1号楼", Eligible), ("2号楼", Eligible)], result.Buildings.Select(building => (building.Building.Name, building.Verdict)));
        Assert.Equal(["1995年建成，不晚于2000-12-31 → 符合", "1997年建成，不晚于2000-12-31 → 符合"], result.Reasons.All.Where(reason => reason.Name is "1号楼" or "2号楼").Select(reason => reason.Working));
    }

    [Fact]
    public void Judge_MixedAgesUnderTaian_LeavesTheEstateToAPerson()
    {
        var result = Judge(TheFive.Taian, "plan-entry", Estates.Good("1998", "2008"));
        Assert.Equal(NeedsManualReview, result.Verdict);
        Assert.Equal([Eligible, NotEligible], result.Buildings.Select(building => building.Verdict));
    }

    [Fact]
    public void Judge_MixedAgesUnderJingyuan_BringsTheLaterBuildingIn()
    {
        var result = Judge(TheFive.Jingyuan, "plan-entry", Estates.Good("1998", "2003"));
        Assert.Equal(Eligible, result.Verdict);
        Assert.Equal([false, true], result.Buildings.Select(building => building.ComesWithEstate));
    }

    [Fact]
    public void Judge_MixedAgesUnderJingyuanWithoutAnyOfTheThree_IsNotEligible() => Assert.Equal(NotEligible, Judge(TheFive.Jingyuan, "plan-entry",
        Estates.Good("1998", "2003").With("pipes-aged", false).With("facilities-broken", false).With("earlier-works-gaps", false)).Verdict);

    [Fact]
    public void Judge_Adjoining2003UnderJingyuan_OpensTheRelaxationThenAdmits()
    {
        var estate = Estates.Good("2003").With("renewal-needed", true);
        var unsurveyed = Judge(TheFive.Jingyuan, "plan-entry", estate);
        Assert.Equal((Undetermined, "adjoining"), (unsurveyed.Verdict, unsurveyed.OpenRelaxations.Single().Key));
        Assert.Equal(["adjoining"], unsurveyed.MissingFacts.Select(fact => fact.Key));
        var adjoining = Judge(TheFive.Jingyuan, "plan-entry", estate.With("adjoining", true));
        Assert.Equal((NeedsManualReview, "adjoining"), (adjoining.Verdict, adjoining.OpenRelaxations.Single().Key));
        Assert.Contains("尚缺：理由、证明（与有改造任务小区的位置关系图）、批准", adjoining.Reasons.All.Single(reason => reason.Key == "recognition").Working, StringComparison.Ordinal);
        Assert.Equal(Eligible, Judge(TheFive.Jingyuan, "plan-entry", estate.With("adjoining", true).Recognised("adjoining")).Verdict);
        Assert.Equal(NotEligible, Judge(TheFive.Jingyuan, "plan-entry", estate.With("adjoining", false).Recognised("adjoining")).Verdict);
    }

    [Fact]
    public void Judge_RecognisedYear2000UnderJingyuan_IsEligible() =>
        Assert.Equal(Eligible, Judge(TheFive.Jingyuan, "plan-entry", Estates.Good("2000-06").Recognised("built")).Verdict);

    [Fact]
    public void Judge_RecognitionApprovedLater_DoesNotCountYet() =>
        Assert.Equal(NeedsManualReview, Judge(TheFive.Jingyuan, "plan-entry", Estates.Good("2000-06").Recognised("built"), "2023-05-31").Verdict);

    [Theory]
    [InlineData("shanty-plan")]
    [InlineData("other-fiscal-plan")]
    [InlineData("already-renewed")]
    public void Judge_AlreadySupportedUnderJingyuan_GetsNoCentralMoneyAgain(string fact)
    {
        var result = Judge(TheFive.Jingyuan, "central-subsidy", Estates.Good("1995").With(fact, true));
        Assert.Equal(NotEligible, result.Verdict);
        Assert.Contains("不得重复申报", result.Citation.Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shanty-plan")]
    [InlineData("demolition-rebuild")]
    [InlineData("self-built")]
    [InlineData("urban-village")]
    public void Judge_ExcludedUnderRuicheng_IsNeitherInThePlanNorPaid(string fact)
    {
        var estate = Estates.Good("1995").With(fact, true);
        Assert.Equal((NotEligible, NotEligible), (Judge(TheFive.Ruicheng, "plan-entry", estate).Verdict, Judge(TheFive.Ruicheng, "central-subsidy", estate).Verdict));
    }

    [Fact]
    public void Judge_NothingKnown_ListsWhatToSurvey()
    {
        var result = Judge(TheFive.Taian, "plan-entry", new EstateFacts("未摸底", [], null, null, new Dictionary<string, bool?>(), []));
        Assert.Equal(Undetermined, result.Verdict);
        Assert.Equal(["built", "land", "place", "poor-upkeep", "municipal-lacking", "services-lacking", "strong-will", "demolition-rebuild"], result.MissingFacts.Select(fact => fact.Key));
    }

    [Fact]
    public void Judge_CollectiveLandUnderTaian_FailsWithEveryOtherReasonShown()
    {
        var result = Judge(TheFive.Taian, "plan-entry", Estates.Good("1995") with { Land = LandKind.Collective });
        Assert.Equal(NotEligible, result.Verdict);
        Assert.Equal(["land"], result.Reasons.All.Where(reason => reason.Parts.Count == 0 && reason.Outcome == Outcome.Failed).Select(reason => reason.Key));
        Assert.All(result.Reasons.All, reason => Assert.NotEmpty(reason.Citation.Clause));
    }

    [Fact]
    public void Judge_NobodyHasARule_IsNull() => Assert.Null(TheFive.View(TheFive.Linqu, "2024-07-01").JudgeEligibility("central-subsidy", Estates.Good("1995")));

    [Fact]
    public void SurveyFacts_Ruicheng_AreThoseItsRulesAskForAndTheRegister()
    {
        var facts = TheFive.View(TheFive.Ruicheng, "2024-07-01").SurveyFacts().Select(fact => fact.Item.Key).ToList();
        Assert.Contains("self-built", facts);
        Assert.Contains("unit-compound", facts);
        Assert.DoesNotContain("adjoining", facts);
    }

    public static TheoryData<string> ShandongDivisions => ["linqu-2024", "taian-2020", "liaocheng-2020"];

    private static EligibilityResult Judge(IReadOnlyList<string> chain, string key, EstateFacts estate, string on = "2024-07-01") =>
        TheFive.View(chain, on).JudgeEligibility(key, estate)!;
}
