using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>One condition of eligibility (条件), possibly made of others.</summary>
/// <param name="Key">Its key within the rule; relaxations and recognitions refer to it.</param>
/// <param name="Name">What is required, in Chinese, near the document's words.</param>
/// <param name="Citation">Where it stands.</param>
public abstract record Condition(string Key, string Name, Citation Citation)
{
    /// <summary>The condition in plain words.</summary>
    public virtual string InWords => Name;

    /// <summary>The keys of the facts it asks for.</summary>
    public virtual IEnumerable<string> FactKeys => [];

    /// <summary>Its own key and the keys of its parts.</summary>
    public virtual IEnumerable<string> Keys => [Key];

    /// <summary>The keys of its cut-off dates: what they leave to a person is settled by a recognition of that key.</summary>
    public virtual IEnumerable<string> CutOffKeys => [];

    /// <summary>The keys of the other rules it asks.</summary>
    public virtual IEnumerable<string> RuleKeys => [];

    /// <summary>The same condition with every cut-off date moved.</summary>
    internal virtual Condition WithCutOff(DateOnly builtBy) => this;

    internal abstract Reason Judge(EligibilityCase what);
}

/// <summary>Reads conditions: { all: […] }, { any: […] } or { kind: fact、builtBy、land、place、rule … }.</summary>
internal static class Conditions
{
    public static Condition Read(PolicyNode node, Citation above) =>
        node.Has("all") ? GroupCondition.Read(node, above, "all")
        : node.Has("any") ? GroupCondition.Read(node, above, "any")
        : node.Choice<Kind>("kind") switch
        {
            Kind.BuiltBy => BuiltByCondition.Read(node, above),
            Kind.Land => LandCondition.Read(node, above),
            Kind.Place => PlaceCondition.Read(node, above),
            Kind.Rule => RuleCondition.Read(node, above),
            _ => FactCondition.Read(node, above),
        };

    private enum Kind { Fact, BuiltBy, Land, Place, Rule }
}

/// <summary>Conditions combined by all or any (全部满足、任一满足).</summary>
internal sealed record GroupCondition(string Key, string Name, Citation Citation, bool NeedsAll, IReadOnlyList<Condition> Parts) : Condition(Key, Name, Citation)
{
    public override string InWords => $"{Name}（{(NeedsAll ? "须全部满足" : "满足其一")}：{string.Join("；", Parts.Select(part => part.InWords))}）";

    public override IEnumerable<string> FactKeys => Parts.SelectMany(part => part.FactKeys);

    public override IEnumerable<string> Keys => Parts.SelectMany(part => part.Keys).Prepend(Key);

    public override IEnumerable<string> CutOffKeys => Parts.SelectMany(part => part.CutOffKeys);

    public override IEnumerable<string> RuleKeys => Parts.SelectMany(part => part.RuleKeys);

    internal override Condition WithCutOff(DateOnly builtBy) => this with { Parts = Parts.Select(part => part.WithCutOff(builtBy)).ToList() };

    internal override Reason Judge(EligibilityCase what)
    {
        var parts = Parts.Select(what.Judge).ToList();
        return NeedsAll ? Reason.OfAll(Key, Name, Citation, parts) : Reason.OfAny(Key, Name, Citation, parts);
    }

    internal static GroupCondition Read(PolicyNode node, Citation above, string list)
    {
        var own = node.CitationOr(above);
        var parts = node.Objects(list).Select(part => Conditions.Read(part, own)).ToList();
        if (parts.Count == 0) node.Wrong(list, "至少一项条件", 0);
        return new(node.OptionalText("key") ?? list, node.OptionalText("name") ?? (list == "all" ? "全部条件" : "任一条件"), own, list == "all", parts);
    }
}
