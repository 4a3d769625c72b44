using System.Data;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Tests.Support;

/// <summary>A spreadsheet as other readers see it.</summary>
internal sealed class SheetFile
{
    public SheetFile(TableReport report, SpreadsheetStyle? style = null)
    {
        using var stream = new MemoryStream();
        SpreadsheetTableWriter.Write(report, stream, style);
        Content = stream.ToArray();
    }

    public byte[] Content { get; }

    public XDocument Sheet => Part("xl/worksheets/sheet1.xml");

    public string[] Errors
    {
        get
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(Content), isEditable: false);
            return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
                .Select(error => $"{error.Path?.XPath}: {error.Description}")];
        }
    }

    /// <summary>All cells, row by row, as ExcelDataReader gives them.</summary>
    public List<object?[]> Rows
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(Content));
            var rows = new List<object?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            return rows;
        }
    }

    /// <summary>The file without the stored results of its formulas.</summary>
    public static byte[] WithoutResults(byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            XDocument sheet;
            using (var part = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open())
                sheet = XDocument.Load(part);
            sheet.Descendants().Where(element => element.Name.LocalName == "v" && element.Parent!.Elements().Any(sibling => sibling.Name.LocalName == "f")).Remove();
            archive.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var written = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Save(written);
        }
        return stream.ToArray();
    }

    /// <summary>The texts that LibreOffice shows in the cells, row by row; for texts without tabs and line breaks.</summary>
    public static string[][] Shown(byte[] content)
    {
        using var folder = new ScratchFolder();
        var path = folder.Save("sheet.xlsx", content);
        Tool.Text(
            "soffice", "libreoffice-calc-nogui", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless",
            "--convert-to", "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,true,false,false,1",
            "--outdir", folder.FullName, path);
        return [.. File.ReadAllLines(Directory.GetFiles(folder.FullName, "*.csv").Single()).Select(line => line.Split('\t').Select(Unquoted).ToArray())];
    }

    public XDocument Part(string path)
    {
        using var archive = new ZipArchive(new MemoryStream(Content));
        using var part = archive.GetEntry(path)!.Open();
        return XDocument.Load(part);
    }

    /// <summary>The formula of a cell such as F20, or null.</summary>
    public string? FormulaOf(string cell) => ChildOf(cell, "f");

    /// <summary>The stored value of a cell such as F20, or null.</summary>
    public string? ValueOf(string cell) => ChildOf(cell, "v");

    private static string Unquoted(string text)
        => text.StartsWith('"') ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;

    private string? ChildOf(string cell, string name)
        => Elements("c").Single(element => (string?)element.Attribute("r") == cell)
            .Elements().SingleOrDefault(child => child.Name.LocalName == name)?.Value;

    public IEnumerable<XElement> Elements(string name)
        => Sheet.Descendants().Where(element => element.Name.LocalName == name);
}
