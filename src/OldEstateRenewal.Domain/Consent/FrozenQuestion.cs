using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Consent;

/// <summary>
/// The rule of a matter as it stood when the ballot opened (固定的表决规则): the clauses themselves in the form of policy files, so that neither a later
/// document nor a later edition of the product changes what was put to the vote, and anybody can read what applied.
/// </summary>
public static class FrozenQuestion
{
    private static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the question with all that its answer depends on: asked rule, applied rule, channels, documents, day.</summary>
    public static string Write(ConsentQuestion question)
    {
        var rules = new[] { question.Asked, question.Rule }.DistinctBy(rule => rule.Item.Key).ToList();
        var documents = rules.Select(rule => rule.Document).Concat(question.Channels.Select(channel => channel.Document)).DistinctBy(document => document.Key).OrderByDescending(document => document.Division.Level);
        return new JsonObject
        {
            ["asked"] = question.Asked.Item.Key,
            ["rule"] = question.Rule.Item.Key,
            ["on"] = $"{question.Rule.On:yyyy-MM-dd}",
            ["documents"] = new JsonArray([.. documents.Select(document => Extract(document, rules, question.Channels))]),
        }.ToJsonString(options);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; it counts as the original did.</summary>
    /// <exception cref="FormatException">It is not a frozen question.</exception>
    public static ConsentQuestion Read(string frozen)
    {
        var root = JsonNode.Parse(frozen) ?? throw new FormatException("Not a frozen question.");
        var documents = root["documents"]!.AsArray().Select(document => PolicyDocument.Parse(document!.ToJsonString(options))).ToList();
        var chain = documents.Select(document => document.Division.Key).Distinct().ToList();
        var view = new PolicyBook(documents).View(chain, DateOnly.ParseExact((string)root["on"]!, "yyyy-MM-dd"));
        return ConsentQuestion.For(view, (string)root["asked"]!).SingleOrDefault(question => question.Rule.Item.Key == (string)root["rule"]!) ?? throw new FormatException("The frozen question lacks its rule.");
    }

    private static JsonObject Extract(PolicyDocument document, IEnumerable<PolicyAnswer<ConsentRule>> rules, IEnumerable<PolicyAnswer<ChannelRule>> channels) => new()
    {
        ["key"] = document.Key,
        ["title"] = document.Title,
        ["number"] = document.Number,
        ["issuer"] = document.Issuer,
        ["division"] = new JsonObject
        {
            ["key"] = document.Division.Key,
            ["name"] = document.Division.Name,
            ["level"] = JsonNamingPolicy.CamelCase.ConvertName(document.Division.Level.ToString()),
            ["above"] = new JsonArray([.. document.Division.Above.Select(above => JsonValue.Create(above))]),
        },
        ["issuedOn"] = $"{document.IssuedOn:yyyy-MM-dd}",
        ["inForceFrom"] = $"{document.InForceFrom:yyyy-MM-dd}",
        ["inForceTo"] = document.InForceTo is { } to ? $"{to:yyyy-MM-dd}" : null,
        ["consent"] = Items(document, rules),
        ["channels"] = Items(document, channels),
    };

    private static JsonObject Items<T>(PolicyDocument document, IEnumerable<PolicyAnswer<T>> answers) where T : PolicyItem =>
        new(answers.Where(answer => answer.Document.Key == document.Key).Select(answer => KeyValuePair.Create(answer.Item.Key, JsonNode.Parse(answer.Item.Head.Source))));
}
