using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Works;

/// <summary>What a rule on the contents of a scheme asks (内容规则的种类).</summary>
public enum WorksRuleKind
{
    /// <summary>某一类的改造要求（应改尽改 …）：未列入的条目须说明.</summary>
    ClassDemand,

    /// <summary>使用某项资金时必须包含的内容.</summary>
    RequiredForSource,

    /// <summary>改造其一的，必须包含（水、电、暖改造后一户一表）.</summary>
    RequiredWith,

    /// <summary>已改造内容不得重复改造.</summary>
    NoRepeat,
}

/// <summary>A rule on the contents of a scheme (改造内容规则).</summary>
public sealed record WorksRule(PolicyItemHead Head) : PolicyItem(Head)
{
    /// <summary>What it asks.</summary>
    public required WorksRuleKind Kind { get; init; }

    /// <summary>The class of a demand, or null.</summary>
    public WorksClass? Class { get; init; }

    /// <summary>The words of the demand: 应改尽改, 能做即改; or null.</summary>
    public string? Demand { get; init; }

    /// <summary>The funding source (a key of the section "funding") that asks for the items; or null.</summary>
    public string? Source { get; init; }

    /// <summary>The works items of which any one asks for the items (改造其中任一项的).</summary>
    public required IReadOnlyList<string> When { get; init; }

    /// <summary>
    /// The contents that must be there: each entry is met by any one of the works items it names ("water-supply|water-drainage").
    /// </summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Whether leaving something out may be explained (能改即改：确不具备条件的可说明).</summary>
    public bool MayBeExplained { get; init; }

    /// <inheritdoc/>
    public override string InWords => Kind switch
    {
        WorksRuleKind.ClassDemand => $"{Name}：{Demand}",
        WorksRuleKind.RequiredForSource => $"使用该资金须包含 {Items.Count} 项内容{(MayBeExplained ? "，确不具备条件的须说明" : "")}",
        WorksRuleKind.RequiredWith => $"改造 {When.Count} 项内容之一的，须包含 {Items.Count} 项内容{(MayBeExplained ? "，确不具备条件的须说明" : "")}",
        _ => "已改造内容不得重复改造",
    };

    /// <summary>Reads { kind, class?, demand?, source?, when?, items?, mayBeExplained? }.</summary>
    public static WorksRule Read(PolicyNode node)
    {
        var rule = new WorksRule(node.Head())
        {
            Kind = node.Choice<WorksRuleKind>("kind"),
            Class = node.OptionalChoice<WorksClass>("class"),
            Demand = node.OptionalText("demand"),
            Source = node.OptionalText("source"),
            When = node.Texts("when"),
            Items = node.Texts("items"),
            MayBeExplained = node.Flag("mayBeExplained"),
        };
        if (rule is { Kind: WorksRuleKind.ClassDemand } and not { Class: not null, Demand: not null }) node.Wrong("class", "classDemand 须写明 class 与 demand", 0);
        if (rule is { Kind: WorksRuleKind.RequiredForSource } && (rule.Source is null || rule.Items.Count == 0)) node.Wrong("source", "requiredForSource 须写明 source 与 items", 0);
        if (rule is { Kind: WorksRuleKind.RequiredWith } && (rule.When.Count == 0 || rule.Items.Count == 0)) node.Wrong(rule.When.Count == 0 ? "when" : "items", "requiredWith 须写明 when 与 items", 0);
        return rule;
    }
}
