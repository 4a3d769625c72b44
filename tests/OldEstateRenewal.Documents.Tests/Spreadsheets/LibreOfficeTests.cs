using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Spreadsheets;

public sealed class LibreOfficeTests
{
    [Fact]
    public void Convert_GroupedPlan_ComputesSameSums()
    {
        var lines = Recalculated(new SheetFile(SampleReports.Plan(isGrouped: true)).Content);
        Assert.Contains("1,电力局北家属院,城关街道,4,160,25200.72", lines);
        Assert.Contains("小计,,,6,216,30685.02", lines);
        Assert.Contains("合计,,,11,332,43718.02", lines);
    }

    [Fact]
    public void Convert_Formulas_ComputesSameFen()
    {
        var lines = Recalculated(new SheetFile(SampleReports.Priced()).Content);
        Assert.Contains("单价,3.333,10,33.33", lines);
        Assert.Contains("总价,,,500", lines);
        Assert.Contains("合计,,,533.33", lines);
    }

    /// <summary>The lines of the sheet after its stored results were thrown away, so that the program has to work them out.</summary>
    private static string[] Recalculated(byte[] content)
    {
        using var folder = new ScratchFolder();
        var path = folder.Save("sheet.xlsx", SheetFile.WithoutResults(content));
        Tool.Text(
            "soffice", "libreoffice-calc-nogui", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless",
            "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
            "--outdir", folder.FullName, path);
        return File.ReadAllLines(Directory.GetFiles(folder.FullName, "*.csv").Single());
    }
}
