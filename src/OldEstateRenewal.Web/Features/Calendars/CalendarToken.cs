using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OldEstateRenewal.Web.Features.Calendars;

/// <summary>What stands in the address of a calendar: 256 random bits, behind the id of the tenant whose wall it is looked up behind.</summary>
public static class CalendarToken
{
    private const int RandomBytes = 32;
    private const int TenantBytes = 16;

    /// <summary>Of this many characters, letters and digits, "-" and "_".</summary>
    public const int Length = (TenantBytes + RandomBytes) / 3 * 4;

    public static string Make(Guid tenant) => Base64Url.EncodeToString([.. tenant.ToByteArray(), .. RandomNumberGenerator.GetBytes(RandomBytes)]);

    /// <summary>The tenant it names; null for what is no token.</summary>
    public static Guid? TenantOf(string token)
    {
        if (token.Length != Length || !Base64Url.IsValid(token)) return null;
        return new Guid(Base64Url.DecodeFromChars(token).AsSpan(0, TenantBytes));
    }

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
