using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Tests.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class RenewalProcessTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData(0, "survey round-1 plan scheme county-review round-2 approval tender start works satisfaction acceptance handover property settlement archive")]
    [InlineData(1, "survey plan scheme approval tender start works acceptance confirmation handover property settlement archive")]
    [InlineData(2, "survey round-1 recognition report plan feasibility scheme tender ready start works acceptance formalities handover property settlement archive")]
    [InlineData(3, "survey round-1 plan scheme notice city-review approval tender start basically-done works satisfaction acceptance handover property settlement archive")]
    [InlineData(4, "survey round-1 plan scheme round-2 approval tender start works acceptance handover property settlement archive")]
    public void Of_EachOfTheFive_HasItsOwnStagesInItsOwnOrder(int which, string expected) =>
        Assert.Equal(expected.Split(' '), Process(which).Stages.Select(stage => stage.Item.Key));

    [Fact]
    public void Of_TheFive_CanBeWalkedToTheEnd() => Assert.All(Enumerable.Range(0, 5), which => Assert.Empty(Process(which).Problems()));

    [Fact]
    public void Of_TheFive_AsksOnlyForStagesThatSomeDocumentKnows() => Assert.All(Enumerable.Range(0, 5), which =>
        Assert.All(Process(which).Stages, stage => Assert.All(stage.Item.After, before => Assert.True(Known.Contains(before), before))));

    [Fact]
    public void Of_Ruicheng_NothingIsDoneBeforeTheCitysReview()
    {
        var process = Process(3);
        Assert.Equal(["city-review"], process.Find("approval")!.Item.After);
        Assert.Equal("经会审通过后，方可开展后续工作", process.Find("city-review")!.Citation.Quote);
        Assert.Equal(GateKind.NoticeEnded, Assert.Single(process.Find("notice")!.Item.Gates).Kind);
    }

    [Fact]
    public void MayReach_StageBeforeItMissing_IsFailedAndNamed()
    {
        var process = Process(0);
        var standing = process.Find("start")!.Item.MayReach(new ProcessFacts(Days("round-2"), NoGates, new HashSet<string> { "permit" }), process.Names);

        Assert.Equal(Outcome.Failed, standing.Outcome);
        Assert.Equal("after:tender", Assert.Single(standing.Parts, part => part.Outcome == Outcome.Failed).Key);
    }

    [Fact]
    public void MayReach_PaperMissing_IsFailed()
    {
        var process = Process(0);
        var standing = process.Find("start")!.Item.MayReach(new ProcessFacts(Days("round-2", "tender"), NoGates, new HashSet<string>()), process.Names);

        Assert.Equal("paper:permit", Assert.Single(standing.Parts, part => part.Outcome != Outcome.Passed).Key);
    }

    [Fact]
    public void MayReach_GateThatNobodyAnswered_IsUnknownAndNeverOpen()
    {
        var process = Process(0);
        var standing = process.Find("county-review")!.Item.MayReach(new ProcessFacts(Days("scheme"), NoGates, new HashSet<string>()), process.Names);

        Assert.Equal(Outcome.Unknown, standing.Outcome);
    }

    [Fact]
    public void MayReach_AllThere_IsPassed()
    {
        var process = Process(0);
        var stage = process.Find("county-review")!.Item;
        var gate = Reason.Single("review", "联合审查", Outcome.Passed, "通过", stage.Citation);

        Assert.Equal(Outcome.Passed, stage.MayReach(new ProcessFacts(Days("scheme"), new Dictionary<string, Reason> { ["review"] = gate }, new HashSet<string>()), process.Names).Outcome);
    }

    [Fact]
    public void MayReach_StageBeforeItRepealed_IsNotAskedFor()
    {
        // Tai'an votes on no scheme: the start follows the tender alone.
        var process = Process(1);
        Assert.Equal(Outcome.Passed, process.Find("start")!.Item.MayReach(new ProcessFacts(Days("tender"), NoGates, new HashSet<string> { "permit" }), process.Names).Outcome);
    }

    [Theory]
    [InlineData("2026-11-22", "晚于今天")]
    [InlineData("2026-05-31", "早于前置环节：招标和签订合同（2026-06-01）")]
    [InlineData("2026-06-01", null)]
    [InlineData("2026-11-21", null)]
    public void WhyNotOn_DayOfAStage_LiesBetweenItsForerunnersAndToday(string on, string? expected)
    {
        var process = Process(0);
        var facts = new ProcessFacts(new Dictionary<string, DateOnly> { ["tender"] = new(2026, 6, 1), ["round-2"] = new(2026, 3, 1) }, NoGates, new HashSet<string>());

        var why = process.Find("start")!.Item.WhyNotOn(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), Day, facts, process.Names);

        if (expected is null) Assert.Null(why);
        else Assert.Contains(expected, why, StringComparison.Ordinal);
    }

    [Fact]
    public void Current_NothingReached_IsTheFirstStageAlone() => Assert.Equal(["survey"], Process(0).Current(new HashSet<string>()).Select(stage => stage.Key));

    [Fact]
    public void Current_AfterTheReview_VoteAndApprovalGoOnTogether() =>
        Assert.Equal(["round-2", "approval"], Process(0).Current(new HashSet<string> { "survey", "round-1", "plan", "scheme", "county-review" }).Select(stage => stage.Key));

    [Fact]
    public void Problems_TwoStagesAfterEachOther_AreNamed()
    {
        var circle = TestDocument.Parse("""
            "process": {
              "a": { "name": "甲", "clause": "一", "order": 1, "body": "x", "kind": "department", "after": ["b"] },
              "b": { "name": "乙", "clause": "一", "order": 2, "body": "x", "kind": "department", "after": ["a"] }
            }
            """);

        Assert.Equal(2, RenewalProcess.Of(new PolicyBook([circle]).View(TestDocument.Chain, Day)).Problems().Count);
    }

    [Fact]
    public void Shipped_EveryStageOfTheFive_QuotesItsWords() =>
        Assert.All(PolicyBook.Shipped.Documents.Where(document => document.Key != "national-2020").SelectMany(document => document.Items(PolicySections.Process)), stage => Assert.False(string.IsNullOrEmpty(stage.Citation.Quote), stage.Key));

    private static readonly HashSet<string> Known = [.. PolicyBook.Shipped.Documents.SelectMany(document => document.Items(PolicySections.Process)).Select(stage => stage.Key)];

    private static readonly IReadOnlyDictionary<string, Reason> NoGates = new Dictionary<string, Reason>();

    private static RenewalProcess Process(int which) => RenewalProcess.Of(PolicyBook.Shipped.View(
        new[] { TheFive.Linqu, TheFive.Taian, TheFive.Jingyuan, TheFive.Ruicheng, TheFive.Liaocheng }[which], Day));

    private static Dictionary<string, DateOnly> Days(params string[] stages) => stages.ToDictionary(stage => stage, _ => new DateOnly(2026, 1, 1));
}
