namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>The acts on money of the year, contracts and payments.</summary>
internal static class FundsActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["GrantRecorded"] = "登记资金",
        ["CountyShareRecorded"] = "登记县级应承担",
        ["FundingApplied"] = "资金申请",
        ["FundingApproved"] = "资金批复",
        ["FundingReceived"] = "资金到位",
        ["FundingAllotted"] = "资金分配",
        ["FundingWithdrawn"] = "资金收回",
        ["FundingRevoked"] = "撤销资金登记",
        ["FundingUsed"] = "安排资金用途",
        ["FundingUseRevoked"] = "撤销资金用途",
        ["SubsidyNoticed"] = "登记补助测算依据",
        ["ContractRecorded"] = "登记合同",
        ["ContractChanged"] = "合同变更",
        ["FinalAccountRecorded"] = "登记财务决算",
        ["PaymentAsked"] = "申请付款",
        ["PaymentChecked"] = "审核付款",
        ["PaymentApproved"] = "批准付款",
        ["PaymentPaid"] = "登记支付",
        ["PaymentReturned"] = "退回付款",
    };
}
