using System.Globalization;
using System.Text.RegularExpressions;
using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>A room as people write it (房号): 201室, 0201, 3-1-201, 3号楼1单元201室, 3#1-201, 501-601 (跃层), 商3, 负101.</summary>
/// <param name="Room">In one form: 201, 501-601, 商3, 负101.</param>
public sealed partial record RoomNumber(string Room)
{
    /// <summary>The building as written, where it is told.</summary>
    public string? Building { get; init; }

    /// <summary>The entrance (单元), where it is told.</summary>
    public int? Entrance { get; init; }

    /// <summary>The storey (层), where it is told or follows from the number; -1 is 负一层.</summary>
    public int? Storey { get; init; }

    /// <summary>The upper storey of a 跃层.</summary>
    public int? LastStorey { get; init; }

    /// <summary>The kind, where the words tell it.</summary>
    public UnitKind? Kind { get; init; }

    /// <summary>Reads it; null where it cannot be read.</summary>
    /// <param name="text">As written.</param>
    /// <param name="isBuildingKnown">The building stands elsewhere: 1-201 is then entrance 1, else building 1.</param>
    /// <param name="storey">The storey, where it stands elsewhere: room 01 of storey 2 is 201.</param>
    public static RoomNumber? Read(string text, bool isBuildingKnown = false, int? storey = null)
    {
        if (text.Length > 60) return null;
        var plain = WrittenText.Plain(text).ToUpperInvariant();
        if (plain.Length == 0) return null;
        if (plain.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return Simple(plain, storey);
        plain = plain.Replace("--", "-", StringComparison.Ordinal).Replace('_', '-').Replace('/', '-');
        return Split(plain, isBuildingKnown, storey) ?? Simple(plain, storey);
    }

    private static RoomNumber? Split(string plain, bool isBuildingKnown, int? storey) =>
        Duplex().Match(plain) is { Success: true } duplex && ReadDuplex(duplex) is { } read ? read
        : Dashed().Match(plain) is { Success: true } dashed ? ReadDashed(dashed, isBuildingKnown, storey)
        : Worded().Match(plain) is { Success: true } worded && worded.Groups["room"].Length < plain.Length ? ReadWorded(worded, storey)
        : null;

    // 501-601: rooms one or two storeys above each other.
    private static RoomNumber? ReadDuplex(Match match)
    {
        var (lower, upper) = (Whole(match.Groups["lower"].Value), Whole(match.Groups["upper"].Value));
        return upper / 100 - lower / 100 is 1 or 2 && lower / 100 > 0
            ? new RoomNumber($"{lower}-{upper}") { Storey = lower / 100, LastStorey = upper / 100 }
            : null;
    }

    private static RoomNumber? ReadWorded(Match match, int? storey)
    {
        var told = match.Groups["storey"] is { Success: true } words ? StoreyNumber.Read(words.Value)?.First : null;
        if (Simple(match.Groups["room"].Value, told ?? storey) is not { } room) return null;
        int? entrance = match.Groups["entrance"] is { Success: true } group && ChineseNumeral.TryRead(group.ValueSpan, out var number) ? number : null;
        return room with { Building = match.Groups["building"] is { Success: true } building ? building.Value : null, Entrance = entrance, Storey = told ?? room.Storey };
    }

    // 3-1-201, 3-1-2-01, 1-201.
    private static RoomNumber? ReadDashed(Match match, bool isBuildingKnown, int? storey)
    {
        var parts = match.Value.Split('-');
        return parts.Length switch
        {
            4 when int.TryParse(parts[2], out var told) && parts[3].Length <= 2 && Simple(parts[3], told) is { } room => room with { Building = parts[0], Entrance = Number(parts[1]), Storey = told },
            3 when Simple(parts[2], storey) is { } room => room with { Building = parts[0], Entrance = Number(parts[1]) },
            2 when isBuildingKnown && Number(parts[0]) is { } entrance && Simple(parts[1], storey) is { } room => room with { Entrance = entrance },
            2 when !isBuildingKnown && Simple(parts[1], storey) is { } room => room with { Building = parts[0] },
            _ => null,
        };
    }

    private static RoomNumber? Simple(string plain, int? storey)
    {
        var bare = Suffix().Replace(plain, "");
        if (Digits().Match(bare) is { Success: true } digits) return OfDigits(digits, storey);
        if (Below().Match(bare) is { Success: true } below) return new("负" + Whole(below.Groups["number"].Value)) { Storey = -(Whole(below.Groups["number"].Value) / 100) };
        if (Shop().Match(plain) is { Success: true } shop) return new("商" + Trimmed(shop)) { Kind = UnitKind.Shop, Storey = storey };
        if (Parking().Match(plain) is { Success: true } parking) return new((parking.Groups["garage"].Success ? "车库" : "车位") + Trimmed(parking)) { Kind = UnitKind.Parking, Storey = storey };
        if (Side().IsMatch(plain)) return new(storey is { } known ? $"{known}{plain}" : plain) { Storey = storey };
        return null;
    }

    private static RoomNumber? OfDigits(Match match, int? storey)
    {
        var number = match.Groups["number"].Value;
        var tail = match.Groups["tail"].Value;
        if (number.Length > 5 || Whole(number) == 0) return null;
        var value = Whole(number);
        return number.Length switch
        {
            <= 2 when storey is > 0 and { } known => new($"{known}{value:00}{tail}") { Storey = known },
            <= 2 => new($"{value}{tail}") { Storey = storey },
            <= 4 when value >= 100 => new($"{value}{tail}") { Storey = value / 100 },
            <= 4 => new($"{value}{tail}") { Storey = storey },
            _ => new($"{value}{tail}") { Storey = storey },
        };
    }

    private static string Trimmed(Match match) => match.Groups["number"].Value.TrimStart('0');

    private static int Whole(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int? Number(string part) => ChineseNumeral.TryRead(part, out var number) && number > 0 ? number : null;

    [GeneratedRegex("(室|号房|号|户|房|房间)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Suffix();

    [GeneratedRegex("^(?<number>[0-9]{1,5})(?<tail>[A-Z]|[东西南北中左右][户侧边]?|[甲乙丙丁])?$")]
    private static partial Regex Digits();

    [GeneratedRegex("^(负|-|B|地下)(?<number>[1-3][0-9]{2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Below();

    [GeneratedRegex("^(商铺|商业|底商|商|门面房|门面|门市房|门市|网点|店铺|铺|S)-?(?<number>[0-9]{1,4}[A-Z]?)(室|号|间)?$|^(?<number>[0-9]{1,4})(号|#)?(商铺|底商|门面房|门面|门市|网点|店铺|铺)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shop();

    [GeneratedRegex("^(车位|停车位|(?<garage>车库)|C)-?(?<number>[0-9]{1,4}[A-Z]?)号?$|^(?<number>[0-9]{1,4})(号|#)?(车位|(?<garage>车库))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Parking();

    [GeneratedRegex("^[东西南北中左右][东西南北中]?[户侧边]?$|^[东西中]间?户$")]
    private static partial Regex Side();

    [GeneratedRegex("^(?<lower>[0-9]{3,4})[-~、,+](?<upper>[0-9]{3,4})(室|号)?(\\(?跃层?\\)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Duplex();

    [GeneratedRegex(@"^((?<building>[A-Z]?[0-9]{1,3}[A-Z]?|[A-Z]|[一二三四五六七八九十]{1,3}|[东西南北中前后]{1,2})(号楼|#楼|栋楼|号(?=[^0-9]|[0-9]+(单元|-))|#|栋|幢|座|楼)-?)?((?<entrance>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(单元|门|-))?-?((?<storey>-?[0-9]{1,2}|负?[一二三四五六七八九十]{1,3})(层|楼)-?)?(?<room>[^-#栋幢]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Worded();

    [GeneratedRegex(@"^[0-9A-Z一二三四五六七八九十]{1,4}(-[0-9A-Z东西南北中户]{1,5}){1,3}(室|号)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Dashed();
}
