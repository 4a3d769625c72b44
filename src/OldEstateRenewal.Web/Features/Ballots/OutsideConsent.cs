using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>系统外完成的征询: the official result of a round that was held outside the portal, with its figures, stated by a person. Never changed; a later statement takes the place of an earlier.</summary>
public sealed class OutsideConsent : ITenantOwned
{
    public const int RemarkLength = 300;
    public const int MostHouseholds = 100_000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    /// <summary>The key that was asked for, such as plan-entry.</summary>
    public required string RuleKey { get; set; }
    /// <summary>The day its result was established.</summary>
    public DateOnly HeldOn { get; set; }
    /// <summary>All households of the estate (全体户数).</summary>
    public int Whole { get; set; }
    public int Asked { get; set; }
    public int Participating { get; set; }
    public int Agreeing { get; set; }
    /// <summary>Where the papers are: who held it, which file.</summary>
    public required string Remark { get; set; }
    public required string RecordedBy { get; set; }
    public Guid RecordedById { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class OutsideConsentMapping : IEntityTypeConfiguration<OutsideConsent>
{
    public void Configure(EntityTypeBuilder<OutsideConsent> consent)
    {
        consent.HasKey(c => new { c.TenantId, c.Id });
        consent.Property(c => c.RuleKey).HasMaxLength(BallotMatter.KeyLength);
        consent.Property(c => c.Remark).HasMaxLength(OutsideConsent.RemarkLength);
        consent.Property(c => c.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        consent.HasIndex(c => new { c.TenantId, c.EstateId, c.RuleKey });
        consent.HasOne<Estate>().WithMany().HasForeignKey(c => new { c.TenantId, c.EstateId }).OnDelete(DeleteBehavior.Restrict);
        consent.ToTable(table => table.HasCheckConstraint("ck_outside_consents_figures", "whole > 0 and agreeing >= 0 and agreeing <= participating and participating <= asked and asked <= whole"));
    }
}

/// <summary>What is stated.</summary>
public sealed class OutsideConsentForm : IValidatableObject
{
    [Required(ErrorMessage = "请填写征询完成的日期，如 2026-11-21。")]
    public DateOnly? HeldOn { get; set; }

    [Required(ErrorMessage = "请填写全体户数。"), Range(1, OutsideConsent.MostHouseholds, ErrorMessage = "户数应为 {1} 至 {2} 的整数。")]
    public int? Whole { get; set; }

    [Required(ErrorMessage = "请填写征询户数。"), Range(0, OutsideConsent.MostHouseholds, ErrorMessage = "户数应为 {1} 至 {2} 的整数。")]
    public int? Asked { get; set; }

    [Required(ErrorMessage = "请填写表态户数。"), Range(0, OutsideConsent.MostHouseholds, ErrorMessage = "户数应为 {1} 至 {2} 的整数。")]
    public int? Participating { get; set; }

    [Required(ErrorMessage = "请填写同意户数。"), Range(0, OutsideConsent.MostHouseholds, ErrorMessage = "户数应为 {1} 至 {2} 的整数。")]
    public int? Agreeing { get; set; }

    [Required(ErrorMessage = "请写明由谁组织、材料存放在哪里。"), StringLength(OutsideConsent.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    /// <summary>What was asked for; plan-entry where nothing is said.</summary>
    public string? Rule { get; set; }

    /// <summary>The plan to go back to.</summary>
    public Guid? Plan { get; set; }

    /// <summary>The project to go back to.</summary>
    public Guid? Project { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Asked > Whole) yield return new ValidationResult("征询户数不能多于全体户数。", [nameof(Asked)]);
        if (Participating > Asked) yield return new ValidationResult("表态户数不能多于征询户数。", [nameof(Participating)]);
        if (Agreeing > Participating) yield return new ValidationResult("同意户数不能多于表态户数。", [nameof(Agreeing)]);
    }
}
