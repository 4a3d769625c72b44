using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.PropertyServices;

/// <summary>Writes property services and fund balances. Every act gives back why it was refused, field by field.</summary>
public sealed class PropertyBureau(PortalDbContext db, AuditTrail audit, CurrentAccess access, AftercareBook book, PolicyShelf policies, TimeProvider time)
{
    public async Task<IReadOnlyList<(string Field, string Text)>> RecordAsync(Estate estate, PropertyForm form)
    {
        await db.TakeTurnAsync(estate.Id);
        var mode = (await book.ModesAsync()).FirstOrDefault(each => each.Item.Key == form.ModeKey);
        var refusals = await RefusalsAsync(estate.Id, mode, form);
        if (refusals.Count > 0) return refusals;
        var service = Make(estate, mode!.Item, form);
        if (await db.PropertyServices.AnyAsync(s => s.EstateId == estate.Id && s.FromOn == service.FromOn && s.Firm == service.Firm && s.ModeKey == service.ModeKey && s.Decision == service.Decision && s.EndedOn == null)) return [];
        db.PropertyServices.Add(service);
        audit.Add("PropertyServiceRecorded", service, $"{estate.Name} · {service.Mode} · {service.Firm}");
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<string?> EndAsync(PropertyService service, PropertyEndingForm form)
    {
        await db.TakeTurnAsync(service.EstateId);
        if (service.EndedOn is not null) return "已登记终止。";
        if (form.EndedOn < service.FromOn) return $"终止日期 {form.EndedOn:yyyy-MM-dd} 早于起始日期 {service.FromOn:yyyy-MM-dd}。";
        (service.EndedOn, service.EndReason) = (form.EndedOn, form.EndReason!.Trim());
        audit.Add("PropertyServiceEnded", service, $"{service.Estate!.Name} · {service.Firm}", service.EndReason);
        await db.SaveChangesAsync();
        return null;
    }

    public async Task<string?> StateFundAsync(Estate estate, FundForm form)
    {
        if (form.StatedOn > ChinaTime.Today(time)) return $"日期 {form.StatedOn:yyyy-MM-dd} 晚于今天。";
        var balance = new FundBalance
        {
            EstateId = estate.Id,
            StatedOn = form.StatedOn!.Value,
            Balance = Money.FromYuan(form.Balance!.Value),
            FirstPayment = form.FirstPayment is { } first ? Money.FromYuan(first) : null,
            Source = form.Source!.Trim(),
            RecordedBy = access.Value.UserName,
            RecordedAt = time.GetUtcNow(),
        };
        db.FundBalances.Add(balance);
        audit.Add("FundBalanceStated", balance, $"{estate.Name} · 维修资金余额 {balance.Balance} 元");
        await db.SaveChangesAsync();
        return null;
    }

    private async Task<List<(string, string)>> RefusalsAsync(Guid estateId, PolicyAnswer<RenewalMode>? mode, PropertyForm form)
    {
        var refusals = new List<(string, string)>();
        if (mode is null) refusals.Add((nameof(form.ModeKey), "请从列出的管理方式中选择。"));
        if (form.TrialUntil is { } until && until <= form.FromOn) refusals.Add((nameof(form.TrialUntil), "试用期满日期须晚于起始日期。"));
        if (form.Decision == PropertyDecision.OwnersVote && (await book.BallotsAsync(estateId)).FirstOrDefault(ballot => ballot.Id == form.BallotId) is var chosen && chosen is not { Carries: true })
            refusals.Add((nameof(form.BallotId), chosen is null ? "请选择本小区已截止的选聘表决。" : $"“{chosen.Name}”未通过，不能作为依据。"));
        if (mode?.Item.Consent is { } matter && form.Decision != PropertyDecision.OwnersVote && form.TrialUntil is null && (await policies.TodayAsync()).Find(PolicySections.Consent, matter) is { } rule)
            refusals.Add((nameof(form.Decision), $"{mode.Item.Name}须经业主表决（{rule.Item.Name}，{rule.Citation}）；先行试用的，请填写试用期满日期。"));
        return refusals;
    }

    private PropertyService Make(Estate estate, RenewalMode mode, PropertyForm form) => new()
    {
        EstateId = estate.Id,
        ModeKey = mode.Key,
        Mode = mode.Name,
        Firm = form.Firm!.Trim(),
        FromOn = form.FromOn!.Value,
        Decision = form.Decision!.Value,
        BallotId = form.Decision == PropertyDecision.OwnersVote ? form.BallotId : null,
        Cleaning = form.Cleaning.OrNull(),
        Upkeep = form.Upkeep.OrNull(),
        Guarding = form.Guarding.OrNull(),
        Fee = form.Fee is { } fee ? Money.FromYuan(fee) : null,
        TrialUntil = form.TrialUntil,
        HasCommittee = form.HasCommittee,
        RecordedBy = access.Value.UserName,
        RecordedAt = time.GetUtcNow(),
    };
}

/// <summary>How a project stands before the gate 物业管理已落实.</summary>
public static class PropertyGates
{
    public static async Task<Reason> ArrangedAsync(PortalDbContext db, Project project, ProcessGate gate, DateOnly today)
    {
        var ids = project.Estates.OrderBy(e => e.Sequence).Select(e => e.EstateId).ToList();
        var services = (await db.PropertyServices.AsNoTracking().Where(s => ids.Contains(s.EstateId)).ToListAsync()).ToLookup(s => s.EstateId);
        var names = await db.Estates.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name);
        var without = ids.Where(id => PropertyService.Current(services[id], today) is null).Select(id => names[id]).ToList();
        return without.Count == 0
            ? GateBook.Told(gate, true, string.Join("；", ids.Select(id => $"{names[id]}：{PropertyService.Current(services[id], today)!.Mode}，{PropertyService.Current(services[id], today)!.Firm}")))
            : GateBook.Told(gate, false, $"{string.Join("、", without)}尚未登记现行的物业管理");
    }
}
