using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Spreadsheets.Reading;

public sealed class LegacyWorkbookTests
{
    [Fact]
    public void Rows_OfLegacyWorkbook_TellErrorsDatesAndMergedAreas()
    {
        using var folder = new ScratchFolder();
        var rows = "<row r='1'><c r='A1' t='inlineStr'><is><t>小区</t></is></c><c r='B1'><v>1850.3200000000002</v></c><c r='C1' t='e'><v>#N/A</v></c><c r='D1' t='e'><f>1/0</f><v>#DIV/0!</v></c></row><row r='3'><c r='A3'><v>7</v></c></row>";
        folder.Save("old.xlsx", new WorkbookBytes(rows, "<mergeCells><mergeCell ref='A3:A4'/></mergeCells>").Add("[Content_Types].xml", Types).ToStream().ToArray());
        Convert(folder, "xls:MS Excel 97", "old.xlsx");

        using var content = File.OpenRead(Path.Combine(folder.FullName, "old.xls"));
        using var file = SpreadsheetFile.Open(content, "old.xls");

        Assert.Equal(SpreadsheetFormat.LegacyWorkbook, file.Format);
        Assert.Equal(["1:小区|1850.32|#N/A|#DIV/0!", "3:7|||"], file.Rows(0).Select(row => $"{row.Number}:{string.Join('|', row.Cells)}"));
        Assert.Equal([new MergedArea(3, 0, 4, 0)], file.MergedAreas(0));
    }

    private const string Types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/></Types>";

    private static void Convert(ScratchFolder folder, string format, string name) => Tool.Text(
        "soffice", "libreoffice-calc-nogui", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", format, "--outdir", folder.FullName, Path.Combine(folder.FullName, name));
}
