namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>What the kinds of contracts and payments are called in Chinese.</summary>
public static class PaymentWords
{
    public static string Name(this ContractKind kind) => kind switch { ContractKind.Works => "施工", ContractKind.Design => "设计", ContractKind.Supervision => "监理", _ => "其他" };

    public static string Name(this RequestKind kind) => kind switch { RequestKind.Advance => "预付款", RequestKind.Progress => "进度款", RequestKind.Settlement => "结算款", _ => "质保金返还" };

    public static string Name(this PaymentStepKind kind) => kind switch
    {
        PaymentStepKind.Asked => "申请",
        PaymentStepKind.Checked => "审核",
        PaymentStepKind.Approved => "批准",
        PaymentStepKind.Paid => "支付",
        _ => "退回",
    };

    /// <summary>Where a payment stands after its last step.</summary>
    public static string State(this PaymentStepKind last) => last switch
    {
        PaymentStepKind.Asked => "待审核",
        PaymentStepKind.Checked => "待批准",
        PaymentStepKind.Approved => "待支付",
        PaymentStepKind.Paid => "已支付",
        _ => "已退回",
    };

    public static string Css(this PaymentStepKind last) => last switch { PaymentStepKind.Paid => "good", PaymentStepKind.Returned => "bad", _ => "warn" };

    public static string Rate(this decimal percent) => $"{percent.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)}%";
}
