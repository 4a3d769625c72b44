using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>Why a source may not pay for works (资金不得用于该事项的原因).</summary>
/// <param name="Text">The reason, in words.</param>
/// <param name="Citation">The clause; null where no document of the division names the source.</param>
/// <param name="Warning">What to know about the clause's validity, or null.</param>
public sealed record FundingRefusal(string Text, Citation? Citation, string? Warning);

/// <summary>Whether a source may pay for a piece of works (资金用途核对).</summary>
public static class FundingCheck
{
    /// <summary>Every reason why the source may not pay; empty when it may. A fact that is not known counts as not given.</summary>
    public static IReadOnlyList<FundingRefusal> Refuse(PolicyView view, string source, WorksCase works)
    {
        var named = view.Find(PolicySections.Funding, source);
        var limits = view.All(PolicySections.FundingLimits).Where(limit => limit.Item.Sources.Contains(source));
        return
        [
            .. named is { Item.Kind: FundingKind.Source } ? Refuse(named, named.Item.Only, named.Item.Never, works) : [new FundingRefusal("本地政策文件未列此项资金来源", null, null)],
            .. limits.SelectMany(limit => Refuse(limit, limit.Item.Only, limit.Item.Never, works)),
        ];
    }

    /// <summary>Whether any document limits for what the source may pay, so that the works must be named.</summary>
    public static bool IsLimited(PolicyView view, string source) =>
        view.Find(PolicySections.Funding, source) is { } named && (named.Item.Only ?? named.Item.Never) is not null
        || view.All(PolicySections.FundingLimits).Any(limit => limit.Item.Sources.Contains(source));

    private static IEnumerable<FundingRefusal> Refuse<T>(PolicyAnswer<T> answer, FundingUse? only, FundingUse? never, WorksCase works) where T : PolicyItem
    {
        if (only is not null && !only.Works.Applies(works)) yield return new FundingRefusal(only.Text, answer.Citation, answer.Warning);
        if (never is not null && never.Works.Applies(works)) yield return new FundingRefusal(never.Text, answer.Citation, answer.Warning);
    }
}
