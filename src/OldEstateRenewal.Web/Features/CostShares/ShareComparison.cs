using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>By which document it is to be compared, and what that document leaves to be supplied; nothing of it is saved.</summary>
public sealed class ShareComparisonForm
{
    public string? With { get; set; }

    /// <summary>The other document's rule for a line, where it is not to be the one that applies.</summary>
    public Dictionary<string, string?> Rules { get; set; } = [];

    /// <summary>By rule and payer: one fraction for all lines of the rule.</summary>
    public Dictionary<string, string?> Fractions { get; set; } = [];

    /// <summary>By line and payer.</summary>
    public Dictionary<string, string?> Amounts { get; set; } = [];

    public static string KeyOf(CostRule rule, CostShare share) => $"{rule.Key}_{share.Payer}";

    public static string KeyOf(CostLine line, CostShare share) => $"{line.Id:N}_{share.Payer}";

    public string? TypedFor(CostLine line, CostRule rule, CostShare share) => share.Kind == ShareKind.SuppliedFraction ? Fractions.GetValueOrDefault(KeyOf(rule, share)) : Amounts.GetValueOrDefault(KeyOf(line, share));
}

/// <summary>The same costs under the county's rules and under another document's.</summary>
/// <param name="Other">The document compared with; null while none is chosen.</param>
public sealed record ShareComparison(ShareCheck Check, IReadOnlyList<PolicyDocument> Documents, PolicyDocument? Other, PolicyView? View, ShareComparisonForm Form)
{
    private ShareOutcome? theirs;

    public ShareOutcome Mine => Check.Outcome;

    public ShareOutcome Theirs => theirs ??= Work();

    public ShareDifference Difference => new(Mine, Theirs, "本表", Other!.CitedAs);

    /// <summary>What the other document's rules leave to be supplied, once for all lines of a rule.</summary>
    public IReadOnlyList<(string Key, string Name, CostShare Share)> AskedFractions => Theirs.Rows.Where(row => row.Rule is not null)
        .SelectMany(row => row.Asked.Where(share => share.Kind == ShareKind.SuppliedFraction).Select(share => (ShareComparisonForm.KeyOf(row.Rule!.Item, share), $"{row.Rule.Item.Name}：{share.Name}", share))).DistinctBy(asked => asked.Item1).ToList();

    public IReadOnlyList<(string Key, string Name, CostShare Share)> AskedAmounts => Theirs.Rows.Where(row => row.Rule is not null)
        .SelectMany(row => row.Asked.Where(share => share.Kind == ShareKind.SuppliedAmount).Select(share => (ShareComparisonForm.KeyOf(row.Line, share), $"第{row.Line.Sequence}行{row.Line.Name}：{share.Name}", share))).ToList();

    public IReadOnlyList<PolicyAnswer<CostRule>> Rules => View!.All(PolicySections.Costs).Where(rule => rule.Document.Key == Other!.Key).ToList();

    private ShareOutcome Work()
    {
        var calculation = new ShareCalculation(View!, Check.Own, Check.CostSheet.Stage, Check.Common) { TakesAnyRule = true };
        // First which rules, then what they ask.
        var ruled = calculation.Rows(Check.CostSheet.Lines, Chosen).ToDictionary(row => row.Line.Id, row => row.Rule?.Item);
        return new ShareOutcome(calculation.Rows(Check.CostSheet.Lines, line => Supplied.Take(Chosen(line), ruled[line.Id], share => Form.TypedFor(line, ruled[line.Id]!, share))), Check.HouseholdCount);
    }

    private ShareChoice Chosen(CostLine line)
    {
        var rule = Form.Rules.GetValueOrDefault($"{line.Id:N}").OrNull() is { } key ? Rules.FirstOrDefault(answer => answer.Item.Key == key) : null;
        return new ShareChoice { RuleDocument = rule?.Document.Key, RuleKey = rule?.Item.Key, Payer = Check.ChoiceOf(line).Payer ?? "project", Basis = "对照测算：对照文件没有规则" };
    }
}
