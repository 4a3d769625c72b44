using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Policies;

public sealed class ReasonTests
{
    private static readonly Citation Nowhere = new("test", "试", "一", null, null);

    [Theory]
    [InlineData(Outcome.Passed, Outcome.Review, Outcome.Review, Outcome.Passed)]
    [InlineData(Outcome.Unknown, Outcome.Review, Outcome.Unknown, Outcome.Review)]
    [InlineData(Outcome.Unknown, Outcome.Failed, Outcome.Failed, Outcome.Unknown)]
    public void AllAndAny_TwoOutcomes_AreWorstAndBest(Outcome one, Outcome other, Outcome all, Outcome any)
    {
        var parts = new[] { One(one), One(other) };
        Assert.Equal((all, any), (Reason.OfAll("r", "r", Nowhere, parts).Outcome, Reason.OfAny("r", "r", Nowhere, parts).Outcome));
    }

    [Fact]
    public void MissingFacts_DecidedElsewhere_AreNotAskedFor()
    {
        var unknown = One(Outcome.Unknown) with { Missing = new MissingFact("a", "甲", null) };
        Assert.Empty(Reason.OfAll("r", "r", Nowhere, [unknown, One(Outcome.Failed)]).MissingFacts);
        Assert.Equal("甲", Assert.Single(Reason.OfAll("r", "r", Nowhere, [unknown, One(Outcome.Passed)]).MissingFacts).Name);
    }

    private static Reason One(Outcome outcome) => Reason.Single("k", "名", outcome, "数", Nowhere);
}
