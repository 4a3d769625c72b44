using System.Text.Json;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>One test of a simplified procedure as answered: yes or no, by whom, on which day.</summary>
public sealed record ReviewAnswer(bool Holds, string By, DateOnly On);

/// <summary>The tests that the documents ask of a project for a simplified procedure (低风险条件 …), answered; a test that several rules ask is answered once.</summary>
public sealed record ReviewAnswers(Dictionary<string, ReviewAnswer> Tests)
{
    public static ReviewAnswers Read(string json) => json == "{}" ? new ReviewAnswers([]) : JsonSerializer.Deserialize<ReviewAnswers>(json) ?? new ReviewAnswers([]);

    public string Write() => JsonSerializer.Serialize(this);

    public IReadOnlyDictionary<string, bool?> Values => Tests.ToDictionary(test => test.Key, test => (bool?)test.Value.Holds);

    /// <summary>The rules whose tests can be answered for a project: those that bring a time limit or spare a permit.</summary>
    public static IReadOnlyList<PolicyAnswer<ApprovalRule>> RulesOf(PolicyView view) => view.All(PolicySections.Approvals).Where(rule => rule.Item.Tests.Count > 0).OrderByDescending(rule => rule.Item.Limit is not null).ToList();

    public static IReadOnlyList<ApprovalTest> TestsOf(PolicyView view) => RulesOf(view).SelectMany(rule => rule.Item.Tests).DistinctBy(test => test.Key).ToList();
}
