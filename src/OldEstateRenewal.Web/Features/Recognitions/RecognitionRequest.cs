using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Recognitions;

/// <summary>How an application for recognition stands; follows from its last step.</summary>
public enum RecognitionState
{
    /// <summary>待批准.</summary>
    Applied,

    /// <summary>已批准.</summary>
    Approved,

    /// <summary>不予批准.</summary>
    Refused,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>认定申请: why a relaxation, or what the document leaves to persons, should let an estate in.</summary>
public sealed class RecognitionRequest : ITenantOwned, IVersioned, IProven
{
    public const int KeyLength = 60;
    public const int TextLength = 500;
    public const int ReasonLength = 1000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    public required string RuleKey { get; set; }
    /// <summary>The key of the relaxation, or of the condition left to persons.</summary>
    public required string Key { get; set; }
    public required string Name { get; set; }
    /// <summary>文号 and clause under which it was applied for.</summary>
    public required string Basis { get; set; }
    /// <summary>The proof the document asks for.</summary>
    public string? ProofWanted { get; set; }
    /// <summary>Who approves, in the document's words.</summary>
    public string? ApprovalWanted { get; set; }
    public required string Reason { get; set; }
    public required string AppliedBy { get; set; }
    public Guid AppliedById { get; set; }
    public DateTimeOffset AppliedAt { get; set; }
    public bool HasProof { get; set; }
    public long Version { get; set; }
    public List<RecognitionStep> Steps { get; } = [];

    public RecognitionStep? LastStep => Steps.OrderBy(step => step.At).ThenBy(step => step.Id).LastOrDefault();

    public RecognitionState State => LastStep?.Kind ?? RecognitionState.Applied;

    public bool IsOpen => State is RecognitionState.Applied or RecognitionState.Approved;

    /// <summary>As the rules see it.</summary>
    public Recognition ToRecognition() => new(Key, Reason, HasProof, State == RecognitionState.Approved ? LastStep!.On : null, RuleKey);

    public static string Words(RecognitionState state) => state switch
    {
        RecognitionState.Applied => "待批准",
        RecognitionState.Approved => "已批准",
        RecognitionState.Refused => "不予批准",
        _ => "已撤回",
    };

    public static string Css(RecognitionState state) => state switch
    {
        RecognitionState.Applied => "warn",
        RecognitionState.Approved => "good",
        RecognitionState.Refused => "bad",
        _ => "",
    };
}

/// <summary>What became of an application: who, on which day, with which words. Never changed.</summary>
public sealed class RecognitionStep : ITenantOwned
{
    public const int RemarkLength = 500;
    public const string UniqueKind = "ix_recognition_steps_tenant_id_request_id_kind";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid RequestId { get; set; }
    public Guid EstateId { get; set; }
    public RecognitionState Kind { get; set; }
    /// <summary>The day from which it counts.</summary>
    public DateOnly On { get; set; }
    public string? Remark { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class RecognitionRequestMapping : IEntityTypeConfiguration<RecognitionRequest>
{
    public void Configure(EntityTypeBuilder<RecognitionRequest> request)
    {
        request.HasKey(r => new { r.TenantId, r.Id });
        request.Property(r => r.RuleKey).HasMaxLength(RecognitionRequest.KeyLength);
        request.Property(r => r.Key).HasMaxLength(RecognitionRequest.KeyLength);
        request.Property(r => r.Name).HasMaxLength(RecognitionRequest.TextLength);
        request.Property(r => r.Basis).HasMaxLength(RecognitionRequest.TextLength);
        request.Property(r => r.ProofWanted).HasMaxLength(RecognitionRequest.TextLength);
        request.Property(r => r.ApprovalWanted).HasMaxLength(RecognitionRequest.TextLength);
        request.Property(r => r.Reason).HasMaxLength(RecognitionRequest.ReasonLength);
        request.Property(r => r.AppliedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        request.Ignore(r => r.LastStep);
        request.HasIndex(r => new { r.TenantId, r.EstateId });
        request.HasOne(r => r.Estate).WithMany().HasForeignKey(r => new { r.TenantId, r.EstateId }).OnDelete(DeleteBehavior.Restrict);
        request.HasMany(r => r.Steps).WithOne().HasForeignKey(s => new { s.TenantId, s.RequestId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class RecognitionStepMapping : IEntityTypeConfiguration<RecognitionStep>
{
    public void Configure(EntityTypeBuilder<RecognitionStep> step)
    {
        step.HasKey(s => new { s.TenantId, s.Id });
        step.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.Remark).HasMaxLength(RecognitionStep.RemarkLength);
        step.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        step.HasIndex(s => new { s.TenantId, s.RequestId, s.Kind }).IsUnique();
        step.HasOne<Estate>().WithMany().HasForeignKey(s => new { s.TenantId, s.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
