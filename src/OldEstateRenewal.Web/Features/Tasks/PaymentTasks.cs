using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Disbursements;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Payments that wait for their next step: the same rules that guard the steps say for whom.</summary>
public sealed class PaymentTasks(PortalDbContext db, CurrentAccess access) : ITaskSource
{
    private static readonly PaymentStepKind[] next = [PaymentStepKind.Checked, PaymentStepKind.Approved, PaymentStepKind.Paid];

    public async Task<IReadOnlyList<WaitingTask>> ReadAsync()
    {
        var person = access.Value;
        if (!person.May(Duty.ReadFunds) || next.All(kind => !PaymentRules.May(person, kind))) return [];
        var open = await db.PaymentRequests.AsNoTracking().Include(r => r.Steps).Include(r => r.Contract).Where(r => r.Steps.All(s => s.Kind != PaymentStepKind.Paid && s.Kind != PaymentStepKind.Returned)).OrderBy(r => r.MadeAt).ThenBy(r => r.Id).ToListAsync();
        return open.Select(request => new PaymentLine(request)).Select(line => new WaitingTask($"payment-{line.Request.Id}", $"{line.Request.Contract!.Name}第 {line.Request.Number} 次{line.Request.Kind.Name()} {line.Net.InYuan()} 元", $"/payment-requests/{line.Request.Id}", BodyOf(line.Last), "付款申请、审核、批准三人分离")
        {
            Standing = line.Last.State(),
            IsMine = next.Any(kind => PaymentRules.WhyNotStep(line, kind, person).Count == 0),
            Outside = $"第 {line.Request.Number} 次{line.Request.Kind.Name()}{line.Last.State()}",
        }).ToList();
    }

    private static string BodyOf(PaymentStepKind last) => last == PaymentStepKind.Checked ? TaskBodies.Leader : $"{TaskBodies.Bureau}、县财政局";
}
