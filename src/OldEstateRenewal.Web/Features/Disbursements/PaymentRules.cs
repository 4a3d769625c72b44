using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>From where a payment may be made, and how much is there.</summary>
public sealed record SourceOption(Guid? GrantId, string SourceKey, string Name, Money Available)
{
    public string Field => GrantId?.ToString() ?? PaymentRules.OwnersField;
}

/// <summary>What is known when a payment is asked for.</summary>
public sealed record PaymentCase(ContractStanding Contract, Money? SettlementPart, Money SettledOthers, DateOnly? AcceptedOn, IReadOnlyList<SourceOption> Sources, DateOnly Today);

/// <summary>Why a payment cannot be asked for, or a step of it not be taken. An empty list means that it can; the same list greys out, explains and guards.</summary>
public static class PaymentRules
{
    public const string OwnersField = "owners";

    /// <summary>Why nothing of this kind can be asked for now.</summary>
    public static IReadOnlyList<string> WhyNot(PaymentCase of, RequestKind kind)
    {
        var reasons = new List<string>();
        if (!of.Contract.Contract.HasProof) reasons.Add("请先上传合同扫描件。");
        if (kind is RequestKind.Advance or RequestKind.Progress && of.Contract.IsSettled) reasons.Add("已申请结算款，不再申请预付款、进度款。");
        if (kind == RequestKind.Advance && of.Contract.WorkDone > Money.Zero) reasons.Add("已有完成工程量，请申请进度款。");
        if (kind == RequestKind.Settlement && of.SettlementPart is null) reasons.Add("结算造价表尚未确定，不能申请结算款。");
        if (kind != RequestKind.Retention) return reasons;
        if (of.Contract.Kept <= Money.Zero) reasons.Add("没有可返还的质保金。");
        if (ReleasedOn(of) is not { } released) reasons.Add("项目尚未通过竣工验收，缺陷责任期未开始。");
        else if (of.Today < released) reasons.Add($"缺陷责任期 {of.Contract.Contract.RetentionMonths} 个月，自验收 {of.AcceptedOn:yyyy-MM-dd} 起至 {released:yyyy-MM-dd}，未到返还日期。");
        return reasons;
    }

    /// <summary>The day from which the retention may be returned.</summary>
    public static DateOnly? ReleasedOn(PaymentCase of) => of.AcceptedOn?.AddMonths(of.Contract.Contract.RetentionMonths);

    /// <summary>Why this payment cannot be asked for.</summary>
    public static IReadOnlyList<string> WhyNot(PaymentCase of, RequestForm form)
    {
        var kind = form.Kind!.Value;
        if (WhyNot(of, kind) is { Count: > 0 } never) return never;
        var (amount, retained, done) = (form.Asked, form.Kept, form.Done);
        return [.. Figures(of, kind, amount, retained, done), .. form.Excess is null ? Excesses(of, kind, amount, retained, done).Select(excess => $"{excess}；确需超过的，请填写理由。") : [], .. Sources(of, form)];
    }

    /// <summary>Which caps it goes above; a reason lets it, and it stands as an alarm.</summary>
    public static IEnumerable<string> Excesses(PaymentCase of, RequestKind kind, Money amount, Money retained, Money done)
    {
        var contract = of.Contract;
        if (kind == RequestKind.Progress && contract.Progress + amount - retained is var progress && progress > contract.Cap(done))
            yield return $"预付款、进度款累计应付 {progress.InYuan()} 元超过上限 {contract.Cap(done).InYuan()} 元（累计完成 {done.InYuan()} × {contract.Contract.ProgressCap.Rate()}）";
        if (kind != RequestKind.Retention && contract.Gross + amount is var gross && gross > contract.Price) yield return $"累计申请 {gross.InYuan()} 元超过合同价（含变更）{contract.Price.InYuan()} 元";
        if (kind is RequestKind.Advance or RequestKind.Progress && done > contract.Price) yield return $"累计完成 {done.InYuan()} 元超过合同价（含变更）{contract.Price.InYuan()} 元";
        if (kind == RequestKind.Settlement && contract.Retained + retained is var kept && ContractStanding.Part(contract.Contract.RetentionRate, contract.Gross + amount) is var owed && kept < owed)
            yield return $"累计扣留质保金 {kept.InYuan()} 元少于约定的 {owed.InYuan()} 元（结算价 {(contract.Gross + amount).InYuan()} × {contract.Contract.RetentionRate.Rate()}）";
    }

    /// <summary>Why a step of a payment cannot be taken by this person.</summary>
    public static IReadOnlyList<string> WhyNotStep(PaymentLine payment, PaymentStepKind kind, Access person)
    {
        var reasons = new List<string>();
        if (!May(person, kind)) reasons.Add(kind switch
        {
            PaymentStepKind.Checked => "审核由县住建局另一经办或财政人员办理。",
            PaymentStepKind.Approved => "批准由领导办理。",
            PaymentStepKind.Paid => "支付由县住建局经办或财政人员登记。",
            _ => "退回由审核人或批准人办理。",
        });
        if (Before(kind) is { } before && payment.Last != before) reasons.Add($"此付款{payment.Last.State()}，不能登记{kind.Name()}。");
        if (kind == PaymentStepKind.Returned && payment.Last is not (PaymentStepKind.Asked or PaymentStepKind.Checked)) reasons.Add($"此付款{payment.Last.State()}，不能退回。");
        if (kind == PaymentStepKind.Checked && !payment.Request.HasProof) reasons.Add("尚未上传付款申请材料（扫描件），不能审核。");
        if (kind is PaymentStepKind.Checked or PaymentStepKind.Approved && payment.Steps.FirstOrDefault(step => step.Kind is PaymentStepKind.Asked or PaymentStepKind.Checked && step.ById == person.UserId) is { } own)
            reasons.Add($"{own.Kind.Name()}由您办理，{kind.Name()}须由另一人办理（申请、审核、批准三人分离）。");
        return reasons;
    }

    public static bool May(Access person, PaymentStepKind kind) => kind switch
    {
        PaymentStepKind.Asked => person.May(Duty.EditFunds),
        PaymentStepKind.Approved => person.May(Duty.ApprovePayments),
        PaymentStepKind.Returned => person.May(Duty.CheckPayments) || person.May(Duty.ApprovePayments),
        _ => person.May(Duty.CheckPayments),
    };

    private static PaymentStepKind? Before(PaymentStepKind kind) => kind switch
    {
        PaymentStepKind.Checked => PaymentStepKind.Asked,
        PaymentStepKind.Approved => PaymentStepKind.Checked,
        PaymentStepKind.Paid => PaymentStepKind.Approved,
        _ => null,
    };

    private static IEnumerable<string> Figures(PaymentCase of, RequestKind kind, Money amount, Money retained, Money done)
    {
        var contract = of.Contract;
        if (retained >= amount) yield return "扣留质保金须小于申请金额。";
        if (kind == RequestKind.Retention && retained > Money.Zero) yield return "返还质保金时不再扣留。";
        if (kind == RequestKind.Retention && amount > contract.Kept) yield return $"返还 {amount.InYuan()} 元超过尚未返还的质保金 {contract.Kept.InYuan()} 元。";
        if (kind == RequestKind.Progress && done < contract.WorkDone) yield return $"累计完成 {done.InYuan()} 元少于上次的 {contract.WorkDone.InYuan()} 元。";
        if (kind == RequestKind.Progress && done <= Money.Zero) yield return "请填写累计完成工程量价款。";
        if (kind == RequestKind.Settlement && of.SettlementPart is { } settlement && of.SettledOthers + contract.Gross + amount is var all && all > settlement)
            yield return $"{contract.Contract.Kind.Name()}合同累计申请 {all.InYuan()} 元超过结算造价表中{contract.Contract.Kind.Name()}部分的 {settlement.InYuan()} 元。";
    }

    private static IEnumerable<string> Sources(PaymentCase of, RequestForm form)
    {
        var (sum, net) = (form.Sources.Values.Select(form.Money).Total(), form.Asked - form.Kept);
        if (sum != net) yield return $"资金来源合计 {sum.InYuan()} 元，应等于应付 {net.InYuan()} 元（申请 {form.Asked.InYuan()}－扣留 {form.Kept.InYuan()}）。";
        foreach (var (field, typed) in form.Sources.Where(each => form.Money(each.Value) > Money.Zero))
        {
            var taken = form.Money(typed);
            if (of.Sources.FirstOrDefault(source => source.Field == field) is not { } source) yield return "请从列出的资金来源中选择。";
            else if (taken > source.Available) yield return $"“{source.Name}”可用 {(source.Available > Money.Zero ? source.Available : Money.Zero).InYuan()} 元，不足 {taken.InYuan()} 元。";
        }
    }
}
