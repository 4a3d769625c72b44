using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests;

/// <summary>The five divisions whose documents ship, as chains.</summary>
internal static class TheFive
{
    public static readonly IReadOnlyList<string> Linqu = Chain("linqu-2024");
    public static readonly IReadOnlyList<string> Taian = Chain("taian-2020");
    public static readonly IReadOnlyList<string> Jingyuan = Chain("jingyuan-2023");
    public static readonly IReadOnlyList<string> Ruicheng = Chain("ruicheng-2021-2025");
    public static readonly IReadOnlyList<string> Liaocheng = Chain("liaocheng-2020");

    public static readonly IReadOnlyList<IReadOnlyList<string>> Counties = [Linqu, Taian, Jingyuan, Ruicheng, Liaocheng];

    public static PolicyView View(IReadOnlyList<string> chain, string on) => PolicyBook.Shipped.View(chain, Day(on));

    public static T Item<T>(PolicySection<T> section, IReadOnlyList<string> chain, string key, string on = "2024-07-01") where T : PolicyItem =>
        View(chain, on).Find(section, key)!.Item;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static IReadOnlyList<string> Chain(string document) => PolicyBook.Shipped.Document(document)!.Division.Chain;
}
