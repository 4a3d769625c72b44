using System.Text.RegularExpressions;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Search;

/// <summary>A room as people say it: 3-1-201, 3号楼1单元201室, 1-201, 201. What was not said is null.</summary>
public sealed record RoomWords(string? Building, int? Entrance, string Room);

/// <summary>What was typed into the search box, understood: words for names, a room, a full phone or id number.</summary>
public sealed partial record SearchWords(string Text, IReadOnlyList<string> Words, RoomWords? Room, string? Number)
{
    public const int MostLength = 60;
    private const int MostWords = 5;

    public static SearchWords Of(string? typed)
    {
        var text = EstateNameParts.HalfWidth(typed ?? "").Trim();
        if (text.Length > MostLength) text = text[..(char.IsHighSurrogate(text[MostLength - 1]) ? MostLength - 1 : MostLength)];
        if (FullNumber().IsMatch(text)) return new(text, [], null, text.ToUpperInvariant());
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords).ToList();
        var room = words.Select(RoomOf).OfType<RoomWords>().LastOrDefault();
        return new(text, words.Where(word => RoomOf(word) is null).ToList(), room, null);
    }

    public bool IsEmpty => Words.Count == 0 && Room is null && Number is null;

    /// <summary>Letters and digits only: initials.</summary>
    public static bool IsInitials(string word) => word.All(char.IsAsciiLetterOrDigit);

    private static RoomWords? RoomOf(string word)
    {
        var match = RoomPlace().Match(word);
        if (!match.Success) return null;
        return new(Part(match, "building"), Part(match, "entrance") is { } entrance ? int.Parse(entrance, System.Globalization.CultureInfo.InvariantCulture) : null, match.Groups["room"].Value);
    }

    private static string? Part(Match match, string name) => match.Groups[name] is { Success: true, Value: { Length: > 0 } value } ? value : null;

    [GeneratedRegex("^(?:1[0-9]{10}|[0-9]{15}|[0-9]{17}[0-9Xx])$")]
    private static partial Regex FullNumber();

    [GeneratedRegex("^(?:(?:(?<building>[0-9]{1,3})(?:-|号楼|栋|幢|#))?(?<entrance>[0-9]{1,2})(?:-|单元))?(?<room>[0-9]{3,4})(?:室|号)?$")]
    private static partial Regex RoomPlace();
}
