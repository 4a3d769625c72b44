using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Workbench;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>Payments that wait for this person: the same rules that guard the steps say for whom.</summary>
public static class PaymentDue
{
    private static readonly PaymentStepKind[] next = [PaymentStepKind.Checked, PaymentStepKind.Approved, PaymentStepKind.Paid];

    public static async Task<IReadOnlyList<DueItem>> ReadAsync(PortalDbContext db, Access access)
    {
        if (next.All(kind => !PaymentRules.May(access, kind))) return [];
        var open = await db.PaymentRequests.AsNoTracking().Include(r => r.Steps).Include(r => r.Contract).Where(r => r.Steps.All(s => s.Kind != PaymentStepKind.Paid && s.Kind != PaymentStepKind.Returned)).OrderBy(r => r.MadeAt).ThenBy(r => r.Id).ToListAsync();
        return open.Select(request => new PaymentLine(request)).Where(line => next.Any(kind => PaymentRules.WhyNotStep(line, kind, access).Count == 0))
            .Select(line => new DueItem($"{line.Request.Contract!.Name}第 {line.Request.Number} 次{line.Request.Kind.Name()} {line.Net.InYuan()} 元，{line.Steps[0].By}申请", $"/payment-requests/{line.Request.Id}", line.Last.State(), "warn")).ToList();
    }
}
