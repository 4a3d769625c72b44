using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Consent;

/// <summary>Rolls and votes for the tests of consent.</summary>
internal static class Ballots
{
    public static UnitRecord Unit(int number, decimal area = 100, string? owner = null, string riser = "A", UnitHolding holding = UnitHolding.Owned, UnitKind kind = UnitKind.Dwelling) =>
        new($"{number:000}", "1号楼", "1单元", riser, owner == "" ? [] : [Owner(owner ?? $"业主{number:000}")]) { Registered = Area.FromSquareMetres(area), Holding = holding, Kind = kind };

    public static OwnerRecord Owner(string name, string? key = null) => new(key ?? name, name);

    public static Roll Roll(int heads, decimal area = 100) => Domain.Consent.Roll.Build(Enumerable.Range(1, heads).Select(number => Unit(number, area)).ToList());

    public static Roll Roll(params IEnumerable<UnitRecord>[] units) => Domain.Consent.Roll.Build(units.SelectMany(list => list).ToList());

    public static IEnumerable<Vote> Votes(int from, int count, VoteChoice choice) =>
        Enumerable.Range(from, count).Select(number => new Vote($"{number:000}", choice) { Signed = true });

    public static ConsentQuestion Question(PolicyView view, string key) => ConsentQuestion.For(view, key)[0];

    public static Tally Count(PolicyView view, string key, Roll roll, IEnumerable<Vote> votes, IReadOnlyCollection<string>? asked = null) =>
        Assert.Single(Tally.Count(Question(view, key), roll, votes.ToList(), asked));
}
