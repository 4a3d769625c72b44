using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Keeps what came out of a file: as JSON, sealed as a whole, since any cell may hold personal data.</summary>
public sealed class ImportSeal(PersonalData personal)
{
    private static readonly JsonSerializerOptions json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public byte[] Close<T>(Guid tenantId, T value) => personal.SealBytes(tenantId, PersonalField.Import, JsonSerializer.SerializeToUtf8Bytes(value, json));

    public T Open<T>(Guid tenantId, byte[] box) => JsonSerializer.Deserialize<T>(personal.OpenBytes(tenantId, PersonalField.Import, box), json)!;

    public byte[] CloseFile(Guid tenantId, byte[] file) => personal.SealBytes(tenantId, PersonalField.Import, file);

    public byte[] OpenFile(Guid tenantId, byte[] box) => personal.OpenBytes(tenantId, PersonalField.Import, box);

    public static string? Write(TableChoices choices) => JsonSerializer.Serialize(choices, json);

    public static TableChoices Read(string? choices) => choices is null ? new TableChoices() : JsonSerializer.Deserialize<TableChoices>(choices, json)!;
}
