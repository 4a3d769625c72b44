using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>An owner with a receipt and no account.</summary>
public sealed class ReceiptTests(PortalFixture fixture)
{
    private const string PlanEntry = "plan-entry/plan-entry";

    [Fact]
    public async Task Receipt_BeforeAndAfterTheVoteAndTheClose_ShowsTheOwnVoteAndNobodyElses()
    {
        var stage = await BallotStage.MakeAsync(fixture, [("诸葛清风", 90m), ("皇甫明月", 80m)]);
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var (owner, code, homes) = (Clerk.Anonymous(fixture.Portal), await CodeAsync(stage, ballot, 1), (await stage.DwellingsAsync())!);

        var before = await AskAsync(owner, stage.County.Tenant.Key, code);
        await BallotStage.VoteAsync(stage.Bureau, ballot, homes[0], "Oppose");
        await BallotStage.VoteAsync(stage.Bureau, ballot, homes[1], "Agree");
        var open = await AskAsync(owner, stage.County.Tenant.Key.ToUpperInvariant(), code.ToLowerInvariant().Replace(" ", "-", StringComparison.Ordinal));
        await stage.CloseAsync(ballot);
        var closed = await AskAsync(owner, stage.County.Tenant.Key, code);

        Assert.Contains("没有记录到本户的意见", before.Text, StringComparison.Ordinal);
        Assert.Contains("1号楼 1单元 101", open.Text, StringComparison.Ordinal);
        Assert.Contains("本户的意见：不同意（入户，", open.Text, StringComparison.Ordinal);
        Assert.Contains("已计入", open.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("结果：", open.Text, StringComparison.Ordinal);
        Assert.Contains("结果：未通过", closed.Text, StringComparison.Ordinal);
        foreach (var page in new[] { before, open, closed })
        {
            Assert.Equal("/receipts", page.Address);
            Assert.DoesNotContain(code[..4], page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("102", page.Text, StringComparison.Ordinal);
            foreach (var name in new[] { "诸葛", "皇甫", stage.Bureau.Person!.UserName }) Assert.DoesNotContain(name, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Receipt_OfAVoteThatIsNotSigned_SaysThatItDoesNotCountAndWhy()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(1), ["linqu", "weifang", "shandong", "nation"]);
        var ballot = (await stage.OpenAsync("scheme/fund-use")).Id;
        await stage.Bureau.ForgeAsync($"/ballots/{ballot}/votes", ("ActId", $"{Guid.CreateVersion7()}"), ("DwellingId", $"{(await stage.DwellingsAsync())![0]}"), ("Choice", "Agree"), ("Channel", "Paper"), ("Signed", "false"));

        var page = await AskAsync(Clerk.Anonymous(fixture.Portal), stage.County.Tenant.Key, await CodeAsync(stage, ballot, 1));

        Assert.Contains("未计入", page.Text, StringComparison.Ordinal);
        Assert.Contains("尚未签字", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_UnknownForeignOrOfNoCounty_LooksTheSame()
    {
        var (stage, other) = (await BallotStage.MakeAsync(fixture, BallotStage.Homes(1)), await fixture.CountyAsync());
        var code = await CodeAsync(stage, (await stage.OpenAsync(PlanEntry)).Id, 1);
        var owner = Clerk.Anonymous(fixture.Portal);

        var foreign = await AskAsync(owner, other.Tenant.Key, code);
        var unknown = await AskAsync(owner, stage.County.Tenant.Key, new string('A', 26));
        var nowhere = await AskAsync(owner, "nowhere", code);

        Assert.All(new[] { foreign, unknown, nowhere }, page => Assert.Equal(422, page.Status));
        Assert.Single(new[] { foreign, unknown, nowhere }.Select(page => page.Problem).Distinct());
        Assert.StartsWith("没有查到", foreign.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opinion_OnLine_IsTakenOnceChangedByItsOwnerAndNeverOverAClerksRecord()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var (owner, code, county) = (Clerk.Anonymous(fixture.Portal), await CodeAsync(stage, ballot, 1), stage.County.Tenant.Key);
        var opened = await AskAsync(owner, county, code);
        Assert.Contains("不是法定表决", opened.Text, StringComparison.Ordinal);

        var taken = await opened.Answer("纳入年度改造计划", "不同意").PressAsync("提交意见");
        var again = await opened.PressAsync("提交意见");
        var changed = await (await AskAsync(owner, county, code)).Answer("纳入年度改造计划", "同意").PressAsync("提交意见");

        Assert.All(new[] { taken, again, changed }, page => Assert.StartsWith("已收到您的意见", page.Notice, StringComparison.Ordinal));
        Assert.Equal(2, await stage.County.Portal.Sql.AskAppAsync<long>(stage.County.Scope, $"select count(*) from portal.ballot_votes where ballot_id = '{ballot}'"));
        Assert.Contains("本户的意见：同意（线上，", (await AskAsync(owner, county, code)).Text, StringComparison.Ordinal);
        var late = await AskAsync(owner, county, await CodeAsync(stage, ballot, 2));
        await BallotStage.VoteAsync(stage.Bureau, ballot, (await stage.DwellingsAsync())![1], "Agree");
        var refused = await late.Answer("纳入年度改造计划", "不同意").PressAsync("提交意见");
        Assert.Equal(422, refused.Status);
        Assert.Contains("已有工作人员录入的意见", refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opinion_OnLine_IsNotOfferedForAStatutoryVoteNorTakenByAForgedTicket()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(1), ["linqu", "weifang", "shandong", "nation"]);
        var ballot = (await stage.OpenAsync("scheme/fund-use")).Id;
        var owner = Clerk.Anonymous(fixture.Portal);

        var page = await AskAsync(owner, stage.County.Tenant.Key, await CodeAsync(stage, ballot, 1));
        var forged = await owner.PostAsync("/receipts/opinions", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", (await owner.OpenAsync("/receipts")).Token!), KeyValuePair.Create("Ticket", "CfDJ8AAAA"), KeyValuePair.Create("ActId", $"{Guid.NewGuid()}"), KeyValuePair.Create($"Choices[{Guid.NewGuid()}]", "Agree")]));

        Assert.DoesNotContain("提交意见", page.Html, StringComparison.Ordinal);
        Assert.Equal(422, forged.Status);
        Assert.Contains("已失效", forged.Problem, StringComparison.Ordinal);
        Assert.Equal(0, await stage.County.Portal.Sql.AskAppAsync<long>(stage.County.Scope, $"select count(*) from portal.ballot_votes where ballot_id = '{ballot}'"));
    }

    [Fact]
    public async Task Receipt_InTheAddress_IsNeverTaken()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(1));
        var code = await CodeAsync(stage, (await stage.OpenAsync(PlanEntry)).Id, 1);

        var page = await Clerk.Anonymous(fixture.Portal).OpenAsync($"/receipts?county={stage.County.Tenant.Key}&code={Uri.EscapeDataString(code)}");

        Assert.Equal("表决回执查询", page.Heading);
        Assert.Equal(stage.County.Tenant.Key, page.Value("县（市、区）代码"));
        Assert.Equal("", page.Value("回执码"));
    }

    [Fact]
    public async Task Receipt_TriedTooOften_IsHeldBackForAWhile()
    {
        await using var portal = await TestPortal.StartAsync(await fixture.CloneAsync());
        var owner = Clerk.Anonymous(portal);
        Page? page = null;

        for (var i = 0; i <= ReceiptLimit.PerMinute; i++) page = await AskAsync(owner, "nowhere", "ABCD");

        Assert.Equal(429, page!.Status);
        Assert.Contains("请过一分钟再试", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await owner.OpenAsync("/receipts")).Status);
    }

    [Theory]
    [InlineData("abcd efgh", "ABCDEFGH")]
    [InlineData("ＡＢ１２－３４", "AB1234")]
    [InlineData("oil0", "0110")]
    [InlineData(null, "")]
    public void Read_AsPeopleType_IsTheCodeThatWasMeant(string? typed, string code) => Assert.Equal(code, ReceiptCode.Read(typed));

    private static async Task<Page> AskAsync(Clerk owner, string county, string code) => await (await owner.OpenAsync("/receipts")).Fill("县（市、区）代码", county).Fill("回执码", code).PressAsync("查询");

    private static async Task<string> CodeAsync(BallotStage stage, Guid ballot, int dwelling)
    {
        var text = await Papers.PdfTextAsync(await stage.Bureau.DownloadAsync($"/ballots/{ballot}/papers/{stage.Building}.pdf"));
        return PaperTests.Receipt().Matches(text)[dwelling - 1].Value["回执码".Length..].Trim();
    }
}
