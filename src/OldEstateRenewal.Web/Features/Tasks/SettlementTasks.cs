using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Settlement and final account of projects that were accepted. What is late rises to the leader.</summary>
public sealed class SettlementTasks(FundingAlarms alarms, CurrentAccess access, TimeProvider time) : ITaskSource
{
    public async Task<IReadOnlyList<WaitingTask>> ReadAsync() => access.May(Duty.ReadFunds) ? (await alarms.TermsAsync()).Select(Of).ToList() : [];

    private WaitingTask Of(MoneyTerm term) => new($"{(term.What == MoneyTerm.Settlement ? "settlement" : "account")}-{term.ProjectId}", $"{term.Project}：{term.What}", term.Path, TaskBodies.Bureau,
        term.What == MoneyTerm.Settlement ? $"平台默认口径：自验收（{term.AcceptedOn:yyyy-MM-dd}）起 {MoneyTerms.SettlementDays} 日" : $"平台默认口径：自验收（{term.AcceptedOn:yyyy-MM-dd}）起 {MoneyTerms.FinalAccountMonths} 个月")
    {
        DueOn = term.DueOn,
        IsMine = access.May(Duty.EditFunds) || (access.May(Duty.ApprovePayments) && term.DueOn < ChinaTime.Today(time)),
    };
}
