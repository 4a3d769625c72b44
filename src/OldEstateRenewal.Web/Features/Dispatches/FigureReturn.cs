using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>
/// 退回: a superior does not believe a figure and says why; the figure itself stays the county's. A city's remark is a row of the city's own tenant that the county it concerns may read.
/// Answered by a corrected sheet, or by a <see cref="ReturnReply"/>.
/// </summary>
public sealed class FigureReturn : ITenantOwned
{
    public const int TextLength = 300;
    public const int KeyLength = 60;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid CountyId { get; set; }
    public Guid ProjectId { get; set; }
    public DateOnly Week { get; set; }
    /// <summary>The edition that was looked at.</summary>
    public int Edition { get; set; }
    /// <summary>The indicator; null for the sheet as a whole.</summary>
    public string? IndicatorKey { get; set; }
    public required string Text { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>答复: the county has looked again and the figure stands.</summary>
public sealed class ReturnReply : ITenantOwned
{
    public const int TextLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Guid ReturnId { get; set; }
    public required string Text { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class FigureReturnMapping : IEntityTypeConfiguration<FigureReturn>
{
    public void Configure(EntityTypeBuilder<FigureReturn> returned)
    {
        returned.HasKey(r => new { r.TenantId, r.Id });
        returned.Property(r => r.IndicatorKey).HasMaxLength(FigureReturn.KeyLength);
        returned.Property(r => r.Text).HasMaxLength(FigureReturn.TextLength);
        returned.Property(r => r.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        returned.HasIndex(r => new { r.TenantId, r.CountyId, r.Week });
    }
}

public sealed class ReturnReplyMapping : IEntityTypeConfiguration<ReturnReply>
{
    public void Configure(EntityTypeBuilder<ReturnReply> reply)
    {
        reply.HasKey(r => new { r.TenantId, r.Id });
        reply.Property(r => r.Text).HasMaxLength(ReturnReply.TextLength);
        reply.Property(r => r.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        reply.HasIndex(r => new { r.TenantId, r.ReturnId });
    }
}
