using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Policies;

/// <summary>Every section a policy document may have. A new mechanism adds its line here and nowhere else.</summary>
public static class PolicySections
{
    /// <summary>The facts surveyed of every estate (摸底事实).</summary>
    public static readonly PolicySection<SurveyFact> Facts = new("facts", "摸底事实", SurveyFact.Read);

    /// <summary>The facilities and services surveyed of every estate (设施与服务清单).</summary>
    public static readonly PolicySection<SurveyFacility> Facilities = new("facilities", "设施与服务清单", SurveyFacility.Read);

    /// <summary>May an estate be renewed, or receive this money (改造范围).</summary>
    public static readonly PolicySection<EligibilityRule> Eligibility = new("eligibility", "改造范围与资金支持范围", EligibilityRule.Read);

    /// <summary>What share of a year's plan may be built later (年度比例限制).</summary>
    public static readonly PolicySection<PlanQuota> Quotas = new("quotas", "年度比例限制", PlanQuota.Read);

    /// <summary>The target of a year or period (任务目标).</summary>
    public static readonly PolicySection<PlanTarget> Targets = new("targets", "任务目标", PlanTarget.Read);

    /// <summary>The ranges in which ratios are usual (合理区间).</summary>
    public static readonly PolicySection<PlausibilityBand> Plausibility = new("plausibility", "合理区间", PlausibilityBand.Read);

    /// <summary>The form of the plan table (计划表式样).</summary>
    public static readonly PolicySection<PlanForm> PlanForms = new("planForms", "计划表式样", PlanForm.Read);

    /// <summary>The plan tables as printed (计划表).</summary>
    public static readonly PolicySection<PlanAnnex> Annexes = new("annexes", "计划表", PlanAnnex.Read);

    /// <summary>By when which stage is reached (任务节点).</summary>
    public static readonly PolicySection<Milestone> Milestones = new("milestones", "任务节点", Milestone.Read);

    /// <summary>The stages of a project, their order, gates and papers (项目流程).</summary>
    public static readonly PolicySection<ProcessStage> Process = new("process", "项目流程", ProcessStage.Read);

    /// <summary>Who takes part in the acceptance (竣工验收参加方).</summary>
    public static readonly PolicySection<AcceptanceParty> Acceptance = new("acceptance", "竣工验收参加方", AcceptanceParty.Read);

    /// <summary>What is seen to after the works (改造后跟进).</summary>
    public static readonly PolicySection<AftercareRule> Aftercare = new("aftercare", "改造后跟进", AftercareRule.Read);

    /// <summary>Public notices (公示).</summary>
    public static readonly PolicySection<NoticeRule> Notices = new("notices", "公示", NoticeRule.Read);

    /// <summary>Approval limits and simplified procedures (审批时限与简化).</summary>
    public static readonly PolicySection<ApprovalRule> Approvals = new("approvals", "审批时限与简化", ApprovalRule.Read);

    /// <summary>How estates are chosen (择优排序).</summary>
    public static readonly PolicySection<ChoiceRule> Choice = new("choice", "择优排序", ChoiceRule.Read);

    /// <summary>Leftover plots (零星土地).</summary>
    public static readonly PolicySection<LeftoverLandRule> LeftoverLand = new("leftoverLand", "零星土地整合", LeftoverLandRule.Read);

    /// <summary>The order of works (施工时序).</summary>
    public static readonly PolicySection<SequenceRule> Sequence = new("sequence", "施工时序", SequenceRule.Read);

    /// <summary>What an inspection of the site looks at one by one (施工现场管控措施).</summary>
    public static readonly PolicySection<SiteMeasure> SiteMeasures = new("siteMeasures", "施工现场管控措施", SiteMeasure.Read);

    /// <summary>Ways to carry out, finance, join and manage (改造方式).</summary>
    public static readonly PolicySection<RenewalMode> Modes = new("modes", "改造与管理方式", RenewalMode.Read);

    /// <summary>What each body has to do (职责分工).</summary>
    public static readonly PolicySection<Duty> Duties = new("duties", "职责分工", Duty.Read);

    /// <summary>Dispatch, bulletins, checks and satisfaction (督导调度).</summary>
    public static readonly PolicySection<SupervisionRule> Supervision = new("supervision", "督导调度与评价", SupervisionRule.Read);

    /// <summary>What is said but not computed: principles, procedures, modes, publicity … (原则与要求).</summary>
    public static readonly PolicySection<PolicyStatement> Statements = new("statements", "原则与要求", PolicyStatement.Read);

    /// <summary>Matters to be consented to, and their thresholds (表决与征询).</summary>
    public static readonly PolicySection<ConsentRule> Consent = new("consent", "表决与意见征询", ConsentRule.Read);

    /// <summary>The channels of votes and opinion (表决、征询方式).</summary>
    public static readonly PolicySection<ChannelRule> Channels = new("channels", "表决与征询方式", ChannelRule.Read);

    /// <summary>The works catalogue (改造内容).</summary>
    public static readonly PolicySection<WorksItem> Works = new("works", "改造内容", WorksItem.Read);

    /// <summary>Rules on the contents of a scheme (改造内容规则).</summary>
    public static readonly PolicySection<WorksRule> WorksRules = new("worksRules", "改造内容规则", WorksRule.Read);

    /// <summary>Who pays what of which works (费用分担).</summary>
    public static readonly PolicySection<CostRule> Costs = new("costs", "费用分担", CostRule.Read);

    /// <summary>Sources of money, instruments and revenue (资金).</summary>
    public static readonly PolicySection<FundingSource> Funding = new("funding", "资金来源与管理", FundingSource.Read);

    /// <summary>Limits on what money may be used for (资金用途限制).</summary>
    public static readonly PolicySection<FundingLimit> FundingLimits = new("fundingLimits", "资金用途限制", FundingLimit.Read);

    /// <summary>Stepped prices (阶梯价格).</summary>
    public static readonly PolicySection<Tariff> Tariffs = new("tariffs", "阶梯价格", Tariff.Read);

    /// <summary>All sections, in the order in which a document is read.</summary>
    public static readonly IReadOnlyList<PolicySection> All =
    [
        Facts, Facilities, Eligibility, Quotas,
        Targets, Plausibility, PlanForms, Annexes, Milestones, Process, Acceptance, Aftercare, Notices, Approvals, Choice, LeftoverLand, Sequence, SiteMeasures, Modes, Duties, Supervision,
        Statements,
        Consent,
        Channels,
        Works,
        WorksRules,
        Costs,
        Funding,
        FundingLimits,
        Tariffs,
    ];
}
