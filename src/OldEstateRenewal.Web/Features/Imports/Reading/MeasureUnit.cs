using OldEstateRenewal.Domain;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>What a figure measures.</summary>
public enum Measure
{
    None,
    Count,
    Area,
    Money,
}

/// <summary>A unit as written, and how many ㎡, 元 or pieces it is.</summary>
internal sealed record MeasureUnit(Measure Measure, Fraction Factor)
{
    private static readonly Dictionary<string, MeasureUnit> known = Build();

    /// <summary>All spellings, the longer ones first, for a pattern.</summary>
    public static string Pattern { get; } = string.Join('|', known.Keys.OrderByDescending(word => word.Length));

    public static MeasureUnit? Of(string word) => known.GetValueOrDefault(word);

    /// <summary>万 alone takes its meaning from the column.</summary>
    public static Fraction? FactorOf(string word, Measure measure) =>
        word == "万" ? new Fraction(10_000, 1) : Of(word) is { } unit && unit.Measure == measure ? unit.Factor : null;

    private static Dictionary<string, MeasureUnit> Build()
    {
        var units = new Dictionary<string, MeasureUnit>();
        void Add(Measure measure, Fraction factor, params string[] words)
        {
            foreach (var word in words) units.Add(word, new(measure, factor));
        }

        Add(Measure.Area, Fraction.One, "㎡", "平方米", "平米", "平方", "平");
        Add(Measure.Area, new(10_000, 1), "万㎡", "万平方米", "万平米", "万平方", "万平", "公顷", "ha");
        Add(Measure.Area, new(2_000, 3), "亩");
        Add(Measure.Area, new(1_000_000, 1), "平方公里", "平方千米");
        Add(Measure.Money, Fraction.One, "元", "人民币元", "¥");
        Add(Measure.Money, new(1_000, 1), "千元");
        Add(Measure.Money, new(10_000, 1), "万元");
        Add(Measure.Money, new(100_000_000, 1), "亿元", "亿");
        Add(Measure.Count, Fraction.One, "户", "栋", "幢", "座", "层", "个", "套", "单元", "个单元", "栋楼", "幢楼", "处", "门", "F", "号楼", "楼", "家");
        Add(Measure.Count, new(10_000, 1), "万户", "万套");
        return units;
    }
}
