using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Eligibility;

public sealed class EligibilityPropertyTests
{
    private static readonly string[] Years = ["", "1995", "1999", "2000", "2000-06", "2003", "2005", "2006", "2015"];

    private static readonly Gen<EstateFacts> AnyEstate =
        from built in Gen.Elements(Years).ListOf(3)
        from count in Gen.Choose(0, 3)
        from answers in Gen.Elements<bool?>(true, false, null).ListOf(40)
        from land in Gen.Elements<LandKind?>(LandKind.StateOwned, LandKind.Collective, null)
        from place in Gen.Elements<PlaceKind?>(PlaceKind.CountyTown, PlaceKind.Village, null)
        from recognised in Gen.Elements(true, false)
        select Make(built.Take(count).ToArray(), answers.ToList(), land, place, recognised);

    [Fact]
    public void Judge_OneMorePassingFact_NeverWorsensAVerdict() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(AnyEstate.ToArbitrary(), estate =>
        TheFive.Counties.All(chain => new[] { "plan-entry", "central-subsidy" }.All(key => NeverWorse(PolicyBook.Shipped.View(chain, new(2024, 7, 1)), key, estate)))));

    [Fact]
    public void Judge_BuildingsInAnotherOrder_GivesTheSameVerdict() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(AnyEstate.ToArbitrary(), estate =>
        TheFive.Counties.All(chain => Verdict(chain, estate) == Verdict(chain, estate with { Buildings = estate.Buildings.Reverse().ToList() }))));

    [Fact]
    public void Judge_EveryQuarterUntil2030_GivesAValidVerdictAndTaianExpiresOnce()
    {
        foreach (var chain in TheFive.Counties)
            foreach (var day in Enumerable.Range(0, 48).Select(quarter => new DateOnly(2019, 1, 1).AddMonths(3 * quarter)))
                foreach (var built in Years)
                {
                    var result = PolicyBook.Shipped.View(chain, day).JudgeEligibility("plan-entry", Estates.Good(built))!;
                    Assert.True(Enum.IsDefined(result.Verdict));
                    Assert.Equal(result.Rule.Document.Key == "taian-2020" && day >= new DateOnly(2025, 9, 1), result.Rule.Validity == PolicyValidity.Expired);
                }
    }

    private static bool NeverWorse(PolicyView view, string key, EstateFacts estate)
    {
        if (view.JudgeEligibility(key, estate) is not { } before) return true;
        var exclusions = before.Rule.Item.Exclusions.SelectMany(condition => condition.FactKeys).Concat(["shanty-plan", "demolition-rebuild", "self-built", "urban-village"]).ToHashSet();
        return before.Rule.Item.FactKeys.Concat(view.Find(PolicySections.Eligibility, "plan-entry")!.Item.FactKeys).Distinct()
            .All(fact => view.JudgeEligibility(key, estate.With(fact, !exclusions.Contains(fact)))!.Verdict >= before.Verdict)
            && view.JudgeEligibility(key, estate with { Buildings = estate.Buildings.Select(building => building with { Built = BuiltDate.InYear(1990) }).ToList() })!.Verdict >= before.Verdict
            && view.JudgeEligibility(key, estate with { Land = LandKind.StateOwned, Place = PlaceKind.CountyTown })!.Verdict >= before.Verdict;
    }

    private static EligibilityVerdict Verdict(IReadOnlyList<string> chain, EstateFacts estate) =>
        PolicyBook.Shipped.View(chain, new(2024, 7, 1)).JudgeEligibility("plan-entry", estate)!.Verdict;

    private static EstateFacts Make(string[] built, List<bool?> answers, LandKind? land, PlaceKind? place, bool recognised)
    {
        var good = Estates.Good(built) with { Land = land, Place = place };
        var surveyed = good with { Facts = good.Facts.Keys.Concat(["adjoining", "renewal-needed"]).Select((key, index) => (key, answers[index])).ToDictionary(one => one.key, one => one.Item2) };
        return recognised ? surveyed.Recognised("adjoining").Recognised("built") : surveyed;
    }
}
