using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class AftercareRuleTests
{
    private static readonly AftercareRule Weifang = TheFive.Item(PolicySections.Aftercare, TheFive.Linqu, "fund-top-up");
    private static readonly AftercareRule Jingyuan = TheFive.Item(PolicySections.Aftercare, TheFive.Jingyuan, "reselect");

    [Theory]
    [InlineData(3000000, 10000000, Outcome.Passed)]
    [InlineData(2999999, 10000000, Outcome.Failed)]
    [InlineData(1, 3, Outcome.Passed)]
    [InlineData(0, 3, Outcome.Failed)]
    [InlineData(5, 0, Outcome.Unknown)]
    public void Fund_ThirtyPercentOfTheFirstPayment_IsComparedExactly(long balance, long first, Outcome expected) =>
        Assert.Equal(expected, Weifang.Fund(Money.FromFen(balance), Money.FromFen(first)).Outcome);

    [Fact]
    public void Fund_FirstPaymentUnknown_IsLeftOpen() => Assert.Equal(Outcome.Unknown, Weifang.Fund(Money.FromFen(1), null).Outcome);

    [Theory]
    [InlineData("2026-01-15", "2026-07-15")]
    [InlineData("2026-08-31", "2027-02-28")]
    [InlineData("2027-08-31", "2028-02-29")]
    public void DueOn_HalfAYear_EndsWithTheMonth(string from, string due) => Assert.Equal(TheFive.Day(due), Jingyuan.DueOn(TheFive.Day(from)));

    [Fact]
    public void Shipped_EveryOfTheFive_AsksForPropertyServiceAfterTheWorks() =>
        Assert.All(TheFive.Counties, chain => Assert.NotNull(TheFive.Item(PolicySections.Aftercare, chain, "arrange").Citation.Quote));

    [Fact]
    public void Shipped_OnlyJingyuan_AsksForAReselection() =>
        Assert.Equal([TheFive.Jingyuan], TheFive.Counties.Where(chain => TheFive.View(chain, "2024-07-01").Find(PolicySections.Aftercare, "reselect") is not null));

    [Fact]
    public void Acceptance_EveryOfTheFive_HasOneThatCallsTheMeeting() =>
        Assert.All(TheFive.Counties, chain => Assert.Single(TheFive.View(chain, "2024-07-01").All(PolicySections.Acceptance), party => party.Item.Organises));

    [Fact]
    public void Acceptance_Jingyuan_NamesTheFourDepartments() =>
        Assert.Superset(new HashSet<string> { "planning", "ndrc", "finance", "housing" }, TheFive.View(TheFive.Jingyuan, "2024-07-01").All(PolicySections.Acceptance).Where(party => !party.Item.IsOptional).Select(party => party.Item.Key).ToHashSet());

    [Fact]
    public void Acceptance_Ruicheng_NamesCommunityAndResidents() =>
        Assert.Superset(new HashSet<string> { "community", "residents", "designer", "contractor", "supervisor" }, TheFive.View(TheFive.Ruicheng, "2024-07-01").All(PolicySections.Acceptance).Select(party => party.Item.Key).ToHashSet());

    [Fact]
    public void Modes_ThatAskForAVote_NameAMatterOfTheChain() =>
        Assert.All(TheFive.Counties, chain => Assert.DoesNotContain(TheFive.View(chain, "2024-07-01").All(PolicySections.Modes), mode => mode.Item.Consent is { } matter && TheFive.View(chain, "2024-07-01").Find(PolicySections.Consent, matter) is null));

    [Fact]
    public void Modes_EveryOfTheFive_OfferManagement() =>
        Assert.All(TheFive.Counties, chain => Assert.Superset(new HashSet<string> { "professional", "self-managed", "backstop" }, TheFive.View(chain, "2024-07-01").All(PolicySections.Modes).Where(mode => mode.Item.Kind == ModeKind.Management).Select(mode => mode.Item.Key).ToHashSet()));
}
