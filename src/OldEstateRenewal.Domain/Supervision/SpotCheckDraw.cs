using System.Security.Cryptography;
using System.Text;
using OldEstateRenewal.Domain.CostSharing;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>What may be drawn (抽查对象): a project or estate.</summary>
/// <param name="Id">What identifies it in the printed list; one line, unique.</param>
/// <param name="Stratum">The county or street it belongs to (分层).</param>
public sealed record DrawCandidate(string Id, string Stratum);

/// <summary>A candidate in its place of the order (抽签次序).</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Hash">SHA-256 of seed|id in lower-case hex.</param>
public sealed record DrawLot(DrawCandidate Candidate, string Hash);

/// <summary>How many of a stratum were drawn (分层名额).</summary>
public sealed record DrawQuota(string Stratum, int Candidates, int Drawn);

/// <summary>
/// A draw for random spot checks (随机抽查, 聊城 六.（四）) that anyone can repeat: candidates stand in the ordinal order of SHA-256(seed + "|" + id), UTF-8,
/// lower-case hex, and the first ones of each stratum are taken. Each stratum gets one; the rest of the places is shared by the number of its other
/// candidates, by largest remainder, ties to the ordinally earlier name. Where there are fewer places than strata, the first of the whole order are taken.
/// To repeat it: <c>printf '%s' 'SEED|ID' | sha256sum</c> for every line of the list, sort, compare. The seed should come from outside and after the list
/// is fixed (a lottery number, a number called out at the meeting): who knows the seed before can choose the list.
/// </summary>
/// <param name="Seed">The seed as called out.</param>
/// <param name="Places">How many were wanted.</param>
/// <param name="Order">All candidates in the order of their hashes.</param>
/// <param name="Quotas">The places of each stratum, by ordinal name.</param>
/// <param name="Drawn">The drawn ones, in the order of their hashes.</param>
public sealed record SpotCheckDraw(string Seed, int Places, IReadOnlyList<DrawLot> Order, IReadOnlyList<DrawQuota> Quotas, IReadOnlyList<DrawLot> Drawn)
{
    /// <summary>How to repeat it, in Chinese, for the printed record.</summary>
    public IReadOnlyList<string> Instructions =>
    [
        $"种子：{Seed}；候选 {Order.Count} 个，应抽 {Places} 个，实抽 {Drawn.Count} 个。",
        "对每个候选计算 SHA-256(种子|编号)（UTF-8，小写十六进制），命令：printf '%s' '种子|编号' | sha256sum。",
        "按散列值由小到大排列；每层取排在最前的若干个。",
        Places < Quotas.Count ? "名额少于层数，不分层，取全部候选中排在最前的若干个。" : "每层至少 1 个，其余名额按该层其他候选数分配（最大余数法，余数相同的层名在前者先得）。",
        $"各层名额：{string.Join("、", Quotas.Select(quota => $"{quota.Stratum} {quota.Drawn}/{quota.Candidates}"))}。",
    ];

    /// <summary>Why nothing can be drawn, in Chinese sentences; empty when it can.</summary>
    public static IReadOnlyList<string> Refuse(string seed, IReadOnlyList<DrawCandidate> candidates, int places) =>
    [
        .. string.IsNullOrWhiteSpace(seed) || seed.Any(char.IsControl) ? ["请填写种子（一行文字）。"] : Array.Empty<string>(),
        .. places < 1 ? ["抽取数须至少为 1。"] : Array.Empty<string>(),
        .. candidates.Count == 0 ? ["没有可抽取的对象。"] : Array.Empty<string>(),
        .. candidates.Where(candidate => candidate.Id.Length == 0 || candidate.Id.Any(char.IsControl)).Select(candidate => $"“{candidate.Stratum}”有编号为空或含换行的对象。").Distinct(),
        .. candidates.GroupBy(candidate => candidate.Id).Where(same => same.Count() > 1).Select(same => $"编号“{same.Key}”重复。"),
    ];

    /// <summary>Draws; when there are no more candidates than places, all of them.</summary>
    /// <exception cref="ArgumentException"><see cref="Refuse"/> says why.</exception>
    public static SpotCheckDraw Of(string seed, IReadOnlyList<DrawCandidate> candidates, int places)
    {
        if (Refuse(seed, candidates, places) is { Count: > 0 } refusals) throw new ArgumentException(string.Concat(refusals), nameof(candidates));
        var order = candidates.Select(candidate => new DrawLot(candidate, Hash(seed, candidate.Id))).OrderBy(lot => lot.Hash, StringComparer.Ordinal).ToList();
        var strata = order.GroupBy(lot => lot.Candidate.Stratum).OrderBy(stratum => stratum.Key, StringComparer.Ordinal).ToList();
        var drawn = Take(order, strata, Math.Min(places, order.Count));
        var quotas = strata.Select(stratum => new DrawQuota(stratum.Key, stratum.Count(), stratum.Count(drawn.Contains))).ToList();
        return new(seed, places, order, quotas, order.Where(drawn.Contains).ToList());
    }

    /// <summary>SHA-256 of seed|id, UTF-8, lower-case hex, as sha256sum prints it.</summary>
    public static string Hash(string seed, string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{id}")));

    private static HashSet<DrawLot> Take(List<DrawLot> order, List<IGrouping<string, DrawLot>> strata, int places)
    {
        if (places < strata.Count) return [.. order.Take(places)];
        var others = strata.Select(stratum => stratum.Count() - 1L).ToList();
        var more = others.All(count => count == 0) ? others : LargestRemainder.Split(places - strata.Count, others);
        return [.. strata.SelectMany((stratum, index) => stratum.Take((int)more[index] + 1))];
    }
}
