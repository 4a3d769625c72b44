using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Works;

/// <summary>One item of the works catalogue (改造内容条目), as this document classes it.</summary>
public sealed record WorksItem(PolicyItemHead Head) : PolicyItem(Head)
{
    /// <summary>The class.</summary>
    public WorksClass Class { get; init; }

    /// <summary>The heading under which the document lists it (文件中的归类), such as "环境综合整治"; or null.</summary>
    public string? Group { get; init; }

    /// <summary>How strongly it is asked for (改造要求): 应改尽改, 宜改则改, 能改则改; or null.</summary>
    public string? Demand { get; init; }

    /// <summary>Whether every scheme must contain it (必改项).</summary>
    public bool Mandatory { get; init; }

    /// <summary>Whether no scheme may contain it (禁止).</summary>
    public bool Forbidden { get; init; }

    /// <summary>Where the works take place.</summary>
    public WorksPlace Place { get; init; }

    /// <summary>The facility.</summary>
    public FacilityKind Facility { get; init; }

    /// <summary>The matter of consent it usually raises (通常涉及的表决事项), a key of the section "consent"; or null.</summary>
    public string? Matter { get; init; }

    /// <summary>Tags for filtering (标签): 楼道革命, 环境革命, 管理革命, 水电路气, 八项 …</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Facts that rules on money ask for: "income", "publicWelfare" …</summary>
    public required IReadOnlyList<string> Traits { get; init; }

    /// <summary>The class in words.</summary>
    public string ClassName => Class switch
    {
        WorksClass.Basic => "基础类",
        WorksClass.Complete => "完善类",
        WorksClass.Upgrade => "提升类",
        _ => "未分类",
    };

    /// <inheritdoc/>
    public override string InWords =>
        string.Join("；", new[] { Group is null ? ClassName : $"{ClassName}（{Group}）", Forbidden ? "禁止" : Mandatory ? "必改项" : null, Demand }.OfType<string>());

    /// <summary>Reads { class?, group?, demand?, mandatory?, forbidden?, place?, facility?, matter?, tags?, traits? }.</summary>
    public static WorksItem Read(PolicyNode node)
    {
        var item = new WorksItem(node.Head())
        {
            Class = node.OptionalChoice<WorksClass>("class") ?? WorksClass.Unclassified,
            Group = node.OptionalText("group"),
            Demand = node.OptionalText("demand"),
            Mandatory = node.Flag("mandatory"),
            Forbidden = node.Flag("forbidden"),
            Place = node.OptionalChoice<WorksPlace>("place") ?? WorksPlace.Any,
            Facility = node.OptionalChoice<FacilityKind>("facility") ?? FacilityKind.None,
            Matter = node.OptionalText("matter"),
            Tags = node.Texts("tags"),
            Traits = node.Texts("traits"),
        };
        return item is { Mandatory: true, Forbidden: true } ? node.Wrong("forbidden", "必改与禁止只写其一", item) : item;
    }
}
