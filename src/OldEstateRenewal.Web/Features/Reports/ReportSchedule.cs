using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Reports;

public enum ReportCycle
{
    /// <summary>每周.</summary>
    Weekly,

    /// <summary>每月.</summary>
    Monthly,
}

/// <summary>定时报表: a report that is made on a day of each week or month and kept, for who asked for it.</summary>
public sealed class ReportSchedule : ITenantOwned
{
    /// <summary>Every month has it.</summary>
    public const int LastDay = 28;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Key { get; set; }
    public required string Name { get; set; }
    public required ReportFormat Format { get; set; }
    public required string Parameters { get; set; }
    public string? Filter { get; set; }
    public bool IsHousehold { get; set; }
    public Guid? StreetId { get; set; }
    public required ReportCycle Cycle { get; set; }
    /// <summary>1 (Monday) to 7, or the day of the month.</summary>
    public required int Day { get; set; }
    /// <summary>0 to 23, in China.</summary>
    public required int Hour { get; set; }
    public required string Site { get; set; }
    public required string MadeBy { get; set; }
    public required Guid MadeById { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset NextAt { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }

    public string InWords => $"{(Cycle == ReportCycle.Weekly ? $"每周{"一二三四五六日"[Day - 1]}" : $"每月{Day}日")} {Hour}:00";

    /// <summary>The first time after a moment at which it is due.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset moment, ReportCycle cycle, int day, int hour)
    {
        var now = moment.ToChina();
        var first = cycle == ReportCycle.Weekly
            ? DispatchWeek.MondayOf(DateOnly.FromDateTime(now.Date)).AddDays(day - 1).ToDateTime(new TimeOnly(hour, 0))
            : new DateTime(now.Year, now.Month, day).AddHours(hour);
        var due = new DateTimeOffset(first, now.Offset);
        if (due > moment) return due.ToUniversalTime();
        return (cycle == ReportCycle.Weekly ? due.AddDays(7) : due.AddMonths(1)).ToUniversalTime();
    }
}

public sealed class ReportScheduleMapping : IEntityTypeConfiguration<ReportSchedule>
{
    public void Configure(EntityTypeBuilder<ReportSchedule> schedule)
    {
        schedule.HasKey(s => new { s.TenantId, s.Id });
        schedule.Property(s => s.Key).HasMaxLength(ReportFile.KeyLength);
        schedule.Property(s => s.Name).HasMaxLength(ReportFile.NameLength);
        schedule.Property(s => s.Format).HasConversion<string>().HasMaxLength(10);
        schedule.Property(s => s.Parameters).HasMaxLength(ReportFile.ParametersLength);
        schedule.Property(s => s.Filter).HasMaxLength(ReportFile.FilterLength);
        schedule.Property(s => s.Cycle).HasConversion<string>().HasMaxLength(10);
        schedule.Property(s => s.Site).HasMaxLength(ReportFile.SiteLength);
        schedule.Property(s => s.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        schedule.Property(s => s.RemovedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        schedule.HasIndex(s => new { s.TenantId, s.NextAt });
        schedule.HasOne<Street>().WithMany().HasForeignKey(s => new { s.TenantId, s.StreetId }).OnDelete(DeleteBehavior.Restrict);
        schedule.ToTable(table =>
        {
            table.HasCheckConstraint("ck_report_schedules_day", "(cycle = 'Weekly' and day between 1 and 7) or (cycle = 'Monthly' and day between 1 and 28)");
            table.HasCheckConstraint("ck_report_schedules_hour", "hour between 0 and 23");
        });
    }
}
