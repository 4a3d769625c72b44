using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>
/// The file around a sheet (工作簿文件). The SDK makes the small parts in memory; they are copied into a new archive, and
/// the sheet goes straight into its entry there. Writing the sheet through the SDK's package would hold all of it in memory.
/// </summary>
internal static class SheetPackage
{
    private const string SheetId = "rId1";
    private const string WorkbookId = "rId1";
    private const string Relations = "_rels/.rels";
    private const string CoreFolder = "package/services/metadata/core-properties/";
    private const string CorePath = CoreFolder + "core.psmdcp";

    public static void Write(Stream target, TableReport report, Stylesheet stylesheet, Action<OpenXmlWriter> writeSheet)
    {
        using var smallParts = new MemoryStream();
        var sheetPath = CreateSmallParts(smallParts, report, stylesheet);
        using var source = new ZipArchive(smallParts, ZipArchiveMode.Read);
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in source.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
        {
            var entry = archive.CreateEntry(NameOf(part), CompressionLevel.Fastest);
            entry.LastWriteTime = report.MadeAt;
            using var stream = entry.Open();
            if ('/' + part.FullName == sheetPath)
                WriteSheet(stream, writeSheet);
            else if (part.FullName == Relations)
                WriteRelations(stream);
            else
                Copy(part, stream);
        }
    }

    /// <summary>The SDK names the core properties at random; the same report is to be the same bytes.</summary>
    private static string NameOf(ZipArchiveEntry part) =>
        part.FullName.StartsWith(CoreFolder, StringComparison.Ordinal) ? CorePath : part.FullName;

    /// <summary>The relations of the package with ids that are not random.</summary>
    private static void WriteRelations(Stream stream)
    {
        const string Types = "http://schemas.openxmlformats.org/";
        stream.Write(Encoding.UTF8.GetBytes(
            $"""
            <?xml version="1.0" encoding="utf-8"?><Relationships xmlns="{Types}package/2006/relationships"><Relationship Type="{Types}officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml" Id="{WorkbookId}" /><Relationship Type="{Types}package/2006/relationships/metadata/core-properties" Target="/{CorePath}" Id="rId2" /></Relationships>
            """));
    }

    private static void WriteSheet(Stream stream, Action<OpenXmlWriter> writeSheet)
    {
        using var xml = OpenXmlWriter.Create(stream);
        writeSheet(xml);
    }

    private static void Copy(ZipArchiveEntry part, Stream stream)
    {
        using var content = part.Open();
        content.CopyTo(stream);
    }

    private static string CreateSmallParts(Stream stream, TableReport report, Stylesheet stylesheet)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>(SheetId);
        sheet.Worksheet = new(new SheetData());
        workbook.AddNewPart<WorkbookStylesPart>("rId2").Stylesheet = stylesheet;
        var name = SheetText.NameOf(report.Title);
        var headingRow = SheetLayout.HeadingRowOf(report);
        workbook.Workbook = new(
            new BookViews(new WorkbookView()),
            new Sheets(new Sheet { Id = SheetId, SheetId = 1, Name = name }),
            new DefinedNames(new DefinedName($"'{name}'!${headingRow}:${headingRow}")
            {
                Name = "_xlnm.Print_Titles",
                LocalSheetId = 0,
            }));
        document.PackageProperties.Title = SheetText.Of(report.Title);
        document.PackageProperties.Creator = report.Author is null ? null : SheetText.Of(report.Author);
        document.PackageProperties.Created = report.MadeAt.UtcDateTime;
        return sheet.Uri.OriginalString;
    }
}
