using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Pdf;

[Collection(nameof(Alone))]
public sealed class LargePdfTests
{
    [Fact]
    public void Write_FiveThousandRows_StaysFast()
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        using var pdf = new PdfFile(SampleReports.Plan(SampleReports.Many(5000)));
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 5);
        Assert.Contains(pdf.Lines, line => line.StartsWith("5000 沂山5000号院", StringComparison.Ordinal));
    }
}
