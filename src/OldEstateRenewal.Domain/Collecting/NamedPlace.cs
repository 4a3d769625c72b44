using System.Text.RegularExpressions;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Domain.Collecting;

/// <summary>A dwelling as it is named in the text of a movement (摘要中的房号): 3号楼2单元301、3-2-301、301室.</summary>
internal sealed partial record NamedPlace(string? Building, int? Entrance, string Room)
{
    private const int LongestName = 12;

    /// <summary>All that the text may mean; sums and years are no rooms.</summary>
    public static IEnumerable<NamedPlace> In(string text)
    {
        var plain = WrittenText.Plain(text).ToUpperInvariant();
        foreach (Match match in Whole().Matches(plain))
        {
            if (RoomNumber.Read(match.Value) is { } room) yield return new NamedPlace(room.Building, room.Entrance, room.Room);
        }

        foreach (Match match in Bare().Matches(Whole().Replace(plain, " ")))
        {
            int? entrance = match.Groups["entrance"] is { Success: true } told && ChineseNumeral.TryRead(told.ValueSpan, out var number) ? number : null;
            if (RoomNumber.Read(match.Groups["room"].Value, isBuildingKnown: true) is { } room) yield return new NamedPlace(null, entrance, room.Room);
        }
    }

    /// <summary>The names, known to the caller, that stand in the text.</summary>
    public static IEnumerable<string> NamesIn(string text, Func<string, bool> isKnown)
    {
        var found = new HashSet<string>();
        foreach (Match run in Words().Matches(WrittenText.Plain(text)))
        {
            for (var from = 0; from < run.Length; from++)
            {
                for (var length = Math.Min(LongestName, run.Length - from); length > 1; length--)
                {
                    if (isKnown(run.Value.Substring(from, length))) found.Add(run.Value.Substring(from, length));
                }
            }
        }

        return found;
    }

    /// <summary>Whether the dwelling is it, as far as the text says.</summary>
    public bool Fits(OwingDwelling dwelling) =>
        (Entrance is null || dwelling.Entrance == 0 || Entrance == dwelling.Entrance) && (Building is null || BuildingName.Read(Building)?.Key == BuildingName.Read(dwelling.Building)?.Key);

    [GeneratedRegex("(?<![0-9A-Z.])[0-9A-Z一二三四五六七八九十]{1,3}(号楼|#楼|#|栋|幢|座|-)-?([0-9一二三四五六七八九十]{1,2}(单元|门|-))?-?[0-9]{3,4}(?![0-9.,元年])", RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex("(?<![0-9A-Z.,¥￥-])((?<entrance>[0-9一二三四五六七八九十]{1,2})单元)?(?<room>[1-9][0-9]{2,3})(?=室|号|户|房|[^0-9A-Z.,元年%-]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();

    [GeneratedRegex("[\u4e00-\u9fff·]{2,40}")]
    private static partial Regex Words();
}
