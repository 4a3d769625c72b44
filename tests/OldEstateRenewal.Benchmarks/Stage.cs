using Microsoft.AspNetCore.Identity;
using Npgsql;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Infrastructure;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Benchmarks;

/// <summary>A database with one county of 50 estates, each with buildings and surveyed facts, and a plan of them all.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string UserName = "bureau@bench";
    public const string Password = "Benchmark_123456";
    private readonly EmbeddedPostgres postgres;
    private readonly string folder;

    private Stage(EmbeddedPostgres postgres, string folder, string administrator) => (this.postgres, this.folder, Administrator, Setup) = (postgres, folder, administrator, new DatabaseSetup(administrator));

    public string Administrator { get; }

    public string Folder => folder;

    public DatabaseSetup Setup { get; }
    public Guid TenantId { get; } = Guid.CreateVersion7();
    public string PlanPath { get; private set; } = "";
    public string EstatePath { get; private set; } = "";

    public static async Task<Stage> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("benchmark").FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = Path.Combine(folder, "data") }, CancellationToken.None);
        await new DatabaseSetup(postgres.ConnectionString).CreateDatabaseAsync("bench");
        var stage = new Stage(postgres, folder, new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = "bench" }.ConnectionString);
        await stage.Setup.PrepareAsync();
        await stage.FillAsync();
        await stage.Setup.AnalyzeAsync();
        return stage;
    }

    private async Task FillAsync()
    {
        var tenant = new Tenant { Id = TenantId, Key = "bench", Name = "测速县", Level = PolicyLevel.County, PolicyChain = ["ruicheng", "yuncheng", "shanxi", "nation"] };
        var user = new PortalUser { Id = Guid.CreateVersion7(), UserName = UserName, NormalizedUserName = UserName.ToUpperInvariant(), DisplayName = "测速", SecurityStamp = "bench" };
        user.PasswordHash = new PasswordHasher<PortalUser>().HashPassword(user, Password);
        await Setup.AsOwnerAsync(async db =>
        {
            db.Scope = TenantScope.OfTenant(tenant.Id);
            db.AddRange(tenant, user, new Membership { TenantId = tenant.Id, UserId = user.Id, Role = Role.Bureau });
            await db.SaveChangesAsync();
        });
        await using var database = new PortalDatabase(Setup.Connections);
        await database.InTransactionAsync(TenantScope.OfTenant(tenant.Id), FillRegistryAsync);
    }

    private async Task<int> FillRegistryAsync(PortalDbContext db)
    {
        var facts = PolicyBook.Shipped.View(["ruicheng", "yuncheng", "shanxi", "nation"], new DateOnly(2026, 1, 1)).SurveyFacts();
        var plan = new AnnualPlan { TenantId = TenantId, Year = 2026, CreatedBy = "测速", CreatedAt = TimeProvider.System.GetUtcNow() };
        db.Plans.Add(plan);
        for (var i = 0; i < 50; i++)
        {
            var estate = new Estate { TenantId = TenantId, Name = $"测速小区{i:00}家属院", Address = $"测速路{i}号", BuiltYears = [1985 + i % 16], BuildingCount = 2, HouseholdCount = 48, FloorArea = Area.FromHundredths(412_345 + i), Land = LandKind.StateOwned, Place = PlaceKind.CountyTown };
            foreach (var fact in facts) estate.Facts.Add(new EstateFact { TenantId = TenantId, Key = fact.Item.Key, Value = (fact.Item.Kind == SurveyFactKind.Assessment) ^ (i % 7 == 0), RecordedBy = "测速", RecordedAt = plan.CreatedAt });
            db.Estates.Add(estate);
            for (var b = 1; b <= 2; b++) db.Buildings.Add(new Building { TenantId = TenantId, EstateId = estate.Id, Name = $"{b}号楼", Sequence = b, BuiltYear = 1985 + i % 16, Storeys = 6, Entrances = 2, FloorArea = Area.FromHundredths(206_000) });
            var entry = PlanService.Entry(estate, plan, i + 1);
            db.PlanEntries.Add(entry);
            EstatePath = $"/bench/estates/{estate.Id}";
        }

        PlanPath = $"/bench/plans/{plan.Id}";
        db.AuditEntries.Add(new AuditEntry { TenantId = TenantId, At = plan.CreatedAt, By = "测速", Kind = "DemonstrationLoaded", SubjectType = nameof(Tenant), Subject = "测速", Changes = "{}" });
        return await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
