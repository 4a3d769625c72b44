using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace OldEstateRenewal.Web.Security;

/// <summary>
/// Seals phones and id numbers: AES-256-GCM under a key of the tenant and the field, derived from a key that is never in the database. A mark (HMAC)
/// finds equal values without opening them.
/// </summary>
public sealed class PersonalData(byte[] masterKey)
{
    private const byte Form = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int KeyLength = 32;
    private const int MarkLength = 16;
    private readonly ConcurrentDictionary<(Guid, PersonalField, string), byte[]> keys = new();

    /// <summary>Seals a text; blank is nothing to keep.</summary>
    public byte[]? Seal(Guid tenantId, PersonalField field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : SealBytes(tenantId, field, Encoding.UTF8.GetBytes(text.Trim()));

    /// <summary>Seals what is not a text.</summary>
    public byte[] SealBytes(Guid tenantId, PersonalField field, ReadOnlySpan<byte> plain)
    {
        var result = new byte[1 + NonceLength + plain.Length + TagLength];
        result[0] = Form;
        var nonce = result.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        Cipher(tenantId, field).Encrypt(nonce, plain, result.AsSpan(1 + NonceLength, plain.Length), result.AsSpan(result.Length - TagLength), tenantId.ToByteArray());
        return result;
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">It was sealed for another tenant or field, with another key, or has been changed.</exception>
    public string? Open(Guid tenantId, PersonalField field, byte[]? box) => box is null ? null : Encoding.UTF8.GetString(OpenBytes(tenantId, field, box));

    /// <summary>Opens what is not a text.</summary>
    /// <exception cref="CryptographicException">It was sealed for another tenant or field, with another key, or has been changed.</exception>
    public byte[] OpenBytes(Guid tenantId, PersonalField field, byte[] box)
    {
        if (box.Length < 1 + NonceLength + TagLength || box[0] != Form) throw new CryptographicException("Not a sealed value.");
        var plain = new byte[box.Length - 1 - NonceLength - TagLength];
        Cipher(tenantId, field).Decrypt(box.AsSpan(1, NonceLength), box.AsSpan(1 + NonceLength, plain.Length), box.AsSpan(box.Length - TagLength), plain, tenantId.ToByteArray());
        return plain;
    }

    /// <summary>The mark of a text: equal for equal texts of one tenant and field, and telling nothing else.</summary>
    public byte[]? Mark(Guid tenantId, PersonalField field, string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : HMACSHA256.HashData(Key(tenantId, field, "mark"), Encoding.UTF8.GetBytes(text.Trim().ToUpperInvariant()))[..MarkLength];

    /// <summary>What may be shown without a reason: 138****1234, 99**************1X.</summary>
    public static string Masked(PersonalField field, string text) => field switch
    {
        PersonalField.Phone when text.Length >= 8 => text[..3] + new string('*', text.Length - 7) + text[^4..],
        PersonalField.IdNumber when text.Length >= 8 => text[..2] + new string('*', text.Length - 4) + text[^2..],
        _ => new string('*', text.Length),
    };

    /// <summary>Making a cipher costs more than most of what it seals; one must not serve two threads at once, so each thread keeps those of the tenant it last worked for.</summary>
    private AesGcm Cipher(Guid tenantId, PersonalField field)
    {
        var mine = ciphers ??= new Ciphers();
        if (mine.Owner != this || mine.TenantId != tenantId)
        {
            mine.Dispose();
            (mine.Owner, mine.TenantId) = (this, tenantId);
        }

        return mine.ByField[(int)field] ??= new AesGcm(Key(tenantId, field, "seal"), TagLength);
    }

    [ThreadStatic]
    private static Ciphers? ciphers;

    private sealed class Ciphers : IDisposable
    {
        public PersonalData? Owner { get; set; }

        public Guid TenantId { get; set; }

        public AesGcm?[] ByField { get; } = new AesGcm?[Enum.GetValues<PersonalField>().Length];

        public void Dispose()
        {
            for (var i = 0; i < ByField.Length; i++)
            {
                ByField[i]?.Dispose();
                ByField[i] = null;
            }
        }
    }

    private byte[] Key(Guid tenantId, PersonalField field, string use) => keys.GetOrAdd((tenantId, field, use), static (of, master) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyLength, info: Encoding.UTF8.GetBytes($"{of.Item1}/{of.Item2}/{of.Item3}")), masterKey);
}

/// <summary>What is sealed.</summary>
public enum PersonalField
{
    /// <summary>电话.</summary>
    Phone,

    /// <summary>身份证号、统一社会信用代码.</summary>
    IdNumber,

    /// <summary>导入的文件和其中的内容.</summary>
    Import,

    /// <summary>表决回执码.</summary>
    Receipt,
}
