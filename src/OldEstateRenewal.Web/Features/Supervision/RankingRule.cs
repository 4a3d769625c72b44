using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Supervision;

/// <summary>排名办法 of a city: which rates and figures count with which weight, who is praised and who named. Never changed; the newest holds.</summary>
public sealed class RankingRule : ITenantOwned
{
    public const int ReasonLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string[] Keys { get; set; }
    public required int[] Weights { get; set; }
    /// <summary>Of the keys, those where less is better.</summary>
    public required string[] Lower { get; set; }
    public int Top { get; set; }
    public bool PraisesAllDone { get; set; }
    public int Bottom { get; set; }
    /// <summary>Whoever is below this rate is named; null for no such line.</summary>
    public string? BelowRate { get; set; }
    public int? BelowPercent { get; set; }
    public string? Basis { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }

    public IReadOnlyList<RankingCriterion> Criteria => Keys.Select((key, at) => new RankingCriterion(key, Weights[at], Lower.Contains(key) ? RankingDirection.Lower : RankingDirection.Higher)).ToList();

    public MentionRule Mentions => new(Top, PraisesAllDone, Bottom, BelowRate, BelowPercent is { } percent ? new Fraction(percent, 100) : null);

    /// <summary>What holds until the city has said otherwise: the product's proposal, not a document's.</summary>
    public static RankingRule Proposed(Guid tenant) => new()
    {
        TenantId = tenant,
        Keys = [RateKeys.Start, RateKeys.Completion, RateKeys.Investment, RateKeys.Payment, RateKeys.OnTime],
        Weights = [30, 25, 20, 15, 10],
        Lower = [],
        Top = 3,
        PraisesAllDone = true,
        Bottom = 1,
        By = "系统",
    };
}

public sealed class RankingRuleMapping : IEntityTypeConfiguration<RankingRule>
{
    public void Configure(EntityTypeBuilder<RankingRule> rule)
    {
        rule.HasKey(r => new { r.TenantId, r.Id });
        rule.Ignore(r => r.Criteria);
        rule.Ignore(r => r.Mentions);
        rule.Property(r => r.BelowRate).HasMaxLength(60);
        rule.Property(r => r.Basis).HasMaxLength(RankingRule.ReasonLength);
        rule.Property(r => r.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        rule.ToTable(table => table.HasCheckConstraint("ck_ranking_rules_shape", "cardinality(keys) = cardinality(weights) and top >= 0 and bottom >= 0 and (below_rate is null) = (below_percent is null)"));
    }
}
