using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>One owner as typed.</summary>
public sealed class OwnerEntry
{
    /// <summary>The answer that a namesake is somebody else.</summary>
    public const string Another = "another";

    [Display(Name = "姓名或单位名称"), StringLength(Owner.NameLength, ErrorMessage = "姓名不超过 {1} 字。")]
    public string? Name { get; set; }

    [EnumDataType(typeof(OwnerKind), ErrorMessage = "请选择列出的类别。")]
    public OwnerKind Kind { get; set; }

    [Display(Name = "份额"), StringLength(Ownership.ShareLength, ErrorMessage = "份额不超过 {1} 字。")]
    public string? Share { get; set; }

    [Display(Name = "电话"), CustomValidation(typeof(PersonalText), nameof(PersonalText.CheckPhone))]
    public string? Phone { get; set; }

    [Display(Name = "证件号码"), CustomValidation(typeof(PersonalText), nameof(PersonalText.CheckIdNumber))]
    public string? IdNumber { get; set; }

    /// <summary>The owner already registered that this is, <see cref="Another"/>, or not said.</summary>
    public string? Same { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name);
}

/// <summary>A change of the owners of one dwelling: a transfer, or the correction of a wrong entry.</summary>
public sealed class OwnershipChangeForm
{
    public const int MostOwners = 6;

    [EnumDataType(typeof(OwnershipEnding), ErrorMessage = "请选择是转移还是更正。")]
    public OwnershipEnding Kind { get; set; }

    [Display(Name = "取得日期")]
    public DateOnly? On { get; set; }

    [Display(Name = "取得方式"), EnumDataType(typeof(OwnershipBasis), ErrorMessage = "请选择列出的方式。")]
    public OwnershipBasis? Basis { get; set; }

    [Display(Name = "变更后权属状态"), EnumDataType(typeof(UnitHolding), ErrorMessage = "请选择列出的状态。")]
    public UnitHolding Holding { get; set; }

    [Display(Name = "说明"), StringLength(Ownership.EndingRemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    public long Version { get; set; }

    public List<OwnerEntry> Owners { get; set; } = [];

    /// <summary>As many rows as the page shows, whatever was sent.</summary>
    public void Pad() => Owners = [.. Owners.Take(MostOwners), .. Enumerable.Range(0, Math.Max(0, MostOwners - Owners.Count)).Select(_ => new OwnerEntry())];
}

/// <summary>Someone already registered in the estate whom a typed owner may be.</summary>
public sealed record Namesake(Guid Id, string MaskedName, string MaskedPhone, IReadOnlyList<string> Places, bool SameNumber);

/// <param name="Namesakes">For each row of the form, whom it may be.</param>
public sealed record OwnershipChangePage(Building Building, string EstateName, Dwelling Dwelling, OwnershipChangeForm Form, IReadOnlyList<IReadOnlyList<Namesake>> Namesakes);
