using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>The file around a sheet (工作簿文件).</summary>
internal static class SheetPackage
{
    private const string SheetId = "rId1";
    private const string VerificationId = "rId3";
    private const string WorkbookPath = "/xl/workbook.xml";

    public static void Write(Stream target, TableReport report, Stylesheet stylesheet, Action<OpenXmlWriter> writeSheet)
        => OfficeFile.Write(target, report.MadeAt, WorkbookPath, stream => CreateSmallParts(stream, report, stylesheet), writeSheet);

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
        if (report.Provenance is { } provenance)
        {
            VerificationSheet.Fill(workbook.AddNewPart<WorksheetPart>(VerificationId), provenance);
            workbook.Workbook.Sheets!.Append(new Sheet { Id = VerificationId, SheetId = 2, Name = name == VerificationSheet.Name ? VerificationSheet.Name + "2" : VerificationSheet.Name });
        }
        document.PackageProperties.Title = SheetText.Of(report.Title);
        document.PackageProperties.Creator = report.Author is null ? null : SheetText.Of(report.Author);
        document.PackageProperties.Created = report.MadeAt.UtcDateTime;
        return sheet.Uri.OriginalString;
    }
}
