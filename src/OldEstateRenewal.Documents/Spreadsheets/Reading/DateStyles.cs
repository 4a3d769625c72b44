using System.Globalization;
using System.Xml;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>Which cell styles show a number as a date (日期格式), and what day a number is.</summary>
internal sealed class DateStyles(bool[] isDate, bool from1904)
{
    private const int LastSerial = 2_958_465;
    private const int LeapDayThatNeverWas = 60;

    public static DateStyles Read(WorkbookPackage package, string? part, bool from1904)
    {
        if (part is null || !package.Has(part)) return new([], from1904);
        var formats = new Dictionary<int, bool>();
        var styles = new List<bool>();
        var within = false;
        using var xml = package.Read(part);
        while (package.Next(xml))
        {
            if (xml.LocalName == "cellXfs") within = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt") formats[Number(xml, "numFmtId")] = IsDate(xml.GetAttribute("formatCode") ?? "");
            if (within && xml.LocalName == "xf") styles.Add(Number(xml, "numFmtId") is var id && (formats.TryGetValue(id, out var known) ? known : IsBuiltIn(id)));
        }

        return new([.. styles], from1904);
    }

    public bool IsDate(int style) => style >= 0 && style < isDate.Length && isDate[style];

    /// <summary>The moment of a serial number; null where there is none, so that the number stays a number.</summary>
    public DateTime? Moment(decimal serial)
    {
        if (serial < (from1904 ? 0 : 1) || serial > LastSerial) return null;
        var day = decimal.ToInt32(decimal.Truncate(serial));
        var start = from1904 ? new DateTime(1904, 1, 1) : day < LeapDayThatNeverWas ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        return start.AddDays(day).AddSeconds(decimal.ToInt32(decimal.Round((serial - day) * 86_400m)));
    }

    /// <summary>Whether a format code shows days: yyyy"年"m"月", not [Red]0.00 nor "元".</summary>
    public static bool IsDate(string code)
    {
        var quoted = false;
        var bracketed = false;
        for (var i = 0; i < code.Length; i++)
        {
            var letter = code[i];
            if (quoted) quoted = letter != '"';
            else if (bracketed) bracketed = letter != ']';
            else if (letter == '"') quoted = true;
            else if (letter == '[') bracketed = true;
            else if (letter is '\\' or '_' or '*') i++;
            else if (letter == ';') return false;
            else if (letter is 'y' or 'Y' or 'd' or 'D' or 'm' or 'M') return true;
        }

        return false;
    }

    private static bool IsBuiltIn(int id) => id is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static int Number(XmlReader xml, string attribute) => int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
