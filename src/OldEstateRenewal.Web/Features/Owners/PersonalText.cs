using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>Phones and numbers of owners: read as typed, sealed, and shown masked.</summary>
public static partial class PersonalText
{
    public static ValidationResult? CheckPhone(string? typed) => string.IsNullOrWhiteSpace(typed) || PhoneForm().IsMatch(Compact(typed)) ? ValidationResult.Success : new ValidationResult("电话应为 7 至 20 位数字。");

    public static ValidationResult? CheckIdNumber(string? typed) =>
        string.IsNullOrWhiteSpace(typed) || NumberForm().IsMatch(Compact(typed)) ? ValidationResult.Success : new ValidationResult("证件号码应为 6 至 20 位数字、字母。");

    public static string Name(this PersonalField field) => field == PersonalField.Phone ? "电话" : "证件号码";

    public static byte[]? Box(this Owner owner, PersonalField field) => field == PersonalField.Phone ? owner.Phone : owner.IdNumber;

    public static void Write(this Owner owner, PersonalData secrets, Guid tenantId, PersonalField field, string? typed)
    {
        var text = typed is null ? null : Compact(typed);
        var (box, mark) = (secrets.Seal(tenantId, field, text), secrets.Mark(tenantId, field, text));
        if (field == PersonalField.Phone) (owner.Phone, owner.PhoneMark) = (box, mark);
        else (owner.IdNumber, owner.IdNumberMark) = (box, mark);
    }

    /// <summary>138****1234; a dash where nothing is kept.</summary>
    public static string Masked(this Owner owner, PersonalData secrets, PersonalField field) =>
        owner.Box(field) is null ? "—" : secrets.TryOpen(owner, field) is { } text ? PersonalData.Masked(field, text) : "（无法解密，请告知平台运维）";

    /// <summary>The text, or null where nothing is kept or the key no longer opens it.</summary>
    public static string? TryOpen(this PersonalData secrets, Owner owner, PersonalField field)
    {
        try
        {
            return secrets.Open(owner.TenantId, field, owner.Box(field));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Without the blanks and dashes that people set in long numbers.</summary>
    public static string Compact(string typed) => string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter) && letter != '-')).ToUpperInvariant();

    [GeneratedRegex("^[+]?[0-9]{7,20}$")]
    private static partial Regex PhoneForm();

    [GeneratedRegex("^[0-9A-Z]{6,20}$")]
    private static partial Regex NumberForm();
}
