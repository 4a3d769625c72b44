using System.Numerics;
using System.Text.Json;

namespace OldEstateRenewal.Verifier;

/// <summary>A share to be reached: numerator and denominator, and whether reaching it exactly is enough.</summary>
public sealed record Bar(BigInteger Part, BigInteger Of, bool Inclusive)
{
    private static readonly string[] excluding = ["过半数", "过半", "超过", "多于", "高于", "大于", "以外"];

    public bool IsMet(long part, long whole) => whole > 0 && (part * Of).CompareTo(whole * Part) is var order && (order > 0 || Inclusive && order == 0);

    public static Bar? Read(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var node) || !node.TryGetProperty("share", out var share)) return null;
        var text = share.GetString()!;
        var inclusive = node.TryGetProperty("inclusive", out var stated) ? stated.GetBoolean() : !excluding.Contains(node.GetProperty("words").GetString());
        if (text.EndsWith('%')) return Percent(text[..^1], inclusive);
        var parts = text.Split('/');
        return new Bar(BigInteger.Parse(parts[0]), parts.Length > 1 ? BigInteger.Parse(parts[1]) : 1, inclusive);
    }

    private static Bar Percent(string text, bool inclusive)
    {
        var decimals = text.Contains('.') ? text.Length - text.IndexOf('.') - 1 : 0;
        return new Bar(BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal)), 100 * BigInteger.Pow(10, decimals), inclusive);
    }
}

public sealed record Way(string Channel, bool Here, bool Signed, int? ProxyLimit);

/// <summary>The rule of a matter, read from the clauses frozen with the ballot by this program's own reading.</summary>
public sealed record Rule(string Asked, string Key, string Scope, string Population, string Counting, IReadOnlyList<string> Units, bool Signed, IReadOnlyList<string> Channels, IReadOnlyList<Way> Ways, bool OfAll, bool NonVotersJoin, bool HasNoBar)
{
    public Bar? Coverage { get; init; }
    public Bar? TakingPartHeads { get; init; }
    public Bar? TakingPartArea { get; init; }
    public Bar? AgreeingHeads { get; init; }
    public Bar? AgreeingArea { get; init; }

    public static Rule? Read(string? frozen)
    {
        try
        {
            return frozen is null ? null : Parse(JsonDocument.Parse(frozen).RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static Rule Parse(JsonElement root)
    {
        var (asked, key) = (root.GetProperty("asked").GetString()!, root.GetProperty("rule").GetString()!);
        var documents = root.GetProperty("documents").EnumerateArray().ToList();
        JsonElement Consent(string name) => documents.Select(document => document.GetProperty("consent")).Where(consent => consent.TryGetProperty(name, out _)).Select(consent => consent.GetProperty(name)).First();
        var rule = Consent(key);
        var none = default(JsonElement);
        JsonElement Part(string name) => rule.TryGetProperty(name, out var node) ? node : none;
        var (participation, approval, unanimous) = (Part("participation"), Part("approval"), Flag(rule, "unanimous"));
        var everybody = new Bar(1, 1, true);
        Bar? Of(JsonElement node, string name) => node.ValueKind == JsonValueKind.Object ? Bar.Read(node, name) : null;
        return new Rule(asked, key, Text(Consent(asked), "scope") ?? Text(rule, "scope") ?? "estate", Text(rule, "population")!, Text(rule, "counting") ?? "oneHeadPerBuyer", List(rule, "units") is { Count: > 0 } units ? units : ["dwelling"],
            Flag(rule, "signed"), List(rule, "channels"), documents.SelectMany(WaysOf).ToList(), unanimous || approval.ValueKind == JsonValueKind.Object && Text(approval, "of") == "all", Flag(rule, "nonVotersJoinMajority"),
            !unanimous && participation.ValueKind != JsonValueKind.Object && approval.ValueKind != JsonValueKind.Object && Part("coverage").ValueKind != JsonValueKind.Object)
        {
            Coverage = Bar.Read(rule, "coverage"),
            TakingPartHeads = Of(participation, "heads"),
            TakingPartArea = Of(participation, "area"),
            AgreeingHeads = unanimous ? everybody : Of(approval, "heads"),
            AgreeingArea = Of(approval, "area"),
        };
    }

    private static IEnumerable<Way> WaysOf(JsonElement document) => document.GetProperty("channels").EnumerateObject().Select(each => each.Value)
        .Select(way => new Way(Text(way, "channel")!, (Text(way, "held") ?? "here") == "here", Flag(way, "signed"), way.TryGetProperty("proxyLimit", out var limit) ? limit.GetInt32() : null));

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static bool Flag(JsonElement node, string name) => node.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private static List<string> List(JsonElement node, string name) => node.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(each => each.GetString()!).ToList() : [];
}
