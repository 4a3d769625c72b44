using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests;

/// <summary>The shipped policies as a county sees them.</summary>
internal static class Shipped
{
    public static readonly string[] Counties = ["linqu-2024", "taian-2020", "jingyuan-2023", "ruicheng-2021-2025", "liaocheng-2020"];

    public static PolicyView View(string document, int year = 2024, int month = 7, int day = 1) =>
        PolicyBook.Shipped.View(PolicyBook.Shipped.Document(document)!.Division.Chain, new DateOnly(year, month, day));

    public static PolicyView Linqu => View("linqu-2024");

    public static PolicyView Taian => View("taian-2020");

    public static PolicyView Jingyuan => View("jingyuan-2023");

    public static PolicyView Ruicheng => View("ruicheng-2021-2025");

    public static PolicyView Liaocheng => View("liaocheng-2020");
}
