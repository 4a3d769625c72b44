using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>决定: a user's answer to a question about a row, or about an estate's name.</summary>
public sealed class ImportDecision : ITenantOwned
{
    public const int KeyLength = 150;
    public const int AnswerLength = 40;
    public const string Skip = "skip";
    public const string TakeFile = "file";
    public const string KeepRegistry = "registry";
    public const string New = "new";

    public Guid TenantId { get; set; }
    public Guid ImportId { get; set; }
    /// <summary>row:12, or estate:电力局北家属院.</summary>
    public required string Key { get; set; }
    /// <summary>skip, file, registry; of an estate's name: new, or the id of the estate it is.</summary>
    public required string Answer { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }

    public static string OfRow(int number) => $"row:{number}";

    public static string OfEstate(string key) => $"estate:{key}";
}

public sealed class ImportDecisionMapping : IEntityTypeConfiguration<ImportDecision>
{
    public void Configure(EntityTypeBuilder<ImportDecision> decision)
    {
        decision.HasKey(d => new { d.TenantId, d.ImportId, d.Key });
        decision.Property(d => d.Key).HasMaxLength(ImportDecision.KeyLength);
        decision.Property(d => d.Answer).HasMaxLength(ImportDecision.AnswerLength);
        decision.Property(d => d.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        decision.HasOne<Import>().WithMany().HasForeignKey(d => new { d.TenantId, d.ImportId }).OnDelete(DeleteBehavior.Restrict);
    }
}
