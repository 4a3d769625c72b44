using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>One test a project must pass for a simplified procedure (低风险条件): 不新增建筑面积.</summary>
public sealed record ApprovalTest(string Key, string Name, Citation Citation);

/// <summary>
/// What a project gains that passes some tests (审批时限与简化): an approval within at most 10 working days, a permit not needed.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Tests">All must be passed; each is answered yes, no or not yet.</param>
/// <param name="Effect">What is gained.</param>
/// <param name="Limit">Within how many days the whole procedure ends, or null where it is no question of time.</param>
public sealed record ApprovalRule(PolicyItemHead Head, IReadOnlyList<ApprovalTest> Tests, string Effect, TermRule? Limit) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"{string.Join("、", Tests.Select(test => test.Name))}的：{Effect}";

    /// <summary>Does the rule apply to a project? A test that is not answered is unknown.</summary>
    public Reason Applies(IReadOnlyDictionary<string, bool?> answers) => Reason.OfAll(Key, Name, Citation, Tests.Select(test =>
        Reason.Single(test.Key, test.Name, Outcomes.Of(answers.GetValueOrDefault(test.Key)),
            answers.GetValueOrDefault(test.Key) switch { true => "是", false => "否", null => "未核实" }, test.Citation)
        with
        { Missing = answers.GetValueOrDefault(test.Key) is null ? new MissingFact(test.Key, test.Name, null) : null }).ToList());

    /// <summary>Where the procedure stands on a day (审批时限); null for a rule without a limit.</summary>
    public DueState? Clock(DateOnly acceptedOn, DateOnly? approvedOn, DateOnly on, WorkingCalendar calendar) =>
        Limit is null ? null : DueState.Of(Limit.From(acceptedOn, calendar).LastDay, approvedOn, on);

    /// <summary>Reads { name, clause, quote?, note?, tests, effect, limit?: { days, unit } }.</summary>
    public static ApprovalRule Read(PolicyNode node)
    {
        var head = node.Head();
        return new(
            head,
            node.Objects("tests").Select(test => new ApprovalTest(test.Text("key"), test.Text("name"), test.CitationOr(head.Citation))).ToList(),
            node.Text("effect"),
            node.OptionalObject("limit") is { } limit ? TermRule.Read(limit) : null);
    }
}
