using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>Fixes lists and draws from them, in the city's own tenant. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class CheckService(CheckPool pool, CityDesk desk, CurrentAccess access, TimeProvider time)
{
    private static readonly IReadOnlyList<string> taken = ["他人刚刚已抽取或作废了这份名单，请刷新后查看。"];

    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> FixAsync(CheckListForm form)
    {
        var candidates = await pool.ReadAsync(form.PlanYear!.Value, form.Phase);
        if (WhyNotFix(candidates, form.Places!.Value) is { Count: > 0 } refusals) return (Guid.Empty, refusals);
        var list = new CheckList
        {
            TenantId = access.Value.Tenant.Id,
            Title = form.Title!.Trim(),
            PlanYear = form.PlanYear.Value,
            Phase = form.Phase,
            Places = form.Places.Value,
            Basis = form.Basis.OrNull(),
            Candidates = candidates.Count,
            FixedBy = access.Value.UserName,
            FixedById = access.Value.UserId,
            FixedAt = time.GetUtcNow(),
        };
        foreach (var candidate in candidates) candidate.ListId = list.Id;
        return (list.Id, await desk.WriteAsync(async own =>
        {
            own.CheckLists.Add(list);
            own.CheckCandidates.AddRange(candidates);
            desk.Note(own, "CheckListFixed", list, list.Id, list.Title, $"候选 {list.Candidates} 个，应抽 {list.Places} 个");
            await own.SaveChangesAsync();
            return [];
        }));
    }

    public async Task<IReadOnlyList<string>> DrawAsync(CheckListPage page, CheckDrawForm form)
    {
        if (CheckRules.WhyNotClose(page.Closing) is { Count: > 0 } closed) return closed;
        var (seed, byCode) = (form.Seed!.Trim(), page.Candidates.ToDictionary(candidate => candidate.Code));
        var candidates = page.Candidates.Select(candidate => candidate.ToDraw()).ToList();
        if (SpotCheckDraw.Refuse(seed, candidates, page.List.Places) is { Count: > 0 } refusals) return refusals;
        var draw = SpotCheckDraw.Of(seed, candidates, page.List.Places);
        var closing = Closing(page.List, CheckClosingKind.Drawn, form);
        var drawn = draw.Drawn.Select(lot => lot.Hash).ToHashSet();
        var lots = draw.Order.Select((lot, at) => LotOf(closing, byCode[lot.Candidate.Id], lot, at + 1, drawn.Contains(lot.Hash))).ToList();
        return await CloseAsync(page.List, closing, lots, [.. lots.GroupBy(lot => lot.CountyId).Select(county => new CheckQuota
        {
            TenantId = page.List.TenantId,
            ListId = page.List.Id,
            ClosingId = closing.Id,
            CountyId = county.Key,
            CountyName = page.Candidates.First(candidate => candidate.CountyId == county.Key).CountyName,
            Candidates = county.Count(),
            Drawn = county.Count(lot => lot.IsDrawn),
        })]);
    }

    public Task<IReadOnlyList<string>> WithdrawAsync(CheckListPage page, CheckWithdrawalForm form)
    {
        if (CheckRules.WhyNotClose(page.Closing) is { Count: > 0 } closed) return Task.FromResult(closed);
        var closing = Closing(page.List, CheckClosingKind.Withdrawn, null);
        closing.Reason = form.Reason!.Trim();
        return CloseAsync(page.List, closing, [], []);
    }

    private static IReadOnlyList<string> WhyNotFix(IReadOnlyList<CheckCandidate> candidates, int places) =>
    [
        .. candidates.Count == 0 ? ["没有符合条件的项目，请换计划年度或进度。"] : Array.Empty<string>(),
        .. candidates.Count > CheckList.MostCandidates ? [$"候选 {candidates.Count} 个，超过 {CheckList.MostCandidates} 个，请缩小范围。"] : Array.Empty<string>(),
        .. candidates.Count > 0 && places > candidates.Count ? [$"候选只有 {candidates.Count} 个，抽取数不能更多。"] : Array.Empty<string>(),
    ];

    private static CheckLot LotOf(CheckClosing closing, CheckCandidate candidate, DrawLot lot, int place, bool isDrawn) => new()
    {
        TenantId = candidate.TenantId,
        ListId = candidate.ListId,
        ClosingId = closing.Id,
        CandidateId = candidate.Id,
        CountyId = candidate.CountyId,
        ProjectId = candidate.ProjectId,
        Place = place,
        Hash = lot.Hash,
        IsDrawn = isDrawn,
    };

    private CheckClosing Closing(CheckList list, CheckClosingKind kind, CheckDrawForm? form) => new()
    {
        TenantId = list.TenantId,
        ListId = list.Id,
        Kind = kind,
        Seed = form?.Seed!.Trim(),
        Source = form?.Source!.Trim(),
        Caller = form?.Caller!.Trim(),
        By = access.Value.UserName,
        ById = access.Value.UserId,
        At = time.GetUtcNow(),
    };

    private async Task<IReadOnlyList<string>> CloseAsync(CheckList list, CheckClosing closing, IReadOnlyList<CheckLot> lots, IReadOnlyList<CheckQuota> quotas)
    {
        try
        {
            return await desk.WriteAsync(async own =>
            {
                own.CheckClosings.Add(closing);
                own.CheckLots.AddRange(lots);
                own.CheckQuotas.AddRange(quotas);
                desk.Note(own, closing.Kind == CheckClosingKind.Drawn ? "CheckListDrawn" : "CheckListWithdrawn", closing, list.Id, list.Title, closing.Seed ?? closing.Reason);
                await own.SaveChangesAsync();
                return [];
            });
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return taken;
        }
    }
}
