using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>The sheet that the product proposes: the six matters that 聊城 六 names for evaluation. Their marks are the product's, not the document's.</summary>
public static class EvaluationStarter
{
    public const string Basis = "指标取自聊城市实施方案第六部分“督导评价”；分值、等次为系统建议，请按本市文件修改。";

    private static readonly (string Group, string Name, decimal Marks, bool NeedsEvidence, string? Rate)[] items =
    [
        ("立项", "改造项目按时立项批复", 10, true, null),
        ("开工", "按计划开工（开工率）", 20, false, RateKeys.Start),
        ("竣工", "按计划完工（完工率）", 20, false, RateKeys.Completion),
        ("改造内容", "基础类应改尽改，完善类、提升类按方案实施", 20, true, null),
        ("资金支付", "资金到位和支付进度（资金支付率）", 15, false, RateKeys.Payment),
        ("物业管理长效机制", "建立物业管理长效机制", 15, true, RateKeys.Management),
    ];

    public static IEnumerable<EvaluationCriterion> Make(Guid tenant, Guid evaluation) => items.Select((item, at) => new EvaluationCriterion
    {
        TenantId = tenant,
        EvaluationId = evaluation,
        Sequence = at + 1,
        Group = item.Group,
        Name = item.Name,
        Marks = item.Marks,
        NeedsEvidence = item.NeedsEvidence,
        RateKey = item.Rate,
    });
}
