using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>临朐县2024年计划: the sixteen estates of its annex, from the candidates to the archive, under 临政办字〔2024〕17号.</summary>
public sealed class LinquWalkTests(Stage stage)
{
    private static readonly string[][] accounts =
    [
        ["--user", "bureau", "--display", "县住建局经办", "--role", "Bureau", "--tenant", "linqu", "--tenant-name", "临朐县", "--level", "County", "--chain", "linqu,weifang,shandong,nation"],
        ["--user", "leader", "--display", "县领导", "--role", "Leader", "--tenant", "linqu"],
        ["--user", "chengguan", "--display", "城关街道经办", "--role", "Street", "--street", "城关街道", "--tenant", "linqu"],
        ["--user", "dongcheng", "--display", "东城街道经办", "--role", "Street", "--street", "东城街道", "--tenant", "linqu"],
    ];

    private static readonly string[] stages =
        ["摸底调查", "第一轮意见征询", "列入年度计划", "编制改造方案", "部门联合审查", "第二轮：改造方案表决", "项目立项", "招标和签订合同", "开工", "完成改造", "居民满意度征询", "竣工验收", "设施移交", "落实物业管理", "结算与竣工决算", "资料归档"];

    [Fact]
    public async Task Plan2024_FromCandidatesToArchive_IsWalkedByThoseWhoOweTheSteps()
    {
        await using var portal = await WalkPortal.StartAsync(accounts);
        await using var walk = PlanWalk.Begin(stage, portal, "linqu", "linqu-2024", 2024, "财政局家属院");
        Assert.Equal(16, walk.Projects.Count);

        walk.On("2024-06-17");
        await walk.ImportAsync("bureau");
        await walk.EachAsync("2024-06-17", project => project.SurveyAsync(project.Street, "1996"));
        walk.On("2024-06-18");
        await walk.ChooseAndIssueAsync("bureau", "leader");
        await walk.MakeProjectsAsync("bureau");
        await walk.EachAsync("2024-06-18", BeginAsync);
        await walk.EachAsync("2024-06-19", DesignAsync);
        await walk.EachAsync("2024-06-20", ReviewAsync);
        await walk.EachAsync("2024-06-26", VoteAsync);
        await walk.EachAsync("2024-06-28", StartAsync);
        await walk.EachAsync("2024-11-20", BuildAsync);
        await walk.EachAsync("2024-12-10", AcceptAsync);
        await walk.EachAsync("2024-12-20", HandOverAsync);
        await walk.EachAsync("2024-12-26", ArchiveAsync);

        await walk.SeeBoardAsync("leader", "资料归档");
        await walk.EachAsync("2024-12-27", project => project.SeeDatesAsync("bureau", stages.Length, ("开工", "2024-06-30", true), ("竣工验收", "2024-12-31", true)));
        await walk.EndAsync();
    }

    private static async Task BeginAsync(ProjectWalk project)
    {
        await project.TryAllAsync("bureau", ("round-1", "第一轮意见征询", "摸底调查"), ("plan", "列入年度计划", "第一轮意见征询"), ("scheme", "编制改造方案", "列入年度计划"), ("county-review", "部门联合审查", "编制改造方案"), ("round-2", "第二轮：改造方案表决", "部门联合审查"),
            ("approval", "项目立项", "部门联合审查"), ("tender", "招标和签订合同", "项目立项"), ("start", "开工", "第二轮：改造方案表决"), ("works", "完成改造", "开工"), ("satisfaction", "居民满意度征询", "完成改造"), ("acceptance", "竣工验收", "居民满意度征询"),
            ("handover", "设施移交", "竣工验收"), ("property", "落实物业管理", "竣工验收"), ("settlement", "结算与竣工决算", "竣工验收"), ("archive", "资料归档", "设施移交"));
        await project.ReachAsync(project.Street, "摸底调查", "2024-06-17");
        await project.TryAsync(project.Street, "第一轮意见征询", "尚无“第一轮意见征询（形成共识，纳入计划）”的征询结果");
        await project.StateAsync("bureau", "2024-06-16");
        await project.ReachAsync(project.Street, "第一轮意见征询", "2024-06-17");
        await project.ReachAsync("bureau", "列入年度计划");
    }

    private static async Task DesignAsync(ProjectWalk project)
    {
        await project.TryAsync(project.Street, "编制改造方案", "改造方案已确定", "设计图纸：未上传");
        await project.TryReviewAsync("bureau", "改造方案尚未编制");
        await project.SchemeAsync(project.Street, "bureau", "雨污分流、排水管道改造");
        await project.PaperAsync(project.Street, "编制改造方案", "设计图纸");
        await project.ReachAsync(project.Street, "编制改造方案");
    }

    private static async Task ReviewAsync(ProjectWalk project)
    {
        await project.TryAsync("bureau", "部门联合审查", "尚未提交部门联合审查");
        await project.JointReviewAsync("bureau", "县住建局", "县发改局", "县财政局", "县自然资源和规划局");
        await project.ReachAsync("bureau", "部门联合审查");
        await project.TryAsync(project.Street, "第二轮：改造方案表决", "业主表决同意改造方案");
        project.Ballot = await project.PrepareBallotAsync("bureau", project.Street, "改造方案第二轮表决", "scheme/fund-use");
    }

    private static async Task VoteAsync(ProjectWalk project)
    {
        await project.OpenBallotAsync("bureau");
        await project.TryAsync(project.Street, "第二轮：改造方案表决", "正在进行");
        await project.TakeOfficialResultAsync("bureau");
        await project.CloseAsync("bureau", "leader");
        await project.ReachAsync(project.Street, "第二轮：改造方案表决");
        await project.TryAsync(project.Street, "项目立项", "立项批复：未上传");
        await project.PaperAsync(project.Street, "项目立项", "立项批复");
        await project.ReachAsync(project.Street, "项目立项");
        await project.TryAsync(project.Street, "招标和签订合同", "尚未登记施工单位、监理单位", "施工合同：未上传");
        await project.NamePartiesAsync(project.Street);
        await project.PaperAsync(project.Street, "招标和签订合同", "施工合同");
        await project.ReachAsync(project.Street, "招标和签订合同");
        await project.ListWorksAsync(project.Street);
    }

    private static async Task StartAsync(ProjectWalk project)
    {
        await project.TryAsync(project.Street, "开工", "施工许可或质量安全监督手续：未上传");
        await project.PaperAsync(project.Street, "开工", "施工许可或质量安全监督手续");
        await project.ReachAsync(project.Street, "开工");
    }

    private static async Task BuildAsync(ProjectWalk project)
    {
        await project.TryAsync("bureau", "完成改造", "未完工");
        await project.BuildAsync(project.Street);
        await project.ReachAsync("bureau", "完成改造");
        await project.ReachAsync(project.Street, "居民满意度征询");
    }

    private static async Task AcceptAsync(ProjectWalk project)
    {
        await project.TryAsync(project.Street, "竣工验收", "尚无竣工验收记录", "竣工验收报告：未上传");
        await project.AcceptAsync(project.Street);
        await project.MendDefectAsync("bureau", project.Street, "竣工验收");
        await project.PaperAsync(project.Street, "竣工验收", "竣工验收报告");
        await project.ReachAsync(project.Street, "竣工验收");
    }

    private static async Task HandOverAsync(ProjectWalk project)
    {
        await project.TryAsync("bureau", "设施移交", "尚未列出移交清单");
        await project.HandOverAsync("bureau", "县供水公司");
        await project.ReachAsync("bureau", "设施移交");
        await project.TryAsync(project.Street, "落实物业管理", "物业管理方式已落实");
        await project.ArrangePropertyAsync(project.Street, "专业化物业服务");
        await project.ReachAsync(project.Street, "落实物业管理");
    }

    private static async Task ArchiveAsync(ProjectWalk project)
    {
        await project.TryAsync("bureau", "结算与竣工决算", "结算审核报告：未上传");
        await project.PaperAsync("bureau", "结算与竣工决算", "结算审核报告");
        await project.ReachAsync("bureau", "结算与竣工决算");
        await project.ReachAsync("bureau", "资料归档");
        await project.ArchivedAsync("bureau", "编制改造方案", "部门联合审查", "项目立项", "招标和签订合同", "开工", "竣工验收", "设施移交", "结算与竣工决算");
    }
}
