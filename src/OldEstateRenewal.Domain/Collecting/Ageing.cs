namespace OldEstateRenewal.Domain.Collecting;

/// <summary>A bill of a dwelling, with what of it is to be paid after reliefs (一期账单).</summary>
/// <param name="Key">By which it is known again.</param>
/// <param name="DueOn">缴费期限; null where none was set.</param>
/// <param name="Due">应缴减减免后的数.</param>
public sealed record DueBill(string Key, DateOnly? DueOn, Money Due);

/// <summary>How long a dwelling has been owing (账龄): what was paid goes to the bill that was due first.</summary>
/// <param name="Oldest">The first bill that is not fully paid.</param>
/// <param name="Owed">What is still owed of all of them.</param>
/// <param name="Days">Days past the day it was due; null where that has not come, or was never set.</param>
public sealed record Ageing(DueBill Oldest, Money Owed, int? Days)
{
    /// <summary>未到期、逾期 1–30 天 …: the bucket it belongs to.</summary>
    public string Bucket => Days switch { null => "未到期", <= 30 => "逾期 1–30 天", <= 90 => "逾期 31–90 天", <= 180 => "逾期 91–180 天", _ => "逾期 180 天以上" };

    /// <summary>The buckets in their order.</summary>
    public static IReadOnlyList<string> Buckets { get; } = ["未到期", "逾期 1–30 天", "逾期 31–90 天", "逾期 91–180 天", "逾期 180 天以上"];

    /// <summary>What is owed on a day; null where nothing is.</summary>
    public static Ageing? Of(IEnumerable<DueBill> bills, Money paid, DateOnly on)
    {
        DueBill? oldest = null;
        var owed = Money.Zero;
        foreach (var bill in bills.OrderBy(bill => bill.DueOn ?? DateOnly.MaxValue).ThenBy(bill => bill.Key, StringComparer.Ordinal))
        {
            var covered = paid < Money.Zero ? paid : paid < bill.Due ? paid : bill.Due;
            paid -= covered;
            if (bill.Due <= covered) continue;
            oldest ??= bill;
            owed += bill.Due - covered;
        }

        return oldest is null ? null : new Ageing(oldest, owed, oldest.DueOn < on ? on.DayNumber - oldest.DueOn.Value.DayNumber : null);
    }
}
