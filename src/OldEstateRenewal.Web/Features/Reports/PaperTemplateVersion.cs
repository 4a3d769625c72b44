using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>公文版式 of a tenant: mark, signing bodies, place of the seals, typefaces. The newest row holds.</summary>
public sealed class PaperTemplateVersion : ITenantOwned
{
    public const int MarkLength = 100;
    public const int BodyLength = 60;
    public const int MostBodies = 5;
    public const int FontLength = 60;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    /// <summary>发文机关标志; null for papers without a red head.</summary>
    public string? Mark { get; set; }
    public required string[] Signatories { get; set; }
    public required SealPlace Seal { get; set; }
    /// <summary>The names that Word looks for; null for those of the standard.</summary>
    public string? TitleFont { get; set; }
    public string? BodyFont { get; set; }
    public string? FirstHeadingFont { get; set; }
    public string? SecondHeadingFont { get; set; }
    /// <summary>The same on the server, embedded in a PDF.</summary>
    public string? PrintedTitleFont { get; set; }
    public string? PrintedBodyFont { get; set; }
    public required string MadeBy { get; set; }
    public required Guid MadeById { get; set; }
    public DateTimeOffset MadeAt { get; set; }

    public PaperTemplate ToTemplate() => new() { Mark = Mark, Signatories = Signatories, Seal = Seal, Fonts = Fonts() };

    private PaperFonts Fonts()
    {
        var standard = PaperFonts.Default;
        return standard with
        {
            Title = Of(standard.Title, TitleFont, PrintedTitleFont),
            Body = Of(standard.Body, BodyFont, PrintedBodyFont),
            FirstHeading = Of(standard.FirstHeading, FirstHeadingFont, null),
            SecondHeading = Of(standard.SecondHeading, SecondHeadingFont, null),
        };
    }

    private static PaperFont Of(PaperFont standard, string? named, string? printed) =>
        standard with { Named = named ?? standard.Named, Otherwise = named is null ? standard.Otherwise : standard.Named, Printed = printed is null ? standard.Printed : new PdfFont(printed) };
}

public sealed class PaperTemplateVersionMapping : IEntityTypeConfiguration<PaperTemplateVersion>
{
    public void Configure(EntityTypeBuilder<PaperTemplateVersion> template)
    {
        template.HasKey(t => new { t.TenantId, t.Id });
        template.Property(t => t.Mark).HasMaxLength(PaperTemplateVersion.MarkLength);
        template.Property(t => t.Seal).HasConversion<string>().HasMaxLength(20);
        foreach (var font in new[] { nameof(PaperTemplateVersion.TitleFont), nameof(PaperTemplateVersion.BodyFont), nameof(PaperTemplateVersion.FirstHeadingFont), nameof(PaperTemplateVersion.SecondHeadingFont), nameof(PaperTemplateVersion.PrintedTitleFont), nameof(PaperTemplateVersion.PrintedBodyFont) })
            template.Property<string?>(font).HasMaxLength(PaperTemplateVersion.FontLength);
        template.Property(t => t.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        template.HasIndex(t => new { t.TenantId, t.MadeAt });
    }
}
