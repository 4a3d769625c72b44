using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Bills;

public enum BillRunState
{
    /// <summary>试算: worked out, may be thrown away.</summary>
    Draft,

    /// <summary>已出账: never changed again.</summary>
    Issued,

    /// <summary>已撤销: withdrawn with a reason before anything was paid on it; another run takes its place.</summary>
    Withdrawn,
}

/// <summary>
/// 分户账单批次: the owners' part of a fixed share sheet, for one estate, shared over its dwellings. Several runs of an estate add up; a dwelling owes the sum of its issued bills.
/// </summary>
public sealed class BillRun : ITenantOwned, IVersioned
{
    public const int TextLength = 1000;
    public const int MostParts = 100;
    public const string UniqueNumber = "ix_bill_runs_tenant_id_estate_id_number";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    public Guid ShareSheetId { get; set; }
    public int Number { get; set; }
    /// <summary>
    /// 差额账单: made on a later share sheet (the settlement's) when bills on an earlier one stand. A dwelling pays what it owes by the new sheet less what it was billed before; what comes out
    /// below zero is given back.
    /// </summary>
    public bool IsDifference { get; set; }
    public BillRunState State { get; set; }
    /// <summary>How owners decided to share where the rule does not say (业主约定的分摊方式), with its ballot or paper.</summary>
    public string? Basis { get; set; }
    public DateOnly? DueOn { get; set; }
    /// <summary>缴费方式: where and how to pay.</summary>
    public string? HowToPay { get; set; }
    public Money Total { get; set; }
    public int BillCount { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public string? IssuedBy { get; set; }
    public DateTimeOffset? IssuedAt { get; set; }
    public string? WithdrawnBy { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
    public string? WithdrawReason { get; set; }
    public long Version { get; set; }
    public List<BillPart> Parts { get; } = [];
}

/// <summary>One thing that owners pay for in a run (账单项目), shared in one way over the dwellings of the estate, of one building, entrance or riser.</summary>
public sealed class BillPart : ITenantOwned
{
    public const int CoefficientsLength = 1000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid RunId { get; set; }
    public Guid EstateId { get; set; }
    /// <summary>Its place in <see cref="Bill.Amounts"/>, from 0.</summary>
    public int Sequence { get; set; }
    /// <summary>Null for what was billed before and is taken off (减：此前已出账), the last part of a run of differences.</summary>
    public Guid? ShareLineId { get; set; }
    public required string Name { get; set; }
    /// <summary>The clause by which owners pay, and the words of the rule.</summary>
    public required string Clause { get; set; }
    /// <summary>The whole cost of the line in this estate, and the owners' part of it.</summary>
    public Money Cost { get; set; }
    public Money Amount { get; set; }
    public SplitBy Split { get; set; }
    /// <summary>"from~to=coefficient;…" where storeys count (<see cref="SplitText"/>).</summary>
    public string? Coefficients { get; set; }
    public Guid? BuildingId { get; set; }
}

/// <summary>户账单: what one dwelling pays in a run: the area, storey and owner as they were when the run was made.</summary>
public sealed class Bill : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid RunId { get; set; }
    public Guid EstateId { get; set; }
    public Guid BuildingId { get; set; }
    public Guid DwellingId { get; set; }
    /// <summary>From 1 through the run, by building, entrance, storey and room.</summary>
    public int Number { get; set; }
    public Area Area { get; set; }
    public int Storey { get; set; }
    /// <summary>In 分, one for each part in the order of the parts; they add up to <see cref="Amount"/>.</summary>
    public required long[] Amounts { get; set; }
    public Money Amount { get; set; }
}

public enum ReliefKind
{
    /// <summary>减免: this part is not asked for; somebody else bears it.</summary>
    Exemption,

    /// <summary>救助: somebody pays it for the household.</summary>
    Aid,

    /// <summary>撤销: an earlier relief does not hold.</summary>
    Revocation,
}

/// <summary>减免与救助: a part of a bill that the household need not pay, who bears it instead, and why. Never changed; revoked by another row.</summary>
public sealed class BillRelief : ITenantOwned
{
    public const int ReasonLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BillId { get; set; }
    public Guid EstateId { get; set; }
    public ReliefKind Kind { get; set; }
    public Money Amount { get; set; }
    /// <summary>Who bears it: the key of a source of money in the policies.</summary>
    public required string SourceKey { get; set; }
    public required string Reason { get; set; }
    /// <summary>The relief that this one revokes.</summary>
    public Guid? RevokesId { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class BillRunMapping : IEntityTypeConfiguration<BillRun>
{
    public void Configure(EntityTypeBuilder<BillRun> run)
    {
        run.HasKey(r => new { r.TenantId, r.Id });
        run.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        run.Property(r => r.Basis).HasMaxLength(BillRun.TextLength);
        run.Property(r => r.HowToPay).HasMaxLength(BillRun.TextLength);
        run.Property(r => r.WithdrawReason).HasMaxLength(BillRun.TextLength);
        run.Property(r => r.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        run.Property(r => r.IssuedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        run.Property(r => r.WithdrawnBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        run.HasIndex(r => new { r.TenantId, r.EstateId, r.Number }).IsUnique();
        run.HasIndex(r => new { r.TenantId, r.ProjectId });
        run.HasOne(r => r.Project).WithMany().HasForeignKey(r => new { r.TenantId, r.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        run.HasOne(r => r.Estate).WithMany().HasForeignKey(r => new { r.TenantId, r.EstateId }).OnDelete(DeleteBehavior.Restrict);
        run.HasOne<ShareSheet>().WithMany().HasForeignKey(r => new { r.TenantId, r.ShareSheetId }).OnDelete(DeleteBehavior.Restrict);
        run.HasMany(r => r.Parts).WithOne().HasForeignKey(p => new { p.TenantId, p.RunId }).OnDelete(DeleteBehavior.Restrict);
        run.ToTable(table => table.HasCheckConstraint("ck_bill_runs_state", "(total >= 0 or is_difference) and (state = 'Draft') = (issued_at is null) and (state = 'Withdrawn') = (withdrawn_at is not null)"));
    }
}

public sealed class BillPartMapping : IEntityTypeConfiguration<BillPart>
{
    public void Configure(EntityTypeBuilder<BillPart> part)
    {
        part.HasKey(p => new { p.TenantId, p.Id });
        part.Property(p => p.Name).HasMaxLength(Schemes.Scheme.NameLength);
        part.Property(p => p.Clause).HasMaxLength(ShareSheet.TextLength);
        part.Property(p => p.Split).HasConversion<string>().HasMaxLength(20);
        part.Property(p => p.Coefficients).HasMaxLength(BillPart.CoefficientsLength);
        part.HasIndex(p => new { p.TenantId, p.RunId, p.Sequence }).IsUnique();
        part.HasOne<ShareLine>().WithMany().HasForeignKey(p => new { p.TenantId, p.ShareLineId }).OnDelete(DeleteBehavior.Restrict);
        part.HasOne<Estate>().WithMany().HasForeignKey(p => new { p.TenantId, p.EstateId }).OnDelete(DeleteBehavior.Restrict);
        part.HasOne<Building>().WithMany().HasForeignKey(p => new { p.TenantId, p.BuildingId }).OnDelete(DeleteBehavior.Restrict);
        part.ToTable(table => table.HasCheckConstraint("ck_bill_parts_figures", "case when share_line_id is null then amount <= 0 and cost = amount else amount >= 0 and cost >= amount end"));
    }
}

public sealed class BillMapping : IEntityTypeConfiguration<Bill>
{
    public void Configure(EntityTypeBuilder<Bill> bill)
    {
        bill.HasKey(b => new { b.TenantId, b.Id });
        bill.HasIndex(b => new { b.TenantId, b.RunId, b.Number }).IsUnique();
        bill.HasIndex(b => new { b.TenantId, b.RunId, b.DwellingId }).IsUnique();
        bill.HasIndex(b => new { b.TenantId, b.EstateId });
        bill.HasIndex(b => new { b.TenantId, b.DwellingId });
        bill.HasOne<BillRun>().WithMany().HasForeignKey(b => new { b.TenantId, b.RunId }).OnDelete(DeleteBehavior.Restrict);
        bill.HasOne<Estate>().WithMany().HasForeignKey(b => new { b.TenantId, b.EstateId }).OnDelete(DeleteBehavior.Restrict);
        bill.HasOne<Building>().WithMany().HasForeignKey(b => new { b.TenantId, b.BuildingId }).OnDelete(DeleteBehavior.Restrict);
        bill.HasOne<Dwelling>().WithMany().HasForeignKey(b => new { b.TenantId, b.DwellingId }).OnDelete(DeleteBehavior.Restrict);
        bill.ToTable(table => table.HasCheckConstraint("ck_bills_sum", "amount * 100 = portal.sum_of(amounts)"));
    }
}

public sealed class BillReliefMapping : IEntityTypeConfiguration<BillRelief>
{
    public void Configure(EntityTypeBuilder<BillRelief> relief)
    {
        relief.HasKey(r => new { r.TenantId, r.Id });
        relief.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        relief.Property(r => r.SourceKey).HasMaxLength(ShareLine.KeyLength);
        relief.Property(r => r.Reason).HasMaxLength(BillRelief.ReasonLength);
        relief.Property(r => r.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        relief.HasIndex(r => new { r.TenantId, r.BillId });
        relief.HasIndex(r => new { r.TenantId, r.RevokesId }).IsUnique().HasFilter("revokes_id is not null");
        relief.HasOne<Bill>().WithMany().HasForeignKey(r => new { r.TenantId, r.BillId }).OnDelete(DeleteBehavior.Restrict);
        relief.HasOne<Estate>().WithMany().HasForeignKey(r => new { r.TenantId, r.EstateId }).OnDelete(DeleteBehavior.Restrict);
        relief.HasOne<BillRelief>().WithMany().HasForeignKey(r => new { r.TenantId, r.RevokesId }).OnDelete(DeleteBehavior.Restrict);
        relief.ToTable(table => table.HasCheckConstraint("ck_bill_reliefs_amount", "amount > 0 and (kind = 'Revocation') = (revokes_id is not null)"));
    }
}
