using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>The spreadsheets a bureau has of a printed plan: its estates as printed, and generated households that add up to them.</summary>
public static class AnnexFiles
{
    private static readonly DateTimeOffset madeAt = new(2022, 1, 4, 9, 0, 0, TimeSpan.FromHours(8));

    private sealed record Home(string Estate, string Building, int Entrance, int Storey, string Room, decimal Area, string Owner);

    public static byte[] Estates(IReadOnlyList<PlanRow> rows) => Write("小区清单", rows,
    [
        new("街道", 14, row => row.Street ?? ""), new("小区名称", 24, row => row.Estate), new("坐落", 20, row => row.Address ?? ""), new("建成年份", 14, row => row.BuiltYearsText),
        new("楼栋数", 8, row => row.Buildings), new("户数", 8, row => row.Households), new("建筑面积", 12, row => row.Area!.Value.SquareMetres),
    ]);

    public static byte[] Homes(IReadOnlyList<PlanRow> rows) => Write("房屋与业主清单", rows.SelectMany(Of).ToList(),
    [
        new("小区名称", 24, home => home.Estate), new("楼号", 8, home => home.Building), new("单元", 8, home => home.Entrance), new("楼层", 8, home => home.Storey), new("房号", 8, home => home.Room),
        new("建筑面积", 12, home => home.Area), new("业主姓名", 14, home => home.Owner),
    ]);

    /// <summary>The lines of an official result in which every household agrees.</summary>
    public static string AllAgree(PlanRow row) => string.Join('\n', Of(row).Select(home => $"{home.Building} {home.Entrance}单元 {home.Room} 同意"));

    private static IEnumerable<Home> Of(PlanRow row)
    {
        var (households, buildings) = (row.Households!.Value, row.Buildings!.Value);
        var each = row.Area!.Value.Hundredths / households;
        for (var i = 0; i < households; i++)
        {
            var (building, place) = (i % buildings + 1, i / buildings);
            var (entrance, storey) = (place / 12 + 1, place % 12 / 2 + 1);
            var area = i == 0 ? row.Area.Value.Hundredths - each * (households - 1) : each;
            yield return new Home(row.Estate, $"{building}号楼", entrance, storey, $"{storey}0{place % 2 + 1}", area / 100m, $"业主{row.Estate[..2]}{i + 1:000}");
        }
    }

    private static byte[] Write<T>(string title, IReadOnlyList<T> rows, IReadOnlyList<TableColumn<T>> columns)
    {
        using var file = new MemoryStream();
        SpreadsheetTableWriter.Write(new TableReport<T>(columns, rows) { Title = title, MadeAt = madeAt }, file);
        return file.ToArray();
    }
}
