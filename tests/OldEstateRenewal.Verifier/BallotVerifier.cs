using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OldEstateRenewal.Verifier;

/// <summary>
/// Checks what is kept of a ballot against itself: frozen hash, chain of votes, head, seal, recount. A rewriting of the whole chain together with head, seal and
/// result is consistent in itself; it is found only against the head or seal that was printed.
/// </summary>
public static class BallotVerifier
{
    private static readonly string[] kinds = ["Dwelling", "Shop", "Parking"];
    private static readonly string[] holdings = ["Owned", "FormerEmployer", "Unsold", "SoldUndelivered"];
    private static readonly string[] sources = ["Register", "Measured", "Contract"];

    /// <summary>What is wrong; nothing where nothing is.</summary>
    public static IReadOnlyList<string> Verify(BallotRows rows, string? printedHead = null, string? printedSeal = null)
    {
        if (rows.Ballot is not { } ballot) return ["没有这次表决，或所用账号看不到它。"];
        if (ballot.FrozenHash is not { } frozen) return rows.Votes.Count + rows.Roll.Count > 0 || rows.Result is not null || ballot.State is "Open" or "Closed" ? ["表决没有固定值，却已有名册、录入或结果。"] : [];
        return [.. Frozen(rows, ballot, frozen), .. Chain(rows, ballot, frozen), .. Lines(rows), .. Head(rows, ballot, frozen), .. Printed(rows, frozen, printedHead, printedSeal), .. Result(rows, ballot, frozen)];
    }

    /// <summary>Text, matters and roll as they were when the ballot opened.</summary>
    private static IEnumerable<string> Frozen(BallotRows rows, BallotRow ballot, byte[] frozen)
    {
        if (!FrozenHash(rows, ballot).AsSpan().SequenceEqual(frozen)) yield return "正文、事项规则或名册与开始时的固定值不符。";
        if (rows.Matters.Any(matter => matter.EstateId != ballot.EstateId) || rows.Roll.Any(entry => entry.EstateId != ballot.EstateId)) yield return "事项或名册属于别的小区。";
        if (!rows.Matters.Select(matter => matter.Sequence).SequenceEqual(Enumerable.Range(1, rows.Matters.Count))) yield return "事项的序号不连续。";
        foreach (var matter in rows.Matters)
            if (Rule.Read(matter.Frozen) is not { } rule || rule.Asked != matter.AskedKey || rule.Key != matter.RuleKey) yield return $"事项“{matter.Title}”的规则与固定的不符。";
        var known = rows.Roll.ToDictionary(entry => entry.Id);
        foreach (var next in rows.Roll.Where(entry => entry.SupersedesId is not null))
            if (!known.TryGetValue(next.SupersedesId!.Value, out var before) || before.DwellingId != next.DwellingId) yield return $"名册 {next.UnitKey} 的更正没有对应的原记录。";
        if (rows.Roll.GroupBy(entry => (entry.SupersedesId, entry.SupersedesId is null ? entry.DwellingId : Guid.Empty)).Any(group => group.Count() > 1)) yield return "名册中同一户有两条并行记录。";
    }

    private static byte[] FrozenHash(BallotRows rows, BallotRow ballot)
    {
        var text = JsonSerializer.Serialize(new
        {
            ballot.Id,
            ballot.Name,
            ballot.Text,
            Matters = rows.Matters.OrderBy(matter => matter.Sequence).Select(matter => new { matter.Id, matter.Title, matter.Frozen }),
            Roll = rows.Roll.Where(entry => entry.SupersedesId is null).OrderBy(entry => entry.Id).Select(entry => new
            {
                entry.Id,
                entry.DwellingId,
                entry.UnitKey,
                Area = entry.Hundredths,
                AreaSource = Array.IndexOf(sources, entry.AreaSource),
                Kind = Array.IndexOf(kinds, entry.Kind),
                Holding = Array.IndexOf(holdings, entry.Holding),
                entry.Riser,
                entry.Inhabited,
                OwnersJson = entry.Owners,
                entry.Exclusion,
            }),
        });
        return SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Every row numbered without a gap, linked to the one before, and as it was when it was written.</summary>
    private static IEnumerable<string> Chain(BallotRows rows, BallotRow ballot, byte[] frozen)
    {
        var (previous, expected) = (frozen, 1L);
        foreach (var vote in rows.Votes)
        {
            if (vote.Number != expected) yield return $"第 {expected} 条录入缺失，其后是第 {vote.Number} 条。";
            if (!vote.PreviousHash.AsSpan().SequenceEqual(previous)) yield return $"第 {vote.Number} 条录入没有接在前一条之后。";
            if (!SHA256.HashData([.. vote.PreviousHash, .. Encoding.UTF8.GetBytes(vote.Payload)]).AsSpan().SequenceEqual(vote.Hash)) yield return $"第 {vote.Number} 条录入写入后被改动。";
            if (vote.EstateId != ballot.EstateId) yield return $"第 {vote.Number} 条录入属于别的小区。";
            if (vote.RecordedAt >= (ballot.ClosedAt ?? ballot.ClosesAt)) yield return $"第 {vote.Number} 条录入的时间在截止之后。";
            (previous, expected) = (vote.Hash, vote.Number + 1);
        }
    }

    /// <summary>A correction takes the place of one earlier vote of the same dwelling on the same matter; nobody speaks twice.</summary>
    private static IEnumerable<string> Lines(BallotRows rows)
    {
        var known = rows.Votes.ToDictionary(vote => vote.Id);
        foreach (var vote in rows.Votes)
        {
            if (rows.Matters.All(matter => matter.Id != vote.MatterId) || rows.Roll.All(entry => entry.DwellingId != vote.DwellingId)) yield return $"第 {vote.Number} 条录入的住户或事项不在这次表决中。";
            if (vote.SupersedesId is { } earlier && (!known.TryGetValue(earlier, out var before) || before.Number >= vote.Number || before.MatterId != vote.MatterId || before.DwellingId != vote.DwellingId))
                yield return $"第 {vote.Number} 条录入更正的不是同一户、同一事项的先前录入。";
        }

        foreach (var twice in rows.Votes.GroupBy(vote => (vote.SupersedesId, vote.SupersedesId is null ? (vote.MatterId, vote.DwellingId) : default)).Where(group => group.Count() > 1))
            yield return $"第 {string.Join("、", twice.Select(vote => vote.Number))} 条录入并行，同一户在同一事项上只能有一条现行意见。";
    }

    private static IEnumerable<string> Head(BallotRows rows, BallotRow ballot, byte[] frozen)
    {
        if (rows.Head is null && rows.Votes.Count > 0) yield return "缺少链末端记录。";
        if (rows.Head is not { } head) yield break;
        if (head.EstateId != ballot.EstateId) yield return "链末端记录属于别的小区。";
        if (head.Number != (rows.Votes.Count > 0 ? rows.Votes[^1].Number : 0) || !head.Hash.AsSpan().SequenceEqual(Last(rows, frozen))) yield return "链末端与最后一条录入不符：末尾可能被截去或添加。";
    }

    private static byte[] Last(BallotRows rows, byte[] frozen) => rows.Votes.Count > 0 ? rows.Votes[^1].Hash : frozen;

    private static IEnumerable<string> Printed(BallotRows rows, byte[] frozen, string? head, string? seal)
    {
        if (head is not null && !string.Equals(head, Convert.ToHexString(Last(rows, frozen)), StringComparison.OrdinalIgnoreCase)) yield return "链末端与打印件上的不符：整条链可能被重写。";
        if (seal is not null && (rows.Result is null || !string.Equals(seal, Convert.ToHexString(rows.Result.Seal), StringComparison.OrdinalIgnoreCase))) yield return "封存码与打印件上的不符。";
    }

    private static IEnumerable<string> Result(BallotRows rows, BallotRow ballot, byte[] frozen)
    {
        if (ballot.State == "Closed" != rows.Result is not null) yield return "已截止的表决必有结果，未截止的没有。";
        if (rows.Result is not { } result) yield break;
        if (result.EstateId != ballot.EstateId) yield return "结果属于别的小区。";
        if (result.Votes != rows.Votes.Count) yield return $"结果封存 {result.Votes} 条录入，现有 {rows.Votes.Count} 条。";
        if (!result.Head.AsSpan().SequenceEqual(Last(rows, frozen))) yield return "结果封存的链末端与现在的不符。";
        if (!SHA256.HashData([.. frozen, .. result.Head, .. Encoding.UTF8.GetBytes(result.Json)]).AsSpan().SequenceEqual(result.Seal)) yield return "封存码与结果不符：结果被改动。";
        if (result.ClosedAt != ballot.ClosedAt) yield return "结果的截止时间与表决的不符。";
        var early = result.ClosedAt < ballot.ClosesAt;
        if (!rows.Steps.Any(step => step.Kind == "Closed" && step.By == result.ClosedBy)) yield return "截止人与经过不符。";
        if (early != result.SecondBy is not null || early && !rows.Steps.Any(step => step.Kind == "ClosureAsked" && step.By == result.SecondBy)) yield return "提前截止须有申请人，并与经过一致；到期截止没有。";
        foreach (var finding in Recounted(rows, result)) yield return finding;
    }

    private static List<string> Recounted(BallotRows rows, ResultRow result)
    {
        try
        {
            return Recount.Compare(rows, result.Json).ToList();
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return ["名册、录入或结果的内容无法读取，不能重新计票。"];
        }
    }
}
