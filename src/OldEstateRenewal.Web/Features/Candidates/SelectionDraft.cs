using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>遴选方案 as it was on the day it was saved: limits, rule, every candidate with its score. Never changed; another try is another draft.</summary>
public sealed class SelectionDraft : ITenantOwned
{
    public const int NameLength = 60;
    public const int TextLength = 1000;
    public const int NoteLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public int Year { get; set; }
    public Money? Budget { get; set; }
    public int? MostEstates { get; set; }
    public int? MostHouseholds { get; set; }
    /// <summary>The rule in words with its clause, as it answered that day.</summary>
    public required string Rule { get; set; }
    public int FullMark { get; set; }
    /// <summary>Whether no better selection exists under the limits.</summary>
    public bool IsProven { get; set; }
    public string? Note { get; set; }
    public required string MadeBy { get; set; }
    public Guid MadeById { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public List<SelectionEntry> Entries { get; } = [];
    public SelectionAdoption? Adoption { get; set; }

    public SelectionLimit Limit => new(Budget, MostEstates, MostHouseholds);
}

/// <summary>One candidate in a draft: its figures and score as they were, whether it is chosen, and what a person said about it and why.</summary>
public sealed class SelectionEntry : ITenantOwned
{
    public const int ReasonLength = 300;
    public const int ScoreLength = 400;
    private static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public Guid TenantId { get; set; }
    public Guid DraftId { get; set; }
    public Guid EstateId { get; set; }
    public int Sequence { get; set; }
    public int Rank { get; set; }
    public required string Name { get; set; }
    public string? Street { get; set; }
    public int? BuildingCount { get; set; }
    public int? HouseholdCount { get; set; }
    public Area? FloorArea { get; set; }
    public Money? Investment { get; set; }
    /// <summary>The exact score: 125/2.</summary>
    public required string Score { get; set; }
    /// <summary>Why it stands where it stands among equals, or null.</summary>
    public string? TieBreak { get; set; }
    public bool IsChosen { get; set; }
    public HandPick Hand { get; set; }
    public string? HandReason { get; set; }
    /// <summary>Why it is not chosen.</summary>
    public string? WhyNot { get; set; }
    /// <summary>The marks: <see cref="FrozenMark"/>.</summary>
    public required string Json { get; set; }

    public Fraction ExactScore => Fraction.Parse(Score);

    public IReadOnlyList<FrozenMark> Marks => JsonSerializer.Deserialize<List<FrozenMark>>(Json, options)!;

    public static string Write(IEnumerable<FrozenMark> marks) => JsonSerializer.Serialize(marks, options);
}

/// <param name="Key">The criterion.</param>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Mark">The exact mark, or null: 未评.</param>
/// <param name="Words">Figures and source.</param>
public sealed record FrozenMark(string Key, string Name, int Weight, string? Mark, string Words);

/// <summary>采纳: the chosen estates went into the year's plan. At most once for each draft.</summary>
public sealed class SelectionAdoption : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid DraftId { get; set; }
    public Guid PlanId { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class SelectionDraftMapping : IEntityTypeConfiguration<SelectionDraft>
{
    public void Configure(EntityTypeBuilder<SelectionDraft> draft)
    {
        draft.HasKey(d => new { d.TenantId, d.Id });
        draft.Property(d => d.Name).HasMaxLength(SelectionDraft.NameLength);
        draft.Property(d => d.Rule).HasMaxLength(SelectionDraft.TextLength);
        draft.Property(d => d.Note).HasMaxLength(SelectionDraft.NoteLength);
        draft.Property(d => d.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        draft.Ignore(d => d.Limit);
        draft.HasIndex(d => new { d.TenantId, d.Year });
        draft.HasMany(d => d.Entries).WithOne().HasForeignKey(e => new { e.TenantId, e.DraftId }).OnDelete(DeleteBehavior.Restrict);
        draft.HasOne(d => d.Adoption).WithOne().HasForeignKey<SelectionAdoption>(a => new { a.TenantId, a.DraftId }).OnDelete(DeleteBehavior.Restrict);
        draft.ToTable(table => table.HasCheckConstraint("ck_selection_drafts_limits", "budget >= 0 and most_estates >= 0 and most_households >= 0"));
    }
}

public sealed class SelectionEntryMapping : IEntityTypeConfiguration<SelectionEntry>
{
    public void Configure(EntityTypeBuilder<SelectionEntry> entry)
    {
        entry.ToTable("selection_entries");
        entry.HasKey(e => new { e.TenantId, e.DraftId, e.EstateId });
        entry.Property(e => e.Name).HasMaxLength(Estate.NameLength);
        entry.Property(e => e.Street).HasMaxLength(Features.Estates.Street.NameLength);
        entry.Property(e => e.Score).HasMaxLength(SelectionEntry.ScoreLength);
        entry.Property(e => e.TieBreak).HasMaxLength(SelectionEntry.ReasonLength);
        entry.Property(e => e.Hand).HasConversion<string>().HasMaxLength(20);
        entry.Property(e => e.HandReason).HasMaxLength(SelectionEntry.ReasonLength);
        entry.Property(e => e.WhyNot).HasMaxLength(SelectionEntry.ReasonLength);
        entry.Ignore(e => e.ExactScore);
        entry.Ignore(e => e.Marks);
        entry.HasIndex(e => new { e.TenantId, e.EstateId });
        entry.HasOne<Estate>().WithMany().HasForeignKey(e => new { e.TenantId, e.EstateId }).OnDelete(DeleteBehavior.Restrict);
        entry.ToTable(table => table.HasCheckConstraint("ck_selection_entries_hand", "(hand = 'None') = (hand_reason is null)"));
    }
}

public sealed class SelectionAdoptionMapping : IEntityTypeConfiguration<SelectionAdoption>
{
    public void Configure(EntityTypeBuilder<SelectionAdoption> adoption)
    {
        adoption.ToTable("selection_adoptions");
        adoption.HasKey(a => new { a.TenantId, a.DraftId });
        adoption.Property(a => a.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        adoption.HasIndex(a => new { a.TenantId, a.PlanId });
        adoption.HasOne<AnnualPlan>().WithMany().HasForeignKey(a => new { a.TenantId, a.PlanId }).OnDelete(DeleteBehavior.Restrict);
    }
}
