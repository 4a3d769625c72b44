using System.Text;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Pdf;

public sealed class PdfFailureTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Write_StreamFails_ThrowsWhatTheStreamThrew(int writesBefore)
    {
        var failure = new IOException("Disk full.");
        using var stream = new FailingStream(writesBefore, failure);
        Assert.Same(failure, Assert.Throws<IOException>(() => { PdfTableWriter.Write(SampleReports.Plan(SampleReports.Many(100)), stream); }));
        Assert.Equal(writesBefore + 1, stream.Writes);
    }

    [Fact]
    public void Write_RowsFail_ThrowsAndLeavesNoWholeFile()
    {
        var failure = new InvalidOperationException("No connection.");
        var rows = SampleReports.Many(100).Select((estate, i) => i < 50 ? estate : throw failure);
        using var stream = new MemoryStream();
        Assert.Same(failure, Assert.Throws<InvalidOperationException>(() => { PdfTableWriter.Write(SampleReports.Plan(rows), stream); }));
        Assert.DoesNotContain("%%EOF", Encoding.Latin1.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task WriteAsync_RowsFail_SendsNothing()
    {
        var stream = new AsynchronousStream();
        var rows = SampleReports.Many(100).Select((estate, i) => i < 50 ? estate : throw new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => PdfTableWriter.WriteAsync(SampleReports.Plan(rows), stream));
        Assert.Empty(stream.Content);
    }

    private sealed class FailingStream(int writesBefore, IOException failure) : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Writes++ >= writesBefore)
                throw failure;
            base.Write(buffer);
        }
    }
}
