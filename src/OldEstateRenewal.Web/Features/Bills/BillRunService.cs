using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Ledgers;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>Makes, issues and withdraws runs of bills. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class BillRunService(PortalDbContext db, BillReader reader, LedgerService ledger, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    private static readonly IReadOnlyList<string> stale = ["他人刚刚处理了此批账单，这次没有保存，请核对后再试。"];

    private Guid Tenant => access.Value.Tenant.Id;

    /// <summary>试算 for each estate of the project; it takes the place of earlier ones that were not issued.</summary>
    public async Task<IReadOnlyList<string>> DraftAsync(Project project, ShareSheet sheet, BillForm form, IReadOnlyList<LineChoice> choices)
    {
        await TakeTurnsAsync(project);
        var estates = project.Estates.Where(e => e.Estate is not null).Select(e => (e.EstateId, e.Estate!.Name)).ToList();
        var before = await reader.BeforeAsync(project, sheet.Id);
        var units = await reader.UnitsAsync(estates.Select(estate => estate.EstateId).ToList(), form.Kinds, before.Values.SelectMany(each => each.ByDwelling.Keys).ToList());
        var (runs, refusals) = new BillPlanner(estates, units, await reader.IssuedAsync(project.Id), before).Plan(choices);
        if (refusals.Count > 0) return refusals;
        foreach (var earlier in await db.BillRuns.Include(r => r.Estate).Where(r => r.ProjectId == project.Id && r.State == BillRunState.Draft).ToListAsync()) await RemoveAsync(earlier);
        var made = new List<(BillRun Run, DraftRun Draft)>();
        foreach (var draft in runs) made.Add((await MakeAsync(project, sheet, form, draft, estates.First(estate => estate.EstateId == draft.EstateId).Name), draft));
        await db.SaveChangesAsync();
        foreach (var (run, draft) in made) await WriteAsync(run, draft);
        return [];
    }

    public async Task<IReadOnlyList<string>> DiscardAsync(BillRun run, long version)
    {
        await db.TakeTurnAsync(run.ProjectId);
        await db.Entry(run).ReloadAsync();
        if (BillRules.WhyNotDiscard(run) is { Count: > 0 } refusals) return refusals;
        if (run.Version != version) return stale;
        await RemoveAsync(run);
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> IssueAsync(BillRun run, BillIssueForm form)
    {
        await db.TakeTurnAsync(run.ProjectId);
        await db.Entry(run).ReloadAsync();
        var refusals = BillRules.WhyNotIssue(await reader.CheckAsync(run));
        if (refusals.Count > 0) return refusals;
        db.Entry(run).Property(r => r.Version).OriginalValue = form.Version;
        (run.State, run.DueOn, run.HowToPay, run.IssuedBy, run.IssuedAt) = (BillRunState.Issued, form.DueOn, form.HowToPay.OrNull(), access.Value.UserName, time.GetUtcNow());
        audit.Add("BillsIssued", run, NameOf(run));
        // Differences that cancel out over the households move nothing between accounts.
        if (run.Total != Money.Zero) await ledger.AddAsync(Event(LedgerKind.Billed, run, $"{NameOf(run)}出账，{run.BillCount} 户"), Posting.Debit(LedgerAccount.OwnersReceivable, run.Total), Posting.Credit(LedgerAccount.OwnersShare, run.Total));
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> WithdrawAsync(BillRun run, BillStepForm form)
    {
        await db.TakeTurnAsync(run.ProjectId);
        // Whoever books money waits here too: what is paid meanwhile is seen.
        await db.TakeTurnAsync(Tenant);
        await db.Entry(run).ReloadAsync();
        var refusals = await reader.WhyNotWithdrawAsync(run);
        if (refusals.Count > 0) return refusals;
        if (form.Reason.OrNull() is not { } reason) return ["请写明撤销的理由。"];
        db.Entry(run).Property(r => r.Version).OriginalValue = form.Version;
        (run.State, run.WithdrawReason, run.WithdrawnBy, run.WithdrawnAt) = (BillRunState.Withdrawn, reason, access.Value.UserName, time.GetUtcNow());
        audit.Add("BillsWithdrawn", run, NameOf(run), reason);
        if (run.Total != Money.Zero) await ledger.ReverseAsync(Event(LedgerKind.BillsWithdrawn, run, $"{NameOf(run)}撤销"), run.Id, LedgerKind.Billed);
        return await SaveAsync();
    }

    public static string NameOf(BillRun run) => $"{run.Estate?.Name}{BillWords.Title(run)}第{run.Number}批";

    private LedgerEvent Event(LedgerKind kind, BillRun run, string text) => new(kind, run.Id, ChinaTime.Today(time), text, run.ProjectId, run.EstateId);

    /// <summary>The numbers of runs go through the estate, which may be in another project too.</summary>
    private async Task TakeTurnsAsync(Project project)
    {
        await db.TakeTurnAsync(project.Id);
        foreach (var estate in project.Estates.Select(e => e.EstateId).Order()) await db.TakeTurnAsync(estate);
    }

    private async Task RemoveAsync(BillRun run)
    {
        await db.Bills.Where(b => b.RunId == run.Id).ExecuteDeleteAsync();
        await db.BillParts.Where(p => p.RunId == run.Id).ExecuteDeleteAsync();
        foreach (var part in db.ChangeTracker.Entries<BillPart>().Where(part => part.Entity.RunId == run.Id).ToList()) part.State = EntityState.Detached;
        run.Parts.Clear();
        db.BillRuns.Remove(run);
        audit.Add("BillsDiscarded", run, NameOf(run));
    }

    private async Task<BillRun> MakeAsync(Project project, ShareSheet sheet, BillForm form, DraftRun draft, string estate)
    {
        var last = await db.BillRuns.Where(r => r.EstateId == draft.EstateId && (r.State != BillRunState.Draft || r.ProjectId != project.Id)).Select(r => (int?)r.Number).MaxAsync() ?? 0;
        var run = new BillRun
        {
            TenantId = Tenant,
            ProjectId = project.Id,
            EstateId = draft.EstateId,
            ShareSheetId = sheet.Id,
            Number = last + 1,
            Basis = form.Basis.OrNull(),
            IsDifference = draft.IsDifference,
            Total = draft.Total,
            BillCount = draft.Units.Count,
            MadeBy = access.Value.UserName,
            MadeAt = time.GetUtcNow(),
        };
        run.Parts.AddRange(draft.Parts.Select((part, at) => PartOf(run, part, at)));
        db.BillRuns.Add(run);
        audit.Add("BillsDrafted", run, $"{estate}{BillWords.Title(run)}第{run.Number}批");
        return run;
    }

    private static BillPart PartOf(BillRun run, DraftPart part, int at) => new()
    {
        TenantId = run.TenantId,
        RunId = run.Id,
        EstateId = run.EstateId,
        Sequence = at,
        ShareLineId = part.Line?.Id,
        Name = part.Line is not { } line ? BillWords.Before : line.Name.Length > Scheme.NameLength ? line.Name[..Scheme.NameLength] : line.Name,
        Clause = part.Clause,
        Cost = part.Cost,
        Amount = part.Amount,
        Split = part.Split.By,
        Coefficients = SplitText.Write(part.Split.Coefficients),
        BuildingId = part.Line?.BuildingId,
    };

    /// <summary>All bills of a run with one statement: row by row, a county of ten thousand would take minutes.</summary>
    private async Task WriteAsync(BillRun run, DraftRun draft)
    {
        var units = draft.Units;
        var (ids, buildings, dwellings) = (units.Select(_ => Guid.CreateVersion7()).ToArray(), units.Select(unit => unit.BuildingId).ToArray(), units.Select(unit => unit.DwellingId).ToArray());
        var (areas, storeys) = (units.Select(unit => (unit.Area ?? Area.Zero).SquareMetres).ToArray(), units.Select(unit => unit.Storey).ToArray());
        var amounts = draft.Amounts.Select(each => $"{{{string.Join(',', each)}}}").ToArray();
        await db.Database.ExecuteSqlAsync($"""
            insert into bills (tenant_id, id, run_id, estate_id, building_id, dwelling_id, number, area, storey, amounts, amount)
            select {run.TenantId}, r.id, {run.Id}, {run.EstateId}, r.building, r.dwelling, r.number, r.area, r.storey, r.amounts::bigint[], (portal.sum_of(r.amounts::bigint[]) / 100)::numeric(16,2)
            from unnest({ids}, {buildings}, {dwellings}, {areas}, {storeys}, {amounts}) with ordinality r(id, building, dwelling, area, storey, amounts, number)
            """);
    }

    private async Task<IReadOnlyList<string>> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return stale;
        }
    }
}
