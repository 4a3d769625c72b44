using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Tests.Support;

internal sealed record SampleEstate(string Name, string Street, int Buildings, int Households, decimal Area);

/// <summary>Reports like the plan table of Linqu's paper 临政办字〔2024〕17号.</summary>
internal static class SampleReports
{
    public const string Title = "2024年临朐县城镇老旧小区改造计划";

    public static readonly DateTimeOffset MadeAt = new(2024, 6, 5, 9, 5, 0, TimeSpan.FromHours(8));

    public static readonly SampleEstate[] Estates =
    [
        new("电力局北家属院", "城关街道", 4, 160, 25200.72m),
        new("东沂勘察设计家属院", "城关街道", 1, 24, 2500m),
        new("武装部家属院", "城关街道", 1, 32, 2984.3m),
        new("军休所小区", "东城街道", 2, 48, 5291m),
        new("沂山转播台家属院", "东城街道", 3, 68, 7742m),
    ];

    public static IReadOnlyList<TableColumn<SampleEstate>> Columns { get; } =
    [
        TableColumn.Serial<SampleEstate>(),
        new("小区名称", 24, estate => estate.Name),
        new("坐落街\n道名称", 12, estate => estate.Street) { Alignment = ColumnAlignment.Center },
        new("楼栋数\n(栋)", 10, estate => estate.Buildings) { Total = ColumnTotal.Sum },
        new("户数\n(户)", 10, estate => estate.Households) { Total = ColumnTotal.Sum },
        new("建筑面积\n(平方米)", 14, estate => estate.Area) { Format = CellFormat.UpTo(2), Total = ColumnTotal.Sum },
    ];

    public static TableReport<SampleEstate> Plan(
        IEnumerable<SampleEstate>? estates = null, PaperLayout? paper = null, bool isGrouped = false)
        => new(Columns, estates ?? Estates)
        {
            Marker = "附件3",
            Title = Title,
            UnitLine = "单位：栋、户、平方米",
            Notes = ["注：建筑面积以不动产登记簿为准。"],
            Source = "资料来源：临朐县住房和城乡建设局",
            Author = "临朐县住房和城乡建设局",
            MadeAt = MadeAt,
            Paper = paper ?? PaperLayout.Portrait,
            GroupOf = isGrouped ? estate => estate.Street : null,
        };

    public static IEnumerable<SampleEstate> Many(int count)
        => Enumerable.Range(1, count).Select(i => Estates[i % Estates.Length] with { Name = $"沂山{i}号院" });

    /// <summary>A table of texts in one column.</summary>
    public static TableReport<string> Texts(params IEnumerable<string> texts)
        => new([new("内容", 60, text => text)], texts) { Title = "文本", MadeAt = MadeAt };

    /// <summary>A quantity at a price, and a lump sum that has neither.</summary>
    public static TableReport<(decimal? Quantity, decimal? Price, decimal Cost)> Priced() => new(
        [
            new("项目", 10, row => row.Quantity is null ? "总价" : "单价") { Total = ColumnTotal.Label },
            new("数量", 10, row => row.Quantity) { Format = CellFormat.UpTo(3) },
            new("单价", 10, row => row.Price) { Format = CellFormat.Fixed(2) },
            new("金额", 12, row => row.Cost) { Format = CellFormat.Fixed(2), Formula = "ROUND([数量]*[单价],2)", Total = ColumnTotal.Sum },
        ],
        [(3.333m, 10m, 33.33m), (null, null, 500m)])
    {
        Title = "造价表",
        MadeAt = MadeAt,
    };

    /// <summary>Two storeys of three places each; on the first the left two are one.</summary>
    public static TableReport<string[]> Joined() => new(
        [.. new[] { "层", "甲户", "乙户", "丙户" }.Select((header, i) => new TableColumn<string[]>(header, 10, row => row[i]) { Alignment = ColumnAlignment.Center })],
        [["1", "左右打通", "不应出现", "右边"], ["2", "左边", "中间", "右上"]])
    {
        Title = "楼盘表",
        MadeAt = new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(8)),
        SpanOf = (row, column) => row[0] == "1" && column == 1 ? 2 : 1,
    };
}
