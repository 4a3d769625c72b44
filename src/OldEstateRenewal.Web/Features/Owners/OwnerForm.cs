using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>What a clerk types about an owner; phone and number are written anew or left as they are, never shown.</summary>
public sealed class OwnerForm
{
    [Display(Name = "姓名或单位名称"), Required(ErrorMessage = "请填写姓名或单位名称。"), StringLength(Owner.NameLength, ErrorMessage = "姓名不超过 {1} 字。")]
    public string? Name { get; set; }

    [Display(Name = "类别"), EnumDataType(typeof(OwnerKind), ErrorMessage = "请选择列出的类别。")]
    public OwnerKind Kind { get; set; }

    [Display(Name = "电话"), CustomValidation(typeof(PersonalText), nameof(PersonalText.CheckPhone))]
    public string? Phone { get; set; }

    public bool ForgetPhone { get; set; }

    [Display(Name = "证件号码"), CustomValidation(typeof(PersonalText), nameof(PersonalText.CheckIdNumber))]
    public string? IdNumber { get; set; }

    public bool ForgetIdNumber { get; set; }

    public long Version { get; set; }

    public static OwnerForm Of(Owner owner) => new() { Name = owner.Name, Kind = owner.Kind, Version = owner.Version };
}

/// <summary>Why a phone or number is to be seen.</summary>
public sealed class RevelationForm
{
    public const int ReasonLength = 200;

    [EnumDataType(typeof(PersonalField), ErrorMessage = "请选择查看电话还是证件号码。")]
    public PersonalField Field { get; set; }

    [Display(Name = "查看原因"), Required(ErrorMessage = "请写明查看原因，如电话通知入户时间。"), StringLength(ReasonLength, MinimumLength = 2, ErrorMessage = "查看原因应为 {2} 至 {1} 字。")]
    public string? Reason { get; set; }
}

/// <summary>That two rows are one person.</summary>
public sealed class MergerForm
{
    /// <summary>The row that is kept.</summary>
    [Required(ErrorMessage = "请选择并入哪一位业主。")]
    public Guid? Into { get; set; }

    [Display(Name = "认定依据"), Required(ErrorMessage = "请写明认定依据，如核对了身份证。"), StringLength(Ownership.EndingRemarkLength, ErrorMessage = "认定依据不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed record OwnedPlace(Ownership Ownership, Guid DwellingId, string Place, bool IsRemoved);

public sealed record OwnerPage(Owner Owner, string MaskedPhone, string MaskedIdNumber, List<OwnedPlace> Places)
{
    public IEnumerable<OwnedPlace> Present => Places.Where(place => place.Ownership.UntilOn is null);

    public IEnumerable<OwnedPlace> Past => Places.Where(place => place.Ownership.UntilOn is not null);
}

public sealed record OwnerEditor(Owner Owner, OwnerForm Form, string MaskedPhone, string MaskedIdNumber)
{
    public OwnerForm? Current { get; init; }
}

/// <summary>What was revealed, shown once.</summary>
public sealed record Revelation(Owner Owner, PersonalField Field, string? Value, string Reason);

public sealed record MergerPage(OwnerPage Owner, OwnerPage Into, MergerForm Form);
