namespace OldEstateRenewal.Domain.Consent;

/// <summary>The kind of an exclusive part (专有部分种类).</summary>
public enum UnitKind
{
    /// <summary>住宅.</summary>
    Dwelling,

    /// <summary>商铺.</summary>
    Shop,

    /// <summary>可登记的车位、摊位.</summary>
    Parking,
}

/// <summary>By whom a unit is held (权属状态).</summary>
public enum UnitHolding
{
    /// <summary>业主所有（含已合法占有、尚未登记的买受人：解释第一条）.</summary>
    Owned,

    /// <summary>原产权单位所有.</summary>
    FormerEmployer,

    /// <summary>建设单位未售.</summary>
    Unsold,

    /// <summary>已售未交付.</summary>
    SoldUndelivered,
}

/// <summary>Where an area comes from (面积来源), best first: 解释第八条.</summary>
public enum AreaSource
{
    /// <summary>不动产登记簿.</summary>
    Register,

    /// <summary>测绘.</summary>
    Measured,

    /// <summary>房屋买卖合同.</summary>
    Contract,
}

/// <summary>An owner (业主): two people may have one name, so the key decides who it is and the name is shown.</summary>
/// <param name="Key">Who it is, such as a number of the registry; the same for all units of one owner.</param>
/// <param name="Name">姓名、单位名称.</param>
public sealed record OwnerRecord(string Key, string Name);

/// <summary>One unit as the registry knows it (房屋登记信息), before it is counted.</summary>
/// <param name="Key">The unit's key, unique in the estate, such as "3-2-501".</param>
/// <param name="Building">The building (楼栋).</param>
/// <param name="Entrance">The entrance (单元).</param>
/// <param name="Riser">The riser (立管、立厅) within the entrance, or null where it is not known.</param>
/// <param name="Owners">The owners; co-owners (共有人) stand together. May be empty for what the developer still holds.</param>
public sealed record UnitRecord(string Key, string Building, string Entrance, string? Riser, IReadOnlyList<OwnerRecord> Owners)
{
    /// <summary>The kind.</summary>
    public UnitKind Kind { get; init; }

    /// <summary>By whom it is held.</summary>
    public UnitHolding Holding { get; init; }

    /// <summary>The registered area, if known.</summary>
    public Area? Registered { get; init; }

    /// <summary>The measured area, if known.</summary>
    public Area? Measured { get; init; }

    /// <summary>The contracted area, if known.</summary>
    public Area? Contracted { get; init; }

    /// <summary>Whether somebody lives there; an uninhabited dwelling is no 居民户.</summary>
    public bool Inhabited { get; init; } = true;

    /// <summary>The area that counts and its source: register, else measured, else contract; null when none is known.</summary>
    public (Area Area, AreaSource Source)? CountedArea =>
        Registered is { } registered ? (registered, AreaSource.Register)
        : Measured is { } measured ? (measured, AreaSource.Measured)
        : Contracted is { } contracted ? (contracted, AreaSource.Contract)
        : null;
}
