using OldEstateRenewal.Domain.Collecting;

namespace OldEstateRenewal.Domain.Tests.Collecting;

public sealed class AgeingTests
{
    private static readonly DateOnly today = new(2026, 11, 21);

    [Theory]
    [InlineData(0, "first", 300, 51)]
    [InlineData(60, "first", 240, 51)]
    [InlineData(100, "second", 200, null)]
    [InlineData(250, "second", 50, null)]
    public void Of_Paid_GoesToTheBillDueFirst(decimal paid, string oldest, decimal owed, int? days)
    {
        var ageing = Ageing.Of([Bill("second", new DateOnly(2026, 11, 21), 200), Bill("first", new DateOnly(2026, 10, 1), 100)], Money.FromYuan(paid), today)!;

        Assert.Equal((oldest, Money.FromYuan(owed), days), (ageing.Oldest.Key, ageing.Owed, ageing.Days));
    }

    [Fact]
    public void Of_AllPaid_OwesNothing() => Assert.Null(Ageing.Of([Bill("first", today, 100)], Money.FromYuan(100), today));

    [Theory]
    [InlineData("2026-11-20", "逾期 1–30 天")]
    [InlineData("2026-10-22", "逾期 1–30 天")]
    [InlineData("2026-10-21", "逾期 31–90 天")]
    [InlineData("2026-08-22", "逾期 91–180 天")]
    [InlineData("2026-05-24", "逾期 180 天以上")]
    [InlineData("2026-11-21", "未到期")]
    [InlineData(null, "未到期")]
    public void Bucket_ByDaysPastDue(string? due, string expected)
    {
        var ageing = Ageing.Of([Bill("first", due is null ? null : DateOnly.ParseExact(due, "yyyy-MM-dd"), 1)], Money.Zero, today)!;

        Assert.Equal(expected, ageing.Bucket);
        Assert.Contains(ageing.Bucket, Ageing.Buckets);
    }

    private static DueBill Bill(string key, DateOnly? due, decimal yuan) => new(key, due, Money.FromYuan(yuan));
}
