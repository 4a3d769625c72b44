using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Surveys;

/// <summary>What was found of one building: its year, its danger grade (C、D级危房).</summary>
public sealed record SurveyedBuilding(Guid Id, string Name, int? BuiltYear, DangerGrade? Danger);

/// <summary>The answers by key: facts, facilities, wanted works, buildings. Their catalogues are data of the policies and may change.</summary>
public sealed record SurveyAnswers(Dictionary<string, bool> Facts, Dictionary<string, FacilityCondition> Facilities, List<string> Works, List<SurveyedBuilding> Buildings)
{
    public static SurveyAnswers None => new([], [], [], []);
}

/// <summary>摸底调查 of one estate on one day. Never changed: a later one supersedes it.</summary>
public sealed class Survey : ITenantOwned
{
    public const int SurveyorsLength = 200;
    public const int GradeLength = 20;
    public const int TextLength = 1000;
    public const string OneFirst = "ix_surveys_first";
    public const string OneNext = "ix_surveys_next";
    private static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    /// <summary>The one it takes the place of.</summary>
    public Guid? SupersedesId { get; set; }
    public DateOnly SurveyedOn { get; set; }
    public required string Surveyors { get; set; }
    public int[] BuiltYears { get; set; } = [];
    public Area? SiteArea { get; set; }
    public int? BuildingCount { get; set; }
    public int? HouseholdCount { get; set; }
    public Area? FloorArea { get; set; }
    public LandKind? Land { get; set; }
    public PlaceKind? Place { get; set; }
    /// <summary>征询户数.</summary>
    public int? Asked { get; set; }
    public int? Willing { get; set; }
    public int? Unwilling { get; set; }
    public int? NotReached { get; set; }
    /// <summary>愿意出资户数 (聊城 五.（二）).</summary>
    public int? WillingToPay { get; set; }
    /// <summary>已主动拆除违建（处）(芮城 二.（三）1).</summary>
    public int? IllegalRemoved { get; set; }
    public int? IllegalLeft { get; set; }
    /// <summary>古树、大树（棵）(临朐 二.（二）).</summary>
    public int? OldTrees { get; set; }
    /// <summary>分级 (芮城 二.（四）1).</summary>
    public string? Grade { get; set; }
    public string? EarlierWorks { get; set; }
    public string? Remark { get; set; }
    /// <summary>The <see cref="SurveyAnswers"/>.</summary>
    public required string Json { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }

    public SurveyAnswers Answers => JsonSerializer.Deserialize<SurveyAnswers>(Json, options)!;

    public static string Write(SurveyAnswers answers) => JsonSerializer.Serialize(answers, options);
}

public sealed class SurveyMapping : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> survey)
    {
        survey.HasKey(s => new { s.TenantId, s.Id });
        survey.Property(s => s.Surveyors).HasMaxLength(Survey.SurveyorsLength);
        survey.Property(s => s.Grade).HasMaxLength(Survey.GradeLength);
        survey.Property(s => s.EarlierWorks).HasMaxLength(Survey.TextLength);
        survey.Property(s => s.Remark).HasMaxLength(Survey.TextLength);
        survey.Property(s => s.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        survey.Property(s => s.Land).HasConversion<string>().HasMaxLength(20);
        survey.Property(s => s.Place).HasConversion<string>().HasMaxLength(20);
        survey.Ignore(s => s.Answers);
        survey.HasOne(s => s.Estate).WithMany().HasForeignKey(s => new { s.TenantId, s.EstateId }).OnDelete(DeleteBehavior.Restrict);
        survey.HasOne<Survey>().WithMany().HasForeignKey(s => new { s.TenantId, s.SupersedesId }).OnDelete(DeleteBehavior.Restrict);
        // One line of surveys, never two that both take the place of the same.
        survey.HasIndex(s => new { s.TenantId, s.EstateId }, Survey.OneFirst).IsUnique().HasFilter("supersedes_id is null");
        survey.HasIndex(s => new { s.TenantId, s.SupersedesId }, Survey.OneNext).IsUnique();
        survey.ToTable(table => table.HasCheckConstraint("ck_surveys_counts", "building_count >= 0 and household_count >= 0 and floor_area >= 0 and site_area >= 0 and asked >= 0 and willing >= 0 and unwilling >= 0 and not_reached >= 0 and willing_to_pay >= 0"));
    }
}
