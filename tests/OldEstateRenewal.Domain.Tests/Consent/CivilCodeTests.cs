using OldEstateRenewal.Domain.Consent;
using static OldEstateRenewal.Domain.Tests.Consent.Ballots;

namespace OldEstateRenewal.Domain.Tests.Consent;

public sealed class CivilCodeTests
{
    [Fact]
    public void Count_120Of180TakePart_ParticipationIsMet()
    {
        var tally = Count(Shipped.Linqu, "major-matter", Roll(180), Votes(1, 120, VoteChoice.Abstain));

        Assert.All(tally.Criteria.Where(criterion => criterion.Kind == CriterionKind.Participation), criterion => Assert.True(criterion.IsMet));
        Assert.Equal((120, 180), (tally.Heads.Participating, tally.Heads.Whole));
        Assert.Equal((12_000_00, 18_000_00), (tally.Area.Participating, tally.Area.Whole));
    }

    [Fact]
    public void Count_119HeadsWith13000SquareMetres_ParticipationFailsByHeadsOnly()
    {
        var roll = Roll(Enumerable.Range(1, 118).Select(number => Unit(number, 109m)), [Unit(119, 138m)], Enumerable.Range(120, 60).Select(number => Unit(number, 83m)), [Unit(180, 20m)]);

        var tally = Count(Shipped.Linqu, "major-matter", roll, Votes(1, 119, VoteChoice.Abstain));

        Assert.Equal((13_000_00, 18_000_00), (tally.Area.Participating, tally.Area.Whole));
        Assert.True(tally.Criteria.Single(criterion => criterion is { Kind: CriterionKind.Participation, IsArea: true }).IsMet);
        var heads = tally.Criteria.Single(criterion => criterion is { Kind: CriterionKind.Participation, IsArea: false });
        Assert.False(heads.IsMet);
        Assert.Equal("参与表决业主人数 119/180 户，须2/3以上（含本数），即 120 户：未达到，还差 1 户", heads.InWords);
    }

    [Fact]
    public void Count_60Of120Agree_HalfIsNotMoreThanHalf()
    {
        var roll = Roll(Enumerable.Range(1, 59).Select(number => Unit(number, 116m)), [Unit(60, 156m)], Enumerable.Range(61, 59).Select(number => Unit(number, 83m)), [Unit(120, 103m)], Enumerable.Range(121, 60).Select(number => Unit(number, 100m)));

        var tally = Count(Shipped.Linqu, "major-matter", roll, [.. Votes(1, 60, VoteChoice.Agree), .. Votes(61, 60, VoteChoice.Oppose)]);

        Assert.Equal((7_000_00, 12_000_00), (tally.Area.Agreeing, tally.Area.Participating));
        Assert.True(tally.Criteria.Single(criterion => criterion is { Kind: CriterionKind.Approval, IsArea: true }).IsMet);
        Assert.False(tally.Criteria.Single(criterion => criterion is { Kind: CriterionKind.Approval, IsArea: false }).IsMet);
        Assert.Equal(ConsentOutcome.NotYet, tally.Outcome);
        Assert.Equal("还差 1 户", tally.Shortfall);
    }

    [Fact]
    public void Count_90Of120AgreeOnCommonUse_ThreeQuartersAreMetExactly()
    {
        var tally = Count(Shipped.Linqu, "common-use", Roll(180), [.. Votes(1, 90, VoteChoice.Agree), .. Votes(91, 30, VoteChoice.Oppose)]);

        Assert.True(tally.IsCarried);
        Assert.Equal((9_000_00, 12_000_00), (tally.Area.Agreeing, tally.Area.Participating));
        Assert.Equal(ConsentOutcome.Carries, tally.Outcome);
    }

    [Theory]
    [InlineData("rules-of-procedure", 1, "1/2")]
    [InlineData("management-covenant", 2, "1/2")]
    [InlineData("owners-committee", 3, "1/2")]
    [InlineData("property-service", 4, "1/2")]
    [InlineData("fund-use", 5, "1/2")]
    [InlineData("fund-raising", 6, "3/4")]
    [InlineData("alteration", 7, "3/4")]
    [InlineData("common-use", 8, "3/4")]
    [InlineData("major-matter", 9, "1/2")]
    public void Rule_OfEachMatter_HasItsBar(string key, int matter, string approval)
    {
        var rule = Question(Shipped.Taian, key).Rule.Item;

        Assert.Equal((matter, Fraction.Parse(approval)), (rule.StatutoryMatter, rule.Approval!.Heads!.Share));
        Assert.Equal(approval == "3/4", rule.Approval.Heads.Inclusive);
        Assert.Equal(new Fraction(2, 3), rule.Participation!.Area!.Share);
        Assert.True(rule.Participation.Area.Inclusive);
    }

    [Fact]
    public void For_SchemeOfLinqu_ResolvesStatutoryShareToTheMattersOfTheCivilCode()
    {
        var questions = ConsentQuestion.For(Shipped.Linqu, "scheme");

        Assert.Equal(["major-matter", "alteration", "common-use", "fund-use", "fund-raising"], questions.Select(question => question.Rule.Item.Key));
        Assert.All(questions, question => Assert.Equal(("linqu-2024", "civil-code"), (question.Asked.Document.Key, question.Rule.Document.Key)));
        Assert.Contains("法定比例", questions[0].Asked.Citation.Note);
        Assert.Contains(Tally.Count(questions[0], Roll(3), [])[0].Working, line => line.Contains("临政办字〔2024〕17号 二.（三）"));
    }

    [Fact]
    public void Count_RestCannotChangeIt_IsCarriedForGood()
    {
        var tally = Count(Shipped.Linqu, "major-matter", Roll(180), Votes(1, 120, VoteChoice.Agree));

        Assert.Equal(ConsentOutcome.CarriedForGood, tally.Outcome);
    }

    [Fact]
    public void Count_TooManyOppose_CannotCarryAnyMore()
    {
        var tally = Count(Shipped.Linqu, "common-use", Roll(100), Votes(1, 26, VoteChoice.Oppose));

        Assert.Equal((ConsentOutcome.CannotCarry, "已不可能通过"), (tally.Outcome, tally.Shortfall));
    }

    [Fact]
    public void Shortfall_BothMeasures_SaysHouseholdsAndArea()
    {
        var roll = Roll(Enumerable.Range(1, 8).Select(number => Unit(number, 107.30m)), [Unit(9, 60m)]);

        var tally = Count(Shipped.Linqu, "major-matter", roll, Votes(1, 3, VoteChoice.Agree));

        Assert.Equal("还差 3 户、290.37 ㎡", tally.Shortfall);
        Assert.Equal((3, 290_37), (tally.HeadsShort, tally.AreaShort));
    }
}
