using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>What rules that count alike make of the units.</summary>
/// <param name="Rules">The rules, all with the same population, way of counting and kinds of unit.</param>
/// <param name="Heads">How many voices there are.</param>
/// <param name="Area">Their whole area.</param>
public sealed record HeadCountLine(IReadOnlyList<PolicyAnswer<ConsentRule>> Rules, int Heads, Area Area)
{
    public PolicyAnswer<ConsentRule> Rule => Rules[0];

    public bool Counts(UnitKind kind) => Rule.Item.Units.Contains(kind);
}

public sealed record AreaOfSource(AreaSource Source, int Units, Area Area);

/// <summary>
/// 表决权基数: how many units, which area by which source, how many heads by the rules in force, and what keeps some units from being counted.
/// </summary>
public sealed record HeadCount(int Units, IReadOnlyList<(UnitKind Kind, int Count)> Kinds, IReadOnlyList<AreaOfSource> Areas, IReadOnlyList<HeadCountLine> Lines, IReadOnlyList<RollProblem> Problems, IReadOnlyList<string> Warnings)
{
    public static HeadCount Of(IReadOnlyCollection<UnitRecord> records, PolicyView policies)
    {
        var problems = Roll.Check(records);
        var wrong = problems.Select(problem => problem.UnitKey).ToHashSet();
        // What has a problem is listed and left out; the rest is counted as the roll would count it.
        var roll = Roll.Build(records.Where(record => !wrong.Contains(record.Key)).ToList());
        return new HeadCount(
            records.Count,
            records.GroupBy(record => record.Kind).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())).ToList(),
            roll.Units.GroupBy(unit => unit.Source).OrderBy(group => group.Key).Select(group => new AreaOfSource(group.Key, group.Count(), Sum(group.Select(unit => unit.Area)))).ToList(),
            Count(roll, policies),
            problems,
            Roll.Warn(records).Select(warning => WithoutNames(warning, records)).ToList());
    }

    private static List<HeadCountLine> Count(Roll roll, PolicyView policies) => policies.All(PolicySections.Consent)
        .Where(rule => rule.Item.RefersTo.Count == 0)
        .GroupBy(rule => $"{rule.Item.Population} {rule.Item.Counting} {string.Join(',', rule.Item.Units.Order())}")
        .Select(rules => (Rules: rules.ToList(), Voices: roll.Voices(rules.First().Item)))
        .Select(found => new HeadCountLine(found.Rules, found.Voices.Count, Sum(found.Voices.Select(voice => voice.Area))))
        .OrderByDescending(line => line.Rule.Item.Population == ConsentPopulation.Owners).ToList();

    private static Area Sum(IEnumerable<Area> areas) => areas.Aggregate(Area.Zero, (sum, area) => sum + area);

    // The domain names people in full; the page does not.
    private static string WithoutNames(RollProblem warning, IReadOnlyCollection<UnitRecord> records) => records.SelectMany(record => record.Owners).Select(owner => owner.Name).Distinct()
        .Aggregate($"{warning.UnitKey}：{warning.Text}", (text, name) => text.Replace($"“{name}”", $"“{Buildings.Owner.Mask(name, Buildings.OwnerKind.Person)}”", StringComparison.Ordinal));
}
