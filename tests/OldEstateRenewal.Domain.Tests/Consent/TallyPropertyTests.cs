using System.Numerics;
using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Domain.Tests.Consent;

public sealed class TallyPropertyTests
{
    private static readonly string[] Matters = ["major-matter", "common-use", "fund-raising"];

    [Fact]
    public void Count_OneMoreYesOfAWholeHead_NeverLosesTheVote() => Each((question, roll, votes, random) =>
    {
        var before = Tally.Count(question, roll, votes)[0];
        var voice = roll.Voices(question.Rule.Item)[random.Next(roll.Voices(question.Rule.Item).Count)];
        var more = votes.Where(vote => !voice.UnitKeys.Contains(vote.UnitKey)).Concat(voice.UnitKeys.Select(unit => new Vote(unit, VoteChoice.Agree) { Signed = true })).ToList();
        var after = Tally.Count(question, roll, more)[0];

        if (before.IsCarried) Assert.True(after.IsCarried);
        if (before.Outcome == ConsentOutcome.CarriedForGood) Assert.Equal(ConsentOutcome.CarriedForGood, after.Outcome);
        if (after.Outcome == ConsentOutcome.CannotCarry) Assert.Equal(ConsentOutcome.CannotCarry, before.Outcome);
    });

    [Fact]
    public void Count_UnitsAndVotesInAnyOrder_GiveTheSame() => Each((question, roll, votes, random) =>
    {
        var records = roll.Units.Select(unit => unit.Record).ToArray();
        var shuffled = votes.ToArray();
        random.Shuffle(records);
        random.Shuffle(shuffled);

        var (straight, other) = (Tally.Count(question, roll, votes)[0], Tally.Count(question, Domain.Consent.Roll.Build(records), shuffled)[0]);

        Assert.Equal((straight.Heads, straight.Area, straight.Outcome), (other.Heads, other.Area, other.Outcome));
        Assert.Equal(straight.Working, other.Working);
    });

    [Fact]
    public void Count_AgainstASlowOracle_SaysTheSame() => Each((question, roll, votes, _) =>
    {
        var tally = Tally.Count(question, roll, votes)[0];
        var bars = new (Fraction Share, bool Inclusive)[] { (question.Rule.Item.Participation!.Heads!.Share, true), (question.Rule.Item.Approval!.Heads!.Share, question.Rule.Item.Approval.Heads.Inclusive) };

        Assert.Equal(Oracle(tally.Heads, bars), (tally.Criteria.Where(criterion => !criterion.IsArea).All(criterion => criterion.IsMet), tally.HeadsShort));
        Assert.Equal(ClosedForm(tally.Area, bars), tally.AreaShort);
    });

    [Fact]
    public void Outcome_OfSmallRolls_MatchesEveryPossibleRest()
    {
        var question = Ballots.Question(Shipped.Linqu, "common-use");
        var roll = Ballots.Roll([.. Enumerable.Range(1, 5).Select(number => Ballots.Unit(number, 40m + 13 * number))]);
        for (var code = 0; code < 243; code++)
        {
            var cast = Cast(code, 5, 3).Where(vote => vote.Choice != VoteChoice.Abstain).ToList();
            var rest = roll.Units.Select(unit => unit.Record.Key).Except(cast.Select(vote => vote.UnitKey)).ToList();
            var ends = Enumerable.Range(0, (int)Math.Pow(3, rest.Count)).Select(end => cast.Concat(Cast(end, rest.Count, 3)
                .Where(vote => vote.Choice != VoteChoice.Abstain).Select(vote => vote with { UnitKey = rest[int.Parse(vote.UnitKey) - 1] })).ToList())
                .Select(votes => Tally.Count(question, roll, votes)[0].IsCarried).ToList();

            var outcome = Tally.Count(question, roll, cast)[0].Outcome;

            Assert.Equal(ends.All(carried => carried), outcome == ConsentOutcome.CarriedForGood);
            Assert.Equal(ends.Any(carried => carried), outcome != ConsentOutcome.CannotCarry);
        }
    }

    [Fact]
    public void Count_HeadWithDifferingVotes_IsAConflictAndCountsAsNotTakingPart()
    {
        var roll = Ballots.Roll([Ballots.Unit(1, owner: "张三"), Ballots.Unit(2, owner: "张三"), Ballots.Unit(3)]);

        var tally = Ballots.Count(Shipped.Linqu, "major-matter", roll, [.. Ballots.Votes(1, 1, VoteChoice.Agree), .. Ballots.Votes(2, 1, VoteChoice.Oppose)]);

        Assert.Equal("张三 的多套房意见不一（001同意、002不同意），核实前不计入参与", Assert.Single(tally.Conflicts).InWords);
        Assert.Equal((0, 2, 2), (tally.Heads.Participating, tally.Heads.Remaining, tally.Heads.Whole));
    }

    [Fact]
    public void Count_HeadHandsInOneOfTwoSheets_CarriesAllItsArea()
    {
        var roll = Ballots.Roll([Ballots.Unit(1, owner: "张三"), Ballots.Unit(2, owner: "张三"), Ballots.Unit(3)]);

        Assert.Equal(200_00, Ballots.Count(Shipped.Linqu, "major-matter", roll, Ballots.Votes(1, 1, VoteChoice.Agree)).Area.Agreeing);
    }

    [Fact]
    public void Count_NonVotersJoinMajority_OnlyWhereTheRuleSaysSoAndOnlyThoseAsked()
    {
        var question = Ballots.Question(Shipped.Linqu, "major-matter");
        var joining = question with { Rule = question.Rule with { Item = question.Rule.Item with { NonVotersJoinMajority = true } } };
        var roll = Ballots.Roll(9);
        var votes = Ballots.Votes(1, 3, VoteChoice.Agree).ToList();
        string[] asked = ["004", "005", "006"];

        Assert.Equal(ConsentOutcome.NotYet, Tally.Count(question, roll, votes, asked)[0].Outcome);
        Assert.True(Tally.Count(joining, roll, votes, asked)[0].IsCarried);
        Assert.Equal("还差 1 户、100.00 ㎡", Tally.Count(joining, roll, votes, asked[..2])[0].Shortfall);
    }

    private static IEnumerable<Vote> Cast(int code, int units, int choices)
    {
        for (var unit = 1; unit <= units; unit++, code /= choices) yield return new Vote($"{unit:000}", (VoteChoice)(code % choices)) { Signed = true };
    }

    /// <summary>Tries one head after the other.</summary>
    private static (bool Met, long? Short) Oracle(Measure measure, (Fraction Share, bool Inclusive)[] bars)
    {
        bool Reaches(BigInteger part, BigInteger whole, (Fraction Share, bool Inclusive) bar) =>
            whole > 0 && (new Fraction(part, whole) > bar.Share || (bar.Inclusive && new Fraction(part, whole) == bar.Share));
        bool Met(long more) => Reaches(measure.Participating + more, measure.Whole, bars[0]) && Reaches(measure.Agreeing + more, measure.Participating + more, bars[1]);
        for (var more = 0L; more <= measure.Remaining; more++)
            if (Met(more)) return (Met(0), more);
        return (false, null);
    }

    /// <summary>Solves p + k ≥ a·w and y + k ≥ b·(p + k) for the least k, by hand.</summary>
    private static long? ClosedForm(Measure measure, (Fraction Share, bool Inclusive)[] bars)
    {
        BigInteger Least(Fraction exact, bool inclusive) => BigInteger.Max(0, inclusive ? exact.Ceiling() : exact.Floor() + 1);
        var takePart = Least(bars[0].Share * measure.Whole - measure.Participating, bars[0].Inclusive);
        var agree = Least((bars[1].Share * measure.Participating - measure.Agreeing) / (Fraction.One - bars[1].Share), bars[1].Inclusive);
        var more = BigInteger.Max(takePart, agree);
        return more <= measure.Remaining ? (long)more : null;
    }

    private static void Each(Action<ConsentQuestion, Roll, IReadOnlyList<Vote>, Random> check)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var units = Enumerable.Range(1, random.Next(1, 60)).Select(number => Ballots.Unit(number, random.Next(3000, 20000) / 100m, $"业主{random.Next(1, 50)}")).ToList();
            var votes = units.Where(_ => random.Next(10) < 8).Select(unit => new Vote(unit.Key, (VoteChoice)Math.Max(0, random.Next(-6, 4))) { Signed = true }).ToList();
            check(Ballots.Question(Shipped.Linqu, Matters[seed % 3]), Domain.Consent.Roll.Build(units), votes, random);
        }
    }
}
