using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Policies;

/// <summary>Small policy files of a county that does not exist.</summary>
internal static class TestDocument
{
    public static readonly string[] Chain = ["county", "province", "nation"];

    public static string Json(string sections = "", string key = "test", string division = "county", string from = "2020-01-01", string? to = null) => $$"""
        {
          "key": "{{key}}", "title": "试验方案", "number": "试〔2020〕1号", "issuer": "试验县人民政府",
          "division": { "key": "{{division}}", "name": "试验县", "level": "county", "above": [] },
          "issuedOn": "2020-01-01", "inForceFrom": "{{from}}"{{(to is null ? "" : $", \"inForceTo\": \"{to}\"")}}
          {{(sections.Length == 0 ? "" : "," + sections)}}
        }
        """;

    public static PolicyDocument Parse(string sections = "", string key = "test", string division = "county", string from = "2020-01-01", string? to = null) =>
        PolicyDocument.Parse(Json(sections, key, division, from, to));

    public static string Statement(string key, string text) =>
        $$""" "statements": { "{{key}}": { "name": "原则", "clause": "一", "category": "原则", "text": "{{text}}" } } """;

    public static IReadOnlyList<PolicyProblem> ProblemsOf(string json) => Assert.Throws<PolicyFormatException>(() => PolicyDocument.Parse(json)).Problems;

    public static T Item<T>(PolicySection<T> section, string sections) where T : PolicyItem => Parse(sections).Items(section).Single();
}
