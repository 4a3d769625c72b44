using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Acceptances;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Ledgers;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Sites;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Disbursements;

public sealed record ContractsPage(Project Project, IReadOnlyList<ContractStanding> Contracts, CostSheet? Settlement, IReadOnlyList<FinalAccount> FinalAccounts, IReadOnlyList<FundingAlarm> Alarms, FinalAccountForm Form)
{
    public Money SettlementTotal => Settlement?.Lines.Select(line => line.Cost).Total() ?? Money.Zero;
}

public sealed record ContractEditor(Project Project, ContractForm Form, IReadOnlyList<SiteParty> Parties);

public sealed record ContractPage(Project Project, PaymentCase Case, AttachmentList Files, ChangeForm Form)
{
    public ContractStanding Standing => Case.Contract;
}

public sealed record RequestEditor(Project Project, PaymentCase Case, RequestForm Form);

public sealed record PaymentPage(Project Project, ContractStanding Standing, PaymentLine Line, IReadOnlyList<(string Name, Money Amount)> Sources, AttachmentList Files, IReadOnlyDictionary<PaymentStepKind, IReadOnlyList<string>> Against, StepForm Form, DateOnly Today);

/// <summary>Reads contracts and payments.</summary>
public sealed class ContractReader(PortalDbContext db, FundingReader funding, FundingAlarms alarms, PolicyShelf policies, CurrentAccess access)
{
    public const string OwnersKey = "residents";

    private const string OwnersName = "业主出资（收款专户）";

    public DateOnly Today => policies.Today;

    public Task<Project?> ProjectAsync(Guid id) => db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id);

    public async Task<ContractsPage?> PageAsync(Guid id, FinalAccountForm form)
    {
        if (await ProjectAsync(id) is not { } project) return null;
        var accounts = await db.FinalAccounts.AsNoTracking().Where(a => a.ProjectId == id).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).ToListAsync();
        return new ContractsPage(project, await StandingsAsync(db.WorksContracts.Where(c => c.ProjectId == id)), await SettlementAsync(id), accounts, await alarms.OfProjectsAsync([project]), form);
    }

    public async Task<ContractEditor?> EditorAsync(Guid id, ContractForm form) => await ProjectAsync(id) is { } project
        ? new ContractEditor(project, form, await db.SiteParties.AsNoTracking().Where(p => p.ProjectId == id && p.EndedAt == null).OrderBy(p => p.Kind).ThenBy(p => p.Firm).ToListAsync()) : null;

    public async Task<ContractPage?> ContractAsync(Guid id, ChangeForm form)
    {
        if (await CaseAsync(id) is not { } known || await ProjectAsync(known.Contract.Contract.ProjectId) is not { } project) return null;
        return new ContractPage(project, known, await FilesAsync(AttachmentSubject.WorksContract, id), form);
    }

    public async Task<RequestEditor?> AskAsync(Guid contractId, RequestForm form) =>
        await CaseAsync(contractId) is { } known && await ProjectAsync(known.Contract.Contract.ProjectId) is { } project ? new RequestEditor(project, known, form) : null;

    public async Task<PaymentPage?> PaymentAsync(Guid id, StepForm form)
    {
        if (await db.PaymentRequests.AsNoTracking().Where(r => r.Id == id).Select(r => (Guid?)r.ContractId).SingleOrDefaultAsync() is not { } contract) return null;
        var standing = (await StandingsAsync(db.WorksContracts.Where(c => c.Id == contract))).Single();
        var line = standing.Payments.Single(payment => payment.Request.Id == id);
        var drawn = line.Request.Sources.Select(source => source.GrantId).OfType<Guid>().ToList();
        var grants = await db.FundingGrants.AsNoTracking().Where(g => drawn.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => $"{g.Name}（{g.SourceName}）");
        var sources = line.Request.Sources.OrderBy(source => source.Id).Select(source => (source.GrantId is { } grant ? grants.GetValueOrDefault(grant, source.SourceKey) : OwnersName, source.Amount)).ToList();
        var against = Enum.GetValues<PaymentStepKind>().ToDictionary(kind => kind, kind => PaymentRules.WhyNotStep(line, kind, access.Value));
        return new PaymentPage((await ProjectAsync(standing.Contract.ProjectId))!, standing, line, sources, await FilesAsync(AttachmentSubject.PaymentRequest, id), against, form, Today);
    }

    public async Task<IReadOnlyList<ContractStanding>> StandingsAsync(IQueryable<WorksContract> which)
    {
        var contracts = await which.AsNoTracking().Include(c => c.Changes).OrderBy(c => c.Kind).ThenBy(c => c.SignedOn).ThenBy(c => c.Id).ToListAsync();
        var ids = contracts.Select(contract => contract.Id).ToList();
        var requests = await db.PaymentRequests.AsNoTracking().Include(r => r.Steps).Include(r => r.Sources).Where(r => ids.Contains(r.ContractId)).OrderBy(r => r.Number).AsSplitQuery().ToListAsync();
        return contracts.Select(contract => new ContractStanding(contract, requests.Where(request => request.ContractId == contract.Id).Select(request => new PaymentLine(request)).ToList())).ToList();
    }

    public async Task<PaymentCase?> CaseAsync(Guid contractId)
    {
        if ((await StandingsAsync(db.WorksContracts.Where(c => c.Id == contractId))).SingleOrDefault() is not { } standing) return null;
        var (project, kind) = (standing.Contract.ProjectId, standing.Contract.Kind);
        var others = await StandingsAsync(db.WorksContracts.Where(c => c.ProjectId == project && c.Kind == kind && c.Id != contractId));
        var accepted = await db.Acceptances.AsNoTracking().Where(a => a.ProjectId == project && a.Result == AcceptanceResult.Passed).MaxAsync(a => (DateOnly?)a.HeldOn);
        return new PaymentCase(standing, await SettlementAsync(project) is { } sheet ? PartOf(sheet, kind) : null, others.Select(other => other.Gross).Total(), accepted, await SourcesAsync(project), Today);
    }

    /// <summary>The grants allotted to the project, then owners' money; each with what is left of it.</summary>
    public async Task<IReadOnlyList<SourceOption>> SourcesAsync(Guid project)
    {
        var grants = await funding.StandingsAsync(db.FundingGrants.Where(g => g.Acts.Any(a => a.ProjectId == project)));
        return [.. grants.Select(grant => new SourceOption(grant.Grant.Id, grant.Grant.SourceKey, $"{grant.Grant.Name}（{grant.Grant.SourceName}）", grant.AvailableFor(project))), new SourceOption(null, OwnersKey, OwnersName, await OwnersAsync(project))];
    }

    public Task<CostSheet?> SettlementAsync(Guid project) => db.CostSheets.AsNoTracking().Include(s => s.Lines).Where(s => s.ProjectId == project && s.Stage == CostStage.Settlement && s.State == CostState.Fixed).OrderByDescending(s => s.Number).FirstOrDefaultAsync();

    /// <summary>What lies in the owners' account for the project, less what payments have asked for and not yet taken.</summary>
    private async Task<Money> OwnersAsync(Guid project)
    {
        // Household money is not shown to the city.
        if (access.Value.Supervises) return Money.Zero;
        var postings = await db.LedgerEntries.AsNoTracking().Where(e => e.ProjectId == project).SelectMany(e => e.Postings.Where(p => p.Account == LedgerAccount.OwnersAccount)).Select(p => new { p.Debit, p.Credit }).ToListAsync();
        var held = await db.PaymentRequests.AsNoTracking().Where(r => r.ProjectId == project && r.Steps.All(s => s.Kind != PaymentStepKind.Returned && s.Kind != PaymentStepKind.Paid)).SelectMany(r => r.Sources.Where(s => s.GrantId == null)).Select(s => s.Amount).ToListAsync();
        return postings.Select(posting => posting.Debit - posting.Credit).Total() - held.Total();
    }

    /// <summary>The part of a settlement that is a contract's: works for works, the fee of its kind for the others.</summary>
    private static Money PartOf(CostSheet sheet, ContractKind kind) => sheet.Lines.Where(line => line.Kind == kind switch
    {
        ContractKind.Works => CostLineKind.Works,
        ContractKind.Design => CostLineKind.Design,
        ContractKind.Supervision => CostLineKind.Supervision,
        _ => CostLineKind.Other,
    }).Select(line => line.Cost).Total();

    private Task<AttachmentList> FilesAsync(AttachmentSubject subject, Guid id) => AttachmentList.ReadAsync(db, access, subject, id, AttachmentKind.Scan, AttachmentKind.Proof);
}
