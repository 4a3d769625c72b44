namespace OldEstateRenewal.Domain.Works;

/// <summary>The class of a works item (改造类别); each tenant's document decides which item is in which class.</summary>
public enum WorksClass
{
    /// <summary>未分类（文件未分三类）.</summary>
    Unclassified,

    /// <summary>基础类.</summary>
    Basic,

    /// <summary>完善类.</summary>
    Complete,

    /// <summary>提升类.</summary>
    Upgrade,
}

/// <summary>Where the works take place (施工部位); underground comes before above ground.</summary>
public enum WorksPlace
{
    /// <summary>不涉及先后.</summary>
    Any,

    /// <summary>地下.</summary>
    Underground,

    /// <summary>地上.</summary>
    AboveGround,

    /// <summary>户内.</summary>
    Indoor,
}

/// <summary>What kind of facility it is (设施种类).</summary>
public enum FacilityKind
{
    /// <summary>不属专营设施.</summary>
    None,

    /// <summary>供水.</summary>
    Water,

    /// <summary>供电.</summary>
    Power,

    /// <summary>供气.</summary>
    Gas,

    /// <summary>供热.</summary>
    Heat,

    /// <summary>通信、有线电视、宽带.</summary>
    Telecom,

    /// <summary>排水（雨污水）.</summary>
    Drainage,

    /// <summary>道路.</summary>
    Road,

    /// <summary>小区基础设施.</summary>
    Infrastructure,

    /// <summary>建筑物公用部位.</summary>
    CommonParts,

    /// <summary>电梯.</summary>
    Lift,

    /// <summary>公共服务设施.</summary>
    PublicService,
}

/// <summary>Which section of a line or network (管线区段).</summary>
public enum LineSection
{
    /// <summary>小区红线外.</summary>
    OutsideRedLine,

    /// <summary>小区红线至业主入户端口.</summary>
    RedLineToEntry,

    /// <summary>业主户内.</summary>
    InFlat,
}

/// <summary>Who owns the facility before the works (产权归属).</summary>
public enum FacilityOwnership
{
    /// <summary>专营单位.</summary>
    Utility,

    /// <summary>不属专营单位.</summary>
    NotUtility,
}
