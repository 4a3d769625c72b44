using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Estates;

namespace OldEstateRenewal.Web.Features.Plans;

public sealed record PlanVersion(Guid Id, int Revision);

/// <summary>The page of one plan.</summary>
public sealed record PlanSheet(AnnualPlan Plan, PlanContext Context, Reason? Comparison, TableReport<PlanLine> Table, List<PlanVersion> Versions, ConsentAnswers Consent)
{
    public bool HasLaterRevision => Versions.Any(version => version.Revision > Plan.Revision);
}

public sealed record PlanEditor(AnnualPlan Plan, PlanEditForm Form, PlanContext Context, ConsentAnswers Consent);

/// <summary>The estates one may add to a plan, each with its verdict and the plans it is already in.</summary>
public sealed record PlanCandidates(AnnualPlan Plan, EstatePage Page, IReadOnlyList<string> Refusals, IReadOnlySet<Guid> Chosen, IReadOnlyDictionary<Guid, WorksHistory> Histories, ConsentAnswers Consent);

public sealed record PlanRow(Guid Id, int Year, int Revision, int Estates, int? Buildings, int? Households, Area Area, PlanStepKind? LastStep, DateTimeOffset? LastAt)
{
    public PlanState State => PlanStates.After(LastStep);
}

public sealed record PlanIndex(List<PlanRow> Plans, PolicyView Policies, bool HasProgramme);

public static class PlanList
{
    public static async Task<PlanIndex> ReadAsync(PortalDbContext db, PolicyView policies)
    {
        var rows = await db.Plans.AsNoTracking().OrderByDescending(p => p.Year).ThenByDescending(p => p.Revision)
            .Select(p => new
            {
                p.Id,
                p.Year,
                p.Revision,
                Estates = p.Entries.Count,
                Buildings = p.Entries.Sum(e => e.BuildingCount),
                Households = p.Entries.Sum(e => e.HouseholdCount),
                Area = p.Entries.Sum(e => (decimal?)(object?)e.FloorArea),
                Last = p.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => new { Kind = (PlanStepKind?)s.Kind, At = (DateTimeOffset?)s.At }).FirstOrDefault(),
            }).ToListAsync();
        var plans = rows.Select(r => new PlanRow(r.Id, r.Year, r.Revision, r.Estates, r.Buildings, r.Households, Area.FromSquareMetres(r.Area ?? 0), r.Last?.Kind, r.Last?.At)).ToList();
        return new PlanIndex(plans, policies, policies.Find(PolicySections.PlanForms, Domain.Planning.PlanForm.Plan)?.Item.SpansYears == true && plans.Count > 0);
    }
}
