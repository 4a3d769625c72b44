using System.Diagnostics;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Word;

[Collection(nameof(Alone))]
public sealed class LargeWordTests
{
    // The rows are weighed while they are written: what one holds at the 4 999th is what a writing holds at all.
    [Fact]
    public void Write_FiveThousandRows_StaysFastAndSmall()
    {
        _ = new WordFile(SampleReports.Plan());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var held = 0L;
        var started = Stopwatch.GetTimestamp();
        var word = new WordFile(SampleTables.Mixed(Enumerable.Range(1, 5000).Select(n =>
        {
            if (n == 4999)
                held = GC.GetTotalMemory(forceFullCollection: true) - before;
            return SampleTables.Rows[n % SampleTables.Rows.Count] with { Text = $"沂山{n}号院" };
        })));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        TestContext.Current.TestOutputHelper!.WriteLine($"{seconds:0.00} s, {held / 1024} KB held, {word.Content.Length / 1024} KB written");
        Assert.InRange(seconds, 0, 10);
        Assert.True(held < 8 * 1024 * 1024, $"{held} octets held.");
        Assert.Equal("沂山5000号院", word.Rows()[5000][1]);
    }
}
