namespace OldEstateRenewal.Domain.Consent;

/// <summary>Why a list of units is no roll (名册问题): the unit and what is wrong with it.</summary>
public sealed record RollProblem(string UnitKey, string Text);

/// <summary>One unit on the roll with the area that counts.</summary>
public sealed record RollUnit(UnitRecord Record, Area Area, AreaSource Source);

/// <summary>One part of an estate that decides for itself (表决范围内的一个单位): the estate, a building, an entrance, a riser.</summary>
public sealed record RollPart(string Key, string Name, Roll Roll);

/// <summary>One voice (一个计数单位): a head with all its units, or one dwelling.</summary>
/// <param name="Key">The head's or the unit's key.</param>
/// <param name="UnitKeys">Its units, in order of key.</param>
/// <param name="Area">Their whole area.</param>
public sealed record Voice(string Key, IReadOnlyList<string> UnitKeys, Area Area);

/// <summary>The roll of a ballot (表决名册): every unit with area and owners, frozen when the ballot opens.</summary>
public sealed class Roll
{
    private const string Developer = "（建设单位）";

    private Roll(IReadOnlyList<RollUnit> units) => Units = units;

    /// <summary>The units, in order of key; the order of the input does not matter.</summary>
    public IReadOnlyList<RollUnit> Units { get; }

    /// <summary>Everything that keeps these records from being a roll; empty when nothing does.</summary>
    public static IReadOnlyList<RollProblem> Check(IReadOnlyCollection<UnitRecord> records) =>
        [
            .. records.GroupBy(record => record.Key).Where(group => group.Count() > 1).Select(group => new RollProblem(group.Key, $"房号重复 {group.Count()} 次")),
            .. records.Where(record => record.CountedArea is null).Select(record => new RollProblem(record.Key, "无登记、测绘、合同面积")),
            .. records.Where(record => record.CountedArea?.Area == Area.Zero).Select(record => new RollProblem(record.Key, "面积为零")),
            .. records.Where(record => record.Owners.Count == 0 && record.Holding is (UnitHolding.Owned or UnitHolding.FormerEmployer))
                .Select(record => new RollProblem(record.Key, "无业主姓名或单位名称")),
        ];

    /// <summary>Makes a roll.</summary>
    /// <exception cref="ArgumentException">The records have problems; ask <see cref="Check"/> first.</exception>
    public static Roll Build(IReadOnlyCollection<UnitRecord> records)
    {
        var problems = Check(records);
        if (problems.Count > 0) throw new ArgumentException($"{problems.Count} problems, first: {problems[0].UnitKey} {problems[0].Text}", nameof(records));
        return new Roll(records.OrderBy(record => record.Key, StringComparer.Ordinal)
            .Select(record => new RollUnit(record, record.CountedArea!.Value.Area, record.CountedArea!.Value.Source)).ToList());
    }

    /// <summary>The parts that decide for themselves, in order of key. Units without a known riser stand together and say so.</summary>
    public IReadOnlyList<RollPart> Parts(ConsentScope scope) => Units.GroupBy(unit => PartOf(unit.Record, scope))
        .OrderBy(group => group.Key.Key, StringComparer.Ordinal)
        .Select(group => new RollPart(group.Key.Key, group.Key.Name, new Roll(group.ToList()))).ToList();

    /// <summary>The voices that a rule counts, in order of key: heads for owners, otherwise one for each dwelling.</summary>
    public IReadOnlyList<Voice> Voices(ConsentRule rule) => Units
        .Where(unit => rule.Units.Contains(unit.Record.Kind))
        .Where(unit => rule.Population != ConsentPopulation.Residents || unit.Record.Inhabited)
        .GroupBy(unit => rule.Population == ConsentPopulation.Owners ? HeadOf(unit.Record, rule.Counting) : unit.Record.Key)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new Voice(group.Key, group.Select(unit => unit.Record.Key).ToList(), group.Aggregate(Area.Zero, (sum, unit) => sum + unit.Area)))
        .ToList();

    private static string HeadOf(UnitRecord record, HeadCounting counting)
    {
        if (counting == HeadCounting.OneHeadPerUnit) return $"{record.Key}#";
        if (record.Holding is UnitHolding.Unsold or UnitHolding.SoldUndelivered) return Developer;
        if (record.Holding == UnitHolding.FormerEmployer && counting == HeadCounting.FormerEmployerPerUnit) return $"{record.Key}#";
        return string.Join("、", record.Owners.Distinct().Order(StringComparer.Ordinal));
    }

    private static (string Key, string Name) PartOf(UnitRecord record, ConsentScope scope) => scope switch
    {
        ConsentScope.Estate => ("", "全小区"),
        ConsentScope.Building => (record.Building, record.Building),
        ConsentScope.Entrance => ($"{record.Building}-{record.Entrance}", $"{record.Building} {record.Entrance}"),
        _ => ($"{record.Building}-{record.Entrance}-{record.Riser}", $"{record.Building} {record.Entrance} {record.Riser ?? "（未标明立管）"}"),
    };
}
