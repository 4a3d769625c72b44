using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>What a mode is about (方式类别).</summary>
public enum ModeKind
{
    /// <summary>改造与资金平衡方式.</summary>
    Balance,

    /// <summary>投融资与招标方式.</summary>
    Financing,

    /// <summary>连片与联动方式.</summary>
    Joining,

    /// <summary>物业管理方式.</summary>
    Management,
}

/// <summary>A way to carry out or to manage a renewal (改造方式、管理方式).</summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="BalancesItself">Whether the bundle's income must cover its cost (自求平衡).</param>
/// <param name="Text">The mode in the document's words.</param>
public sealed record RenewalMode(PolicyItemHead Head, ModeKind Kind, bool BalancesItself, string Text) : PolicyItem(Head)
{
    /// <summary>The matter that owners must have carried before the mode is taken, by key of the section "consent"; null where the document asks for none.</summary>
    public string? Consent { get; init; }

    /// <inheritdoc/>
    public override string InWords => BalancesItself ? $"{Text}（收益须不低于支出）" : Text;

    /// <summary>Does a bundle of projects fit the mode? Only a self-balancing mode asks for anything: income not below cost, both known.</summary>
    public Reason Check(Money? income, Money? cost)
    {
        if (!BalancesItself) return Reason.Single(Key, Name, Outcome.Passed, "不要求自求平衡", Citation);
        if (income is not { } gained || cost is not { } spent) return Reason.Single(Key, Name, Outcome.Unknown, "收益或支出未测算", Citation);
        var words = gained >= spent ? $"结余 {gained - spent} 元" : $"尚缺 {spent - gained} 元";
        return Reason.Single(Key, Name, Outcomes.Of(gained >= spent), $"收益 {gained} 元，支出 {spent} 元，{words}", Citation);
    }

    /// <summary>Reads { name, clause, quote?, note?, kind, balancesItself?, consent?, text? }; text falls back to the quote.</summary>
    public static RenewalMode Read(PolicyNode node)
    {
        var head = node.Head();
        return new(head, node.Choice<ModeKind>("kind"), node.Flag("balancesItself"), node.OptionalText("text") ?? head.Citation.Quote ?? node.Wrong("text", "文字（无引文时必填）", "")) { Consent = node.OptionalText("consent") };
    }
}
