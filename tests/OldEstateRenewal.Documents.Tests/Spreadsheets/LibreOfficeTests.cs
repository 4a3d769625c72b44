using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Spreadsheets;

public sealed class LibreOfficeTests
{
    [Fact]
    public void Convert_GroupedPlan_ComputesSameSums()
    {
        using var folder = new ScratchFolder();
        var path = folder.Save("plan.xlsx", new SheetFile(SampleReports.Plan(isGrouped: true)).Content);
        Tool.Text(
            "soffice", "libreoffice-calc-nogui", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless",
            "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
            "--outdir", folder.FullName, path);
        var lines = File.ReadAllLines(Directory.GetFiles(folder.FullName, "*.csv").Single());
        Assert.Contains("1,电力局北家属院,城关街道,4,160,25200.72", lines);
        Assert.Contains("小计,,,6,216,30685.02", lines);
        Assert.Contains("合计,,,11,332,43718.02", lines);
    }
}
