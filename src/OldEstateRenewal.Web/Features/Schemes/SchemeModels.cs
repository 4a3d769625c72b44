using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>The versions of a project's scheme, newest first.</summary>
public sealed record SchemeList(Project Project, IReadOnlyList<SchemeVersion> Versions, IReadOnlyList<string> AgainstStart, SchemeRevisionForm Form)
{
    public bool IsFirst => Versions.All(version => version.Scheme.State == SchemeState.Discarded);
}

public sealed record SchemeVersion(Scheme Scheme, Money? Total);

/// <summary>One version as it is shown.</summary>
public sealed record SchemePage(SchemeCheck Check, IReadOnlyList<Scheme> Others, IReadOnlyList<string> AgainstFixing, AttachmentList Files)
{
    public Scheme Scheme => Check.Scheme;

    public string Text => Scheme.Text ?? SchemeText.Of(Check);

    public IReadOnlyList<SchemeClass> Classes => Scheme.Items.OrderBy(item => item.Sequence).GroupBy(item => item.ClassName)
        .Select(group => new SchemeClass(group.Key, group.ToList(), group.Aggregate(Money.Zero, (sum, item) => sum + (item.Cost ?? Money.Zero)))).ToList();
}

public sealed record SchemeClass(string Name, IReadOnlyList<SchemeItem> Items, Money Cost);

/// <summary>The form of a version.</summary>
public sealed record SchemeEditor(SchemeCheck Check, SchemeForm Form)
{
    public Scheme Scheme => Check.Scheme;

    public IReadOnlyList<IGrouping<string, PolicyAnswer<WorksItem>>> Choices => Check.Catalogue.Items.Where(answer => !answer.Item.Forbidden)
        .GroupBy(answer => SchemeWords.ClassOf(answer.Item)).ToList();

    public IReadOnlyList<PolicyAnswer<Domain.CostSharing.FundingSource>> Sources => Check.View.All(PolicySections.Funding).Where(source => source.Item.Kind == Domain.CostSharing.FundingKind.Source).ToList();
}

/// <summary>Two versions side by side.</summary>
public sealed record SchemeComparison(SchemeCheck Earlier, SchemeCheck Later, IReadOnlyList<SchemeDifference> Differences, IReadOnlyList<(string Name, string? Before, string? After)> Heads)
{
    public static SchemeComparison Of(SchemeCheck earlier, SchemeCheck later)
    {
        var (before, after) = (Keyed(earlier), Keyed(later));
        var differences = before.Keys.Union(after.Keys).Select(key => new SchemeDifference(before.GetValueOrDefault(key), after.GetValueOrDefault(key), key.Place)).Where(difference => difference.Kind is not null)
            .OrderBy(difference => (difference.After ?? difference.Before)!.Sequence).ToList();
        (string Name, Func<SchemeCheck, string?> Value)[] heads =
        [
            ("设计单位", check => check.Scheme.Designer), ("改造分级", check => check.Scheme.Grade), ("资金筹措", SchemeText.Funding), ("物业管理", SchemeText.Management), ("未列入说明", check => check.Scheme.LeftOut),
        ];
        return new SchemeComparison(earlier, later, differences, heads.Select(head => (head.Name, head.Value(earlier), head.Value(later))).Where(head => (head.Item2 ?? "") != (head.Item3 ?? "")).ToList());
    }

    /// <summary>Rows are the same row when they are the same item in the same place, the first of them the first.</summary>
    private static Dictionary<(string Item, string Place, int Nth), SchemeItem> Keyed(SchemeCheck check) => check.Scheme.Items.OrderBy(item => item.Sequence).GroupBy(item => (item.ItemKey, Place: check.PlaceOf(item)))
        .SelectMany(group => group.Select((item, nth) => (Key: (group.Key.ItemKey, group.Key.Place, nth), item))).ToDictionary(each => each.Key, each => each.item);
}

public sealed record SchemeDifference(SchemeItem? Before, SchemeItem? After, string Place)
{
    public string? Kind => (Before, After) switch
    {
        (null, _) => "增加",
        (_, null) => "取消",
        _ when (Before.Quantity, Before.Unit, Before.UnitCost, Before.LumpSum, Before.Layer, Before.Ownership, Before.Section, Before.Remark) != (After.Quantity, After.Unit, After.UnitCost, After.LumpSum, After.Layer, After.Ownership, After.Section, After.Remark) => "调整",
        _ => null,
    };
}

public static class SchemeWords
{
    public static string Name(this SchemeState state) => state switch { SchemeState.Draft => "编制中", SchemeState.Fixed => "已确定", _ => "已放弃" };

    public static string Css(this SchemeState state) => state switch { SchemeState.Fixed => "good", SchemeState.Draft => "warn", _ => "" };

    /// <summary>The class of an item; where the document has no three classes, its own heading.</summary>
    public static string ClassOf(WorksItem item) => item.Class == WorksClass.Unclassified ? item.Group ?? "其他" : item.ClassName;

    public static string Name(FacilityOwnership ownership) => ownership == FacilityOwnership.Utility ? "专营单位" : "非专营单位";

    public static string Name(LineSection section) => section switch { LineSection.OutsideRedLine => "红线外", LineSection.RedLineToEntry => "红线至入户端口", _ => "户内" };

    public static string? LayerName(string? layer) => layer switch { "underground" => "地下", "aboveGround" => "地上", _ => null };

    /// <summary>Whether it matters for the cost who owns the facility.</summary>
    public static bool AsksOwnership(WorksItem? item) => item?.Facility is FacilityKind.Water or FacilityKind.Power or FacilityKind.Gas or FacilityKind.Heat or FacilityKind.Telecom;

    public static string? LayerOf(WorksItem item) => item.Place switch { WorksPlace.Underground => "underground", WorksPlace.AboveGround => "aboveGround", _ => null };
}
