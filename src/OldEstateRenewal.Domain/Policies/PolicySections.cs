using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Policies;

/// <summary>Every section a policy document may have. A new mechanism adds its line here and nowhere else.</summary>
public static class PolicySections
{
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
