using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>
/// 芮城县2022年计划: the seven estates of that year, from the candidates to the archive, with the city's review. The document came out in July: what its milestones ask for before
/// is late, and the pages say so; what they ask for after is in time.
/// </summary>
public sealed class RuichengWalkTests(Stage stage)
{
    private static readonly string[][] accounts =
    [
        ["--user", "city", "--display", "市老旧小区改造领导小组办公室", "--role", "City", "--tenant", "yuncheng", "--tenant-name", "运城市", "--level", "City", "--chain", "yuncheng,shanxi,nation"],
        ["--user", "bureau", "--display", "县住建局经办", "--role", "Bureau", "--tenant", "ruicheng", "--tenant-name", "芮城县", "--level", "County", "--chain", "ruicheng,yuncheng,shanxi,nation"],
        ["--user", "leader", "--display", "县领导", "--role", "Leader", "--tenant", "ruicheng"],
        ["--user", "second", "--display", "县住建局复核", "--role", "Bureau", "--tenant", "ruicheng"],
    ];

    [Fact]
    public async Task Plan2022_FromCandidatesToArchive_IsWalkedByThoseWhoOweTheSteps()
    {
        await using var portal = await WalkPortal.StartAsync(accounts);
        await using var walk = PlanWalk.Begin(stage, portal, "ruicheng", "ruicheng-2021-2025", 2022, "保险公司住宅楼");
        Assert.Equal(7, walk.Projects.Count);

        walk.On("2022-07-06");
        await walk.ImportAsync("bureau");
        await walk.EachAsync("2022-07-06", project => project.SurveyAsync("bureau", ""));
        await walk.ChooseAndIssueAsync("bureau", "leader");
        await walk.MakeProjectsAsync("bureau");
        await walk.EachAsync("2022-07-07", BeginAsync);
        await walk.EachAsync("2022-07-08", DesignAsync);
        await walk.EachAsync("2022-07-11", PostAsync);
        await walk.EachAsync("2022-07-17", ConcludeAsync);
        await walk.EachAsync("2022-07-25", StartAsync);
        await walk.EachAsync("2022-10-28", MostlyDoneAsync);
        await walk.EachAsync("2022-11-25", BuildAsync);
        await walk.EachAsync("2022-12-12", AcceptAsync);
        await walk.EachAsync("2022-12-20", ArchiveAsync);

        await walk.SeeBoardAsync("leader", "资料归档");
        await walk.EachAsync("2022-12-21", project => project.SeeDatesAsync("bureau", 17, ("民意调查", "2022-01-31", !project.IsFirst), ("编制改造方案", "2022-02-28", false), ("项目立项、财政评审", "2022-03-31", false), ("开工", "2022-05-31", false), ("基本完成改造", "2022-10-31", true), ("全面完成改造", "2022-11-30", true)));
        await walk.EndAsync();
    }

    private static async Task BeginAsync(ProjectWalk project)
    {
        await project.TryAllAsync("bureau", ("round-1", "民意调查", "摸底调查"), ("plan", "列入年度计划", "民意调查"), ("scheme", "编制改造方案", "列入年度计划"), ("notice", "方案公示", "编制改造方案"), ("city-review", "市级会审", "方案公示"), ("approval", "项目立项、财政评审", "市级会审"),
            ("tender", "工程招标", "项目立项、财政评审"), ("start", "开工", "工程招标"), ("basically-done", "基本完成改造", "开工"), ("works", "全面完成改造", "基本完成改造"), ("satisfaction", "居民满意度征询", "全面完成改造"), ("acceptance", "联合竣工验收", "居民满意度征询"),
            ("handover", "设施移交", "联合竣工验收"), ("property", "落实物业管理", "联合竣工验收"), ("settlement", "竣工财务结算评审", "联合竣工验收"), ("archive", "资料归档", "设施移交"));
        await project.ReachAsync("bureau", "摸底调查", project.IsFirst ? "2022-07-06" : "2022-01-15");
        await project.TryAsync("bureau", "民意调查", "尚无“纳入年度改造计划”的征询结果");
        if (project.IsFirst) await AskAsync(project);
        else await project.StateAsync("bureau", "2022-01-20");
        await project.ReachAsync("bureau", "民意调查", project.IsFirst ? "2022-07-07" : "2022-01-20");
        await project.ReachAsync("bureau", "列入年度计划");
    }

    /// <summary>One estate is asked here, from door to door.</summary>
    private static async Task AskAsync(ProjectWalk project)
    {
        project.Ballot = await project.PrepareBallotAsync("bureau", "second", "民意调查", "plan-entry/plan-entry");
        await project.OpenBallotAsync("bureau");
        await project.TryAsync("bureau", "民意调查", "正在进行");
        await project.VoteByKeysAsync("second");
        await project.CloseAsync("bureau", "leader");
    }

    private static async Task DesignAsync(ProjectWalk project)
    {
        await project.TryAsync("bureau", "编制改造方案", "尚无“改造方案征求意见”的征询结果", "改造方案已确定", "设计图纸：未上传");
        await project.StateAsync("bureau", "2022-07-08");
        await project.SchemeAsync("bureau", "second", "屋面防水", "雨污分流、排水管道改造");
        await project.PaperAsync("bureau", "编制改造方案", "设计图纸");
        await project.ReachAsync("bureau", "编制改造方案");
    }

    private static async Task PostAsync(ProjectWalk project)
    {
        await project.TryAsync("bureau", "方案公示", "方案公示期满");
        await project.PostNoticeAsync("bureau");
        await project.TryAsync("bureau", "方案公示", "2022-07-16");
        await project.TryReviewAsync("bureau", "请先完成“方案公示”");
    }

    private static async Task ConcludeAsync(ProjectWalk project)
    {
        await project.ConcludeNoticeAsync("bureau", "2022-07-13", "2022-07-16");
        await project.ReachAsync("bureau", "方案公示");
        await project.TryAsync("bureau", "市级会审", "尚未提交");
        await project.SendToCityAsync("bureau");
        await project.TryAsync("bureau", "市级会审", "市级会审通过");
        await project.CityPassesAsync("city");
        await project.ReachAsync("bureau", "市级会审");
        await project.TryAsync("bureau", "项目立项、财政评审", "立项批复：未上传", "财政评审报告：未上传");
        await project.PaperAsync("bureau", "项目立项、财政评审", "立项批复", "财政评审报告");
        await project.ReachAsync("bureau", "项目立项、财政评审");
        await project.TryAsync("bureau", "工程招标", "尚未登记施工单位、监理单位", "施工合同：未上传");
        await project.NamePartiesAsync("bureau");
        await project.PaperAsync("bureau", "工程招标", "施工合同");
        await project.ReachAsync("bureau", "工程招标");
        await project.ListWorksAsync("bureau");
    }

    private static async Task StartAsync(ProjectWalk project)
    {
        await project.TryAsync("bureau", "开工", "质量监督备案：未上传", "安全监督备案：未上传", "施工许可：未上传");
        await project.PaperAsync("bureau", "开工", "质量监督备案", "安全监督备案", "施工许可");
        await project.ReachAsync("bureau", "开工");
    }

    private static Task MostlyDoneAsync(ProjectWalk project) => project.ReachAsync("bureau", "基本完成改造");

    private static async Task BuildAsync(ProjectWalk project)
    {
        await project.TryAsync("bureau", "全面完成改造", "未完工");
        await project.BuildAsync("bureau");
        await project.ReachAsync("bureau", "全面完成改造");
        await project.TryAsync("bureau", "居民满意度征询", "尚无“验收前居民满意度”的征询结果");
        await project.StateAsync("bureau", "2022-11-25");
        await project.ReachAsync("bureau", "居民满意度征询");
    }

    private static async Task AcceptAsync(ProjectWalk project)
    {
        await project.TryAsync("bureau", "联合竣工验收", "尚无竣工验收记录", "竣工验收报告：未上传");
        await project.AcceptAsync("bureau");
        await project.MendDefectAsync("bureau", "second", "联合竣工验收");
        await project.PaperAsync("bureau", "联合竣工验收", "竣工验收报告");
        await project.ReachAsync("bureau", "联合竣工验收");
    }

    private static async Task ArchiveAsync(ProjectWalk project)
    {
        await project.TryAsync("bureau", "设施移交", "尚未列出移交清单");
        await project.HandOverAsync("bureau", "县供水公司");
        await project.ReachAsync("bureau", "设施移交");
        await project.TryAsync("bureau", "落实物业管理", "物业管理方式已落实");
        await project.ArrangePropertyAsync("bureau", "专业化物业与“先尝后买”");
        await project.ReachAsync("bureau", "落实物业管理");
        await project.TryAsync("bureau", "竣工财务结算评审", "竣工财务结算评审结果：未上传");
        await project.PaperAsync("bureau", "竣工财务结算评审", "竣工财务结算评审结果");
        await project.ReachAsync("bureau", "竣工财务结算评审");
        await project.ReachAsync("bureau", "资料归档");
        await project.ArchivedAsync("bureau", "编制改造方案", "方案公示", "项目立项、财政评审", "工程招标", "开工", "联合竣工验收", "设施移交", "竣工财务结算评审");
    }
}
