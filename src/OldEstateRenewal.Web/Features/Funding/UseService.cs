using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>Gives money its use in a project's cost.</summary>
public sealed class UseService(PortalDbContext db, ProjectFundingReader reader, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<string>> AddAsync(Guid projectId, UseForm form)
    {
        await db.TakeTurnAsync(form.GrantId!.Value);
        await db.TakeTurnAsync(projectId);
        var page = (await reader.PageAsync(projectId))!;
        if (page.Lines.FirstOrDefault(each => each.Key == form.Part) is not { } line) return ["请从列出的费用项中选择。"];
        if (page.Grants.FirstOrDefault(each => each.Grant.Id == form.GrantId) is not { } grant) return ["请从分配给本项目的资金中选择。"];
        var amount = Money.FromYuan(form.Amount!.Value);
        if (UseRules.WhyNot(page, line, grant, amount) is { Count: > 0 } reasons) return reasons;
        var use = new FundingUse { TenantId = access.Value.Tenant.Id, ProjectId = projectId, GrantId = grant.Grant.Id, ShareLineId = line.Share.Id, Payer = line.Payer.Payer, Amount = amount, By = access.Value.UserName, At = time.GetUtcNow() };
        db.FundingUses.Add(use);
        audit.Add("FundingUsed", use, $"{grant.Grant.Name} · {line.Name} {amount.InYuan()} 元");
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> RevokeAsync(Guid projectId, Guid useId, string reason)
    {
        await db.TakeTurnAsync(projectId);
        var use = await db.FundingUses.Include(u => u.Grant).SingleAsync(u => u.Id == useId);
        if (use.RevokedAt is not null) return ["此项用途已撤销。"];
        (use.RevokedAt, use.RevokedBy, use.RevokeReason) = (time.GetUtcNow(), access.Value.UserName, reason.Trim());
        audit.Add("FundingUseRevoked", use, $"{use.Grant!.Name} {use.Amount.InYuan()} 元", reason.Trim());
        await db.SaveChangesAsync();
        return [];
    }
}
