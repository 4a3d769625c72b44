namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>What a table is a list of.</summary>
public enum ImportKind
{
    /// <summary>小区.</summary>
    Estates,

    /// <summary>楼栋.</summary>
    Buildings,

    /// <summary>房屋与业主.</summary>
    Dwellings,
}
