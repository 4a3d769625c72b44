using OldEstateRenewal.Domain.Policies;
using static OldEstateRenewal.Domain.Tests.Policies.TestDocument;

namespace OldEstateRenewal.Domain.Tests.Policies;

public sealed class PolicyViewTests
{
    [Fact]
    public void Find_NearerDivisionHasSpoken_NearerAnswers() => Assert.Equal("县", Find("2021-01-01",
        Parse(Statement("a", "省"), "p", "province"), Parse(Statement("a", "县"), "c"))!.Item.Text);

    [Fact]
    public void Find_NearerDivisionIsSilent_FartherAnswersAndSaysWho()
    {
        var answer = Find("2021-01-01", Parse(Statement("a", "省"), "p", "province"), Parse(Statement("b", "县"), "c"))!;
        Assert.Equal(("省", "p"), (answer.Item.Text, answer.Document.Key));
        Assert.Null(answer.Warning);
    }

    [Fact]
    public void Find_NullItem_IsRepealedAndDoesNotFallBack() => Assert.Null(Find("2021-01-01",
        Parse(Statement("a", "省"), "p", "province"), Parse("\"statements\": { \"a\": null }", "c")));

    [Fact]
    public void Find_TwoInForce_NewestWins() => Assert.Equal("新", Find("2022-01-01",
        Parse(Statement("a", "旧"), "old"), Parse(Statement("a", "新"), "new", from: "2021-06-01"))!.Item.Text);

    [Fact]
    public void Find_DayBeforeTheNewerBegins_OlderAnswers() => Assert.Equal("旧", Find("2021-05-31",
        Parse(Statement("a", "旧"), "old"), Parse(Statement("a", "新"), "new", from: "2021-06-01"))!.Item.Text);

    [Fact]
    public void Find_NewerExpired_OlderInForceAnswers() => Assert.Equal("旧", Find("2023-01-01",
        Parse(Statement("a", "旧"), "old"), Parse(Statement("a", "新"), "new", from: "2021-06-01", to: "2022-12-31"))!.Item.Text);

    [Fact]
    public void Find_LocalRuleExpired_AnswersWithWarningInsteadOfSuperior()
    {
        var answer = Find("2021-01-01", Parse(Statement("a", "省"), "p", "province"), Parse(Statement("a", "县"), "c", to: "2020-12-31"))!;
        Assert.Equal("县", answer.Item.Text);
        Assert.Equal("依据已于2020-12-31失效", answer.Warning);
    }

    [Fact]
    public void Find_NobodyHasBegun_AnswersWithWarning()
    {
        var answer = Find("2019-06-30", Parse(Statement("a", "县"), "c"))!;
        Assert.Equal(PolicyValidity.NotYetInForce, answer.Validity);
        Assert.Contains("2020-01-01起施行", answer.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NobodyHasSpoken_IsNull() => Assert.Null(Find("2021-01-01", Parse(Statement("b", "县"), "c")));

    [Fact]
    public void All_KeysOfTheWholeChain_AreAnsweredOnce()
    {
        var book = new PolicyBook([Parse(Statement("a", "省"), "p", "province"), Parse(Statement("a", "县"), "c"), Parse(Statement("b", "县"), "d", from: "2020-02-01")]);
        Assert.Equal(["县", "县"], book.View(Chain, new(2021, 1, 1)).All(PolicySections.Statements).Select(answer => answer.Item.Text));
    }

    [Fact]
    public void With_SameKey_ReplacesTheDocument()
    {
        var book = new PolicyBook([Parse(Statement("a", "旧"))]).With([Parse(Statement("a", "新"))]);
        Assert.Equal("新", book.View(Chain, new(2021, 1, 1)).Find(PolicySections.Statements, "a")!.Item.Text);
    }

    private static PolicyAnswer<PolicyStatement>? Find(string on, params PolicyDocument[] documents) =>
        new PolicyBook(documents).View(Chain, TheFive.Day(on)).Find(PolicySections.Statements, "a");
}
