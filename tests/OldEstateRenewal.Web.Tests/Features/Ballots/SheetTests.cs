using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>A stack of paper sheets, entered by their codes without scripts.</summary>
public sealed class SheetTests(PortalFixture fixture)
{
    private const string PlanEntry = "plan-entry/plan-entry";
    private const string Question = "1. 纳入年度改造计划";

    [Fact]
    public async Task Sheet_ByItsCode_IsRecordedAsASignedPaperVoteAndTheNextIsAskedFor()
    {
        var (stage, ballot, codes) = await StackAsync(2);
        var page = await (await stage.Bureau.GetAsync($"/ballots/{ballot}")).FollowAsync("按票号录入");

        page = await page.Fill("票号", codes[0]).Answer(Question, "1 同意").PressAsync("保存");

        Assert.Equal("已录入 1号楼 1单元 101。请录下一张。", page.Notice);
        Assert.Equal("", page.Value("票号"));
        Assert.Contains("已录 1/2 套", page.Text, StringComparison.Ordinal);
        Assert.Equal(["1号楼 1单元 101 业*", codes[0], "同意"], page.Rows()[0][..3]);
        Assert.Equal(1, await CountAsync(stage, $"ballot_id = '{ballot}' and channel = 'Paper' and signed and choice = 'Agree'"));
    }

    [Fact]
    public async Task Sheet_ScannedAlone_ShowsTheDwellingAndAsksForTheChoice()
    {
        var (stage, ballot, codes) = await StackAsync(1);
        var page = await stage.Bureau.GetAsync($"/ballots/{ballot}/sheets");

        page = await page.Fill("票号", $"{codes[0][..4]}　{codes[0][4..]}").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains("请选择票上的意见", page.Problem, StringComparison.Ordinal);
        Assert.Contains("1号楼 1单元 101", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("已录入", (await page.Answer(Question, "2 不同意").PressAsync("保存")).Notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "请输入或扫描票号")]
    [InlineData("1234", "票号是 8 位数字")]
    [InlineData("1234567x", "票号是 8 位数字")]
    [InlineData("slip", "校验位不符")]
    [InlineData("stranger", "没有这个票号")]
    public async Task Sheet_WithAWrongCode_SaysWhatIsWrongAndRecordsNothing(string typed, string message)
    {
        var (stage, ballot, codes) = await StackAsync(1);
        var stranger = Enumerable.Range(1000000, 2).Select(number => $"{number}{BallotRoll.CheckDigit($"{number}")}").First(code => code != codes[0]);
        var slip = codes[0][..^1] + (char)('0' + (codes[0][^1] - '0' + 1) % 10);
        var page = await stage.Bureau.GetAsync($"/ballots/{ballot}/sheets");

        page = await page.Fill("票号", typed switch { "slip" => slip, "stranger" => stranger, _ => typed }).Answer(Question, "1 同意").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains(message, page.Wrong("票号"), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(stage, $"ballot_id = '{ballot}'"));
    }

    [Fact]
    public async Task Sheet_AlreadyEntered_ShowsWhatStandsAndIsSettledByAPerson()
    {
        var (stage, ballot, codes) = await StackAsync(1);
        await BallotStage.VoteAsync(stage.Bureau, ballot, (await stage.DwellingsAsync())![0], "Agree");
        var page = await stage.Bureau.GetAsync($"/ballots/{ballot}/sheets");

        var asked = await page.Fill("票号", codes[0]).Answer(Question, "2 不同意").PressAsync("保存");

        Assert.Equal(422, asked.Status);
        Assert.Contains("已有录入", asked.Problem, StringComparison.Ordinal);
        Assert.Contains("现有记录：同意，入户", asked.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(stage, $"ballot_id = '{ballot}' and choice = 'Oppose'"));
        Assert.StartsWith("已录入", (await asked.PressAsync("保存")).Notice, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(stage, $"ballot_id = '{ballot}' and choice = 'Oppose' and supersedes_id is not null"));
        var again = await (await stage.Bureau.GetAsync($"/ballots/{ballot}/sheets")).Fill("票号", codes[0]).Answer(Question, "2 不同意").PressAsync("保存");
        Assert.Contains("内容相同，不必再录", again.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_AfterAQuestionAboutAnother_IsNotTakenForIt()
    {
        var (stage, ballot, codes) = await StackAsync(2);
        await BallotStage.VoteAsync(stage.Bureau, ballot, (await stage.DwellingsAsync())![0], "Agree");
        var asked = await (await stage.Bureau.GetAsync($"/ballots/{ballot}/sheets")).Fill("票号", codes[0]).Answer(Question, "2 不同意").PressAsync("保存");

        var page = await asked.Fill("票号", codes[1]).PressAsync("保存");

        Assert.Equal("已录入 1号楼 1单元 102。请录下一张。", page.Notice);
        Assert.Equal(1, await CountAsync(stage, $"ballot_id = '{ballot}' and choice = 'Oppose'"));
    }

    [Fact]
    public async Task Undo_OfOnesOwnSheet_TakesItBackAndItCanBeEnteredAgain()
    {
        var (stage, ballot, codes) = await StackAsync(1);
        var page = await (await stage.Bureau.GetAsync($"/ballots/{ballot}/sheets")).Fill("票号", codes[0]).Answer(Question, "1 同意").PressAsync("保存");

        page = await page.PressAsync("撤回");

        Assert.Equal("已撤回，此户现为未录入。", page.Notice);
        Assert.Contains("已录 0/1 套", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("撤回"));
        Assert.StartsWith("已录入", (await page.Fill("票号", codes[0]).Answer(Question, "3 弃权").PressAsync("保存")).Notice, StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync(stage, $"ballot_id = '{ballot}'"));
    }

    [Fact]
    public async Task Undo_OfAnothersSheet_TakesNothingBack()
    {
        var (stage, ballot, codes) = await StackAsync(1);
        await (await stage.Bureau.GetAsync($"/ballots/{ballot}/sheets")).Fill("票号", codes[0]).Answer(Question, "1 同意").PressAsync("保存");
        var act = await stage.County.Portal.Sql.AskAppAsync<Guid>(stage.County.Scope, $"select act_id from portal.ballot_votes where ballot_id = '{ballot}'");

        var page = await (await stage.County.ClerkAsync()).ForgeAsync($"/ballots/{ballot}/sheets/reversals", ("ActId", $"{Guid.NewGuid()}"), ("OfActId", $"{act}"));

        Assert.Contains("没有可撤回的", page.Notice, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(stage, $"ballot_id = '{ballot}'"));
    }

    [Fact]
    public async Task Sheet_SentTwice_IsOneVote()
    {
        var (stage, ballot, codes) = await StackAsync(1);
        var act = ("ActId", $"{Guid.CreateVersion7()}");
        var matter = await stage.County.Portal.Sql.AskAppAsync<Guid>(stage.County.Scope, $"select id from portal.ballot_matters where ballot_id = '{ballot}'");

        foreach (var _ in Enumerable.Range(0, 2)) await stage.Bureau.ForgeAsync($"/ballots/{ballot}/sheets", act, ("Code", codes[0]), ($"Choices[{matter}]", "Agree"), ("Signed", "true"));

        Assert.Equal(1, await CountAsync(stage, $"ballot_id = '{ballot}'"));
    }

    [Fact]
    public async Task Sheets_AfterTheClose_AreRefused()
    {
        var (stage, ballot, codes) = await StackAsync(1);
        var page = await stage.Bureau.GetAsync($"/ballots/{ballot}/sheets");
        await stage.CloseAsync(ballot);

        page = await page.Fill("票号", codes[0]).Answer(Question, "1 同意").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains("已截止，不再收票", page.Problem, StringComparison.Ordinal);
        Assert.False(page.HasButton("保存"));
    }

    private async Task<(BallotStage Stage, Guid Ballot, string[] Codes)> StackAsync(int homes)
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(homes));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var codes = await stage.County.Portal.Sql.AskAppAsync<string[]>(stage.County.Scope, $"select array_agg(sheet_code order by storey, position) from portal.roll_entries where ballot_id = '{ballot}'");
        return (stage, ballot, codes!);
    }

    private static Task<long> CountAsync(BallotStage stage, string where) => stage.County.Portal.Sql.AskAppAsync<long>(stage.County.Scope, $"select count(*) from portal.ballot_votes where {where}");
}
