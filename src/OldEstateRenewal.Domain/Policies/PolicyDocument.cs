using System.Text.Json;

namespace OldEstateRenewal.Domain.Policies;

/// <summary>A document that this one rests on (上位依据): its number as printed, and its title.</summary>
public sealed record PolicyBasis(string? Number, string Title, string Clause);

/// <summary>
/// A policy document (政策文件): who issued it, when it is in force, and its sections of keyed items. Immutable; read from
/// one JSON file, which is either entirely right or not loaded at all.
/// </summary>
public sealed class PolicyDocument
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, PolicyItem?>> sections = [];

    private PolicyDocument(PolicyNode root, PolicyReading reading)
    {
        Key = reading.DocumentKey = root.Text("key");
        Title = root.Text("title");
        Number = root.OptionalText("number");
        reading.DocumentName = Number ?? $"《{Title}》";
        Issuer = root.Text("issuer");
        Division = PolicyDivision.Read(root.Object("division"));
        IssuedOn = root.Date("issuedOn");
        InForceFrom = root.Date("inForceFrom");
        InForceTo = root.OptionalDate("inForceTo");
        if (InForceTo < InForceFrom) root.Wrong("inForceTo", $"不早于施行之日 {InForceFrom:yyyy-MM-dd} 的日期", 0);
        CoversTo = root.OptionalWhole("coversTo", 1990, 2100);
        Note = root.OptionalText("note");
        Basis = root.Objects("basis").Select(node => new PolicyBasis(node.OptionalText("number"), node.Text("title"), node.Text("clause"))).ToList();
        foreach (var section in PolicySections.All)
            sections[section.Name] = root.Members(section.Name).ToDictionary(node => node.Key, node => node.IsNull ? null : section.ReadItem(node));
    }

    /// <summary>The document's key, such as "linqu-2024"; unique among all documents.</summary>
    public string Key { get; }

    /// <summary>The title (标题).</summary>
    public string Title { get; }

    /// <summary>The document number (文号), or null where none is printed.</summary>
    public string? Number { get; }

    /// <summary>The issuing body (发文机关).</summary>
    public string Issuer { get; }

    /// <summary>Whose document it is.</summary>
    public PolicyDivision Division { get; }

    /// <summary>The date of issue (成文日期).</summary>
    public DateOnly IssuedOn { get; }

    /// <summary>The first day in force (施行日期).</summary>
    public DateOnly InForceFrom { get; }

    /// <summary>The last day in force (有效期至), inclusive; null where the document states none.</summary>
    public DateOnly? InForceTo { get; }

    /// <summary>The last year its plan covers (规划期末年), or null; a plan's years passing does not end the rules.</summary>
    public int? CoversTo { get; }

    /// <summary>How the product reads the document as a whole, or null.</summary>
    public string? Note { get; }

    /// <summary>The documents it rests on.</summary>
    public IReadOnlyList<PolicyBasis> Basis { get; }

    /// <summary>As officials cite it: the number, or the title in 《》.</summary>
    public string CitedAs => Number ?? $"《{Title}》";

    /// <summary>The state of the document on a day.</summary>
    public PolicyValidity ValidityOn(DateOnly date) =>
        date < InForceFrom ? PolicyValidity.NotYetInForce
        : date > InForceTo ? PolicyValidity.Expired
        : PolicyValidity.InForce;

    /// <summary>The items of a section in the order of the file, without the repealed ones.</summary>
    public IEnumerable<T> Items<T>(PolicySection<T> section) where T : PolicyItem => sections[section.Name].Values.OfType<T>();

    /// <summary>The items of a section whatever their type, for the policy reader.</summary>
    public IEnumerable<PolicyItem> Items(PolicySection section) => sections[section.Name].Values.OfType<PolicyItem>();

    /// <summary>Reads a policy file.</summary>
    /// <exception cref="PolicyFormatException">The file has mistakes; all are listed with path, value and expectation.</exception>
    public static PolicyDocument Parse(string json)
    {
        using var parsed = ParseJson(json);
        var reading = new PolicyReading();
        var root = new PolicyNode("$", "$", parsed.RootElement, reading);
        var document = new PolicyDocument(root, reading);
        reading.ThrowIfWrong();
        return document;
    }

    internal bool Says(PolicySection section, string key) => sections[section.Name].ContainsKey(key);

    internal PolicyItem? Find(PolicySection section, string key) => sections[section.Name].GetValueOrDefault(key);

    internal IEnumerable<string> Keys(PolicySection section) => sections[section.Name].Keys;

    private static JsonDocument ParseJson(string json)
    {
        try
        {
            var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip });
            if (parsed.RootElement.ValueKind == JsonValueKind.Object) return parsed;
            throw new PolicyFormatException([new PolicyProblem("$", parsed.RootElement.ValueKind.ToString(), "对象 { … }")]);
        }
        catch (JsonException wrong)
        {
            throw new PolicyFormatException([new PolicyProblem("$", $"第 {wrong.LineNumber + 1} 行第 {wrong.BytePositionInLine + 1} 字节处不合 JSON 格式（或字段重复）", "合格的 JSON 文件")]);
        }
    }
}
