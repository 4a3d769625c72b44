using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>A bill as it was made, for comparison with the registry.</summary>
/// <param name="IsCharged">False where only what was billed before is given back.</param>
public sealed record BilledUnit(Guid DwellingId, Guid BuildingId, string Place, Area Area, int Storey, bool IsCharged = true);

/// <summary>What an issue is held against.</summary>
/// <param name="Units">The registry as it is now: the units of the kinds that the run charges.</param>
/// <param name="Issued">The parts of the project's other issued runs.</param>
/// <param name="Before">What was billed in this estate on other share sheets; null where nothing was.</param>
/// <param name="Owners">What owners pay of each line of the sheet.</param>
public sealed record IssueCheck(BillRun Run, ShareSheet? Newest, IReadOnlyList<BilledUnit> Bills, IReadOnlyList<BillUnit> Units, IReadOnlyCollection<IssuedPart> Issued, BilledBefore? Before, IReadOnlyDictionary<Guid, Money> Owners);

/// <summary>Why something cannot be done with bills now; an empty list means that it can.</summary>
public static class BillRules
{
    public static IReadOnlyList<string> WhyNotDraft(ShareSheet? newest) => newest is null ? ["还没有已确定的费用分担表，业主部分尚未定下。"] : [];

    public static IReadOnlyList<string> WhyNotDiscard(BillRun run) => run.State switch
    {
        BillRunState.Issued => [$"第{run.Number}批已于 {run.IssuedAt?.ToChinaText()} 由{run.IssuedBy}出账。"],
        BillRunState.Withdrawn => [$"第{run.Number}批已撤销。"],
        _ => [],
    };

    public static IReadOnlyList<string> WhyNotIssue(IssueCheck check)
    {
        var run = check.Run;
        if (WhyNotDiscard(run) is { Count: > 0 } past) return past;
        var against = new List<string>();
        if (run.Total == Money.Zero && !run.IsDifference) against.Add("合计为零，无须出账。");
        if (check.Newest is null || check.Newest.Id != run.ShareSheetId) against.Add("试算以后已确定新的费用分担表，请重新试算。");
        if (!HasSameBefore(check)) against.Add("试算以后此前的账单有出账或撤销，请重新试算。");
        against.AddRange(AreaGaps(check));
        against.AddRange(Moved(check));
        against.AddRange(run.Parts.OrderBy(part => part.Sequence).SelectMany(part => Twice(check, part)));
        return against;
    }

    /// <param name="received">What was received since the issue, by dwelling of the run.</param>
    /// <param name="reliefs">How many reliefs on its bills still hold.</param>
    /// <param name="deductedBy">The numbers of issued runs of differences that take its bills off.</param>
    public static IReadOnlyList<string> WhyNotWithdraw(BillRun run, IReadOnlyCollection<Money> received, int reliefs, IReadOnlyList<int> deductedBy)
    {
        if (run.State == BillRunState.Draft) return ["尚未出账，不需要的可以放弃试算。"];
        if (run.State == BillRunState.Withdrawn) return [$"第{run.Number}批已于 {run.WithdrawnAt?.ToChinaText()} 撤销。"];
        var paid = received.Count(amount => amount != Money.Zero);
        return
        [
            .. paid > 0 ? [$"出账以后已有 {paid} 户缴款未退回，不能撤销；确需撤销的，先冲销或退款。"] : Array.Empty<string>(),
            .. deductedBy.Select(number => $"第{number}批差额账单已扣除本批金额，请先撤销该批。"),
            .. reliefs > 0 ? [$"有 {reliefs} 笔减免、救助仍有效，请先撤销。"] : Array.Empty<string>(),
        ];
    }

    public static IReadOnlyList<string> WhyNotRelieve(BillRun run, Money most) => run.State switch
    {
        BillRunState.Draft => ["尚未出账。"],
        BillRunState.Withdrawn => ["此批次已撤销。"],
        _ when most <= Money.Zero => ["本户没有尚欠的金额，不能再减免。"],
        _ => [],
    };

    /// <summary>Never more than this bill asks for, nor than the dwelling still owes.</summary>
    public static Money MostRelief(Bill bill, IReadOnlyCollection<BillRelief> reliefs, DwellingBalance balance)
    {
        var left = bill.Amount - Standing(reliefs).Aggregate(Money.Zero, (sum, relief) => sum + relief.Amount);
        return left < balance.Owed ? left : balance.Owed;
    }

    /// <summary>The reliefs that were not revoked.</summary>
    public static IEnumerable<BillRelief> Standing(IReadOnlyCollection<BillRelief> reliefs) =>
        reliefs.Where(relief => relief.Kind != ReliefKind.Revocation && reliefs.All(other => other.RevokesId != relief.Id));

    private static bool HasSameBefore(IssueCheck check)
    {
        var off = check.Run.Parts.SingleOrDefault(part => part.ShareLineId is null);
        return off is null == check.Before is null && -(off?.Amount ?? Money.Zero) == (check.Before?.Total ?? Money.Zero);
    }

    private static IEnumerable<string> AreaGaps(IssueCheck check)
    {
        var byArea = check.Run.Parts.Where(part => part.Split.HasAreas() && part.ShareLineId is not null).ToList();
        var gaps = check.Bills.Where(bill => bill.IsCharged && bill.Area == Area.Zero && byArea.Any(part => part.BuildingId is null || part.BuildingId == bill.BuildingId)).Select(bill => bill.Place).ToList();
        if (gaps.Count > 0) yield return $"{BillWords.Named(gaps)}没有面积，不能按面积分摊，请先登记面积再重新试算。";
    }

    private static IEnumerable<string> Moved(IssueCheck check)
    {
        var now = check.Units.ToDictionary(unit => unit.DwellingId);
        var then = check.Bills.Select(bill => bill.DwellingId).ToHashSet();
        var gone = check.Bills.Where(bill => bill.IsCharged && !now.ContainsKey(bill.DwellingId)).Select(bill => bill.Place).ToList();
        var changed = check.Bills.Where(bill => bill.IsCharged && now.TryGetValue(bill.DwellingId, out var unit) && ((unit.Area ?? Area.Zero) != bill.Area || unit.Storey != bill.Storey)).Select(bill => bill.Place).ToList();
        var come = check.Units.Where(unit => !then.Contains(unit.DwellingId) && check.Run.Parts.Any(part => part.ShareLineId is not null && (part.BuildingId is null || part.BuildingId == unit.BuildingId))).Select(unit => unit.Place).ToList();
        if (gone.Count > 0) yield return $"试算以后注销或改了种类：{BillWords.Named(gone)}，请重新试算。";
        if (changed.Count > 0) yield return $"试算以后面积或楼层有改动：{BillWords.Named(changed)}，请重新试算。";
        if (come.Count > 0) yield return $"试算以后新登记：{BillWords.Named(come)}，请重新试算。";
    }

    private static IEnumerable<string> Twice(IssueCheck check, BillPart part)
    {
        if (part.ShareLineId is not { } line) yield break;
        var before = check.Issued.Where(other => other.LineId == line).ToList();
        if (before.Any(other => other.EstateId == part.EstateId)) yield return $"“{part.Name}”在本小区已经出账，请重新试算。";
        else if (before.Aggregate(part.Amount, (sum, other) => sum + other.Amount) > check.Owners.GetValueOrDefault(line)) yield return $"“{part.Name}”各小区合计超过业主应承担额，请重新试算。";
    }
}
