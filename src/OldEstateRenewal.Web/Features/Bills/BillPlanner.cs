using System.Globalization;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Web.Features.CostShares;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>
/// 试算: shares the owners' part of the chosen lines over estates and units. Pure: what it says depends on nothing but its arguments, and the order of the units is theirs.
/// Everything adds up to the fen: the estates to the line, the units to the estate.
/// </summary>
/// <param name="before">What was billed on other share sheets, for each estate that has not been billed on this one; then its run is one of differences.</param>
public sealed class BillPlanner(IReadOnlyList<(Guid Id, string Name)> estates, IReadOnlyList<BillUnit> units, IReadOnlyCollection<IssuedPart> issued, IReadOnlyDictionary<Guid, BilledBefore> before)
{
    private const int MostClause = 240;
    private readonly List<string> refusals = [];
    private readonly Dictionary<(string Rule, Guid EstateId, Guid? BuildingId), Money> together = [];
    private readonly Dictionary<Guid, List<(DraftPart Part, IReadOnlyDictionary<Guid, long> Amounts)>> planned = [];

    /// <summary>A run for each estate that has something to bill, or all reasons why there can be none.</summary>
    public (IReadOnlyList<DraftRun> Runs, IReadOnlyList<string> Refusals) Plan(IEnumerable<LineChoice> choices)
    {
        var chosen = choices.ToList();
        var ids = chosen.Select(choice => choice.Line.Id).ToHashSet();
        refusals.AddRange(chosen.Where(choice => choice.Line.Joint.Any(other => other.Owners > Money.Zero && !ids.Contains(other.Id))).Select(choice => $"{choice.Line.Label}：同一规则合并计算的各行须一起出账。"));
        foreach (var choice in chosen) PlanLine(choice);
        foreach (var estate in before) TakeOff(estate.Key, estate.Value);
        return refusals.Count > 0 ? ([], refusals) : (estates.Where(estate => planned.ContainsKey(estate.Id)).Select(estate => RunOf(estate.Id)).ToList(), []);
    }

    private void PlanLine(LineChoice choice)
    {
        var line = choice.Line;
        var earlier = issued.Where(part => part.LineId == line.Id).ToList();
        var targets = estates.Where(estate => (line.EstateId is null || line.EstateId == estate.Id) && earlier.All(part => part.EstateId != estate.Id)).ToList();
        if (targets.Count == 0)
        {
            refusals.Add($"{line.Label}：已经出账，或不属于本项目的小区。");
            return;
        }

        var concerned = targets.Select(target => units.Where(unit => unit.IsCharged && unit.EstateId == target.Id && (line.BuildingId is null || line.BuildingId == unit.BuildingId)).ToList()).ToList();
        var split = line.Own ?? (choice.Decided is { } decided ? new LineSplit(decided, "业主约定，依据见本批次") : line.Otherwise);
        var against = WhyNot(line, split, targets, concerned, earlier.Count == 0);
        refusals.AddRange(against);
        if (against.Count > 0) return;
        var (amount, cost) = (line.Owners - Sum(earlier, part => part.Amount), line.Cost - Sum(earlier, part => part.Cost));
        var (amounts, others, working) = OverEstates(line, split!.Split, targets, concerned, amount, cost - amount);
        for (var i = 0; i < targets.Count; i++)
        {
            if (amounts[i] == 0) continue;
            var part = new DraftPart(line, Money.FromFen(amounts[i] + others[i]), Money.FromFen(amounts[i]), split.Split, Clause(line, split, working[i]));
            Share(targets[i], line, part, concerned[i]);
        }
    }

    private static List<string> WhyNot(OwnersLine line, LineSplit? split, List<(Guid Id, string Name)> targets, List<List<BillUnit>> concerned, bool isWhole)
    {
        var against = targets.Where((_, i) => concerned[i].Count == 0).Select(target => $"{line.Label}：{target.Name}没有计收的户，请先登记楼栋和住户。").ToList();
        if (split is null) return [.. against, $"{line.Label}：文件没有规定业主内部怎样分摊，请选择业主约定的分摊方式。"];
        var all = concerned.SelectMany(each => each).ToList();
        var without = split.Split.By.HasStoreys() ? all.Where(unit => split.Split.WeightOf(HouseholdOf(unit, 0)) is null).Select(unit => unit.Place).ToList() : [];
        if (without.Count > 0) against.Add($"{line.Label}：{BillWords.Named(without)}的楼层没有系数。");
        if (isWhole && all.Count > 0) against.AddRange(Mismatches(line, all));
        return against;
    }

    /// <summary>A fixed amount per household was worked out with a number of households: others would pay for those missing from the list.</summary>
    private static IEnumerable<string> Mismatches(OwnersLine line, List<BillUnit> all)
    {
        var area = Area(all);
        if (line.Own is not null && line.Area is { } stated && stated != area) yield return $"{line.Label}：分担表按 {stated} ㎡计算，名册计收 {area} ㎡，不符。";
        if (line.PerHousehold is not { } each) yield break;
        var (owners, cost) = line.Joint.Count == 0 ? (line.Owners, line.Cost) : (line.Joint.Aggregate(Money.Zero, (sum, other) => sum + other.Owners), line.Joint.Aggregate(Money.Zero, (sum, other) => sum + other.Cost));
        // Where it costs less than that, owners pay what it costs.
        if (owners != each * all.Count && (owners < cost || owners > each * all.Count)) yield return $"{line.Label}：规则为每户 {each} 元，名册计收 {all.Count} 户应为 {each * all.Count} 元，分担表业主部分 {owners} 元，不符。请核对名册、计收的种类和分担表的户数。";
    }

    /// <summary>By the rule's own way where it has one, so that a fixed amount per household stays that; else by area.</summary>
    private (IReadOnlyList<long> Amounts, IReadOnlyList<long> Others, IReadOnlyList<string?> Working) OverEstates(OwnersLine line, HouseholdSplit split, List<(Guid Id, string Name)> targets, List<List<BillUnit>> concerned, Money amount, Money others)
    {
        if (targets.Count == 1) return ([amount.Fen], [others.Fen], [null]);
        var byHousehold = line.Own is not null && split.By == SplitBy.Dwelling;
        var weights = concerned.Select(each => byHousehold ? each.Count : Area(each).Hundredths).ToList();
        if (weights.All(weight => weight == 0))
        {
            refusals.Add($"{line.Label}：按面积分到各小区，请先登记各户面积。");
            return (new long[targets.Count], new long[targets.Count], new string?[targets.Count]);
        }

        var amounts = OverEstates(line, amount.Fen, weights, byHousehold && line.JointKey is not null);
        string Figure(long weight) => byHousehold ? string.Create(CultureInfo.InvariantCulture, $"{weight} 户") : $"{Domain.Area.FromHundredths(weight)} ㎡";
        var whole = Figure(weights.Sum());
        return (amounts, LargestRemainder.Split(others.Fen, weights), weights.Select((weight, i) => (string?)$"各小区合计 {amount} 元，{(byHousehold ? "按户数" : "按各户面积")}分到{targets[i].Name}：{Figure(weight)} ÷ {whole} → {Money.FromFen(amounts[i])} 元").ToList());
    }

    /// <summary>Lines counted together are rounded together: each takes what its amount adds to the split of those before.</summary>
    private IReadOnlyList<long> OverEstates(OwnersLine line, long fen, IReadOnlyList<long> weights, bool isJoint)
    {
        var alone = LargestRemainder.Split(fen, weights);
        if (!isJoint) return alone;
        var key = (line.JointKey!, Guid.Empty, line.BuildingId);
        var sofar = together.GetValueOrDefault(key);
        together[key] = sofar + Money.FromFen(fen);
        var earlier = LargestRemainder.Split(sofar.Fen, weights);
        var added = LargestRemainder.Split(sofar.Fen + fen, weights).Select((all, i) => all - earlier[i]).ToList();
        return added.Any(each => each < 0) ? alone : added;
    }

    private void TakeOff(Guid estateId, BilledBefore billed)
    {
        if (billed.ByDwelling.Count == 0) return;
        if (!planned.TryGetValue(estateId, out var parts)) planned[estateId] = parts = [];
        parts.Add((new DraftPart(null, -billed.Total, -billed.Total, new HouseholdSplit(SplitBy.Dwelling, []), billed.Clause), billed.ByDwelling.ToDictionary(each => each.Key, each => -each.Value.Fen)));
    }

    private void Share((Guid Id, string Name) target, OwnersLine line, DraftPart part, List<BillUnit> concerned)
    {
        var households = concerned.Select((unit, at) => HouseholdOf(unit, at)).ToList();
        // Lines counted together by the household are rounded together: 350 yuan in two lines are 350 yuan, not 349.99.
        var key = (line.JointKey ?? "", target.Id, line.BuildingId);
        var sofar = line.JointKey is not null && part.Split.By == SplitBy.Dwelling ? together.GetValueOrDefault(key) : Money.Zero;
        together[key] = sofar + part.Amount;
        var shares = part.Split.Of(sofar + part.Amount, households);
        var earlier = sofar == Money.Zero ? null : part.Split.Of(sofar, households).Shares;
        if (shares.Missing.Count > 0)
        {
            refusals.Add($"{line.Label}：{target.Name}{string.Join("；", shares.Missing)}。");
            return;
        }

        // The shares come back in the order of the keys, which is that of the units.
        var amounts = concerned.Select((unit, at) => (unit.DwellingId, Fen: shares.Shares[at].Amount.Fen - (earlier?[at].Amount.Fen ?? 0))).ToDictionary(each => each.DwellingId, each => each.Fen);
        if (!planned.TryGetValue(target.Id, out var parts)) planned[target.Id] = parts = [];
        parts.Add((part, amounts));
    }

    private DraftRun RunOf(Guid estateId)
    {
        var parts = planned[estateId];
        var charged = units.Where(unit => unit.EstateId == estateId && parts.Any(part => part.Amounts.ContainsKey(unit.DwellingId))).ToList();
        return new DraftRun(estateId, parts.Select(part => part.Part).ToList(), charged, charged.Select(unit => parts.Select(part => part.Amounts.GetValueOrDefault(unit.DwellingId)).ToArray()).ToList());
    }

    private static string Clause(OwnersLine line, LineSplit split, string? working)
    {
        var first = line.Clause.Length > MostClause ? line.Clause[..MostClause] : line.Clause;
        var text = string.Join('\n', new[] { first, $"{split.Split.Words()}（{split.Clause}）", working }.OfType<string>());
        return text.Length > ShareSheet.TextLength ? text[..ShareSheet.TextLength] : text;
    }

    private static Household HouseholdOf(BillUnit unit, int at) => new(at.ToString("D6", CultureInfo.InvariantCulture), unit.Area ?? Domain.Area.Zero, unit.Storey);

    private static Area Area(IEnumerable<BillUnit> all) => all.Aggregate(Domain.Area.Zero, (sum, unit) => sum + (unit.Area ?? Domain.Area.Zero));

    private static Money Sum(IEnumerable<IssuedPart> parts, Func<IssuedPart, Money> of) => parts.Aggregate(Money.Zero, (sum, part) => sum + of(part));
}
