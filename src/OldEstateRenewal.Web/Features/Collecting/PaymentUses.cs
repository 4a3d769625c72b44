using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Policies;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>A part of a dwelling's bill, what of it is this dwelling's, and the works it pays for.</summary>
public sealed record PayablePart(Guid Id, Guid ProjectId, string Name, string Clause, Money Amount, WorksCase Works);

/// <summary>用途核对: for which parts of a bill a method may pay, by the documents in force on the day of the payment.</summary>
public sealed class PaymentUses(PortalDbContext db, PolicyShelf policies)
{
    /// <summary>The parts of the issued bills of a dwelling, without those it does not pay for.</summary>
    public async Task<IReadOnlyList<PayablePart>> PartsAsync(Guid dwellingId)
    {
        var bills = await db.Bills.AsNoTracking().Where(b => b.DwellingId == dwellingId && db.BillRuns.Any(r => r.Id == b.RunId && r.State == BillRunState.Issued)).ToListAsync();
        if (bills.Count == 0) return [];
        var runs = bills.Select(bill => bill.RunId).ToList();
        var rows = await db.BillParts.AsNoTracking().Where(p => runs.Contains(p.RunId))
            .Join(db.ShareLines, p => p.ShareLineId, l => (Guid?)l.Id, (part, line) => new { part, line.ProjectId, line.CostLineId })
            .Join(db.CostLines, row => row.CostLineId, c => c.Id, (row, cost) => new { row.part, row.ProjectId, cost })
            .Join(db.CostSheets, row => row.cost.SheetId, s => s.Id, (row, sheet) => new { row.part, row.ProjectId, row.cost, sheet.Stage }).ToListAsync();
        var view = await policies.TodayAsync();
        return rows.Select(row => new PayablePart(row.part.Id, row.ProjectId, row.part.Name, row.part.Clause, Money.FromFen(bills.Single(bill => bill.RunId == row.part.RunId).Amounts.ElementAtOrDefault(row.part.Sequence)), CostTraits.CaseOf(view, view, row.cost, row.Stage)))
            .Where(part => part.Amount > Money.Zero).OrderBy(part => part.Name, StringComparer.Ordinal).ToList();
    }

    /// <summary>Every reason why the method may not pay for the part; with the clause.</summary>
    public async Task<IReadOnlyList<PaymentRefusal>> WhyNotAsync(PaymentMethod method, Guid? partId, IReadOnlyList<PayablePart> parts, DateOnly on)
    {
        if (method.IsOwnMoney()) return [];
        var view = await policies.ViewAsync(on);
        var source = method.SourceKey();
        if (parts.FirstOrDefault(part => part.Id == partId) is { } named) return Refuse(view, source, named.Works, named.Name).ToList();
        if (FundingCheck.IsLimited(view, source)) return [new(nameof(PaymentForm.BillPartId), $"{method.Name()}只能用于规定的改造内容，请选择用于账单的哪一项。")];
        return Refuse(view, source, new WorksCase(), null).Select(refusal => refusal with { Field = nameof(PaymentForm.Method) }).ToList();
    }

    /// <summary>All reasons that concern a field stand beside it as one text.</summary>
    private static IEnumerable<PaymentRefusal> Refuse(PolicyView view, string source, WorksCase works, string? part) => Reasons(view, source, works, part).GroupBy(refusal => refusal.Field).Select(field => new PaymentRefusal(field.Key, string.Concat(field.Select(refusal => refusal.Text))));

    private static IEnumerable<PaymentRefusal> Reasons(PolicyView view, string source, WorksCase works, string? part) =>
        FundingCheck.Refuse(view, source, works).Select(refusal => new PaymentRefusal(refusal.Citation is null ? nameof(PaymentForm.Method) : nameof(PaymentForm.BillPartId),
            $"{(part is null ? "" : $"不能用于“{part}”：")}{refusal.Text}{(refusal.Citation is { } citation ? $"（{citation}{(citation.Quote is { } quote ? $"：“{quote}”" : "")}）" : "")}。{refusal.Warning}"));
}
