using System.Text;
using System.Text.RegularExpressions;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>
/// An estate's name taken apart (小区名称的构成): 文化路建设银行家属院 is the road 文化路, the core 建设银行 and the kind 家属院; 国税二区住宅楼 has the mark 2区,
/// which tells it from 国税一区.
/// </summary>
/// <param name="Core">What is left without road, kind and marks: the unit or the proper name.</param>
/// <param name="Road">The road it is named after, or empty.</param>
/// <param name="Marks">Numbers and directions (号、区、东西南北) by which estates of one unit are told apart.</param>
public sealed partial record EstateNameParts(string Core, string Road, IReadOnlySet<string> Marks)
{
    private const int ShortestAbbreviation = 2;
    private const int ShortestNear = 3;
    private const char FirstFullWidth = '\uff01';
    private const char LastFullWidth = '\uff5e';
    private const int FullWidthShift = 0xfee0;
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] kinds = ["住宅小区", "职工住宅楼", "住宅楼", "家属院", "家属楼", "家属区", "宿舍楼", "宿舍", "职工", "生活区", "小区", "公寓", "大院"];

    /// <summary>Takes a name apart; any text has parts.</summary>
    public static EstateNameParts Of(string name)
    {
        var plain = Plain(name);
        var road = RoadFirst().Match(plain);
        var marks = new HashSet<string>();
        var core = road.Success ? CoreOf(road.Groups["rest"].Value, marks) : CoreOf(plain, marks);
        // Nothing but a road and a kind: the road is the name.
        if (core.Length == 0) return new(road.Success ? road.Groups["road"].Value : plain, "", marks);
        return new(core, road.Success ? road.Groups["road"].Value : "", marks);
    }

    /// <summary>Whether both bear marks and none is common to both: 2号 and 3号, 南 and 北.</summary>
    public bool IsToldApartFrom(EstateNameParts other) => Marks.Count > 0 && other.Marks.Count > 0 && !Marks.Overlaps(other.Marks);

    /// <summary>Whether one core is short for the other (简称): 建行 for 建设银行.</summary>
    public bool IsAbbreviationOf(EstateNameParts other) => IsShortFor(Core, other.Core) || IsShortFor(other.Core, Core);

    /// <summary>How like the cores are: twice the longest common subsequence over both lengths; 1 when they are the same.</summary>
    public Fraction LikenessTo(EstateNameParts other) => Core.Length + other.Core.Length == 0 ? new Fraction(1, 1) : new Fraction(2 * CommonLength(Core, other.Core), Core.Length + other.Core.Length);

    /// <summary>Whether the cores differ by little (相近): at least two thirds alike, and long enough for that to mean something.</summary>
    public bool IsNear(EstateNameParts other) =>
        Core.Length >= ShortestNear && other.Core.Length >= ShortestNear && 3 * 2 * CommonLength(Core, other.Core) >= 2 * (Core.Length + other.Core.Length);

    /// <summary>Full-width letters, digits and signs as half-width ones (全角转半角).</summary>
    public static string HalfWidth(string text) => string.Create(text.Length, text, static (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = from[i] is >= FirstFullWidth and <= LastFullWidth ? (char)(from[i] - FullWidthShift) : from[i] == '\u3000' ? ' ' : from[i];
    });

    private static bool IsShortFor(string brief, string full) =>
        brief.Length >= ShortestAbbreviation && brief.Length < full.Length && brief[0] == full[0] && brief[^1] == full[^1] && CommonLength(brief, full) == brief.Length;

    private static string Plain(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var ch in HalfWidth(name))
            if (!char.IsWhiteSpace(ch) && ch is not ('(' or ')' or '“' or '”' or '·')) text.Append(char.ToLowerInvariant(ch));
        return text.Length > 2 && text[0] == '原' ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    private static string CoreOf(string text, HashSet<string> marks)
    {
        for (var before = ""; before != text;)
        {
            before = text;
            if (kinds.FirstOrDefault(kind => text.EndsWith(kind, StringComparison.Ordinal)) is { } found) text = text[..^found.Length];
            else if (LastMarks().Match(text) is { Success: true } numbered) text = Mark(numbered, text, marks);
            else if (LastDirection().Match(text) is { Success: true } direction) text = Mark(direction, text, marks);
        }

        return text;
    }

    private static string Mark(Match found, string text, HashSet<string> marks)
    {
        foreach (Capture mark in found.Groups["mark"].Captures) marks.Add(Number(mark.Value));
        return text[..found.Index];
    }

    /// <summary>二 and 2 are the same mark.</summary>
    private static string Number(string mark) => mark.Length == 1 && Digits.IndexOf(mark[0], StringComparison.Ordinal) is > 0 and var digit ? $"{digit}" : mark;

    private static int CommonLength(string a, string b)
    {
        var row = new int[b.Length + 1];
        foreach (var ch in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = ch == b[j - 1] ? diagonal + 1 : Math.Max(row[j], row[j - 1]);
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    [GeneratedRegex("^(?<road>.{2,4}?(?:大街|大道|路|街|巷))(?<rest>.{2,})$")]
    private static partial Regex RoadFirst();

    [GeneratedRegex("(?<=.{2})(?:(?<mark>[0-9]+|[一二三四五六七八九十]+)(?:号楼|号院|号|#楼|#|区|期|栋|幢|座|组)[、,和及]?)+$")]
    private static partial Regex LastMarks();

    [GeneratedRegex("(?<=.{2})(?<mark>[东西南北前后])(?:区|院|楼)?$")]
    private static partial Regex LastDirection();
}
