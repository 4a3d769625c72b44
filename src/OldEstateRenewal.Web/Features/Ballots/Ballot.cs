using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

public enum BallotState
{
    /// <summary>筹备.</summary>
    Draft,

    /// <summary>名册公示.</summary>
    Displayed,

    /// <summary>进行中.</summary>
    Open,

    /// <summary>已截止.</summary>
    Closed,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>
/// 表决、征询: matters put to the owners or residents of an estate or a part of it. Its text, rules and roll are frozen when it opens; afterwards only its
/// state moves on, and only forwards.
/// </summary>
public sealed class Ballot : ITenantOwned, IVersioned
{
    public const int NameLength = 100;
    public const int TextLength = 5000;
    public const int MostMatters = 12;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    public required string Name { get; set; }
    /// <summary>Null for the whole estate.</summary>
    public Guid? BuildingId { get; set; }
    public Building? Building { get; set; }
    public int? Entrance { get; set; }
    public string? Riser { get; set; }
    /// <summary>The fixed version of a scheme that is put to the vote; null for any other matter.</summary>
    public Guid? SchemeId { get; set; }
    public Scheme? Scheme { get; set; }
    /// <summary>交付表决的全文.</summary>
    public required string Text { get; set; }
    public BallotState State { get; set; }
    /// <summary>From then on nothing is taken any more, whoever asks.</summary>
    public DateTimeOffset? ClosesAt { get; set; }
    public required string MadeBy { get; set; }
    public Guid MadeById { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    /// <summary>SHA-256 of roll, matters and text as frozen.</summary>
    public byte[]? FrozenHash { get; set; }
    public long Version { get; set; }
    public List<BallotMatter> Matters { get; } = [];

    public string Scope(string estate) => string.Join(' ', new[] { estate, Building?.Name, Entrance is { } entrance ? HouseholdWords.EntranceName(entrance) : null, Riser is null ? null : $"立管 {Riser}" }.OfType<string>());
}

/// <summary>表决事项: one question with its own rule; the rule is written down in full when the ballot opens.</summary>
public sealed class BallotMatter : ITenantOwned
{
    public const int KeyLength = 60;
    public const int TitleLength = 200;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BallotId { get; set; }
    public Guid EstateId { get; set; }
    public int Sequence { get; set; }
    /// <summary>The key that was asked for, such as scheme.</summary>
    public required string AskedKey { get; set; }
    /// <summary>The key of the rule that applies, such as fund-use.</summary>
    public required string RuleKey { get; set; }
    public required string Title { get; set; }
    /// <summary>The rule with its clauses as frozen; null while in preparation.</summary>
    public string? Frozen { get; set; }
    /// <summary>The rule in one line, as shown to voters.</summary>
    public string? RuleWords { get; set; }

    /// <summary>Both keys, as <see cref="BallotService.KeyOf"/> makes them.</summary>
    public string Key => $"{AskedKey}/{RuleKey}";

    public ConsentQuestion? Question => Frozen is null ? null : QuestionShelf.Read(Frozen);
}

/// <summary>What happened to a ballot besides votes: never changed.</summary>
public enum BallotStepKind
{
    /// <summary>街道核对名册.</summary>
    RollChecked,

    /// <summary>名册公示.</summary>
    RollDisplayed,

    /// <summary>对名册的异议.</summary>
    RollObjection,

    /// <summary>开始.</summary>
    Opened,

    /// <summary>延长截止时间.</summary>
    Extended,

    /// <summary>申请提前截止.</summary>
    ClosureAsked,

    /// <summary>截止.</summary>
    Closed,

    /// <summary>取消.</summary>
    Cancelled,

    /// <summary>公布结果.</summary>
    Published,

    /// <summary>对结果的异议.</summary>
    Objection,

    /// <summary>答复异议.</summary>
    Reply,

    /// <summary>复核计票.</summary>
    Recounted,

    /// <summary>撤销之诉: somebody has gone to court; the result stands until it is annulled.</summary>
    Annulment,

    /// <summary>结果被撤销: by a court or an authority, in force.</summary>
    Annulled,

    /// <summary>撤销失效: reversed, or written down in error; the result stands again.</summary>
    Reinstated,
}

public sealed class BallotStep : ITenantOwned
{
    public const int TextLength = 1000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BallotId { get; set; }
    public Guid EstateId { get; set; }
    public BallotStepKind Kind { get; set; }
    public string? Text { get; set; }
    /// <summary>The objection that is answered.</summary>
    public Guid? RepliesToId { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>What took a result its force, where nothing has given it back since.</summary>
    public static BallotStep? Annuls(IEnumerable<BallotStep> steps) =>
        steps.Where(step => step.Kind is BallotStepKind.Annulled or BallotStepKind.Reinstated).MaxBy(step => (step.At, step.Id)) is { Kind: BallotStepKind.Annulled } annulled ? annulled : null;
}

/// <summary>结果: the working of every matter as counted at the close, with the head of the chain of votes. Never changed.</summary>
public sealed class BallotResult : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid BallotId { get; set; }
    public Guid EstateId { get; set; }
    /// <summary>The <see cref="ResultPaper"/>.</summary>
    public required string Json { get; set; }
    public long Votes { get; set; }
    /// <summary>The hash of the last vote in the chain.</summary>
    public required byte[] Head { get; set; }
    /// <summary>SHA-256 of the frozen hash, the head and the working: what is printed.</summary>
    public required byte[] Seal { get; set; }
    public DateTimeOffset ClosedAt { get; set; }
    public required string ClosedBy { get; set; }
    public string? SecondBy { get; set; }
}

public sealed class BallotMapping : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> ballot)
    {
        ballot.HasKey(b => new { b.TenantId, b.Id });
        ballot.Property(b => b.Name).HasMaxLength(Ballot.NameLength);
        ballot.Property(b => b.Text).HasMaxLength(Ballot.TextLength);
        ballot.Property(b => b.Riser).HasMaxLength(Dwelling.RiserLength);
        ballot.Property(b => b.State).HasConversion<string>().HasMaxLength(20);
        ballot.Property(b => b.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        ballot.HasIndex(b => new { b.TenantId, b.EstateId });
        ballot.HasOne(b => b.Estate).WithMany().HasForeignKey(b => new { b.TenantId, b.EstateId }).OnDelete(DeleteBehavior.Restrict);
        ballot.HasOne(b => b.Building).WithMany().HasForeignKey(b => new { b.TenantId, b.BuildingId }).OnDelete(DeleteBehavior.Restrict);
        ballot.HasOne(b => b.Scheme).WithMany().HasForeignKey(b => new { b.TenantId, b.SchemeId }).OnDelete(DeleteBehavior.Restrict);
        ballot.HasMany(b => b.Matters).WithOne().HasForeignKey(m => new { m.TenantId, m.BallotId }).OnDelete(DeleteBehavior.Restrict);
        ballot.ToTable(table => table.HasCheckConstraint("ck_ballots_part", "(entrance is null or building_id is not null) and (riser is null or entrance is not null)"));
        ballot.ToTable(table => table.HasCheckConstraint("ck_ballots_open", "state not in ('Open', 'Closed') or (closes_at is not null and opened_at is not null and frozen_hash is not null)"));
    }
}

public sealed class BallotMatterMapping : IEntityTypeConfiguration<BallotMatter>
{
    public void Configure(EntityTypeBuilder<BallotMatter> matter)
    {
        matter.HasKey(m => new { m.TenantId, m.Id });
        matter.Property(m => m.AskedKey).HasMaxLength(BallotMatter.KeyLength);
        matter.Property(m => m.RuleKey).HasMaxLength(BallotMatter.KeyLength);
        matter.Property(m => m.Title).HasMaxLength(BallotMatter.TitleLength);
        matter.Ignore(m => m.Question).Ignore(m => m.Key);
        matter.HasIndex(m => new { m.TenantId, m.BallotId, m.Sequence }).IsUnique();
        matter.HasOne<Estate>().WithMany().HasForeignKey(m => new { m.TenantId, m.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class BallotStepMapping : IEntityTypeConfiguration<BallotStep>
{
    public void Configure(EntityTypeBuilder<BallotStep> step)
    {
        step.HasKey(s => new { s.TenantId, s.Id });
        step.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.Text).HasMaxLength(BallotStep.TextLength);
        step.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        step.HasIndex(s => new { s.TenantId, s.BallotId });
        step.HasOne<Ballot>().WithMany().HasForeignKey(s => new { s.TenantId, s.BallotId }).OnDelete(DeleteBehavior.Restrict);
        step.HasOne<Estate>().WithMany().HasForeignKey(s => new { s.TenantId, s.EstateId }).OnDelete(DeleteBehavior.Restrict);
        step.HasOne<BallotStep>().WithMany().HasForeignKey(s => new { s.TenantId, s.RepliesToId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class BallotResultMapping : IEntityTypeConfiguration<BallotResult>
{
    public void Configure(EntityTypeBuilder<BallotResult> result)
    {
        result.HasKey(r => new { r.TenantId, r.BallotId });
        result.Property(r => r.ClosedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        result.Property(r => r.SecondBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        result.HasOne<Ballot>().WithOne().HasForeignKey<BallotResult>(r => new { r.TenantId, r.BallotId }).OnDelete(DeleteBehavior.Restrict);
        result.HasOne<Estate>().WithMany().HasForeignKey(r => new { r.TenantId, r.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
