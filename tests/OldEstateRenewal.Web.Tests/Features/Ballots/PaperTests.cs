using System.Text.RegularExpressions;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>What is printed for a building, read with other programs.</summary>
public sealed partial class PaperTests(PortalFixture fixture)
{
    private const string PlanEntry = "plan-entry/plan-entry";

    [Fact]
    public async Task Pack_OfABuilding_HoldsInstructionBallotsConfirmationAndMaskedRoll()
    {
        var stage = await BallotStage.MakeAsync(fixture, [("欧阳明珠", 88.25m), ("尉迟长风", 100m), ("建国", 61m)]);
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var street = await stage.County.ClerkAsync(Role.Street, "城关街道");

        var pages = await PagesAsync(street, $"/ballots/{ballot}/papers/{stage.Building}.pdf");

        Assert.Equal(6, pages.Length);
        Assert.Contains("第一轮征询说明", pages[0], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.DoesNotContain("表决票", page, StringComparison.Ordinal));
        Assert.Contains("2099年12月31日 18:00", pages[0], StringComparison.Ordinal);
        Assert.Contains("是否同意本小区列入改造计划。", pages[0], StringComparison.Ordinal);
        Assert.Contains("80%以上", pages[0], StringComparison.Ordinal);
        Assert.Equal(["欧阳明珠", "尉迟长风", "建国"], pages[1..4].Select(page => Owner().Match(page).Value));
        Assert.Contains("88.25 ㎡（登记）", pages[1], StringComparison.Ordinal);
        Assert.All(pages[1..4], page => Assert.Matches(@"同意\s+不同意\s+弃权", page));
        Assert.Contains("签字确认表", pages[4], StringComparison.Ordinal);
        Assert.Contains("欧阳明珠", pages[4], StringComparison.Ordinal);
        Assert.Contains("征询名册", pages[5], StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳明珠", pages[5], StringComparison.Ordinal);
        Assert.Contains("欧*", pages[5], StringComparison.Ordinal);
        Assert.Contains("249.25", pages[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pack_Sheet_CarriesItsCodeAsDigitsAndQrAndAReceiptThatOpens()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(1));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var code = await stage.County.Portal.Sql.AskAppAsync<string>(stage.County.Scope, $"select sheet_code from portal.roll_entries where ballot_id = '{ballot}'");

        var pdf = await stage.Bureau.DownloadAsync($"/ballots/{ballot}/papers/{stage.Building}.pdf");
        var sheet = (await Papers.PdfTextAsync(pdf)).Split('\f')[1];

        Assert.Contains($"{code![..4]} {code[4..]}", sheet, StringComparison.Ordinal);
        Assert.Matches(Receipt(), sheet);
        var codes = await Papers.QrCodesAsync(pdf, page: 2);
        Assert.Contains(code, codes);
        Assert.Contains($"https://portal.test/receipts?county={stage.County.Tenant.Key}", codes);
        Assert.Equal(2, codes.Length);
    }

    [Fact]
    public async Task Pack_WithManyLongMatters_LeavesNoneOutAndKeepsTheSignature()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(1));
        var form = await stage.Bureau.GetAsync($"/estates/{stage.Estate}/ballots/new");
        var keys = form.Document.QuerySelectorAll("input[name=Matters]").Cast<AngleSharp.Html.Dom.IHtmlInputElement>().Select(box => box.Value).Take(12).ToArray();
        var titles = keys.Select((_, i) => $"第{i + 1}问" + new string('字', 190)).ToArray();
        foreach (var box in form.Document.QuerySelectorAll("input[name=Matters]").Cast<AngleSharp.Html.Dom.IHtmlInputElement>()) box.IsChecked = keys.Contains(box.Value);
        for (var i = 0; i < keys.Length; i++) ((AngleSharp.Html.Dom.IHtmlInputElement)form.Document.QuerySelector($"input[name='Titles[{keys[i]}]']")!).Value = titles[i];
        var page = await form.Fill("名称", "多事项").Fill("交付表决的内容", new string('文', 4900)).Fill("截止日期", "2099-12-31").PressAsync("保存");
        page = await (await page.PressAsync("名册已核对")).Fill("公示地点、时间", "公告栏").PressAsync("公示名册");
        var ballot = (await page.PressAsync("开始")).Id;

        var text = await Papers.PdfTextAsync(await stage.Bureau.DownloadAsync($"/ballots/{ballot}/papers/{stage.Building}.pdf"));

        Assert.All(Enumerable.Range(1, keys.Length), number => Assert.Equal(2, Regex.Count(text, $"第{number}问")));
        Assert.Contains("（续）", text, StringComparison.Ordinal);
        Assert.Single(Receipt().Matches(text));
        Assert.True(Regex.Count(text, "文") >= 4900);
    }

    [Fact]
    public async Task Pack_Taken_IsWrittenDown()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(1));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;

        var page = await stage.Bureau.GetAsync($"/ballots/{ballot}/papers");
        Assert.Contains("1 张票", page.Text, StringComparison.Ordinal);
        await stage.Bureau.DownloadAsync($"/ballots/{ballot}/papers/{stage.Building}.pdf");

        Assert.Contains("票样（含业主姓名、回执码）", (await stage.Bureau.GetAsync("/changes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pack_BeforeTheRollIsFrozen_OrOfAnUnknownBuilding_IsNotThere()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(1));
        var ballot = (await stage.PrepareAsync(PlanEntry)).Id;

        Assert.Equal(404, (await stage.Bureau.GetAsync($"/ballots/{ballot}/papers/{stage.Building}.pdf")).Status);
        Assert.Equal(404, (await stage.Bureau.GetAsync($"/ballots/{ballot}/papers")).Status);
        Assert.Equal(404, (await stage.Bureau.GetAsync($"/ballots/{ballot}/papers/{Guid.NewGuid()}.pdf")).Status);
    }

    [Fact]
    public async Task Result_AfterTheClose_IsAPageAndAPaperWithSealAndNoNames()
    {
        var stage = await BallotStage.MakeAsync(fixture, Enumerable.Range(1, 4).Select(n => ($"司马光耀{n}", 60.5m)).ToList());
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        foreach (var home in (await stage.DwellingsAsync())!) await BallotStage.VoteAsync(stage.Bureau, ballot, home, "Agree");
        Assert.Equal(404, (await stage.Bureau.GetAsync($"/ballots/{ballot}/result")).Status);
        await stage.CloseAsync(ballot);
        var seal = await stage.County.Portal.Sql.AskAppAsync<string>(stage.County.Scope, $"select encode(seal, 'hex') from portal.ballot_results where ballot_id = '{ballot}'");

        var page = await (await stage.Bureau.GetAsync($"/ballots/{ballot}")).FollowAsync("结果公告");
        var pdf = await stage.Bureau.DownloadAsync($"/ballots/{ballot}/result.pdf");
        var text = await Papers.PdfTextAsync(pdf);

        foreach (var shown in new[] { page.Text, Regex.Replace(text, @"[\s　]+", " ") })
        {
            Assert.Contains("242.00", shown, StringComparison.Ordinal);
            Assert.Contains("100%", shown, StringComparison.Ordinal);
            Assert.Contains("4/4 户，须80%以上（含本数），即 4 户：达到", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("司马", shown, StringComparison.Ordinal);
        }

        Assert.Contains(seal!, page.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal([seal!], await Papers.QrCodesAsync(pdf, page: text.TrimEnd('\f').Split('\f').Length));
        Assert.Contains("（盖章）", text, StringComparison.Ordinal);
    }

    private static async Task<string[]> PagesAsync(Clerk clerk, string path) => (await Papers.PdfTextAsync(await clerk.DownloadAsync(path))).TrimEnd('\f').Split('\f');

    [GeneratedRegex(@"(?<=业主 +)\S+")]
    private static partial Regex Owner();

    [GeneratedRegex(@"回执码 +([0-9A-Z]{4} ){6}[0-9A-Z]{2}\b")]
    internal static partial Regex Receipt();
}
