using System.Xml;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>The texts that cells refer to by number (共享字符串): the one thing that must be in memory, and therefore capped.</summary>
internal static class SharedStrings
{
    public static IReadOnlyList<string> Read(WorkbookPackage package, string part, ReadingLimits limits, Action<string> notice)
    {
        var strings = new List<string>();
        var text = new XmlText(limits.CellText, notice);
        var letters = 0L;
        using var xml = package.Read(part);
        var phonetic = 0;
        var within = false;
        while (package.Next(xml))
        {
            if (within && phonetic == 0 && XmlText.IsText(xml)) text.Append(xml);
            else if (xml.LocalName == "t") within = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.LocalName == "rPh" && !xml.IsEmptyElement) phonetic += xml.NodeType == XmlNodeType.Element ? 1 : -1;
            else if (xml.LocalName == "si" && xml.NodeType == XmlNodeType.Element) Begin(xml, text, strings);
            else if (xml.LocalName == "si" && xml.NodeType == XmlNodeType.EndElement)
            {
                strings[^1] = text.ToString();
                if ((letters += strings[^1].Length + 16) > limits.SharedText) throw new UnreadableFileException("表中文字总量过大，无法读取。请拆成几个表分别上传。");
            }
        }

        return strings;
    }

    private static void Begin(XmlReader xml, XmlText text, List<string> strings)
    {
        text.Clear();
        strings.Add("");
    }
}
