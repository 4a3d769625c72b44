using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Works;

/// <summary>The works catalogue of a division on a day (改造内容清单), and the check of a scheme's contents against it.</summary>
public sealed class WorksCatalogue
{
    private readonly Dictionary<string, PolicyAnswer<WorksItem>> items;
    private readonly IReadOnlyList<PolicyAnswer<WorksRule>> rules;

    /// <summary>Reads the catalogue of a division.</summary>
    public WorksCatalogue(PolicyView view)
    {
        Items = view.All(PolicySections.Works);
        items = Items.ToDictionary(answer => answer.Item.Key);
        rules = view.All(PolicySections.WorksRules);
    }

    /// <summary>Every item, farthest document's order first.</summary>
    public IReadOnlyList<PolicyAnswer<WorksItem>> Items { get; }

    /// <summary>The item of that key, or null.</summary>
    public PolicyAnswer<WorksItem>? Find(string key) => items.GetValueOrDefault(key);

    /// <summary>How strongly an item is asked for: its own demand, else that of its class (基础类应改尽改); null when nothing is said.</summary>
    public string? DemandOf(WorksItem item) =>
        item.Demand ?? rules.FirstOrDefault(rule => rule.Item.Kind == WorksRuleKind.ClassDemand && rule.Item.Class == item.Class)?.Item.Demand;

    /// <summary>Everything that is wrong with the contents of a scheme; empty when nothing is.</summary>
    public IReadOnlyList<SchemeRefusal> Refuse(SchemeContents scheme) => [.. Missing(scheme), .. Forbidden(scheme), .. MissingForSource(scheme), .. MissingWith(scheme), .. Repeated(scheme)];

    /// <summary>The items that the class demands call for (应改尽改) and the scheme leaves out: to be explained, not refused.</summary>
    public IReadOnlyList<PolicyAnswer<WorksItem>> LeftOut(SchemeContents scheme) => Items
        .Where(answer => !answer.Item.Forbidden && !scheme.Items.Contains(answer.Item.Key))
        .Where(answer => rules.Any(rule => rule.Item is { Kind: WorksRuleKind.ClassDemand, MayBeExplained: true } && rule.Item.Class == answer.Item.Class)).ToList();

    private IEnumerable<SchemeRefusal> Missing(SchemeContents scheme) => Items
        .Where(answer => answer.Item.Mandatory && !scheme.Items.Contains(answer.Item.Key))
        .Select(answer => Refusal(answer, answer.Item.Key, $"缺必改项“{answer.Item.Name}”"));

    private IEnumerable<SchemeRefusal> Forbidden(SchemeContents scheme) => Items
        .Where(answer => answer.Item.Forbidden && scheme.Items.Contains(answer.Item.Key))
        .Select(answer => Refusal(answer, answer.Item.Key, $"“{answer.Item.Name}”为禁止事项，不得列入方案"));

    private IEnumerable<SchemeRefusal> MissingForSource(SchemeContents scheme) =>
        from rule in rules
        where rule.Item.Kind == WorksRuleKind.RequiredForSource && scheme.Sources.Contains(rule.Item.Source!)
        from wanted in rule.Item.Items
        let any = wanted.Split('|')
        where !any.Any(scheme.Items.Contains)
        select Refusal(rule, any[0], $"使用该项资金须包含“{NameOf(any[0])}”{(rule.Item.MayBeExplained ? "，未列入须说明不具备条件的理由" : "")}", rule.Item.MayBeExplained);

    /// <summary>What renewing one item brings along; what is there already need not be built again.</summary>
    private IEnumerable<SchemeRefusal> MissingWith(SchemeContents scheme) =>
        from rule in rules
        where rule.Item.Kind == WorksRuleKind.RequiredWith
        let cause = rule.Item.When.FirstOrDefault(scheme.Items.Contains)
        where cause is not null
        from wanted in rule.Item.Items
        let any = wanted.Split('|')
        where !any.Any(key => scheme.Items.Contains(key) || scheme.AlreadyRenewed.Contains(key))
        select Refusal(rule, any[0], $"改造“{NameOf(cause)}”的，须包含“{NameOf(any[0])}”{(rule.Item.MayBeExplained ? "，未列入须说明不具备条件的理由" : "")}", rule.Item.MayBeExplained);

    private IEnumerable<SchemeRefusal> Repeated(SchemeContents scheme) =>
        from rule in rules
        where rule.Item.Kind == WorksRuleKind.NoRepeat
        from key in scheme.Items.Intersect(scheme.AlreadyRenewed).Order(StringComparer.Ordinal)
        select Refusal(rule, key, $"“{NameOf(key)}”已改造，不得重复改造");

    private string NameOf(string key) => Find(key)?.Item.Name ?? key;

    private static SchemeRefusal Refusal<T>(PolicyAnswer<T> answer, string key, string text, bool mayBeExplained = false) where T : PolicyItem =>
        new(key, text, mayBeExplained, answer.Citation, answer.Warning);
}
