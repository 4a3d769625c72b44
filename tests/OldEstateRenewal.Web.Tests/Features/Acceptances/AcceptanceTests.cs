using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Acceptances;

/// <summary>竣工验收 from the meeting to the gate, each gate also tried too early.</summary>
public sealed class AcceptanceTests(PortalFixture fixture)
{
    private static readonly string[] linqu = ["街道（实施主体）", "县住建局", "设计单位", "施工单位", "监理单位"];

    [Fact]
    public async Task New_EachCounty_AsksThePartiesItsDocumentNames()
    {
        foreach (var (chain, parties) in new (string[] Chain, string[] Parties)[]
        {
            (["linqu", "weifang", "shandong", "nation"], linqu),
            (["jingyuan", "baiyin", "gansu", "nation"], ["建设单位", "设计单位", "施工单位", "监理单位", "规划部门", "发改部门", "财政部门", "住建部门", "相关行业主管部门"]),
            (["ruicheng", "yuncheng", "shanxi", "nation"], ["县老旧小区改造领导小组办公室", "设计单位", "施工单位", "工程监理", "社区", "居民代表"]),
            (["taian", "shandong", "nation"], ["县（市、区）住房城乡建设部门", "设计单位", "施工单位", "监理单位"]),
        })
        {
            var (_, project, clerk) = await StartAsync(chain);
            var page = await clerk.GetAsync($"/projects/{project}/acceptances/new");
            var asked = page.Document.QuerySelectorAll("fieldset.seat legend").Select(legend => legend.TextContent.Replace("（组织）", "", StringComparison.Ordinal).Replace("（可不参加）", "", StringComparison.Ordinal).Trim());
            Assert.Equal(parties.Order(), asked.Order());
        }
    }

    [Fact]
    public async Task Conclude_AllAgreeAndSigned_OpensTheGate()
    {
        var (county, project, clerk) = await StartAsync();
        await county.ReachedAsync(project, "satisfaction", "2026-10-20");
        Assert.Contains("竣工验收通过：尚无竣工验收记录", (await ReachAsync(clerk, project)).Problem, StringComparison.Ordinal);

        var held = await HeldAsync(clerk, project, "2026-11-10");
        Assert.Contains("竣工验收通过：2026-11-10 的验收尚未登记结论", (await ReachAsync(clerk, project)).Problem, StringComparison.Ordinal);
        await clerk.UploadAsync("Acceptance", held, "Scan", ("签字.pdf", Pictures.Pdf()));
        var page = await (await clerk.GetAsync($"/acceptances/{held}")).PressAsync("验收通过");

        Assert.Equal("已登记结论：通过。", page.Notice);
        var reached = await ReachAsync(clerk, project);
        Assert.DoesNotContain("竣工验收通过：", reached.Problem, StringComparison.Ordinal);
        Assert.Contains("竣工验收报告：未上传", reached.Problem, StringComparison.Ordinal);
        Assert.Contains("2026-11-10 验收通过", reached.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conclude_BeforeTheStagesBefore_IsRefusedInWords()
    {
        var (_, project, clerk) = await StartAsync();
        var held = await HeldAsync(clerk, project, "2026-11-10");
        await clerk.UploadAsync("Acceptance", held, "Scan", ("签字.pdf", Pictures.Pdf()));

        Assert.False((await clerk.GetAsync($"/acceptances/{held}")).HasButton("验收通过"));
        foreach (var result in new[] { "Passed", "Failed" })
            Assert.Contains("已完成居民满意度征询：尚未完成", (await clerk.ForgeAsync($"/acceptances/{held}/conclusion", ("Result", result))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conclude_MissingPartyDissentAndNoScan_AreAllListed()
    {
        var (county, project, clerk) = await StartAsync();
        await county.ReachedAsync(project, "satisfaction", "2026-10-20");
        var form = await clerk.GetAsync($"/projects/{project}/acceptances/new");
        form.Fill("验收日期", "2026-11-10").Tick("施工单位到会").Choose("施工单位意见", "不同意").Fill("施工单位具体意见", "屋面渗漏").Tick("监理单位到会");
        var held = (await form.PressAsync("保存")).Id;

        var problem = (await clerk.ForgeAsync($"/acceptances/{held}/conclusion", ("Result", "Passed"))).Problem;

        Assert.Contains("尚未上传各方签字的验收意见扫描件。", problem, StringComparison.Ordinal);
        Assert.Contains("县住建局没有到会（临政办字〔2024〕17号 附件2）。", problem, StringComparison.Ordinal);
        Assert.Contains("施工单位不同意：屋面渗漏", problem, StringComparison.Ordinal);
        Assert.Contains("监理单位没有签署意见", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-22", "晚于今天")]
    [InlineData("2026-10-19", "早于前置环节：居民满意度征询（2026-10-20）")]
    [InlineData("", "请填写验收日期")]
    public async Task Record_UnsoundDay_IsRefusedAndWhatWasTypedIsKept(string on, string expected)
    {
        var (county, project, clerk) = await StartAsync();
        await county.ReachedAsync(project, "satisfaction", "2026-10-20");

        var page = await (await clerk.GetAsync($"/projects/{project}/acceptances/new")).Fill("验收日期", on).Fill("县住建局代表", "王工").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains(expected, page.Problem, StringComparison.Ordinal);
        Assert.Equal("王工", page.Value("县住建局代表"));
    }

    [Fact]
    public async Task Edit_TwoPeople_TheSecondSeesThatItWasChanged()
    {
        var (_, project, clerk) = await StartAsync();
        var held = await HeldAsync(clerk, project, "2026-11-10");
        var (first, second) = (await clerk.GetAsync($"/acceptances/{held}/edit"), await clerk.GetAsync($"/acceptances/{held}/edit"));

        await first.Fill("地点", "会议室").PressAsync("保存");
        var page = await second.Fill("地点", "现场").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains("他人刚刚修改了此记录", page.Problem, StringComparison.Ordinal);
        Assert.Equal("现场", page.Value("地点"));
        Assert.Contains("现值：会议室", page.Beside("地点"), StringComparison.Ordinal);
        Assert.Equal(200, (await page.PressAsync("保存")).Status);
    }

    [Fact]
    public async Task Record_NewerAcceptance_TakesThePlaceOfTheOldOne()
    {
        var (county, project, clerk) = await StartAsync();
        await county.ReachedAsync(project, "satisfaction", "2026-10-20");
        var old = await PassedAsync(clerk, project, "2026-11-10");
        await fixture.Portal.Sql.AppAsync(county.Scope, $"update portal.acceptances set recorded_at = '2026-11-10' where id = '{old}'");

        await HeldAsync(clerk, project, "2026-11-15");

        Assert.Contains("竣工验收通过：2026-11-15 的验收尚未登记结论", (await ReachAsync(clerk, project)).Problem, StringComparison.Ordinal);
        Assert.Contains("2026-11-15 的验收尚未登记结论，请修改该记录或登记其结论。", (await clerk.ForgeAsync($"/projects/{project}/acceptances", ("HeldOn", "2026-11-16"))).Problem, StringComparison.Ordinal);
        Assert.Contains("记录不再改动", (await clerk.ForgeAsync($"/acceptances/{old}", ("HeldOn", "2026-11-11"), ("Version", "9"))).Problem, StringComparison.Ordinal);
        Assert.Contains("附件不能移除", (await clerk.ForgeAsync($"/attachments/{await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, $"select id from portal.attachments where subject_id = '{old}'")}/removal", ("reason", "误传"))).Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defect_MendedAndRecheckedByAnother_OpensTheGate()
    {
        var (county, project, clerk) = await StartAsync();
        var other = await county.ClerkAsync();
        await clerk.ForgeAsync($"/projects/{project}/acceptance-defects", ("Item", "井盖缺失"), ("Place", "东门"), ("Owner", "施工单位"), ("DueOn", "2026-11-30"));
        await clerk.ForgeAsync($"/projects/{project}/acceptance-defects", ("Item", "井盖缺失"), ("Place", "东门"), ("Owner", "施工单位"), ("DueOn", "2026-11-30"));
        var defect = await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.acceptance_defects");
        Assert.Contains("第1项井盖缺失（待整改，限 2026-11-30）", (await ReachAsync(clerk, project)).Problem, StringComparison.Ordinal);

        Assert.Contains("请上传整改后的照片。", (await MendAsync(clerk, defect, null)).Problem, StringComparison.Ordinal);
        Assert.Contains("尚未登记整改。", (await CheckAsync(other, defect, "true")).Problem, StringComparison.Ordinal);
        Assert.Equal("已登记整改，等待他人复验。", (await MendAsync(clerk, defect, Pictures.Jpeg())).Notice);
        Assert.Contains("待复验", (await ReachAsync(clerk, project)).Problem, StringComparison.Ordinal);
        Assert.Contains("整改由您登记，复验须由另一人进行。", (await CheckAsync(clerk, defect, "true")).Problem, StringComparison.Ordinal);
        Assert.Contains("复验不合格", (await CheckAsync(other, defect, "false")).Notice, StringComparison.Ordinal);
        Assert.Contains("待整改", (await ReachAsync(clerk, project)).Problem, StringComparison.Ordinal);
        await fixture.Portal.Sql.AppAsync(county.Scope, $"insert into portal.defect_steps (tenant_id, id, defect_id, project_id, kind, \"on\", text, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{defect}', '{project}', 'Mended', '2026-11-20', '再修', '甲', gen_random_uuid(), '2026-11-22')");
        await fixture.Portal.Sql.AppAsync(county.Scope, $"insert into portal.defect_steps (tenant_id, id, defect_id, project_id, kind, \"on\", text, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{defect}', '{project}', 'Approved', '2026-11-20', '合格', '乙', gen_random_uuid(), '2026-11-23')");
        Assert.DoesNotContain("验收问题全部整改并复验：", (await ReachAsync(clerk, project)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conclude_WithDefectsButNoneRegistered_IsRefused()
    {
        var (county, project, clerk) = await StartAsync();
        await county.ReachedAsync(project, "satisfaction", "2026-10-20");
        var held = await HeldAsync(clerk, project, "2026-11-10", "同意，有问题待整改");
        await clerk.UploadAsync("Acceptance", held, "Scan", ("签字.pdf", Pictures.Pdf()));

        Assert.Contains("请先登记问题、期限和责任单位", (await clerk.ForgeAsync($"/acceptances/{held}/conclusion", ("Result", "Passed"))).Problem, StringComparison.Ordinal);
        await clerk.ForgeAsync($"/projects/{project}/acceptance-defects", ("Item", "井盖缺失"), ("Place", "东门"), ("Owner", "施工单位"), ("DueOn", "2026-11-30"));
        Assert.Equal("已登记结论：通过。", (await clerk.ForgeAsync($"/acceptances/{held}/conclusion", ("Result", "Passed"))).Notice);
    }

    [Fact]
    public async Task Confirmation_Taian_NeedsBothBodiesWithTheirScans()
    {
        var (county, project, clerk) = await StartAsync(["taian", "shandong", "nation"]);
        var estate = await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.estates limit 1");
        async Task<string> GateAsync() => (await clerk.ForgeAsync($"/projects/{project}/stages/confirmation/completion", ("On", "2026-11-20"))).Problem;
        Task<Page> ConfirmAsync(string body, byte[]? scan, string confirms = "true") => clerk.SendFilesAsync($"/projects/{project}/confirmations", scan, ("EstateId", $"{estate}"), ("Body", body), ("ConfirmedOn", "2026-11-19"), ("Confirms", confirms), ("SignedBy", "张主任"));

        Assert.Contains("甲小区居委会尚未确认；甲小区业主委员会尚未确认", await GateAsync(), StringComparison.Ordinal);
        Assert.Contains("请上传盖章签字的确认书扫描件。", (await ConfirmAsync("居委会", null)).Problem, StringComparison.Ordinal);
        Assert.Contains("请从列出的确认单位中选择。", (await ConfirmAsync("街道", Pictures.Pdf())).Problem, StringComparison.Ordinal);
        Assert.Equal("已登记确认。", (await ConfirmAsync("居委会", Pictures.Pdf())).Notice);
        Assert.Contains("居委会、业主委员会确认：甲小区业主委员会尚未确认", await GateAsync(), StringComparison.Ordinal);
        await ConfirmAsync("业主委员会", Pictures.Pdf());
        Assert.DoesNotContain("居委会、业主委员会确认：", await GateAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SpotCheck_Recorded_IsShownAndNotTwice()
    {
        var (_, project, clerk) = await StartAsync();
        Task<Page> SendAsync() => clerk.SendFilesAsync($"/projects/{project}/spot-checks", Pictures.Pdf(), ("HeldOn", "2026-11-18"), ("Office", "市老旧小区改造办"), ("Conforms", "false"), ("Findings", "散水开裂"));

        Assert.Contains("须整改的事项请逐项登记为问题", (await SendAsync()).Notice, StringComparison.Ordinal);
        Assert.Contains("抽检已登记", (await SendAsync()).Problem, StringComparison.Ordinal);
        Assert.Contains("散水开裂", (await (await clerk.GetAsync($"/projects/{project}/acceptances")).FollowAsync("2026-11-18 市老旧小区改造办")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_StreetWhereTheCountyAccepts_IsRefused()
    {
        var (county, project, _) = await StartAsync(["ruicheng", "yuncheng", "shanxi", "nation"]);
        var street = await county.ClerkAsync(Role.Street, "城关街道");

        Assert.Contains("由县老旧小区改造领导小组办公室负责", (await street.ForgeAsync($"/projects/{project}/acceptances", ("HeldOn", "2026-11-10"))).Problem, StringComparison.Ordinal);
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.acceptances"));
    }

    private async Task<(County County, Guid Project, Clerk Clerk)> StartAsync(string[]? chain = null)
    {
        var county = await County.MakeAsync(fixture.Portal, chain);
        var project = await county.ProjectAsync(await county.EstateAsync("甲小区", "城关街道"), "甲小区", 2026);
        return (county, project, await county.ClerkAsync());
    }

    private static async Task<Guid> HeldAsync(Clerk clerk, Guid project, string on, string opinion = "同意")
    {
        var form = (await clerk.GetAsync($"/projects/{project}/acceptances/new")).Fill("验收日期", on);
        foreach (var party in linqu) form.Tick($"{party}到会").Choose($"{party}意见", opinion).Fill($"{party}代表", "代表");
        return (await form.PressAsync("保存")).Id;
    }

    private static async Task<Guid> PassedAsync(Clerk clerk, Guid project, string on)
    {
        var held = await HeldAsync(clerk, project, on);
        await clerk.UploadAsync("Acceptance", held, "Scan", ("签字.pdf", Pictures.Pdf()));
        Assert.Equal("已登记结论：通过。", (await clerk.ForgeAsync($"/acceptances/{held}/conclusion", ("Result", "Passed"))).Notice);
        return held;
    }

    private static Task<Page> ReachAsync(Clerk clerk, Guid project) => clerk.ForgeAsync($"/projects/{project}/stages/acceptance/completion", ("On", "2026-11-20"));

    private static Task<Page> MendAsync(Clerk clerk, Guid defect, byte[]? photo) => clerk.SendFilesAsync($"/acceptance-defects/{defect}/mending", photo, ("On", "2026-11-18"), ("Text", "已补装"));

    private static Task<Page> CheckAsync(Clerk clerk, Guid defect, string approved) => clerk.ForgeAsync($"/acceptance-defects/{defect}/recheck", ("On", "2026-11-19"), ("Text", "现场查看"), ("Approved", approved));
}
