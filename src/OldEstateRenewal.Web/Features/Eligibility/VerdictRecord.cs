using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Eligibility;

/// <summary>One decisive reason as it stood: which condition, what became of it.</summary>
public sealed record VerdictReason(string Key, string Name, Outcome Outcome);

/// <summary>
/// 认定历史: what a rule said of an estate from a day on. Written when the verdict, its decisive reasons, its document or that document's validity
/// change; never altered, so that an earlier verdict can always be read.
/// </summary>
public sealed class VerdictRecord : ITenantOwned
{
    public const int KeyLength = 60;
    public const int NameLength = 200;
    public const int IdentityLength = 64;
    private static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public required string RuleKey { get; set; }
    public required string RuleName { get; set; }
    public EligibilityVerdict Verdict { get; set; }
    /// <summary>文号 and clause.</summary>
    public required string Document { get; set; }
    public required string DocumentKey { get; set; }
    public string? Tier { get; set; }
    public string? Warning { get; set; }
    /// <summary>The decisive reasons.</summary>
    public required string Json { get; set; }
    /// <summary>Which set of policy documents was asked.</summary>
    public required string Policies { get; set; }
    public DateOnly JudgedOn { get; set; }
    public DateTimeOffset JudgedAt { get; set; }
    /// <summary>The change that brought it about: 修改小区.</summary>
    public required string Cause { get; set; }
    public required string CausedBy { get; set; }

    public IReadOnlyList<VerdictReason> Reasons => JsonSerializer.Deserialize<List<VerdictReason>>(Json, options)!;

    public static VerdictRecord Of(Guid estateId, EligibilityResult result, string policies) => new()
    {
        EstateId = estateId,
        RuleKey = Short(result.Rule.Item.Key, KeyLength),
        RuleName = Short(result.Rule.Item.Name, NameLength),
        Verdict = result.Verdict,
        Document = result.Citation.ToString(),
        DocumentKey = result.Rule.Document.Key,
        Tier = result.Tier?.Name,
        Warning = result.Warning,
        Json = JsonSerializer.Serialize(result.Decisive.Select(reason => new VerdictReason(reason.Key, reason.Name, reason.Outcome)), options),
        Policies = policies,
        Cause = "",
        CausedBy = "",
    };

    // A county's own document may name its rules at any length.
    private static string Short(string text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>Whether a reader would see the same; which day and which change it was does not matter.</summary>
    public bool SaysTheSameAs(VerdictRecord other) => Verdict == other.Verdict && Document == other.Document && DocumentKey == other.DocumentKey && Tier == other.Tier && Warning == other.Warning && Json == other.Json;
}

public sealed class VerdictRecordMapping : IEntityTypeConfiguration<VerdictRecord>
{
    public void Configure(EntityTypeBuilder<VerdictRecord> record)
    {
        record.HasKey(r => new { r.TenantId, r.Id });
        record.Property(r => r.RuleKey).HasMaxLength(VerdictRecord.KeyLength);
        record.Property(r => r.RuleName).HasMaxLength(VerdictRecord.NameLength);
        record.Property(r => r.Verdict).HasConversion<string>().HasMaxLength(20);
        record.Property(r => r.DocumentKey).HasMaxLength(VerdictRecord.KeyLength);
        record.Property(r => r.Policies).HasMaxLength(VerdictRecord.IdentityLength);
        record.Property(r => r.Cause).HasMaxLength(VerdictRecord.NameLength);
        record.Property(r => r.CausedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        record.Ignore(r => r.Reasons);
        record.HasIndex(r => new { r.TenantId, r.EstateId, r.RuleKey });
        // An estate that is struck out again, because it was entered by mistake, leaves no verdicts.
        record.HasOne<Estate>().WithMany().HasForeignKey(r => new { r.TenantId, r.EstateId }).OnDelete(DeleteBehavior.Cascade);
    }
}
