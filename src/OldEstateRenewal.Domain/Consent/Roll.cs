namespace OldEstateRenewal.Domain.Consent;

/// <summary>Why a list of units is no roll (名册问题): the unit and what is wrong with it.</summary>
public sealed record RollProblem(string UnitKey, string Text);

/// <summary>One unit on the roll with the area that counts.</summary>
public sealed record RollUnit(UnitRecord Record, Area Area, AreaSource Source);

/// <summary>One part of an estate that decides for itself (表决范围内的一个单位): the estate, a building, an entrance, a riser.</summary>
public sealed record RollPart(string Key, string Name, Roll Roll);

/// <summary>One voice (一个计数单位): a head with all its units, or one dwelling.</summary>
/// <param name="Key">The head's or the unit's key; never shown.</param>
/// <param name="Name">The owners' names, or the unit's key where the unit is the voice.</param>
/// <param name="UnitKeys">Its units, in order of key.</param>
/// <param name="Area">Their whole area.</param>
public sealed record Voice(string Key, string Name, IReadOnlyList<string> UnitKeys, Area Area);

/// <summary>The roll of a ballot (表决名册): every unit with area and owners, frozen when the ballot opens.</summary>
public sealed class Roll
{
    private const string Developer = "（建设单位）";
    private const char UnitMark = '#';

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
            .. records.Where(record => record.Owners.Any(owner => string.IsNullOrWhiteSpace(owner.Key) || string.IsNullOrWhiteSpace(owner.Name)))
                .Select(record => new RollProblem(record.Key, "业主缺标识或姓名")),
        ];

    /// <summary>What a person should look at before the roll is frozen (名册提示), at the first unit concerned; it keeps nothing from being a roll.</summary>
    public static IReadOnlyList<RollProblem> Warn(IReadOnlyCollection<UnitRecord> records)
    {
        var owned = records.OrderBy(record => record.Key, StringComparer.Ordinal).SelectMany(record => record.Owners.Select(owner => (record.Key, Owner: owner))).ToList();
        return
        [
            .. owned.GroupBy(pair => pair.Owner.Name).Select(group => (group, Keys: group.Select(pair => pair.Owner.Key).Distinct().Count())).Where(found => found.Keys > 1)
                .Select(found => new RollProblem(found.group.First().Key, $"“{found.group.Key}”有 {found.Keys} 个不同标识，按 {found.Keys} 人计，请核对是否同一人")),
            .. owned.GroupBy(pair => pair.Owner.Key).Select(group => (group, Names: group.Select(pair => pair.Owner.Name).Distinct().ToList())).Where(found => found.Names.Count > 1)
                .Select(found => new RollProblem(found.group.First().Key, $"同一标识有不同姓名（{string.Join("、", found.Names)}），按 1 人计，请核对")),
        ];
    }

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

    /// <summary>The voices that a rule counts, in order of their first unit: heads for owners, otherwise one for each dwelling.</summary>
    public IReadOnlyList<Voice> Voices(ConsentRule rule) => Units
        .Where(unit => rule.Units.Contains(unit.Record.Kind))
        .Where(unit => rule.Population != ConsentPopulation.Residents || unit.Record.Inhabited)
        .GroupBy(unit => rule.Population == ConsentPopulation.Owners ? HeadOf(unit.Record, rule.Counting) : unit.Record.Key)
        .Select(group => new Voice(group.Key, NameOf(group.First().Record, group.Key, rule), group.Select(unit => unit.Record.Key).ToList(), group.Aggregate(Area.Zero, (sum, unit) => sum + unit.Area)))
        .ToList();

    /// <summary>Who votes: co-owners are the set of their keys, each with its length, so that no two sets read alike.</summary>
    private static string HeadOf(UnitRecord record, HeadCounting counting)
    {
        if (counting == HeadCounting.OneHeadPerUnit) return UnitMark + record.Key;
        if (record.Holding is UnitHolding.Unsold or UnitHolding.SoldUndelivered) return Developer;
        if (record.Holding == UnitHolding.FormerEmployer && counting == HeadCounting.FormerEmployerPerUnit) return UnitMark + record.Key;
        return string.Concat(KeysOf(record).Select(key => $"{key.Length}:{key}"));
    }

    private static string NameOf(UnitRecord record, string head, ConsentRule rule) =>
        head == Developer ? Developer
        : rule.Population != ConsentPopulation.Owners || head.StartsWith(UnitMark) ? record.Key
        : string.Join("、", KeysOf(record).Select(key => record.Owners.First(owner => owner.Key == key).Name));

    private static IEnumerable<string> KeysOf(UnitRecord record) => record.Owners.Select(owner => owner.Key).Distinct().Order(StringComparer.Ordinal);

    private static (string Key, string Name) PartOf(UnitRecord record, ConsentScope scope) => scope switch
    {
        ConsentScope.Estate => ("", "全小区"),
        ConsentScope.Building => (record.Building, record.Building),
        ConsentScope.Entrance => ($"{record.Building}-{record.Entrance}", $"{record.Building} {record.Entrance}"),
        _ => ($"{record.Building}-{record.Entrance}-{record.Riser}", $"{record.Building} {record.Entrance} {record.Riser ?? "（未标明立管）"}"),
    };
}
