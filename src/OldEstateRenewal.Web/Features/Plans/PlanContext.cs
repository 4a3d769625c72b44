using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>What the policies say about the plan of a year: its form, its target, the estates the document counts but does not name.</summary>
public sealed record PlanContext(PlanForm Form, PolicyAnswer<PlanTarget>? Target, int Unlisted)
{
    public static PlanContext Of(PolicyView policies, int year)
    {
        var form = policies.Find(PolicySections.PlanForms, PlanForm.Plan)?.Item ?? throw new InvalidOperationException("No document states a form of the plan table.");
        var target = policies.All(PolicySections.Targets).Where(t => t.Item.From == year && t.Item.To == year).MaxBy(t => t.Item.Figures.Count);
        var unlisted = policies.All(PolicySections.Annexes).Where(a => a.Item.Rows.Any(row => row.Year == year)).Sum(a => a.Item.Unlisted);
        return new PlanContext(form, target, unlisted);
    }

    /// <summary>The totals against the target, figure by figure; null where the document sets none for the year.</summary>
    public Reason? Compare(IReadOnlyCollection<PlanEntry> entries) => Target?.Item.Compare(PlanRules.Totals(entries, Unlisted));
}
