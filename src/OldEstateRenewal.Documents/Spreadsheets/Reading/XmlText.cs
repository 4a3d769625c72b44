using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>Reads the text of elements piece by piece, so that an endless text takes no memory (单元格文本).</summary>
internal sealed partial class XmlText(int limit, Action<string> notice)
{
    private readonly char[] buffer = new char[1024];
    private readonly StringBuilder text = new();

    /// <summary>Whether the reader stands on text.</summary>
    public static bool IsText(XmlReader xml) => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    public void Clear() => text.Clear();

    public void Append(XmlReader xml)
    {
        for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
        {
            if (text.Length + read > limit) notice($"有的单元格文字超过 {limit} 个字，只读取了前 {limit} 个字。");
            text.Append(buffer, 0, Math.Min(read, limit - text.Length));
        }
    }

    /// <summary>The text as a number is written, without making a string of it.</summary>
    public ReadOnlySpan<char> Short()
    {
        var length = Math.Min(text.Length, buffer.Length);
        text.CopyTo(0, buffer, length);
        return buffer.AsSpan(0, length).Trim();
    }

    public override string ToString()
    {
        var whole = text.ToString();
        return whole.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(whole, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : whole;
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
