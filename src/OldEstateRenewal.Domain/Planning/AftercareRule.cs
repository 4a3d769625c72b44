using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>What is watched after the works (跟进事项类别).</summary>
public enum AftercareKind
{
    /// <summary>落实物业管理：from the acceptance.</summary>
    Arrange,

    /// <summary>重新选聘：from the appointment of a firm that the owners did not choose.</summary>
    Reselect,

    /// <summary>试用期满：from the end of the trial (先尝后买).</summary>
    Trial,

    /// <summary>维修资金续交：when the balance falls too low.</summary>
    FundTopUp,
}

/// <summary>
/// Something to be seen to after an estate is renewed (改造后跟进): so many months after the fact that starts it, or when a balance keeps no longer within its bound.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Kind">What is watched.</param>
/// <param name="Months">How many months after the fact it is due.</param>
/// <param name="Body">The body that owes it (责任主体).</param>
/// <param name="Alarm">The share of the first payment at which the fund must be topped up; null for what is due by time.</param>
public sealed record AftercareRule(PolicyItemHead Head, AftercareKind Kind, int Months, string Body, Bound? Alarm) : PolicyItem(Head)
{
    private const int MostMonths = 120;

    /// <inheritdoc/>
    public override string InWords => Alarm is { } alarm
        ? $"余额{alarm.Word}首期交存额的{alarm.Text}时，{Body}组织续交"
        : $"{Starts}{(Months == 0 ? "起" : $"满{Months}个月")}，{Body}负责";

    private string Starts => Kind switch
    {
        AftercareKind.Arrange => "自竣工验收",
        AftercareKind.Reselect => "自指定物业服务企业",
        AftercareKind.Trial => "自试用期满",
        _ => "",
    };

    /// <summary>The day by which it is due. A month that has no such day ends with its last.</summary>
    public DateOnly DueOn(DateOnly start) => start.AddMonths(Months);

    /// <summary>Need the fund be topped up? Compared exactly; a first payment that is not known leaves it open.</summary>
    public Reason Fund(Money balance, Money? firstPayment)
    {
        if (Alarm is null) return Reason.Single(Key, Name, Outcome.Passed, "未规定续交界限", Citation);
        if (firstPayment is not { } first || first <= Money.Zero) return Reason.Single(Key, Name, Outcome.Unknown, "首期交存额未登记", Citation);
        var share = new Fraction(balance.Fen, first.Fen);
        var words = $"余额 {balance} 元，首期交存额 {first} 元，占 {share.ToPercent()}，{Alarm.InWords}即须续交";
        return Reason.Single(Key, Name, Outcomes.Of(!Alarm.Holds(share)), words, Citation);
    }

    /// <summary>Reads { name, clause, quote?, note?, watch, months?, body, alarm?: { word, limit } }.</summary>
    public static AftercareRule Read(PolicyNode node)
    {
        var rule = new AftercareRule(node.Head(), node.Choice<AftercareKind>("watch"), node.OptionalWhole("months", 0, MostMonths) ?? 0, node.Text("body"), node.Has("alarm") ? Bound.Read(node, "alarm") : null);
        return rule.Kind == AftercareKind.FundTopUp == rule.Alarm is not null ? rule : node.Wrong("alarm", "watch 为 fundTopUp 时必填，其余不填", rule);
    }
}
