using System.Text.RegularExpressions;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>The name of a building (楼栋名) in one form: 3#, 三栋, 3幢, 三号楼 are 3号楼; 东楼 and A座 stay.</summary>
/// <param name="Name">As the registry writes it: 3号楼.</param>
/// <param name="Key">For matching: 3, A, 东楼.</param>
/// <param name="IsSeveral">The words name more than one building: 1、2号楼.</param>
public sealed partial record BuildingName(string Name, string Key, bool IsSeveral)
{
    /// <summary>Reads it; the estate's name in front is left out. Null for nothing.</summary>
    public static BuildingName? Read(string text, string? estate = null)
    {
        if (WrittenText.IsNothing(text)) return null;
        var clean = WrittenText.Clean(text);
        if (estate is { Length: > 0 } && clean.Length > estate.Length && clean.StartsWith(estate, StringComparison.Ordinal)) clean = clean[estate.Length..];
        var plain = WrittenText.Plain(clean).ToUpperInvariant();
        if (Several().IsMatch(plain)) return new(clean, plain, true);
        return Numbered().Match(plain) is { Success: true } numbered && Number(numbered.Groups["number"].Value) is { } number ? new(number + "号楼", number, false)
            : Lettered().Match(plain) is { Success: true } lettered ? new(lettered.Groups["letter"].Value + "座", lettered.Groups["letter"].Value, false)
            : new(clean, plain, false);
    }

    private static string? Number(string written)
    {
        if (ChineseNumeral.TryRead(written, out var number)) return number > 0 ? $"{number}" : null;
        return char.IsAscii(written[0]) ? LeadingZeros().Replace(written, "") : null;
    }

    [GeneratedRegex(@"^第?(?<number>[0-9]{1,4}|[〇零一二三四五六七八九十百]{1,5}|[A-Z]-?[0-9]{1,3}|[0-9]{1,3}-?[A-Z]|[0-9]{1,3}-[0-9]{1,2}(?=号|#|栋|幢|楼))(号楼|号住宅楼|号栋|号|#楼|#|栋楼|栋|幢楼|幢|座|楼|号家属楼)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    [GeneratedRegex("^(?<letter>[A-Z])(座|栋|幢|楼|号楼|#)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Lettered();

    [GeneratedRegex(@"[0-9一二三四五六七八九十](号楼|号|#|栋|幢)?([、,;及和与~至/]|号-)[0-9一二三四五六七八九十]+(号楼|号|#|栋|幢|楼|$)|[0-9](号|#)[0-9]+(号|#)", RegexOptions.ExplicitCapture)]
    private static partial Regex Several();

    [GeneratedRegex(@"(?<![0-9])0+(?=[0-9])")]
    private static partial Regex LeadingZeros();
}
