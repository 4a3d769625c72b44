using System.Text;
using System.Text.RegularExpressions;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>When two names mean the same (名称比对).</summary>
public static partial class RegistryNames
{
    private static readonly (string Long, string Short)[] shortForms =
    [
        ("建设银行", "建行"), ("工商银行", "工行"), ("农业银行", "农行"), ("中国银行", "中行"), ("交通银行", "交行"), ("人民银行", "人行"), ("农村信用社", "信用社"),
        ("农村信用联社", "信用社"), ("信用联社", "信用社"), ("供销合作社", "供销社"), ("人民医院", "医院"), ("农业机械", "农机"), ("物资局", "物资"), ("第一", "一"), ("第二", "二"), ("第三", "三"),
    ];

    private static readonly string[] estateEndings = ["住宅小区", "家属小区", "小区", "家属院", "家属楼", "家属区", "宿舍区", "宿舍楼", "宿舍", "住宅楼", "住宅区", "生活区"];

    private static readonly string[] streetEndings = ["街道办事处", "街道办", "办事处", "街道", "乡", "镇"];

    /// <summary>The same for names that differ only in spaces, brackets, and full or half width.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            var plain = letter is >= '！' and <= '～' ? (char)(letter - 0xFEE0) : letter;
            if (char.IsWhiteSpace(plain) || plain is '\u3000' or '\uFEFF' or '\u200B') continue;
            folded.Append(plain switch { '〔' or '【' or '[' or '［' => '(', '〕' or '】' or ']' or '］' => ')', '·' or '•' => '.', _ => char.ToLowerInvariant(plain) });
        }

        return folded.ToString();
    }

    /// <summary>The same for names that may mean one estate: a bank in full and in short, with and without 小区, 家属院. To be confirmed by a person.</summary>
    public static string Near(string estate)
    {
        var near = shortForms.Aggregate(Fold(estate), (name, form) => name.Replace(form.Long, form.Short, StringComparison.Ordinal));
        var ending = estateEndings.FirstOrDefault(ending => near.Length > ending.Length && near.EndsWith(ending, StringComparison.Ordinal));
        return ending is null ? near : near[..^ending.Length];
    }

    public static string Street(string name)
    {
        var folded = Fold(name);
        var ending = streetEndings.FirstOrDefault(ending => folded.Length > ending.Length + 1 && folded.EndsWith(ending, StringComparison.Ordinal));
        return ending is null ? folded : folded[..^ending.Length];
    }

    /// <summary>Whether it is called like a street or town, so that it may be made along.</summary>
    public static bool IsStreet(string name) => name.Length >= 3 && streetEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The same for 3#, 三栋 and 3号楼.</summary>
    public static string Building(string name) => BuildingName.Read(name)?.Key ?? Fold(name);

    /// <summary>The number at the start of a building's name; after all others where there is none.</summary>
    public static int Sequence(string building) => int.TryParse(LeadingDigits().Match(Building(building)).Value, out var number) ? number : 999;

    [GeneratedRegex("^[0-9]{1,4}")]
    private static partial Regex LeadingDigits();
}
