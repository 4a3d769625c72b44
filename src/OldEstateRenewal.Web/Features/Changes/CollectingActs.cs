namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>Acts of collecting what owners pay.</summary>
internal static class CollectingActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["PaymentReceived"] = "登记收款",
        ["PaymentRefunded"] = "登记退款",
        ["PaymentReversed"] = "冲销收退款",
        ["PaymentReminded"] = "登记催缴",
        ["BankFileTaken"] = "导入银行流水",
        ["BankLineDecided"] = "办理银行流水",
        ["DayClosed"] = "日结",
    };
}
