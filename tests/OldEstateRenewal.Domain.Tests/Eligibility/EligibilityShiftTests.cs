using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using static OldEstateRenewal.Domain.Eligibility.EligibilityVerdict;

namespace OldEstateRenewal.Domain.Tests.Eligibility;

/// <summary>What would be under another document or another date, and what decides.</summary>
public sealed class EligibilityShiftTests
{
    [Theory]
    [InlineData("2000-06", "1999-12-31", NotEligible)]
    [InlineData("2000-06", "2000-06-30", Eligible)]
    [InlineData("2000-06", "2000-06-29", Undetermined)]
    [InlineData("2000", "2000-12-31", Eligible)]
    [InlineData("2012", "2012-12-31", Eligible)]
    public void WithCutOff_AnotherDate_DecidesInItsPlace(string built, string cutOff, EligibilityVerdict expected)
    {
        var view = Shipped.Liaocheng.WithCutOff(DateOnly.ParseExact(cutOff, "yyyy-MM-dd"));

        Assert.Equal(expected, view.JudgeEligibility("plan-entry", Estates.Good(built))!.Verdict);
        Assert.Equal(Shipped.Liaocheng.VerdictOf("plan-entry", Estates.Good("2000-06")), Eligible);
    }

    [Fact]
    public void WithCutOff_MovedPastTheReviewBand_DropsTheBand()
    {
        Assert.Equal(NeedsManualReview, Shipped.Jingyuan.VerdictOf("plan-entry", Estates.Good("2000-06")));
        Assert.Equal(Eligible, Shipped.Jingyuan.WithCutOff(new(2000, 12, 31)).VerdictOf("plan-entry", Estates.Good("2000-06")));
        Assert.Equal(NotEligible, Shipped.Jingyuan.WithCutOff(new(2000, 12, 31)).VerdictOf("plan-entry", Estates.Good("2001-06").With("adjoining", false)));
    }

    [Fact]
    public void WithCutOff_RuleThatAsksAnother_MovesThatOneToo() =>
        Assert.Equal(Eligible, Shipped.Jingyuan.WithCutOff(new(2003, 12, 31)).VerdictOf("central-subsidy", Estates.Good("2003")));

    [Fact]
    public void HasCutOff_AgeLeftToTheSurvey_IsFalse()
    {
        Assert.False(Shipped.Ruicheng.Find(PolicySections.Eligibility, "plan-entry")!.Item.HasCutOff);
        Assert.True(Shipped.Jingyuan.Find(PolicySections.Eligibility, "plan-entry")!.Item.HasCutOff);
    }

    /// <summary>June 2000 against the three cut-offs: before 2000, the end of 2000, the end of 2005.</summary>
    [Theory]
    [InlineData("jingyuan-2023", "plan-entry", NeedsManualReview)]
    [InlineData("ruicheng-2021-2025", "central-subsidy", Eligible)]
    [InlineData("taian-2020", "plan-entry", Eligible)]
    [InlineData("liaocheng-2020", "plan-entry", Eligible)]
    public void ViewUnder_AnotherDocument_AnswersByThatDocument(string document, string rule, EligibilityVerdict expected)
    {
        var view = PolicyBook.Shipped.ViewUnder(PolicyBook.Shipped.Document(document)!, new(2024, 7, 1));

        var result = view.JudgeEligibility(rule, Estates.Good("2000-06"))!;
        Assert.Equal((expected, document), (result.Verdict, result.Rule.Document.Key));
    }

    [Fact]
    public void ViewUnder_ExpiredDocument_SaysSo() =>
        Assert.Equal("依据已于2025-08-31失效", PolicyBook.Shipped.ViewUnder(PolicyBook.Shipped.Document("taian-2020")!, new(2026, 11, 21)).JudgeEligibility("plan-entry", Estates.Good("1995"))!.Warning);

    [Theory]
    [InlineData(NotEligible, Eligible, EligibilityShift.NewlyIn)]
    [InlineData(Undetermined, Eligible, EligibilityShift.NewlyIn)]
    [InlineData(Eligible, NotEligible, EligibilityShift.NewlyOut)]
    [InlineData(Eligible, NeedsManualReview, EligibilityShift.NewlyOut)]
    [InlineData(NotEligible, NeedsManualReview, EligibilityShift.Otherwise)]
    [InlineData(Eligible, Eligible, EligibilityShift.Unchanged)]
    [InlineData(Eligible, Undetermined, EligibilityShift.CannotTell)]
    [InlineData(Undetermined, Undetermined, EligibilityShift.CannotTell)]
    public void Compare_TwoVerdicts_NamesTheChange(EligibilityVerdict before, EligibilityVerdict after, EligibilityShift expected) => Assert.Equal(expected, EligibilityShifts.Compare(before, after));

    [Fact]
    public void Decisive_Failed_NamesTheConditionAndNotTheBuilding()
    {
        var result = Shipped.Liaocheng.JudgeEligibility("plan-entry", Estates.Good("2010", "1995").With("shanty-plan", true))!;

        Assert.Equal(["shanty-plan"], result.Decisive.Select(reason => reason.Key));
        Assert.Equal(["built"], Shipped.Liaocheng.JudgeEligibility("plan-entry", Estates.Good("2010"))!.Decisive.Select(reason => reason.Key));
        Assert.Empty(Shipped.Liaocheng.JudgeEligibility("plan-entry", Estates.Good("1995"))!.Decisive);
    }

    [Fact]
    public void OpenReviews_CentralMoneyForLaterEstates_NamesTheConditionOfThisRuleOnly()
    {
        Assert.Equal(["built"], Shipped.Ruicheng.JudgeEligibility("central-subsidy", Estates.Good("2003"))!.OpenReviews.Select(reason => reason.Key));
        Assert.Empty(Shipped.Ruicheng.JudgeEligibility("plan-entry", Estates.Good("2003"))!.OpenReviews);
        Assert.Equal(["built"], Shipped.Jingyuan.JudgeEligibility("plan-entry", Estates.Good("2000-06").With("adjoining", false))!.OpenReviews.Select(reason => reason.Key));
        Assert.Empty(Shipped.Jingyuan.JudgeEligibility("central-subsidy", Estates.Good("2000-06").With("adjoining", false))!.OpenReviews);
    }

    [Fact]
    public void Recognition_OfAnotherRule_DoesNotSettleThisOne()
    {
        var estate = Estates.Good("2003");
        Recognition Of(string rule) => new("built", "理由", true, new(2024, 1, 1), rule);

        Assert.Equal(Eligible, Shipped.Ruicheng.VerdictOf("central-subsidy", estate with { Recognitions = [Of("central-subsidy")] }));
        Assert.Equal(NeedsManualReview, Shipped.Ruicheng.VerdictOf("central-subsidy", estate with { Recognitions = [Of("plan-entry")] }));
    }

    [Fact]
    public void Facilities_EveryCounty_AsksTheSectorsThatMustBeAlignedAndCitesThem()
    {
        var asked = Shipped.Ruicheng.All(PolicySections.Facilities);

        Assert.All(new[] { "elderly-care", "culture", "education", "health", "childcare", "sport", "post", "public-order" }, key => Assert.Contains(asked, each => each.Item.Key == key));
        Assert.All(new[] { "water", "drainage", "power", "heat", "gas", "telecom", "roads", "lighting", "security", "greening", "parking", "lift" }, key => Assert.Contains(asked, each => each.Item.Key == key));
        Assert.All(asked, each => Assert.Contains("出处", each.Citation.Note, StringComparison.Ordinal));
    }
}
