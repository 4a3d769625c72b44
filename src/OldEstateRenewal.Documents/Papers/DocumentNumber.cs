using System.Globalization;
using System.Text.RegularExpressions;

namespace OldEstateRenewal.Documents.Papers;

/// <summary>What is wrong with the writing of a number (发文字号的错误).</summary>
public enum DocumentNumberFault
{
    /// <summary>There is no code of the body, year and serial number to be found in it.</summary>
    Unreadable,

    /// <summary>The year does not stand in 〔〕, but in other brackets.</summary>
    Brackets,

    /// <summary>The serial number begins with a zero (虚位).</summary>
    LeadingZero,

    /// <summary>第 stands before the serial number.</summary>
    Ordinal,

    /// <summary>There are spaces in it.</summary>
    Spaces,

    /// <summary>It does not end in 号.</summary>
    Ending,
}

/// <summary>The number of an official document (发文字号), GB/T 9704—2012 7.2.5: 泰建字〔2026〕3号.</summary>
public sealed partial record DocumentNumber
{
    private const int FirstYear = 1949;
    private const int LastYear = 2999;

    /// <summary>A number of a body in a year.</summary>
    /// <param name="code">The code of the body (机关代字), such as 泰建字.</param>
    /// <param name="year">The year in full, from 1949 to 2999.</param>
    /// <param name="serial">The serial number of the year (发文顺序号), from 1.</param>
    /// <exception cref="ArgumentException">The code is empty or holds brackets or spaces.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Year or serial number are none.</exception>
    public DocumentNumber(string code, int year, int serial)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        if (!Code().IsMatch(code))
            throw new ArgumentException("A code holds neither brackets nor spaces.", nameof(code));
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        (CodeOfBody, Year, Serial) = (code, year, serial);
    }

    /// <summary>The code of the body (机关代字).</summary>
    public string CodeOfBody { get; }

    /// <summary>The year (年份).</summary>
    public int Year { get; }

    /// <summary>The serial number (发文顺序号).</summary>
    public int Serial { get; }

    /// <summary>All that is wrong with a number as somebody wrote it; empty where it is as the standard has it.</summary>
    public static IReadOnlyList<DocumentNumberFault> FaultsOf(string? text)
    {
        if (Match(text) is not { } match)
            return [DocumentNumberFault.Unreadable];
        List<DocumentNumberFault> faults = [];
        if (match.Groups["open"].Value != "〔" || match.Groups["close"].Value != "〕")
            faults.Add(DocumentNumberFault.Brackets);
        if (match.Groups["zeros"].Length > 0)
            faults.Add(DocumentNumberFault.LeadingZero);
        if (match.Groups["ordinal"].Length > 0)
            faults.Add(DocumentNumberFault.Ordinal);
        if (text!.Any(char.IsWhiteSpace))
            faults.Add(DocumentNumberFault.Spaces);
        if (match.Groups["ending"].Length == 0)
            faults.Add(DocumentNumberFault.Ending);
        return faults;
    }

    /// <summary>Reads a number as people write it, 泰建字[2026] 第03号 too; <see cref="ToString"/> then puts it right.</summary>
    public static bool TryRead(string? text, out DocumentNumber? number)
    {
        number = Match(text) is { } match
            ? new(match.Groups["code"].Value, Number(match, "year"), Number(match, "serial"))
            : null;
        return number is not null;
    }

    /// <summary>As the standard has it: 泰建字〔2026〕3号.</summary>
    public override string ToString() => $"{CodeOfBody}〔{Year}〕{Serial}号";

    private static Match? Match(string? text)
    {
        var match = Whole().Match(string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))));
        return match.Success && Number(match, "year") is >= FirstYear and <= LastYear ? match : null;
    }

    private static int Number(Match match, string group)
        => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[^\s\[\]()（）【】〔〕［］{}]+$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?<code>[^\s\[\]()（）【】〔〕［］{}]+)(?<open>[\[(（【〔［])(?<year>[0-9]{4})年?(?<close>[\])）】〕］])(?<ordinal>第?)(?<zeros>0*)(?<serial>[1-9][0-9]{0,5})(?<ending>号?)$")]
    private static partial Regex Whole();
}
