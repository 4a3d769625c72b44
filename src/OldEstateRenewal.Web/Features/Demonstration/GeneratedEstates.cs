using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>Estates for a county whose document prints none: plainly invented, of every age the rules tell apart.</summary>
internal static class GeneratedEstates
{
    private static readonly int[] builtYears = [1986, 1991, 1994, 1997, 1999, 2000, 2001, 2003, 2004, 2005, 2006, 2010];
    private static readonly string[] numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

    public static List<PlanRow> Rows(List<string> streets) => builtYears.Select((year, index) =>
    {
        var random = new Random(DemonstrationRandom.Seed(numbers[index]));
        var buildings = random.Next(1, 6);
        var households = buildings * random.Next(16, 49);
        return new PlanRow(year, $"演示{numbers[index]}号小区", streets[index % streets.Count], $"演示路{index + 1}号", [year], buildings, households, Area.FromHundredths(households * random.NextInt64(62_00, 98_00)));
    }).ToList();
}
