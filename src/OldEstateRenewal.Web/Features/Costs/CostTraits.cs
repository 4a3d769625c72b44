using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>A line of a cost sheet as the cost rules see it, and which facts they would ask about it.</summary>
public static class CostTraits
{
    public const string ConnectionFee = "connectionFee";

    /// <summary>Said of every line of a settlement (竣工结算).</summary>
    public const string Settlement = "settlement";

    /// <param name="view">The documents whose rules are asked; their own catalogue says what an item is.</param>
    /// <param name="own">The documents of the project, for items that the other documents do not list.</param>
    public static WorksCase CaseOf(PolicyView view, PolicyView own, CostLine line, CostStage stage)
    {
        var item = line.ItemKey is { } key ? (view.Find(PolicySections.Works, key) ?? own.Find(PolicySections.Works, key))?.Item : null;
        var works = item is null ? new WorksCase { Item = line.ItemKey } : WorksCase.Of(item);
        return works with { Section = line.Section, Ownership = line.Ownership, Traits = [.. works.Traits, .. line.Traits, .. stage == CostStage.Settlement ? new[] { Settlement } : []] };
    }

    /// <summary>The facts on which a rule for this item hangs, so that the form asks them; what the line's kind or stage says already is not asked.</summary>
    public static IReadOnlyList<string> Asked(PolicyView view, CostLine line)
    {
        var works = CaseOf(view, view, line, CostStage.Estimate);
        return view.All(PolicySections.Costs).Select(answer => answer.Item.Applies)
            .Where(match => match.Items.Count + match.Facilities.Count > 0 && (match with { Traits = [], Sections = [], Ownership = null }).Applies(works))
            .SelectMany(match => match.Traits).Distinct().Where(trait => trait is not (ConnectionFee or Settlement)).ToList();
    }
}
