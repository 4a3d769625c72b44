using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>Why a stage cannot be reached, or not be reopened, now. An empty list means that it can; the same list greys out, explains and guards.</summary>
public static class ProjectRules
{
    /// <summary>What belongs to the street may be done by the street; all else is the bureau's.</summary>
    public static IReadOnlyList<string> WhyNotAct(ProcessStage stage, Role role) =>
        role == Role.Street && stage.Kind is not (BodyKind.Street or BodyKind.Community) ? [$"“{stage.Name}”由{stage.Body}负责，请由县住建部门登记。"] : [];

    public static IReadOnlyList<string> WhyNotReach(StageLine line, Role role)
    {
        if (line.ReachedOn is { } day) return [$"“{line.Stage.Item.Name}”已于 {day:yyyy-MM-dd} 完成。"];
        return [.. WhyNotAct(line.Stage.Item, role), .. Open(line.Standing!)];
    }

    public static IReadOnlyList<string> WhyNotReopen(StageLine line, IReadOnlyList<StageLine> all, Role role)
    {
        if (line.ReachedOn is null) return [$"“{line.Stage.Item.Name}”尚未完成。"];
        var later = all.Where(other => other.ReachedOn is not null && other.Stage.Item.After.Contains(line.Stage.Item.Key)).Select(other => other.Stage.Item.Name).ToList();
        return [.. WhyNotAct(line.Stage.Item, role), .. later.Select(name => $"后续环节“{name}”已完成，请先退回该环节。")];
    }

    /// <summary>Every reason that is not fulfilled, with its clause.</summary>
    public static IEnumerable<string> Open(Reason standing) => standing.Parts.Where(part => part.Outcome != Outcome.Passed).Select(part => $"{part.Name}：{Without(part.Working)}（{part.Citation}）。");

    /// <summary>What a condition says, without its outcome.</summary>
    public static string Told(Reason reason) => Without(reason.Working);

    private static string Without(string working) => working[..Math.Max(working.LastIndexOf(" → ", StringComparison.Ordinal), 0)];
}
