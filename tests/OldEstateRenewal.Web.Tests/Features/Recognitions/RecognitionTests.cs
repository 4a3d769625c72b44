using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Surveys;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Recognitions;

/// <summary>What the document leaves to persons: reason, proof, approval, by two of them.</summary>
public sealed class RecognitionTests(PortalFixture fixture)
{
    private static readonly string[] jingyuan = ["jingyuan", "gansu", "nation"];
    private static readonly string[] ruicheng = ["ruicheng", "shanxi", "nation"];

    [Fact]
    public async Task Relaxation_NeedsReasonProofAndApprovalByAnother()
    {
        var (county, estate, clerk) = await LateEstateAsync();
        var leader = await county.ClerkAsync(Role.Leader);
        Assert.Equal("需人工认定", await VerdictAsync(clerk, estate));

        var form = await clerk.GetAsync($"/estates/{estate}/recognitions/new?choice=plan-entry/adjoining");
        Assert.Contains("位置关系图", form.Text, StringComparison.Ordinal);
        var applied = await form.Fill("理由", "与在改小区共用供热管网").PressAsync("提出申请");
        var address = applied.Address;
        Assert.Equal("需人工认定", await VerdictAsync(clerk, estate));
        var withoutProof = await leader.OpenAsync(address);
        Assert.False(withoutProof.HasButton("批准"));
        Assert.Contains("未附证明材料，不能批准", (await leader.ForgeAsync(address[county.Home.Length..] + "/decision", ("On", "2026-11-21"), ("Approve", "true"))).Problem, StringComparison.Ordinal);

        await clerk.UploadAsync("RecognitionRequest", applied.Id, "Map", ("位置图.png", Pictures.Png()));
        Assert.Equal("需人工认定", await VerdictAsync(clerk, estate));
        var approved = await (await leader.OpenAsync(address)).Fill("意见（批准文号）", "靖政函〔2026〕8号").PressAsync("批准");

        Assert.Equal("已批准。", approved.Notice);
        Assert.Contains("靖政函〔2026〕8号", approved.Text, StringComparison.Ordinal);
        Assert.Equal("符合", await VerdictAsync(clerk, estate));
        Assert.Contains("符合", (await clerk.GetAsync("/estates")).Rows()[0][6], StringComparison.Ordinal);
        Assert.Contains("批准例外认定", (await clerk.GetAsync($"/estates/{estate}/verdicts")).Rows()[0][5], StringComparison.Ordinal);

        var kept = await (await clerk.OpenAsync(address)).Fill("移除位置图.png的原因", "换图").PressAsync("移除");
        Assert.Contains("不能移除", kept.Notice, StringComparison.Ordinal);
        var withdrawn = await kept.Fill("撤回的原因", "认定有误").PressAsync("撤回");
        Assert.Equal("已撤回。", withdrawn.Notice);
        Assert.Equal("需人工认定", await VerdictAsync(clerk, estate));
    }

    [Fact]
    public async Task Approve_ByTheApplicant_IsRefused()
    {
        var (county, estate, clerk) = await LateEstateAsync();
        var applied = await (await clerk.GetAsync($"/estates/{estate}/recognitions/new?choice=plan-entry/adjoining")).Fill("理由", "紧邻").PressAsync("提出申请");
        await clerk.UploadAsync("RecognitionRequest", applied.Id, "Map", ("位置图.png", Pictures.Png()));
        Assert.Equal(403, (await clerk.ForgeAsync($"/recognitions/{applied.Id}/decision", ("On", "2026-11-21"), ("Approve", "true"))).Status);
        // The clerk becomes a leader: still the same person.
        await county.DismissAsync(clerk.Person!);
        await county.AdmitAsync(clerk.Person!, Role.Leader);

        var page = await clerk.ForgeAsync($"/recognitions/{applied.Id}/decision", ("On", "2026-11-21"), ("Approve", "true"));

        Assert.Equal(422, page.Status);
        Assert.Contains("申请人不能批准自己的申请", page.Problem, StringComparison.Ordinal);
        Assert.Equal("需人工认定", await VerdictAsync(clerk, estate));
    }

    [Fact]
    public async Task Decide_Twice_IsRefused()
    {
        var (county, estate, clerk) = await LateEstateAsync();
        var leader = await county.ClerkAsync(Role.Leader);
        var applied = await (await clerk.GetAsync($"/estates/{estate}/recognitions/new?choice=plan-entry/adjoining")).Fill("理由", "紧邻").PressAsync("提出申请");
        var page = await leader.OpenAsync(applied.Address);
        Assert.Contains("不予批准的，请写明原因", (await leader.ForgeAsync($"/recognitions/{applied.Id}/decision", ("On", "2026-11-21"))).Problem, StringComparison.Ordinal);
        await page.Fill("意见（批准文号）", "不紧邻").PressAsync("不予批准");

        Assert.Contains("不能再批", (await leader.ForgeAsync($"/recognitions/{applied.Id}/decision", ("On", "2026-11-21"), ("Approve", "true"))).Problem, StringComparison.Ordinal);
        Assert.Contains("不能晚于今天", (await leader.ForgeAsync($"/recognitions/{applied.Id}/decision", ("On", "2027-01-01"), ("Approve", "true"))).Problem, StringComparison.Ordinal);
        Assert.True((await clerk.GetAsync($"/estates/{estate}/recognitions/new")).HasButton("提出申请"));
    }

    [Fact]
    public async Task Apply_WhileOneIsOpen_OffersItNoMore()
    {
        var (_, estate, clerk) = await LateEstateAsync();
        await (await clerk.GetAsync($"/estates/{estate}/recognitions/new?choice=plan-entry/adjoining")).Fill("理由", "紧邻").PressAsync("提出申请");

        var page = await clerk.ForgeAsync($"/estates/{estate}/recognitions", ("Choice", "plan-entry/adjoining"), ("Reason", "再来"));

        Assert.Equal(422, page.Status);
        Assert.Contains("现在不能申请", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CentralMoney_ForLaterEstates_IsSettledByAPerson()
    {
        var county = await fixture.CountyAsync(ruicheng);
        var (estate, clerk, leader) = (await county.EstateAsync("晚建小区", "城关街道", 2003), await county.ClerkAsync(), await county.ClerkAsync(Role.Leader));
        var form = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        SurveyTests.AnswerAll(form, "评估事项", "是");
        SurveyTests.AnswerAll(form, "排除情形", "否");
        await form.PressAsync("保存摸底");
        Assert.Equal("需人工认定", await VerdictAsync(clerk, estate, "central-subsidy"));

        var applied = await (await clerk.GetAsync($"/estates/{estate}/recognitions/new?choice=central-subsidy/built")).Fill("理由", "适当支持").PressAsync("提出申请");
        await clerk.UploadAsync("RecognitionRequest", applied.Id, "Proof", ("批文.pdf", Pictures.Pdf()));
        await (await leader.OpenAsync(applied.Address)).PressAsync("批准");

        Assert.Equal("符合", await VerdictAsync(clerk, estate, "central-subsidy"));
    }

    [Fact]
    public async Task SiteCheck_CountsOnceTheSignaturesAreScanned()
    {
        var (_, estate, clerk) = await LateEstateAsync();
        var form = await clerk.GetAsync($"/estates/{estate}/site-checks/new");
        var wrong = await form.PressAsync("登记");
        Assert.Equal(422, wrong.Status);
        Assert.Equal("请填写设计单位参加人员。", wrong.Wrong("设计单位参加人员"));

        var check = await wrong.Fill("住建局参加人员", "张局").Fill("街道（乡镇）参加人员", "李街").Fill("社区参加人员", "王社").Fill("设计单位参加人员", "赵设").Answer("结论（必填）", "符合").PressAsync("登记");
        Assert.Contains("结论暂不生效", check.Text, StringComparison.Ordinal);
        var counted = await clerk.UploadAsync("SiteCheck", check.Id, "Scan", ("签字.pdf", Pictures.Pdf()));

        Assert.DoesNotContain("结论暂不生效", counted.Text, StringComparison.Ordinal);
        Assert.Contains("2026-11-21 审核认定 符合", (await clerk.GetAsync($"/estates/{estate}")).Text, StringComparison.Ordinal);
        var again = await counted.Fill("移除签字.pdf的原因", "扫歪了").PressAsync("移除");
        Assert.Contains("结论暂不生效", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SiteCheck_APhoto_IsNotTheScanOfTheSignatures()
    {
        var (_, estate, clerk) = await LateEstateAsync();
        var check = await (await clerk.GetAsync($"/estates/{estate}/site-checks/new"))
            .Fill("住建局参加人员", "张局").Fill("街道（乡镇）参加人员", "李街").Fill("社区参加人员", "王社").Fill("设计单位参加人员", "赵设").Answer("结论（必填）", "符合").PressAsync("登记");

        var photographed = await clerk.UploadAsync("SiteCheck", check.Id, "Photo", ("现场.png", Pictures.Png()));
        Assert.Contains("结论暂不生效", photographed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("结论暂不生效", (await clerk.UploadAsync("SiteCheck", check.Id, "Scan", ("签字.png", Pictures.Png()))).Text, StringComparison.Ordinal);

        var scan = await clerk.Portal.Sql.AskAppAsync<Guid>(clerk.County!.Scope, "select id from portal.attachments where kind = 'Scan'");
        var without = await clerk.ForgeAsync($"/attachments/{scan}/removal", ("reason", "扫歪了"));

        Assert.Contains("现场.png", without.Text, StringComparison.Ordinal);
        Assert.Contains("结论暂不生效", without.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relaxation_APhoto_ProvesNothing()
    {
        var (county, estate, clerk) = await LateEstateAsync();
        var applied = await (await clerk.GetAsync($"/estates/{estate}/recognitions/new?choice=plan-entry/adjoining")).Fill("理由", "紧邻").PressAsync("提出申请");
        await clerk.UploadAsync("RecognitionRequest", applied.Id, "Photo", ("现场.png", Pictures.Png()));

        var refused = await (await county.ClerkAsync(Role.Leader)).ForgeAsync($"/recognitions/{applied.Id}/decision", ("On", "2026-11-21"), ("Approve", "true"));

        Assert.Contains("未附证明材料，不能批准", refused.Problem, StringComparison.Ordinal);
        Assert.Equal("需人工认定", await VerdictAsync(clerk, estate));
    }

    [Fact]
    public async Task Pages_OfAnotherStreetOrCounty_AreNotFound()
    {
        var (county, estate, clerk) = await LateEstateAsync();
        var applied = await (await clerk.GetAsync($"/estates/{estate}/recognitions/new?choice=plan-entry/adjoining")).Fill("理由", "紧邻").PressAsync("提出申请");
        var path = applied.Address[county.Home.Length..];
        var other = await (await fixture.CountyAsync()).ClerkAsync(Role.Leader);

        Assert.Equal(404, (await (await county.ClerkAsync(Role.Street, "东城街道")).GetAsync(path)).Status);
        Assert.Equal(200, (await (await county.ClerkAsync(Role.Street, "城关街道")).GetAsync(path)).Status);
        Assert.Equal(404, (await other.GetAsync(path)).Status);
        Assert.Equal(404, (await other.ForgeAsync(path + "/decision", ("On", "2026-11-21"), ("Approve", "true"))).Status);
    }

    private static async Task<string> VerdictAsync(Clerk clerk, Guid estate, string rule = "plan-entry")
    {
        var verdict = await clerk.Portal.Sql.AskAppAsync<string>(clerk.County!.Scope, $"select verdict from portal.verdict_records where estate_id = '{estate}' and rule_key = '{rule}' order by id desc limit 1");
        return Domain.Eligibility.EligibilityResult.Words(Enum.Parse<Domain.Eligibility.EligibilityVerdict>(verdict!));
    }

    /// <summary>Built in 2003 beside an estate under renewal, in a county that takes those before 2000.</summary>
    private async Task<(County County, Guid Estate, Clerk Clerk)> LateEstateAsync()
    {
        var county = await fixture.CountyAsync(jingyuan);
        var (estate, clerk) = (await county.EstateAsync("晚建小区", "城关街道", 2003), await county.ClerkAsync());
        var form = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        foreach (var (group, answer) in new[] { ("评估事项", "是"), ("排除情形", "否"), ("例外情形", "是") }) SurveyTests.AnswerAll(form, group, answer);
        await form.PressAsync("保存摸底");
        return (county, estate, clerk);
    }
}
