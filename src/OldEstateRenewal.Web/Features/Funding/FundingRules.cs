using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>Why an act on a grant cannot be recorded. An empty list means that it can; the same list greys out, explains and guards.</summary>
public static class FundingRules
{
    /// <summary>What owners pay comes in by household and not as a grant.</summary>
    public const string Residents = "residents";

    public const string Declared = "已声明：不新增地方政府（隐性）债务。";

    /// <summary>The kinds that a person records; that one was wrong is said of the act itself.</summary>
    public static readonly IReadOnlyList<FundingActKind> Recorded = [FundingActKind.Applied, FundingActKind.Approved, FundingActKind.Received, FundingActKind.Allotted, FundingActKind.Withdrawn];

    /// <summary>Why nothing of this kind can be recorded now, whatever the amount.</summary>
    public static IReadOnlyList<string> WhyNot(GrantStanding of, FundingActKind kind) => kind switch
    {
        FundingActKind.Received when of.Approved <= Money.Zero => ["尚未批复，不能登记到位。"],
        FundingActKind.Received when of.Receivable <= Money.Zero => ["批复额已全部到位。"],
        FundingActKind.Allotted when of.Approved <= Money.Zero => ["尚未批复，不能分配。"],
        FundingActKind.Allotted when of.Approved - of.Allotted <= Money.Zero => ["批复额已全部分配。"],
        FundingActKind.Withdrawn when of.WithdrawableWhole <= Money.Zero && of.Projects.All(project => of.WithdrawableFrom(project) <= Money.Zero) =>
            [of.Paid > Money.Zero ? $"没有可收回的资金：已支付 {of.Paid.InYuan()} 元，已支付的资金不能收回。" : $"没有可收回的资金。{string.Concat(of.Projects.Select(project => Bound(of, project)))}"],
        _ => [],
    };

    /// <summary>Why this act cannot be recorded.</summary>
    public static IReadOnlyList<string> WhyNot(GrantStanding of, ActForm form, Project? project, PolicyAnswer<FundingSource>? source, DateOnly today)
    {
        var (kind, amount) = (form.Kind!.Value, Money.FromYuan(form.Amount!.Value));
        if (WhyNot(of, kind) is { Count: > 0 } never) return never;
        return [.. When(of, form.On!.Value, kind, today), .. For(of, kind, project), .. Above(of, kind, amount, project, form.Ahead), .. Undeclared(kind, form, source)];
    }

    /// <summary>Why an act cannot be revoked: what follows from it would hang in the air.</summary>
    public static IReadOnlyList<string> WhyNotRevoke(GrantStanding of, FundingAct act)
    {
        if (act.Kind == FundingActKind.Revoked) return ["撤销记录不能再撤销；如撤销有误，请重新登记。"];
        if (of.Acts.All(each => each.Id != act.Id)) return ["此项已撤销。"];
        var amount = act.Amount;
        var reasons = new List<string>();
        if (act.Kind == FundingActKind.Approved && of.Approved - amount < of.Received) reasons.Add($"撤销后批复额低于已到位的 {of.Received.InYuan()} 元，请先撤销到位。");
        if (act.Kind == FundingActKind.Approved && of.Approved - amount < of.Allotted) reasons.Add($"撤销后批复额低于已分配的 {of.Allotted.InYuan()} 元，请先收回分配。");
        if (act.Kind == FundingActKind.Received && of.Free < amount) reasons.Add($"到位资金中 {of.Paid.InYuan()} 元已支付、{of.Held.InYuan()} 元付款在途，不能撤销到位。");
        if (act.Kind == FundingActKind.Received && of.Allotted > Money.Zero && of.Unallotted < amount) reasons.Add($"已分配 {of.Allotted.InYuan()} 元，请先收回分配。");
        if (act is { Kind: FundingActKind.Allotted, ProjectId: { } project } && of.WithdrawableFrom(project) < amount) reasons.Add(Bound(of, project));
        if (act is { Kind: FundingActKind.Withdrawn, ProjectId: not null } && of.Approved - of.Allotted < amount) reasons.Add("收回的额度已另行分配，不能撤销收回。");
        return reasons;
    }

    private static IEnumerable<string> When(GrantStanding of, DateOnly on, FundingActKind kind, DateOnly today)
    {
        if (on > today) yield return $"日期 {on:yyyy-MM-dd} 晚于今天，请填写实际日期。";
        var first = of.Acts.Where(act => act.Kind == FundingActKind.Approved).Select(act => (DateOnly?)act.On).Min();
        if (kind is FundingActKind.Received or FundingActKind.Allotted or FundingActKind.Withdrawn && on < first) yield return $"日期 {on:yyyy-MM-dd} 早于批复日期 {first:yyyy-MM-dd}。";
    }

    private static IEnumerable<string> For(GrantStanding of, FundingActKind kind, Project? project)
    {
        if (kind is FundingActKind.Allotted && project is null) yield return "请选择分配到哪个项目。";
        if (project is not null && kind is not (FundingActKind.Allotted or FundingActKind.Withdrawn)) yield return $"{kind.Name()}不分项目，请不要选择项目。";
        if (project is null || kind != FundingActKind.Allotted) yield break;
        if (of.Grant.EarmarkedId is { } only && only != project.Id) yield return $"此笔资金指定用于“{of.Grant.Earmarked?.Name}”，不能分配给其他项目。";
        if (project.PlanYear != of.Grant.PlanYear) yield return $"此笔资金属 {of.Grant.PlanYear} 年度，“{project.Name}”属 {project.PlanYear} 年度计划。";
    }

    private static IEnumerable<string> Above(GrantStanding of, FundingActKind kind, Money amount, Project? project, bool ahead)
    {
        if (kind == FundingActKind.Received && amount > of.Receivable) yield return $"到位 {amount.InYuan()} 元超过尚未到位的批复额 {of.Receivable.InYuan()} 元（批复 {of.Approved.InYuan()}，已到位 {of.Received.InYuan()}）。";
        if (kind == FundingActKind.Allotted && amount > of.Approved - of.Allotted) yield return $"分配 {amount.InYuan()} 元超过尚未分配的批复额 {(of.Approved - of.Allotted).InYuan()} 元（批复 {of.Approved.InYuan()}，已分配 {of.Allotted.InYuan()}）。";
        else if (kind == FundingActKind.Allotted && !ahead && amount > of.Unallotted) yield return $"分配 {amount.InYuan()} 元超过已到位未分配的 {(of.Unallotted > Money.Zero ? of.Unallotted : Money.Zero).InYuan()} 元；如按批复额预先分配，请勾选“资金未到位，按批复额分配”。";
        if (kind != FundingActKind.Withdrawn) yield break;
        if (project is not null && amount > of.WithdrawableFrom(project.Id)) yield return Bound(of, project.Id);
        if (project is null && amount > of.WithdrawableWhole) yield return $"退回 {amount.InYuan()} 元超过可退回的 {(of.WithdrawableWhole > Money.Zero ? of.WithdrawableWhole : Money.Zero).InYuan()} 元：已到位 {of.Received.InYuan()}，已分配 {of.Allotted.InYuan()}，已支付 {of.Paid.InYuan()}，付款在途 {of.Held.InYuan()}。已支付的资金不能收回，已分配的请先收回分配。";
    }

    private static IEnumerable<string> Undeclared(FundingActKind kind, ActForm form, PolicyAnswer<FundingSource>? source)
    {
        if (kind == FundingActKind.Approved && source is { Item.NoNewDebt: true } && form.NoNewDebt != true)
            yield return form.NoNewDebt == false ? $"会新增地方政府（隐性）债务的，不得使用此项资金（{source.Citation}）。" : $"请声明是否新增地方政府（隐性）债务（{source.Citation}）。";
    }

    private static string Bound(GrantStanding of, Guid project)
    {
        var most = of.WithdrawableFrom(project);
        return $"该项目可收回 {(most > Money.Zero ? most : Money.Zero).InYuan()} 元：已分配 {of.AllottedTo(project).InYuan()}，已安排用途 {of.UsedBy(project).InYuan()}，已支付 {of.PaidFor(project).InYuan()}，付款在途 {of.HeldFor(project).InYuan()}。已支付的资金不能收回，已安排用途的请先撤销用途。";
    }
}
