using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>Contracts, their changes, and the final account of a project.</summary>
public sealed class ContractService(PortalDbContext db, ContractReader reader, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<(Guid? Id, IReadOnlyList<string> Refusals)> AddAsync(ContractEditor editor)
    {
        var form = editor.Form;
        var party = editor.Parties.FirstOrDefault(each => each.Id == form.PartyId);
        if (form.PartyId is not null && party is null) return (null, ["请从列出的参建单位中选择。"]);
        if ((party?.Firm ?? form.Firm.OrNull()) is not { } firm) return (null, ["请选择参建单位，或填写单位名称。"]);
        if (form.SignedOn > reader.Today) return (null, ["签订日期不能在今天之后。"]);
        // Numbers are the county's: two who enter one at once must see each other.
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        var number = form.Number!.Trim();
        if (await db.WorksContracts.AnyAsync(c => c.Number == number)) return (null, [$"合同编号 {number} 已登记。"]);
        var contract = new WorksContract
        {
            ProjectId = editor.Project.Id,
            Kind = form.Kind!.Value,
            PartyId = party?.Id,
            Firm = firm,
            Name = form.Name!.Trim(),
            Number = number,
            SignedOn = form.SignedOn!.Value,
            Amount = Money.FromYuan(form.Amount!.Value),
            ProgressCap = decimal.Round(form.ProgressCap!.Value, 4),
            RetentionRate = decimal.Round(form.RetentionRate!.Value, 4),
            RetentionMonths = form.RetentionMonths!.Value,
            MadeBy = access.Value.UserName,
            MadeAt = time.GetUtcNow(),
        };
        db.WorksContracts.Add(contract);
        audit.Add("ContractRecorded", contract, $"{contract.Number} {contract.Name}");
        await db.SaveChangesAsync();
        return (contract.Id, []);
    }

    public async Task<IReadOnlyList<string>> ChangeAsync(Guid contractId, ChangeForm form)
    {
        await db.TakeTurnAsync(contractId);
        if (await db.Set<ContractChange>().AnyAsync(c => c.Id == form.ChangeId)) return [];
        var standing = (await reader.StandingsAsync(db.WorksContracts.Where(c => c.Id == contractId))).Single();
        var difference = Money.FromYuan(form.Difference!.Value);
        if (difference == Money.Zero) return ["增减金额不能为 0。"];
        if (form.On > reader.Today) return ["变更日期不能在今天之后。"];
        if (form.On < standing.Contract.SignedOn) return [$"变更日期早于签订日期 {standing.Contract.SignedOn:yyyy-MM-dd}。"];
        if (standing.Price + difference < standing.Gross) return [$"变更后合同价 {(standing.Price + difference).InYuan()} 元低于累计申请的 {standing.Gross.InYuan()} 元。"];
        if (standing.Price + difference <= Money.Zero) return ["变更后合同价须大于 0。"];
        var change = new ContractChange { TenantId = access.Value.Tenant.Id, Id = form.ChangeId!.Value, ContractId = contractId, ProjectId = standing.Contract.ProjectId, Difference = difference, On = form.On!.Value, Reason = form.Reason!.Trim(), By = access.Value.UserName, At = time.GetUtcNow() };
        db.Add(change);
        audit.Add("ContractChanged", change, $"{standing.Contract.Number} {difference.InYuan()} 元", change.Reason);
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> CloseAsync(ContractsPage page)
    {
        var form = page.Form;
        if (page.Settlement is not { } sheet) return ["结算造价表尚未确定，不能登记财务决算。"];
        if (form.ApprovedOn > reader.Today) return ["批复日期不能在今天之后。"];
        var reference = form.Reference!.Trim();
        await db.TakeTurnAsync(page.Project.Id);
        if (await db.FinalAccounts.AnyAsync(a => a.ProjectId == page.Project.Id && a.Reference == reference && a.ApprovedOn == form.ApprovedOn && a.Amount == Money.FromYuan(form.Amount!.Value))) return [];
        var account = new FinalAccount { ProjectId = page.Project.Id, CostSheetId = sheet.Id, Amount = Money.FromYuan(form.Amount!.Value), ApprovedOn = form.ApprovedOn!.Value, Reference = reference, Remark = form.Remark.OrNull(), By = access.Value.UserName, At = time.GetUtcNow() };
        db.FinalAccounts.Add(account);
        audit.Add("FinalAccountRecorded", account, $"{page.Project.Name} {reference}");
        await db.SaveChangesAsync();
        return [];
    }
}
