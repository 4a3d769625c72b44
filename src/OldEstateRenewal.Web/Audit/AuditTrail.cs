using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Audit;

/// <summary>Writes down what is about to be saved: called after the change is made to the entities and before SaveChanges.</summary>
public sealed class AuditTrail(PortalDbContext db, CurrentAccess access, TimeProvider time)
{
    private static readonly JsonSerializerOptions json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="kind">What happened, in the past tense: EstateEdited.</param>
    /// <param name="subject">The row it happened to.</param>
    /// <param name="name">What readers know it by.</param>
    /// <param name="remark">Reasons given by the person.</param>
    public void Add(string kind, ITenantOwned subject, string name, string? remark = null)
    {
        var entry = db.Entry(subject);
        db.AuditEntries.Add(new AuditEntry
        {
            At = time.GetUtcNow(),
            UserId = access.Value.UserId,
            By = access.Value.UserName,
            Kind = kind,
            SubjectType = entry.Metadata.ClrType.Name,
            SubjectId = entry.Metadata.FindProperty("Id") is null ? null : (Guid?)entry.Property("Id").CurrentValue,
            Subject = Shorten(name),
            Changes = JsonSerializer.Serialize(Changes(entry), json),
            Remark = remark,
        });
    }

    /// <summary>Never cuts a character in two.</summary>
    private static string Shorten(string name) =>
        name.Length <= AuditEntry.SubjectLength ? name : name[..(char.IsHighSurrogate(name[AuditEntry.SubjectLength - 1]) ? AuditEntry.SubjectLength - 1 : AuditEntry.SubjectLength)];

    private static Dictionary<string, string?[]> Changes(EntityEntry entry) => entry.Properties
        .Where(property => property.Metadata.Name is not (nameof(ITenantOwned.TenantId) or nameof(IVersioned.Version) or "Id" or "Json"))
        .Where(property => property.Metadata.GetBeforeSaveBehavior() != Microsoft.EntityFrameworkCore.Metadata.PropertySaveBehavior.Ignore)
        .Where(property => property.Metadata.ValueGenerated != Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.OnAddOrUpdate)
        .Select(property => (property.Metadata.Name, Before: entry.State == EntityState.Added ? null : Text(property.OriginalValue), After: entry.State == EntityState.Deleted ? null : Text(property.CurrentValue)))
        .Where(change => change.Before != change.After)
        .ToDictionary(change => change.Name, change => new[] { change.Before, change.After });

    private static string? Text(object? value) => value switch
    {
        null => null,
        // That it changed is told, not what it is.
        byte[] hidden => $"〔已隐去 {Convert.ToHexStringLower(SHA256.HashData(hidden))[..8]}〕",
        int[] years => string.Join("、", years),
        Array values => string.Join("、", values.Cast<object?>().Select(Text)),
        DateTimeOffset at => at.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
