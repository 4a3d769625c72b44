using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>Another rule of the same division must hold as well (须同时符合另一规定): central money only for what may enter the plan.</summary>
internal sealed record RuleCondition(string Key, string Name, Citation Citation, string Rule) : Condition(Key, Name, Citation)
{
    public override IEnumerable<string> RuleKeys => [Rule];

    internal override Reason Judge(EligibilityCase what)
    {
        var other = what.Rule(Rule);
        return other is null
            ? Reason.Single(Key, Name, Outcome.Unknown, $"未找到规定“{Rule}”，或各规定互相引用", Citation)
            : Reason.OfAll(Key, Name, Citation, [other]);
    }

    internal static RuleCondition Read(PolicyNode node, Citation above)
    {
        var rule = node.Text("rule");
        return new(node.OptionalText("key") ?? rule, node.Text("name"), node.CitationOr(above), rule);
    }
}
