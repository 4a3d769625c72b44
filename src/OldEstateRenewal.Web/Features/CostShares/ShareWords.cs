using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Costs;

namespace OldEstateRenewal.Web.Features.CostShares;

public static class ShareWords
{
    /// <summary>The payers that documents name most, in the order in which tables list them; each is also a payer a line may be given to by hand.</summary>
    private static readonly (string Key, string Name)[] payers =
    [
        ("owners", "业主"), ("utility", "专营单位"), ("publicHousingOwner", "公有住房产权单位"), ("government", "财政资金"), ("county", "县财政"), ("higher", "上级补助资金"), ("project", "项目资金"), ("others", "其他资金"),
    ];

    public static IReadOnlyList<(string Key, string Name)> ByHand => payers;

    /// <summary>A payer's name in a table of sums; one that only a county's own document knows keeps the name it has there.</summary>
    public static string Payer(string key, string otherwise) => payers.FirstOrDefault(payer => payer.Key == key).Name ?? otherwise;

    public static int Order(string key) => Array.FindIndex(payers, payer => payer.Key == key) is >= 0 and var at ? at : payers.Length;

    public static string NameOf(ShareSheet sheet) => $"费用分担第{sheet.Number}版";

    /// <summary>What one household pays on average, for reading only.</summary>
    public static string PerHousehold(Money amount, int? households) => households is > 0 and { } count ? CostWords.Two(new Fraction(amount.Fen, count * 100L)) : "—";
}
