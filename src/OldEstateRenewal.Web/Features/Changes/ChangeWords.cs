using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>What acts and properties are called in Chinese.</summary>
public static class ChangeWords
{
    private static readonly Dictionary<string, string> kinds = new[] { RegistryActs.Words, ProjectsActs.Words, SitesActs.Words, BallotsActs.Words, PlansActs.Words, FundsActs.Words, CostsActs.Words, CollectingActs.Words, ReportsActs.Words, DispatchActs.Words, MessagesActs.Words, ChecksActs.Words }.SelectMany(words => words).ToDictionary();

    public static string Kind(string kind) => kinds.GetValueOrDefault(kind, kind);

    /// <summary>The name of a property, or null for one that tells readers nothing.</summary>
    public static string? Property(string name) => PropertyWords.All.GetValueOrDefault(name);

    public static string Value(string? value) => value switch
    {
        null or "" => "（空）",
        "True" => "是",
        "False" => "否",
        "Alias" => "别名",
        "FormerName" => "曾用名",
        nameof(Candidates.ExecutionMeasure.Started) => "开工",
        nameof(Candidates.ExecutionMeasure.Finished) => "完工",
        nameof(Imports.Reading.ImportKind.Estates) => "小区",
        nameof(Imports.Reading.ImportKind.Buildings) => "楼栋",
        nameof(Imports.Reading.ImportKind.Dwellings) => "房屋与业主",
        nameof(Twins.TwinVerdict.Same) => "同一小区",
        nameof(Twins.TwinVerdict.Different) => "不是同一小区",
        nameof(Twins.TwinVerdict.FiguresDoubtful) => "数字有误待核",
        _ when IsName<RenewalProgramme>(value, out var programme) => programme.Name(),
        _ when IsName<LandKind>(value, out var land) => Estates.Verdicts.Name(land),
        _ when IsName<PlaceKind>(value, out var place) => Estates.Verdicts.Name(place),
        _ when IsName<Attachments.AttachmentKind>(value, out var file) => Attachments.Attachment.Words(file),
        _ when IsName<Recognitions.SiteCheckOutcome>(value, out var outcome) => Recognitions.SiteCheck.Words(outcome),
        _ => Buildings.HouseholdWords.OfAudit(value) ?? value,
    };

    /// <summary>The name of one of them; numbers, which the framework takes too, are none.</summary>
    private static bool IsName<T>(string value, out T found) where T : struct, Enum => Enum.TryParse(value, out found) && char.IsAsciiLetter(value[0]);
}
