using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class ChoiceRuleTests
{
    private static readonly ChoiceRule Liaocheng = TheFive.Item(PolicySections.Choice, TheFive.Liaocheng, "annual");

    [Fact]
    public void Rank_EqualConditionsInLiaocheng_StrongerWillFirst()
    {
        var ranking = Liaocheng.Rank([One("甲", 80, will: 60), One("乙", 80, will: 90), One("丙", 70, will: 100)]);
        Assert.Equal(["乙 1", "甲 2", "丙 3"], ranking.Select(place => $"{place.Candidate.Name} {place.Rank}"));
        Assert.Equal("同分，按居民改造意愿强排序（聊政办发〔2020〕40号 五.（二））", ranking[0].TieBreak);
        Assert.Null(ranking[2].TieBreak);
    }

    [Fact]
    public void Rank_EqualWill_ParticipationDecides() =>
        Assert.Equal(["乙", "甲"], Liaocheng.Rank([One("甲", 80, 60, 10), One("乙", 80, 60, 20)]).Select(place => place.Candidate.Name));

    [Fact]
    public void Rank_EqualInEverything_SharesTheRankAndLeavesItToAPerson()
    {
        var ranking = Liaocheng.Rank([One("乙", 80, 60), One("甲", 80, 60), One("丙", 10, 60)]);
        Assert.Equal([1, 1, 3], ranking.Select(place => place.Rank));
        Assert.Contains("并列", ranking[0].TieBreak, StringComparison.Ordinal);
    }

    [Fact]
    public void Rank_NotMarked_CountsAsNothingAndSaysSo()
    {
        var place = Assert.Single(Liaocheng.Rank([new Candidate("1", "甲", new Dictionary<string, Fraction?> { ["condition"] = 80 })]));
        Assert.Equal((Fraction)20, place.Score);
        Assert.Contains("建筑现状 80×1 + 居民出资户数比例 未评×1", place.Working, StringComparison.Ordinal);
    }

    [Fact]
    public void Rank_NotMarked_SaysWhichAndHowFarItCouldRise()
    {
        var place = Assert.Single(Liaocheng.Rank([new Candidate("1", "甲", new Dictionary<string, Fraction?> { ["condition"] = 80, ["will"] = 50 })]));
        Assert.Equal((Fraction)95, place.Most);
        Assert.Equal(["居民出资户数比例", "改造后预计效益", "项目手续完善情况", "参与积极性高"], place.Unmarked);
    }

    [Fact]
    public void Rank_AwkwardFractions_AreShownRounded()
    {
        var marks = new Dictionary<string, Fraction?> { ["condition"] = new Fraction(1_234_567_891, 98_765_432_101), ["contribution"] = new Fraction(7_777_777_777, 99_999_999_977), ["benefit"] = new Fraction(5, 3), ["procedures"] = new Fraction(1, 999_999_937) };
        Assert.EndsWith("= 0.44", Assert.Single(Liaocheng.Rank([new Candidate("1", "甲", marks)])).Working, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FactsWithoutTheMeasure_IsRefused() =>
        Assert.Contains("measure", Assert.Throws<PolicyFormatException>(() => PolicyDocument.Parse("""
            { "key": "x", "title": "x", "issuer": "x", "division": { "key": "x", "name": "x", "level": "county", "above": [] }, "issuedOn": "2026-01-01", "inForceFrom": "2026-01-01",
              "choice": { "annual": { "name": "x", "clause": "1", "criteria": [{ "key": "a", "name": "a", "weight": 1, "facts": ["x"] }] } } }
            """)).Message, StringComparison.Ordinal);

    [Fact]
    public void Rank_MarkAboveFull_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Liaocheng.Rank([One("甲", 101)]));

    [Fact]
    public void InWords_EveryShippedRule_NamesItsCriteria() => Assert.All(TheFive.Counties.Where(chain => chain != TheFive.Taian),
        chain => Assert.Contains("权重", TheFive.Item(PolicySections.Choice, chain, "annual").InWords, StringComparison.Ordinal));

    [Fact]
    public void Rank_AnyOrder_IsTheSame() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Candidates.ToArbitrary(), candidates =>
        Places(candidates) == Places(candidates.Reverse()) && Places(candidates) == Places(candidates.OrderBy(candidate => candidate.Name.Length % 3))));

    [Fact]
    public void Rank_Always_FollowsTheScore() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Candidates.ToArbitrary(), candidates =>
    {
        var ranking = Liaocheng.Rank(candidates);
        return ranking.Zip(ranking.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score && pair.First.Rank <= pair.Second.Rank);
    }));

    private static Gen<IList<Candidate>> Candidates =>
        Gen.Choose(0, 3).Four().Select(marks => One("", marks.Item1, marks.Item2, marks.Item3)).ListOf(8)
            .Select(list => (IList<Candidate>)list.Select((candidate, index) => candidate with { Id = $"{index}", Name = $"小区{new string('甲', index)}" }).ToList());

    private static string Places(IEnumerable<Candidate> candidates) =>
        string.Join(';', Liaocheng.Rank(candidates).Select(place => $"{place.Rank} {place.Candidate.Id} {place.TieBreak}"));

    private static Candidate One(string name, int mark, int will = 0, int participation = 0) => new(name, name, new Dictionary<string, Fraction?>
    {
        ["condition"] = mark,
        ["contribution"] = mark,
        ["benefit"] = mark,
        ["procedures"] = mark,
        ["will"] = will,
        ["participation"] = participation,
    });
}
