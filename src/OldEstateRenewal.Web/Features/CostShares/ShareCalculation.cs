using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Costs;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>Applies the documents' cost rules to lines. The most special rule is taken unless a person chose another that applies.</summary>
/// <param name="View">The documents whose rules are applied.</param>
/// <param name="Own">The documents of the project, for items the others do not list.</param>
/// <param name="Common">Households and area on which fixed amounts are charged.</param>
public sealed record ShareCalculation(PolicyView View, PolicyView Own, CostStage Stage, CostInput Common)
{
    /// <summary>Whether a rule may be taken that does not apply by itself: to ask what would be.</summary>
    public bool TakesAnyRule { get; init; }

    public IReadOnlyList<ShareRow> Rows(IEnumerable<CostLine> lines, Func<CostLine, ShareChoice> choiceOf)
    {
        var rows = lines.OrderBy(line => line.Sequence).Select(line => Ruled(line, choiceOf(line))).ToList();
        var done = rows.Where(row => row.Rule is not { Item.IsJoint: true }).Select(Single)
            .Concat(rows.Where(row => row.Rule is { Item.IsJoint: true }).GroupBy(row => (row.Rule!.Document.Key, row.Rule.Item.Key)).SelectMany(group => Joint([.. group])));
        return done.OrderBy(row => row.Line.Sequence).ToList();
    }

    private ShareRow Ruled(CostLine line, ShareChoice choice)
    {
        var applying = CostRule.For(View, CostTraits.CaseOf(View, Own, line, Stage));
        var offered = TakesAnyRule ? applying.Concat(View.All(PolicySections.Costs)) : applying;
        var rule = choice.RuleKey is null ? (applying is [var first, ..] ? first : null) : offered.FirstOrDefault(answer => answer.Document.Key == choice.RuleDocument && answer.Item.Key == choice.RuleKey);
        return new ShareRow(line) { Applying = applying, Rule = rule, Choice = choice, Clause = rule?.Citation.ToString() };
    }

    private ShareRow Single(ShareRow row)
    {
        if (row.Rule is not { } rule) return Unruled(row);
        var answer = CostAnswer.Apply(rule, Common with { Cost = row.Line.Cost, Fractions = row.Choice.Fractions, Amounts = row.Choice.Amounts });
        return row with
        {
            Amounts = answer.Shares.Select(share => new PayerAmount(share.Share.Payer, share.Share.Name, share.Amount)).ToList(),
            Working = [Title(row), .. answer.Working],
            Missing = answer.Missing,
            Flags = Flags(answer),
        };
    }

    private static ShareRow Unruled(ShareRow row)
    {
        if (row.Choice.RuleKey is not null) return row with { Missing = ["适用规则（所选规则已不适用，请重新选择）"] };
        if (row.Choice.Payer is not { } payer) return row with { Missing = ["承担方（没有规则适用，请指定由谁承担并写明依据）"] };
        var name = ShareWords.Payer(payer, payer);
        return row with { Amounts = [new PayerAmount(payer, name, row.Line.Cost)], Working = ["没有规则适用，人工指定", $"由{name}承担全部 {row.Line.Cost} 元；依据：{row.Choice.Basis ?? "未填"}"] };
    }

    /// <summary>Lines of one rule that is due once: counted together, then laid on the lines.</summary>
    private IEnumerable<ShareRow> Joint(IReadOnlyList<ShareRow> rows)
    {
        var rule = rows[0].Rule!;
        var typed = rows.SelectMany(row => row.Choice.Fractions).Distinct().ToList();
        if (typed.GroupBy(each => each.Key).FirstOrDefault(payer => payer.Count() > 1) is { } unlike)
        {
            var name = rule.Item.Shares.FirstOrDefault(share => share.Payer == unlike.Key)?.Name ?? unlike.Key;
            return rows.Select(row => row with { Missing = [$"{name}承担比例：同一规则的各行合并计算，须填同一比例"] });
        }

        var amounts = rows.SelectMany(row => row.Choice.Amounts).GroupBy(each => each.Key).ToDictionary(payer => payer.Key, payer => payer.Aggregate(Money.Zero, (sum, each) => sum + each.Value));
        var joint = JointCost.Apply(rule, rows.Select(row => row.Line.Cost).ToList(), Common with { Fractions = typed.ToDictionary(), Amounts = amounts });
        return rows.Select((row, at) => Laid(row, at, rows.Count, joint));
    }

    private static ShareRow Laid(ShareRow row, int at, int count, JointCost joint)
    {
        var amounts = joint.Whole.Shares.Select((share, payer) => new PayerAmount(share.Share.Payer, share.Share.Name, joint.Lines[at][payer])).ToList();
        var laid = count > 1 && amounts.Count > 0 ? [$"同一规则的 {count} 行合并计算，本行 {row.Line.Cost} 元分得：{string.Join("，", amounts.Select(amount => $"{amount.Name} {amount.Amount} 元"))}"] : Array.Empty<string>();
        return row with { Amounts = amounts, Working = [Title(row), .. joint.Whole.Working, .. laid], Missing = joint.Whole.Missing, Flags = Flags(joint.Whole) };
    }

    private static string Title(ShareRow row) => $"{row.Rule!.Item.Name}（{(row.Choice.RuleKey is null ? "适用条件最具体的规则" : "人工选定")}）";

    private static IReadOnlyList<string> Flags(CostAnswer answer) => [.. answer.Flags, .. answer.Rule.Warning is { } warning ? new[] { warning } : []];
}
