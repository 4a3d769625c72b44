using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Holidays;

/// <summary>
/// 年度节假日安排 as the tenant keeps it. Never changed: a correction is a further revision with its reason, and the last one counts.
/// A year the tenant has none of is the nation's.
/// </summary>
public sealed class HolidayYear : ITenantOwned
{
    public const int SourceLength = 60;
    public const int ReasonLength = 200;
    public const int MostCharacters = 5000;
    public const string UniqueRevision = "ix_holiday_years_tenant_id_year_revision";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int Year { get; set; }
    /// <summary>1 for the first one the tenant entered.</summary>
    public int Revision { get; set; } = 1;
    /// <summary>文号.</summary>
    public required string Source { get; set; }
    /// <summary>Why it differs from what counted before.</summary>
    public string? Reason { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public List<HolidayDay> Days { get; } = [];

    public HolidayTable ToTable() => new(Year, Source, Days.GroupBy(day => day.Name).Select(Period).OrderBy(period => period.From).ToList());

    private static HolidayPeriod Period(IGrouping<string, HolidayDay> days) => new(
        days.Key,
        days.Where(day => !day.IsWorked).Min(day => day.Day),
        days.Where(day => !day.IsWorked).Max(day => day.Day),
        days.Where(day => day.IsWorked).Select(day => day.Day).Order().ToList());
}

/// <summary>放假日 or 调休上班日.</summary>
public sealed class HolidayDay : ITenantOwned
{
    public const int NameLength = 20;

    public Guid TenantId { get; set; }
    public Guid YearId { get; set; }
    public DateOnly Day { get; set; }
    public required string Name { get; set; }
    public bool IsWorked { get; set; }
}

public sealed class HolidayYearMapping : IEntityTypeConfiguration<HolidayYear>
{
    public void Configure(EntityTypeBuilder<HolidayYear> year)
    {
        year.HasKey(y => new { y.TenantId, y.Id });
        year.Property(y => y.Source).HasMaxLength(HolidayYear.SourceLength);
        year.Property(y => y.Reason).HasMaxLength(HolidayYear.ReasonLength);
        year.Property(y => y.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        year.HasIndex(y => new { y.TenantId, y.Year, y.Revision }).IsUnique();
        year.HasMany(y => y.Days).WithOne().HasForeignKey(d => new { d.TenantId, d.YearId }).OnDelete(DeleteBehavior.Restrict);
        year.ToTable(table => table.HasCheckConstraint("ck_holiday_years_year", $"year between {HolidayTable.EarliestYear} and {HolidayTable.LatestYear}"));
    }
}

public sealed class HolidayDayMapping : IEntityTypeConfiguration<HolidayDay>
{
    public void Configure(EntityTypeBuilder<HolidayDay> day)
    {
        day.HasKey(d => new { d.TenantId, d.YearId, d.Day });
        day.Property(d => d.Name).HasMaxLength(HolidayDay.NameLength);
    }
}
