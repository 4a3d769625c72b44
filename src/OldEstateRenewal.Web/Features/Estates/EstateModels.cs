using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Features.Identity;
using OldEstateRenewal.Web.Features.Plans;

namespace OldEstateRenewal.Web.Features.Estates;

public sealed record EstateIndex(EstatePage Page, IReadOnlyList<Street> Streets, PolicyView Policies);

/// <param name="Id">Null for a new estate.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Streets">The streets to choose from.</param>
/// <param name="Facts">What the policies in force ask for.</param>
public sealed record EstateEditor(Guid? Id, EstateForm Form, IReadOnlyList<Street> Streets, IReadOnlyList<PolicyAnswer<SurveyFact>> Facts)
{
    /// <summary>What someone else saved in the meantime.</summary>
    public EstateForm? Current { get; init; }
}

public sealed record BuildingRow(Guid Id, string Name, int? BuiltYear, int? Storeys, int? Entrances, Area? FloorArea);

public sealed record EstatePlanRow(Guid PlanId, int Year, int Revision, PlanStepKind? LastStep);

/// <summary>The page of one estate.</summary>
public sealed record EstateSheet(Estate Estate, List<BuildingRow> Buildings, List<EstatePlanRow> Plans, IReadOnlyList<EligibilityResult> Results, IReadOnlyList<PolicyAnswer<SurveyFact>> Facts)
{
    public IdentityNote? Identity { get; init; }

    public WorksHistory? History { get; init; }

    public static async Task<EstateSheet> ReadAsync(PortalDbContext db, Estate estate, PolicyView policies)
    {
        var buildings = await db.Buildings.AsNoTracking().Where(b => b.EstateId == estate.Id).OrderBy(b => b.Sequence)
            .Select(b => new BuildingRow(b.Id, b.Name, b.BuiltYear, b.Storeys, b.Entrances, b.FloorArea)).ToListAsync();
        var plans = await db.PlanEntries.AsNoTracking().Where(e => e.EstateId == estate.Id).Join(db.Plans, e => e.PlanId, p => p.Id, (e, p) => p)
            .OrderBy(p => p.Year).ThenBy(p => p.Revision)
            .Select(p => new EstatePlanRow(p.Id, p.Year, p.Revision, p.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => (PlanStepKind?)s.Kind).FirstOrDefault())).ToListAsync();
        var recognitions = await EstateCases.RecognitionsAsync(db, [estate.Id]);
        var facts = EstateJudgement.Facts(estate, buildings.Select(b => (b.Name, b.BuiltYear)).ToList(), recognitions[estate.Id].ToList());
        var results = policies.All(PolicySections.Eligibility).Select(rule => policies.JudgeEligibility(rule.Item.Key, facts)).OfType<EligibilityResult>().ToList();
        return new EstateSheet(estate, buildings, plans, results, policies.SurveyFacts());
    }
}
