using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Consent;

public sealed class ThresholdTests
{
    private static PolicyDocument Parse(string threshold) => PolicyDocument.Parse($$"""
        { "key": "x", "title": "x", "issuer": "x", "division": { "key": "x", "name": "x", "level": "county", "above": [] }, "issuedOn": "2026-01-01", "inForceFrom": "2026-01-01",
          "consent": { "m": { "name": "m", "clause": "1", "basis": "opinion", "population": "dwellings", "scope": "estate", "coverage": {{threshold}} } } }
        """);

    [Theory]
    [InlineData("""{ "share": "1/2", "words": "以上" }""", 120, 60, "1/2以上（含本数）")]
    [InlineData("""{ "share": "1/2", "words": "过半数" }""", 120, 61, "过半数（不含半数）")]
    [InlineData("""{ "share": "1/2", "words": "过半数" }""", 121, 61, "过半数（不含半数）")]
    [InlineData("""{ "share": "80%", "words": "以上" }""", 16, 13, "80%以上（含本数）")]
    [InlineData("""{ "share": "0.75", "words": "超过" }""", 16, 13, "超过3/4（不含本数）")]
    [InlineData("""{ "share": "2/3", "words": "不少于" }""", 180, 120, "不少于2/3（含本数）")]
    [InlineData("""{ "share": "2/3", "words": "够", "inclusive": false }""", 180, 121, "够2/3（不含本数）")]
    [InlineData("""{ "share": "1", "words": "全体" }""", 12, 12, "全体")]
    public void Read_RoundingWords_DecideWhetherTheNumberItselfIsEnough(string json, long whole, int least, string words)
    {
        var threshold = Parse(json).Items(PolicySections.Consent).Single().Coverage!;

        Assert.Equal((least, words), ((int)threshold.Least(whole), threshold.ToString()));
        Assert.True(threshold.IsMet(least, whole));
        Assert.False(threshold.IsMet(least - 1, whole));
        Assert.False(threshold.IsMet(0, 0));
    }

    [Theory]
    [InlineData("""{ "share": "2/3", "words": "够" }""", "$.consent.m.coverage.inclusive")]
    [InlineData("""{ "share": "60%", "words": "过半数" }""", "$.consent.m.coverage.share")]
    [InlineData("""{ "share": "1/2", "words": "过半数", "inclusive": true }""", "$.consent.m.coverage.share")]
    [InlineData("""{ "share": "3/2", "words": "以上" }""", "$.consent.m.coverage.share")]
    [InlineData("""{ "share": "80%", "words": "以下" }""", "$.consent.m.coverage.words")]
    [InlineData("""{ "share": "80%", "words": "以内" }""", "$.consent.m.coverage.words")]
    [InlineData("""{ "share": "80%", "words": "不超过" }""", "$.consent.m.coverage.words")]
    [InlineData("""{ "share": "80%", "words": "不足" }""", "$.consent.m.coverage.words")]
    [InlineData("""{ "share": "80%", "words": "少于", "inclusive": true }""", "$.consent.m.coverage.words")]
    [InlineData("""{ "share": "80%", "words": "低于" }""", "$.consent.m.coverage.words")]
    public void Read_WordsThatContradict_AreNamed(string json, string path) =>
        Assert.Contains(Assert.Throws<PolicyFormatException>(() => Parse(json)).Problems, problem => problem.Path == path);
}
