using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;
using PlanRow = OldEstateRenewal.Domain.Planning.PlanRow;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>
/// One tenant's registry: the estates exactly as its document prints them, its plans as issued, and below them generated buildings,
/// dwellings and owners that add up to the printed figures.
/// </summary>
internal static class DemonstrationRegistry
{
    private const string By = "演示数据";

    public static async Task<int> LoadAsync(PortalDbContext db, Tenant tenant, List<Street> streets, PersonalData secrets)
    {
        db.Streets.AddRange(streets);
        var view = PolicyBook.Shipped.View(tenant.PolicyChain, DateOnly.MaxValue);
        var annexes = view.All(PolicySections.Annexes).Where(annex => annex.Document.Division.Key == tenant.Key).ToList();
        var rows = annexes.SelectMany(annex => annex.Item.Rows).ToList();
        var printed = rows.Count > 0;
        if (!printed && tenant.Level == PolicyLevel.County) rows = GeneratedEstates.Rows(streets.Select(street => street.Name).ToList());
        var estates = rows.Select(row => Estate(tenant, row, streets)).ToList();
        db.Estates.AddRange(estates);
        // Once, and only where the estates themselves are invented: below printed figures everything adds up to them.
        foreach (var (estate, row) in estates.Zip(rows)) GeneratedHouseholds.AddTo(db, estate, row, !printed && estate == estates[0] ? secrets : null);
        if (!printed && estates.Count > 0) GeneratedRecords.AddTo(db, estates[0], tenant);
        Audit(db, tenant, $"{estates.Count} 个小区");
        await db.SaveChangesAsync();
        if (printed) await LoadPlansAsync(db, tenant, estates, rows, annexes[0].Document, view);
        if (tenant.Key == GeneratedDispatch.County) await GeneratedDispatch.LoadAsync(db, tenant, estates, ChinaTime.Today(TimeProvider.System));
        return estates.Count;
    }

    private static Estate Estate(Tenant tenant, PlanRow row, List<Street> streets)
    {
        var street = streets.SingleOrDefault(street => street.Name == row.Street) ?? (streets.Count == 1 ? streets[0] : null);
        var estate = new Estate
        {
            TenantId = tenant.Id,
            Name = row.Estate,
            StreetId = street?.Id,
            Address = row.Address,
            BuiltYears = [.. row.BuiltYears.Order()],
            BuildingCount = row.Buildings,
            HouseholdCount = row.Households,
            FloorArea = row.Area,
            IsDemonstration = true,
        };
        // What the documents' tables do not print stays unknown, but a clerk should see judged estates too.
        if (row.BuiltYears.Count > 0) GeneratedFacts.AddTo(estate, tenant);
        return estate;
    }

    private static async Task LoadPlansAsync(PortalDbContext db, Tenant tenant, List<Estate> estates, List<PlanRow> rows, PolicyDocument document, PolicyView view)
    {
        var at = new DateTimeOffset(document.IssuedOn.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);
        var plans = rows.Select(row => row.Year).Distinct().Order().Select(year => new AnnualPlan { TenantId = tenant.Id, Year = year, CreatedBy = By, CreatedAt = at }).ToList();
        db.Plans.AddRange(plans);
        foreach (var plan in plans)
        {
            var sequence = 1;
            foreach (var (estate, row) in estates.Zip(rows).Where(pair => pair.Second.Year == plan.Year))
            {
                var entry = PlanService.Entry(estate, plan, sequence++);
                entry.Street = row.Street;
                db.PlanEntries.Add(entry);
            }
        }

        if (document.Items(PolicySections.Consent).Any(item => item.Key == ConsentGate.PlanEntry)) db.OutsideConsents.AddRange(estates.Select(estate => Consent(tenant, estate, at)));
        Audit(db, tenant, $"{plans.Count} 个年度的计划");
        await db.SaveChangesAsync();
        foreach (var plan in plans)
        {
            db.PlanSteps.Add(new PlanStep { TenantId = tenant.Id, PlanId = plan.Id, Kind = PlanStepKind.Submitted, By = By, At = at });
            db.PlanSteps.Add(new PlanStep { TenantId = tenant.Id, PlanId = plan.Id, Kind = PlanStepKind.Issued, By = document.Issuer, At = at.AddHours(1), Remark = $"见{document.CitedAs}" });
        }

        foreach (var plan in plans) DemonstrationProjects.Add(db, plan, plan.Entries, document, view.AsOf(document.IssuedOn), By, at.AddHours(2));
        Audit(db, tenant, "计划印发");
        await db.SaveChangesAsync();
    }

    /// <summary>The documents tell that the owners were asked, not with which figures.</summary>
    private static OutsideConsent Consent(Tenant tenant, Estate estate, DateTimeOffset at)
    {
        var households = Math.Max(1, estate.HouseholdCount ?? 40);
        return new OutsideConsent { TenantId = tenant.Id, EstateId = estate.Id, RuleKey = ConsentGate.PlanEntry, HeldOn = DateOnly.FromDateTime(at.UtcDateTime), Whole = households, Asked = households, Participating = households, Agreeing = households, Remark = "演示数据：文件未载明征询户数", RecordedBy = By, RecordedAt = at };
    }

    internal static void Audit(PortalDbContext db, Tenant tenant, string what) => db.AuditEntries.Add(new AuditEntry
    {
        TenantId = tenant.Id,
        At = TimeProvider.System.GetUtcNow(),
        By = By,
        Kind = "DemonstrationLoaded",
        SubjectType = nameof(Tenant),
        SubjectId = tenant.Id,
        Subject = $"{tenant.Name}：{what}",
        Changes = "{}",
    });
}
