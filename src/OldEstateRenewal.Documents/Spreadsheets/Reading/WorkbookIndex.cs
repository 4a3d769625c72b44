using System.Xml;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>What a workbook says about its parts (工作簿目录).</summary>
internal sealed record WorkbookIndex(IReadOnlyList<SheetInfo> Sheets, IReadOnlyList<string> Parts, string? SharedStrings, string? Styles, bool From1904)
{
    private const string Default = "xl/workbook.xml";

    public static WorkbookIndex Read(WorkbookPackage package)
    {
        var workbook = package.Has("_rels/.rels") ? Relations(package, "_rels/.rels", "").FirstOrDefault(relation => relation.Type == "officeDocument").Target ?? Default : Default;
        var folder = workbook[..(workbook.LastIndexOf('/') + 1)];
        var relations = Relations(package, $"{folder}_rels/{workbook[folder.Length..]}.rels", folder);
        var (sheets, from1904) = Sheet(package, workbook);
        var found = sheets
            .Select(sheet => (sheet.Info, Relation: relations.FirstOrDefault(relation => relation.Id == sheet.Id)))
            .Where(sheet => sheet.Relation.Type == "worksheet")
            .ToList();
        return new(
            [.. found.Select(sheet => sheet.Info)],
            [.. found.Select(sheet => sheet.Relation.Target)],
            relations.FirstOrDefault(relation => relation.Type == "sharedStrings").Target,
            relations.FirstOrDefault(relation => relation.Type == "styles").Target,
            from1904);
    }

    private static (List<(SheetInfo Info, string Id)> Sheets, bool From1904) Sheet(WorkbookPackage package, string workbook)
    {
        var sheets = new List<(SheetInfo, string)>();
        var from1904 = false;
        using var xml = package.Read(workbook);
        while (package.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet") sheets.Add((new(xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden"), Id(xml)));
        }

        return (sheets, from1904);
    }

    // The id's namespace differs between transitional and strict files.
    private static string Id(XmlReader xml)
    {
        var id = "";
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0) id = xml.Value;
        }

        xml.MoveToElement();
        return id;
    }

    private static List<(string Id, string Type, string Target)> Relations(WorkbookPackage package, string part, string folder)
    {
        var relations = new List<(string, string, string)>();
        using var xml = package.Read(part);
        while (package.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
            var type = xml.GetAttribute("Type") ?? "";
            relations.Add((xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, xml.GetAttribute("Target") ?? "")));
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        var plain = target.Replace('\\', '/');
        if (plain.StartsWith('/')) return plain.TrimStart('/');
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in plain.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not "." and not "..") steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
