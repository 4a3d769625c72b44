using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ledgers;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>Records grants and what becomes of them, each act with its entry in the ledger.</summary>
public sealed class FundingService(PortalDbContext db, FundingReader reader, LedgerService ledger, PolicyShelf policies, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<(Guid? Id, IReadOnlyList<string> Refusals)> AddAsync(GrantForm form)
    {
        var source = (await policies.TodayAsync()).Find(PolicySections.Funding, form.SourceKey!);
        if (source is not { Item.Kind: FundingKind.Source }) return (null, ["请从文件列明的资金来源中选择。"]);
        if (source.Item.Key == FundingRules.Residents) return (null, [$"“{source.Item.Name}”按户收缴，请在“收缴”中登记，不作为专项资金。"]);
        var earmarked = form.EarmarkedId is { } id ? await db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) : null;
        if (form.EarmarkedId is not null && earmarked is null) return (null, ["请从列出的项目中选择。"]);
        if (earmarked is not null && earmarked.PlanYear != form.PlanYear) return (null, [$"“{earmarked.Name}”属 {earmarked.PlanYear} 年度计划，与资金年度不同。"]);
        var grant = new FundingGrant
        {
            PlanYear = form.PlanYear!.Value,
            SourceKey = source.Item.Key,
            SourceName = source.Item.Name,
            Name = form.Name!.Trim(),
            EarmarkedId = earmarked?.Id,
            Purpose = form.Purpose.OrNull(),
            Account = form.Account.OrNull(),
            MadeBy = access.Value.UserName,
            MadeAt = time.GetUtcNow(),
        };
        db.FundingGrants.Add(grant);
        audit.Add("GrantRecorded", grant, grant.Name);
        await db.SaveChangesAsync();
        return (grant.Id, []);
    }

    public async Task<IReadOnlyList<string>> ActAsync(Guid grantId, ActForm form)
    {
        await db.TakeTurnAsync(grantId);
        if (await db.FundingActs.AnyAsync(a => a.Id == form.ActId)) return [];
        var standing = (await reader.FindAsync(grantId))!;
        var project = form.ProjectId is { } id ? await db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) : null;
        if (form.ProjectId is not null && project is null) return ["请从列出的项目中选择。"];
        var source = (await policies.TodayAsync()).Find(PolicySections.Funding, standing.Grant.SourceKey);
        if (FundingRules.WhyNot(standing, form, project, source, reader.Today) is { Count: > 0 } reasons) return reasons;
        var declared = form.Kind == FundingActKind.Approved && source is { Item.NoNewDebt: true };
        var early = form.Kind == FundingActKind.Allotted && Money.FromYuan(form.Amount!.Value) > standing.Unallotted;
        var remark = string.Concat(declared ? FundingRules.Declared : "", early ? "资金未到位，按批复额分配。" : "", form.Remark.OrNull()).OrNull();
        var act = Make(grantId, form.ActId!.Value, form.Kind!.Value, Money.FromYuan(form.Amount!.Value), form.On!.Value, remark);
        (act.ProjectId, act.Reference, act.Voucher) = (project?.Id, form.Reference.OrNull(), form.Voucher.OrNull());
        db.FundingActs.Add(act);
        audit.Add($"Funding{act.Kind}", act, $"{standing.Grant.Name}{(project is null ? "" : $" · {project.Name}")} {act.Amount.InYuan()} 元", remark);
        await PostAsync(standing.Grant, act);
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> RevokeAsync(Guid grantId, Guid revokedId, RevocationForm form)
    {
        await db.TakeTurnAsync(grantId);
        if (await db.FundingActs.AnyAsync(a => a.Id == form.ActId)) return [];
        var standing = (await reader.FindAsync(grantId))!;
        var act = standing.Grant.Acts.Single(each => each.Id == revokedId);
        if (FundingRules.WhyNotRevoke(standing, act) is { Count: > 0 } reasons) return reasons;
        var revocation = Make(grantId, form.ActId!.Value, FundingActKind.Revoked, act.Amount, reader.Today, form.Reason!.Trim());
        (revocation.ProjectId, revocation.RevokesId) = (act.ProjectId, act.Id);
        db.FundingActs.Add(revocation);
        audit.Add("FundingRevoked", revocation, $"{standing.Grant.Name} 撤销{act.Kind.Name()} {act.Amount.InYuan()} 元", form.Reason!.Trim());
        if (Kind(act) is { } kind) await ledger.ReverseAsync(new LedgerEvent(LedgerKind.Reversed, revocation.Id, revocation.On, Cut($"撤销{act.Kind.Name()}：{standing.Grant.Name}，{form.Reason!.Trim()}")), act.Id, kind);
        await db.SaveChangesAsync();
        return [];
    }

    private FundingAct Make(Guid grantId, Guid id, FundingActKind kind, Money amount, DateOnly on, string? remark) => new()
    {
        TenantId = access.Value.Tenant.Id,
        Id = id,
        GrantId = grantId,
        Kind = kind,
        Amount = amount,
        On = on,
        Remark = remark,
        By = access.Value.UserName,
        ById = access.Value.UserId,
        At = time.GetUtcNow(),
    };

    /// <summary>Approved: owed to the county. Received: in the account. Given back: out of the account, and no longer the county's.</summary>
    private async Task PostAsync(FundingGrant grant, FundingAct act)
    {
        if (Kind(act) is not { } kind) return;
        var key = grant.SourceKey;
        Posting[] postings = kind switch
        {
            LedgerKind.FundsApproved => [Posting.Debit(LedgerAccount.FundsReceivable, act.Amount, key), Posting.Credit(LedgerAccount.Funds, act.Amount, key)],
            LedgerKind.FundsReceived => [Posting.Debit(LedgerAccount.FundsAccount, act.Amount, key), Posting.Credit(LedgerAccount.FundsReceivable, act.Amount, key)],
            _ => [Posting.Debit(LedgerAccount.Funds, act.Amount, key), Posting.Credit(LedgerAccount.FundsAccount, act.Amount, key)],
        };
        await ledger.AddAsync(new LedgerEvent(kind, act.Id, act.On, Cut($"{grant.Name}{act.Kind.Name()}{(act.Reference is null ? "" : $"，{act.Reference}")}{(act.Voucher is null ? "" : $"，凭证 {act.Voucher}")}")), postings);
    }

    private static LedgerKind? Kind(FundingAct act) => act switch
    {
        { Kind: FundingActKind.Approved } => LedgerKind.FundsApproved,
        { Kind: FundingActKind.Received } => LedgerKind.FundsReceived,
        { Kind: FundingActKind.Withdrawn, ProjectId: null } => LedgerKind.FundsWithdrawn,
        _ => null,
    };

    internal static string Cut(string text) => text.Length <= LedgerEntry.TextLength ? text : text[..LedgerEntry.TextLength];
}
