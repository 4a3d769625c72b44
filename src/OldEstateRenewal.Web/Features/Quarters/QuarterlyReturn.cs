using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Quarters;

/// <summary>
/// 季报: what a county has reported of a plan year for a quarter. Its figures are those of an approved week, never typed; a reason stands beside what is unusual. Never changed: a correction is another
/// edition with its reason.
/// </summary>
public sealed class QuarterlyReturn : ITenantOwned
{
    public const int ReasonLength = 300;
    public const int NameLength = 40;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int PlanYear { get; set; }
    /// <summary>The first day of the quarter.</summary>
    public DateOnly From { get; set; }
    /// <summary>1 for the first sending.</summary>
    public int Edition { get; set; } = 1;
    /// <summary>The approval of the week from which the figures come.</summary>
    public Guid StepId { get; set; }
    /// <summary>The Monday of that week.</summary>
    public DateOnly Week { get; set; }
    public required string[] Keys { get; set; }
    public required decimal?[] Planned { get; set; }
    public required decimal?[] Actual { get; set; }
    public required string?[] Reasons { get; set; }
    /// <summary>单位负责人.</summary>
    public required string Head { get; set; }
    /// <summary>统计负责人.</summary>
    public required string Statistician { get; set; }
    /// <summary>Why what was reported before is corrected; null for the first edition.</summary>
    public string? Correction { get; set; }
    /// <summary>填报人.</summary>
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }

    public Quarter Quarter => Quarter.Of(From);

    public IReadOnlyDictionary<string, FigurePair> Figures => FigureArrays.Pairs(Keys, Planned, Actual);

    public string? ReasonOf(string key) => FigureArrays.At(Keys, key, Reasons);
}

public sealed class QuarterlyReturnMapping : IEntityTypeConfiguration<QuarterlyReturn>
{
    public void Configure(EntityTypeBuilder<QuarterlyReturn> form)
    {
        form.HasKey(f => new { f.TenantId, f.Id });
        form.Ignore(f => f.Quarter);
        form.Ignore(f => f.Figures);
        form.Property(f => f.Head).HasMaxLength(QuarterlyReturn.NameLength);
        form.Property(f => f.Statistician).HasMaxLength(QuarterlyReturn.NameLength);
        form.Property(f => f.Correction).HasMaxLength(QuarterlyReturn.ReasonLength);
        form.Property(f => f.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        form.HasIndex(f => new { f.TenantId, f.PlanYear, f.From, f.Edition }).IsUnique();
        form.HasOne<WeekStep>().WithMany().HasForeignKey(f => new { f.TenantId, f.StepId }).OnDelete(DeleteBehavior.Restrict);
        form.ToTable(table => table.HasCheckConstraint("ck_quarterly_returns_shape",
            "extract(day from \"from\") = 1 and extract(month from \"from\") in (1, 4, 7, 10) and (edition = 1) = (correction is null) and cardinality(keys) = cardinality(planned) and cardinality(keys) = cardinality(actual) and cardinality(keys) = cardinality(reasons)"));
    }
}
