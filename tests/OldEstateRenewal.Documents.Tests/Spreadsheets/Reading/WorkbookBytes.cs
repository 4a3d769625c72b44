using System.IO.Compression;
using System.Text;

namespace OldEstateRenewal.Documents.Tests.Spreadsheets.Reading;

/// <summary>Workbooks put together by hand, so that they can be wrong in any way.</summary>
internal sealed class WorkbookBytes
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, Action<Stream>> parts = [];

    public WorkbookBytes(string rows = "", string behind = "")
    {
        Add("[Content_Types].xml", "<Types/>");
        Add("_rels/.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{Relations}/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        Add("xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Relations}'><sheets><sheet name='表一' sheetId='1' r:id='r1'/></sheets></workbook>");
        Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{Relations}/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='{Relations}/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='r3' Type='{Relations}/styles' Target='styles.xml'/></Relationships>");
        Add("xl/worksheets/sheet1.xml", Sheet(rows, behind));
    }

    public static string Sheet(string rows, string behind = "") => $"<worksheet xmlns='{Main}'><sheetData>{rows}</sheetData>{behind}</worksheet>";

    public WorkbookBytes Add(string part, string content) => Add(part, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    public WorkbookBytes Add(string part, Action<Stream> write)
    {
        parts[part] = write;
        return this;
    }

    public WorkbookBytes Without(string part)
    {
        parts.Remove(part);
        return this;
    }

    public MemoryStream ToStream()
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                write(part);
            }
        }

        content.Position = 0;
        return content;
    }

    /// <summary>Writes a text over and over.</summary>
    public static Action<Stream> Repeated(string before, string again, int times, string after) => stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(before));
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, 1000)));
        for (var i = 0; i < times / 1000; i++) stream.Write(block);
        stream.Write(Encoding.UTF8.GetBytes(after));
    };
}
