using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>Reads bills: of a project, of a run, of one household.</summary>
public sealed class BillReader(PortalDbContext db, Outstanding outstanding, OwnersLines lines, PolicyShelf policies)
{
    public const int PageLength = 100;

    public Task<Project?> ProjectAsync(Guid id) => db.Projects.AsNoTracking().Include(p => p.Estates.OrderBy(e => e.Sequence)).ThenInclude(e => e.Estate).SingleOrDefaultAsync(p => p.Id == id);

    public Task<BillRun?> RunAsync(Guid id) => db.BillRuns.Include(r => r.Parts.OrderBy(p => p.Sequence)).Include(r => r.Estate).Include(r => r.Project).SingleOrDefaultAsync(r => r.Id == id);

    /// <summary>The share sheet that holds now.</summary>
    public Task<ShareSheet?> NewestAsync(Guid projectId) => db.ShareSheets.AsNoTracking().Where(s => s.ProjectId == projectId && s.State == CostState.Fixed).OrderByDescending(s => s.Number).FirstOrDefaultAsync();

    /// <summary>What was billed on other sheets, for each estate of the project that has no issued run on this one.</summary>
    public async Task<IReadOnlyDictionary<Guid, BilledBefore>> BeforeAsync(Project project, Guid sheetId)
    {
        var before = new Dictionary<Guid, BilledBefore>();
        foreach (var estate in project.Estates)
            if (!await db.BillRuns.AnyAsync(r => r.ProjectId == project.Id && r.EstateId == estate.EstateId && r.ShareSheetId == sheetId && r.State == BillRunState.Issued) && await BeforeAsync(project.Id, estate.EstateId, sheetId) is { } billed) before[estate.EstateId] = billed;
        return before;
    }

    private async Task<BilledBefore?> BeforeAsync(Guid projectId, Guid estateId, Guid sheetId)
    {
        var runs = await db.BillRuns.Where(r => r.ProjectId == projectId && r.EstateId == estateId && r.ShareSheetId != sheetId && r.State == BillRunState.Issued).OrderBy(r => r.Number).Select(r => new { r.Id, r.Number }).ToListAsync();
        if (runs.Count == 0) return null;
        var ids = runs.Select(run => run.Id).ToList();
        var bills = await db.Bills.Where(b => ids.Contains(b.RunId)).Select(b => new { b.DwellingId, b.Amount }).ToListAsync();
        return new BilledBefore(runs.Select(run => run.Number).ToList(), bills.GroupBy(bill => bill.DwellingId).ToDictionary(bill => bill.Key, bill => bill.Aggregate(Money.Zero, (sum, each) => sum + each.Amount)));
    }

    public async Task<List<IssuedPart>> IssuedAsync(Guid projectId) => await db.BillRuns.Where(r => r.ProjectId == projectId && r.State == BillRunState.Issued)
        .Join(db.BillParts, r => r.Id, p => p.RunId, (r, p) => p).Where(p => p.ShareLineId != null).Select(p => new IssuedPart(p.ShareLineId!.Value, p.EstateId, p.Cost, p.Amount)).ToListAsync();

    public async Task<BillIndex?> IndexAsync(Guid projectId)
    {
        if (await ProjectAsync(projectId) is not { } project) return null;
        var runs = (await db.BillRuns.AsNoTracking().Include(r => r.Parts.OrderBy(p => p.Sequence)).Where(r => r.ProjectId == projectId).OrderByDescending(r => r.Number).ToListAsync()).ToLookup(r => r.EstateId);
        var estates = new List<BillEstate>();
        foreach (var each in project.Estates.Where(e => e.Estate is not null)) estates.Add(new BillEstate(each.Estate!, runs[each.EstateId].ToList(), (await outstanding.OfEstateAsync(each.EstateId)).Values.ToList()));
        var newest = await NewestAsync(projectId);
        return new BillIndex(project, estates, newest, BillRules.WhyNotDraft(newest));
    }

    /// <summary>The units of estates as one walks past them; those that were billed before too, though they are not charged any more.</summary>
    public async Task<List<BillUnit>> UnitsAsync(IReadOnlyCollection<Guid> estates, IReadOnlyCollection<UnitKind> kinds, IReadOnlyCollection<Guid> billed)
    {
        var rows = await db.Dwellings.AsNoTracking().Where(d => (d.RemovedOn == null && kinds.Contains(d.Kind)) || billed.Contains(d.Id)).Join(db.Buildings.Where(b => estates.Contains(b.EstateId)), d => d.BuildingId, b => b.Id, (d, b) => new { Dwelling = d, Building = b }).ToListAsync();
        return rows.OrderBy(row => row.Building.Sequence).ThenBy(row => row.Building.Name, StringComparer.Ordinal).ThenBy(row => row.Building.Id).ThenBy(row => row.Dwelling.Entrance == 0 ? int.MaxValue : row.Dwelling.Entrance)
            .ThenBy(row => row.Dwelling.Storey).ThenBy(row => row.Dwelling.Position).ThenBy(row => row.Dwelling.Room, StringComparer.Ordinal).ThenBy(row => row.Dwelling.Id)
            .Select(row => new BillUnit(row.Dwelling.Id, row.Building.EstateId, row.Building.Id, row.Building.Name, row.Dwelling.Entrance, row.Dwelling.Storey, row.Dwelling.Room, row.Dwelling.Kind, row.Dwelling.CountedArea) { IsCharged = row.Dwelling.RemovedOn is null && kinds.Contains(row.Dwelling.Kind) }).ToList();
    }

    public async Task<BillRunPage?> PageAsync(Guid id)
    {
        if (await RunAsync(id) is not { } run) return null;
        var balances = await outstanding.OfEstateAsync(run.EstateId);
        var rows = await db.Bills.AsNoTracking().Where(b => b.RunId == id).Join(db.Dwellings, b => b.DwellingId, d => d.Id, (b, d) => new { b.BuildingId, b.DwellingId, b.Area, b.Storey, b.Amount, d.Kind }).ToListAsync();
        var names = await db.Buildings.Where(b => b.EstateId == run.EstateId || db.Bills.Any(bill => bill.RunId == id && bill.BuildingId == b.Id)).OrderBy(b => b.Sequence).ThenBy(b => b.Name).Select(b => new { b.Id, b.Name }).ToListAsync();
        var byBuilding = rows.ToLookup(row => row.BuildingId);
        var buildings = names.Where(name => byBuilding.Contains(name.Id)).Select(name => new BillBuilding(name.Id, name.Name, byBuilding[name.Id].Count(), byBuilding[name.Id].Aggregate(Money.Zero, (sum, row) => sum + row.Amount),
            byBuilding[name.Id].Aggregate(DwellingBalance.Nothing, (sum, row) => sum + balances.GetValueOrDefault(row.DwellingId, DwellingBalance.Nothing)), byBuilding[name.Id].Count(row => balances.GetValueOrDefault(row.DwellingId)?.Standing is DwellingStanding.Settled or DwellingStanding.Over))).ToList();
        var units = rows.Select(row => new ChargedUnit(row.BuildingId, row.Area, row.Storey)).ToList();
        var sheet = await db.ShareSheets.AsNoTracking().SingleAsync(s => s.Id == run.ShareSheetId);
        return new BillRunPage(run, sheet, run.Parts.Select(part => new PartWorking(part, units)).ToList(), buildings, rows.GroupBy(row => row.Kind).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Count())).ToList())
        {
            AgainstIssue = run.State == BillRunState.Draft ? BillRules.WhyNotIssue(await CheckAsync(run)) : [],
            AgainstWithdrawal = run.State == BillRunState.Issued ? await WhyNotWithdrawAsync(run) : [],
            Issue = new BillIssueForm { Version = run.Version, HowToPay = await LastHowToPayAsync(run) },
        };
    }

    public async Task<IssueCheck> CheckAsync(BillRun run)
    {
        var bills = await db.Bills.AsNoTracking().Where(b => b.RunId == run.Id).Join(db.Dwellings, b => b.DwellingId, d => d.Id, (b, d) => new { Bill = b, d.Entrance, d.Room, d.Kind }).Join(db.Buildings, b => b.Bill.BuildingId, g => g.Id, (b, g) => new { b.Bill, b.Entrance, b.Room, b.Kind, g.Name }).OrderBy(b => b.Bill.Number).ToListAsync();
        var off = run.Parts.SingleOrDefault(part => part.ShareLineId is null)?.Sequence;
        bool IsCharged(Bill bill) => off is not { } last || bill.Amounts.Where((_, at) => at != last).Any(fen => fen != 0);
        var units = await UnitsAsync([run.EstateId], bills.Where(bill => IsCharged(bill.Bill)).Select(bill => bill.Kind).Distinct().ToList(), []);
        var newest = await NewestAsync(run.ProjectId);
        var owed = await db.ShareAmounts.Where(a => a.Payer == OwnersLines.Payer && db.ShareLines.Any(l => l.Id == a.LineId && l.SheetId == run.ShareSheetId)).ToDictionaryAsync(a => a.LineId, a => a.Amount ?? Money.Zero);
        return new IssueCheck(run, newest, bills.Select(bill => new BilledUnit(bill.Bill.DwellingId, bill.Bill.BuildingId, $"{bill.Name} {HouseholdWords.Place(bill.Entrance, bill.Room)}", bill.Bill.Area, bill.Bill.Storey, IsCharged(bill.Bill))).ToList(), units,
            await IssuedAsync(run.ProjectId), await BeforeAsync(run.ProjectId, run.EstateId, run.ShareSheetId), owed);
    }

    public async Task<IReadOnlyList<string>> WhyNotWithdrawAsync(BillRun run)
    {
        if (run.State != BillRunState.Issued) return BillRules.WhyNotWithdraw(run, [], 0, []);
        var dwellings = (await db.Bills.Where(b => b.RunId == run.Id).Select(b => b.DwellingId).ToListAsync()).ToHashSet();
        var received = (await outstanding.ReceivedSinceAsync(run.EstateId, run.IssuedAt!.Value)).Where(each => dwellings.Contains(each.Key)).Select(each => each.Value).ToList();
        var reliefs = await db.BillReliefs.AsNoTracking().Where(r => db.Bills.Any(b => b.Id == r.BillId && b.RunId == run.Id)).ToListAsync();
        var later = await db.BillRuns.Where(r => r.ProjectId == run.ProjectId && r.EstateId == run.EstateId && r.IsDifference && r.Id != run.Id && r.ShareSheetId != run.ShareSheetId && r.State == BillRunState.Issued && r.Number > run.Number).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync();
        return BillRules.WhyNotWithdraw(run, received, BillRules.Standing(reliefs).Count(), later);
    }

    /// <summary>The form, with what an earlier 试算 had chosen.</summary>
    public async Task<BillEditor?> EditorAsync(Guid projectId, BillForm? typed)
    {
        if (await ProjectAsync(projectId) is not { } project || await NewestAsync(projectId) is not { } sheet) return null;
        var all = await lines.ReadAsync(sheet, project);
        var issued = await IssuedAsync(projectId);
        var estates = project.Estates.Select(e => e.EstateId).ToList();
        bool IsDone(OwnersLine line) => (line.EstateId is { } one ? [one] : estates).All(estate => issued.Any(part => part.LineId == line.Id && part.EstateId == estate));
        var kinds = await db.Dwellings.Where(d => d.RemovedOn == null && db.Buildings.Any(b => b.Id == d.BuildingId && estates.Contains(b.EstateId))).GroupBy(d => d.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count);
        var open = all.Where(line => line.Owners > Money.Zero && !IsDone(line)).ToList();
        return new BillEditor(project, sheet, open, all.Where(line => line.Owners > Money.Zero && IsDone(line)).Select(line => line.Label).ToList(), kinds, typed ?? await FormAsync(sheet, open, kinds.Keys), BillRules.WhyNotDraft(sheet)) { Before = await BeforeAsync(project, sheet.Id) };
    }

    public async Task<BillList?> ListAsync(Guid runId, DwellingStanding? standing, int page)
    {
        if (await RunAsync(runId) is not { } run) return null;
        var balances = await outstanding.OfEstateAsync(run.EstateId);
        var rows = await db.Bills.Where(b => b.RunId == runId).OrderBy(b => b.Number).Select(b => new { b.Id, b.DwellingId }).ToListAsync();
        var shown = rows.Where(row => standing is null || balances.GetValueOrDefault(row.DwellingId, DwellingBalance.Nothing).Standing == standing).ToList();
        var last = Math.Max(1, (shown.Count + PageLength - 1) / PageLength);
        var at = Math.Clamp(page, 1, last);
        var ids = shown.Skip((at - 1) * PageLength).Take(PageLength).Select(row => row.Id).ToList();
        return new BillList(run, With(balances, await LinesAsync(db.Bills.Where(b => ids.Contains(b.Id)))), standing, shown.Count, at, last);
    }

    /// <summary>All bills of a run, or of one of its buildings, in the order of their numbers, with what is owed.</summary>
    public async Task<IReadOnlyList<BillLine>> LinesAsync(BillRun run, Guid? buildingId = null) =>
        With(await outstanding.OfEstateAsync(run.EstateId), await LinesAsync(db.Bills.Where(b => b.RunId == run.Id && (buildingId == null || b.BuildingId == buildingId))));

    public async Task<IReadOnlyList<PartWorking>> WorkingAsync(BillRun run)
    {
        var units = await db.Bills.Where(b => b.RunId == run.Id).Select(b => new ChargedUnit(b.BuildingId, b.Area, b.Storey)).ToListAsync();
        return run.Parts.Select(part => new PartWorking(part, units)).ToList();
    }

    public async Task<BillPage?> BillAsync(Guid id)
    {
        if ((await LinesAsync(db.Bills.Where(b => b.Id == id))).SingleOrDefault() is not { } bare || await RunAsync(bare.Bill.RunId) is not { } run) return null;
        var line = bare with { Balance = await outstanding.OfDwellingAsync(bare.Bill.DwellingId) };
        var reliefs = await db.BillReliefs.AsNoTracking().Where(r => r.BillId == id).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync();
        var others = await db.Bills.Where(b => b.DwellingId == bare.Bill.DwellingId && b.Id != id).Join(db.BillRuns.Where(r => r.State == BillRunState.Issued), b => b.RunId, r => r.Id, (b, r) => new OtherBill(b.Id, r.Project!.Name, r.Number, b.Amount)).ToListAsync();
        var all = (await policies.TodayAsync()).All(PolicySections.Funding);
        var most = BillRules.MostRelief(bare.Bill, reliefs, line.Balance);
        return new BillPage(run, line, await WorkingAsync(run), reliefs, others)
        {
            SourceNames = all.GroupBy(source => source.Item.Key).ToDictionary(source => source.Key, source => source.First().Item.Name),
            Sources = all.Where(source => source.Item.Kind == FundingKind.Source).ToList(),
            AgainstRelief = BillRules.WhyNotRelieve(run, most),
            MostRelief = most,
        };
    }

    private async Task<List<BillLine>> LinesAsync(IQueryable<Bill> bills)
    {
        var rows = await bills.AsNoTracking().Join(db.Dwellings, b => b.DwellingId, d => d.Id, (b, d) => new { Bill = b, Dwelling = d }).Join(db.Buildings, b => b.Bill.BuildingId, g => g.Id, (b, g) => new { b.Bill, b.Dwelling, g.Name }).OrderBy(b => b.Bill.Number).ToListAsync();
        var ids = bills.Select(b => b.DwellingId);
        var people = (await db.Ownerships.AsNoTracking().Where(o => o.UntilOn == null && ids.Contains(o.DwellingId)).OrderBy(o => o.Id).Select(o => new { o.DwellingId, Owner = new OwnerName(o.OwnerId, o.Owner!.Name, o.Owner.Kind, o.Share) }).ToListAsync()).ToLookup(o => o.DwellingId, o => o.Owner);
        return rows.Select(row => new BillLine
        {
            Bill = row.Bill,
            Building = row.Name,
            Entrance = row.Dwelling.Entrance,
            Storey = row.Dwelling.Storey,
            Room = row.Dwelling.Room,
            Position = row.Dwelling.Position,
            Span = row.Dwelling.Span,
            Kind = row.Dwelling.Kind,
            Owners = people[row.Dwelling.Id].ToList(),
        }).ToList();
    }

    private static List<BillLine> With(IReadOnlyDictionary<Guid, DwellingBalance> balances, List<BillLine> lines) =>
        lines.Select(line => line with { Balance = balances.GetValueOrDefault(line.Bill.DwellingId, DwellingBalance.Nothing) }).ToList();

    private async Task<string?> LastHowToPayAsync(BillRun run) =>
        run.HowToPay ?? await db.BillRuns.Where(r => r.EstateId == run.EstateId && r.HowToPay != null).OrderByDescending(r => r.IssuedAt).Select(r => r.HowToPay).FirstOrDefaultAsync();

    private async Task<BillForm> FormAsync(ShareSheet sheet, IReadOnlyList<OwnersLine> open, IEnumerable<UnitKind> kinds)
    {
        var drafts = await db.BillRuns.AsNoTracking().Include(r => r.Parts).Where(r => r.ShareSheetId == sheet.Id && r.State == BillRunState.Draft).ToListAsync();
        var runs = drafts.Select(r => r.Id).ToList();
        var charged = await db.Bills.Where(b => runs.Contains(b.RunId)).Join(db.Dwellings, b => b.DwellingId, d => d.Id, (b, d) => d.Kind).Distinct().ToListAsync();
        var parts = drafts.SelectMany(r => r.Parts).Where(p => p.ShareLineId != null).ToLookup(p => p.ShareLineId!.Value);
        return new BillForm
        {
            SheetId = sheet.Id,
            Kinds = charged.Count > 0 ? charged : kinds.Where(kind => kind != UnitKind.Parking).ToList(),
            Basis = drafts.Select(r => r.Basis).FirstOrDefault(basis => basis is not null),
            Lines = open.Select(line => LineForm(line, parts[line.Id].FirstOrDefault(), drafts.Count == 0)).ToList(),
        };
    }

    private static BillLineForm LineForm(OwnersLine line, BillPart? part, bool isFirst)
    {
        var decided = part is not null && line.Own is null && (part.Split != line.Otherwise?.Split.By || part.Coefficients is not null);
        return new BillLineForm { Id = line.Id, Include = isFirst || part is not null, Split = decided ? part!.Split : null, Coefficients = decided ? part!.Coefficients?.Replace("~", "-", StringComparison.Ordinal) : null };
    }
}
