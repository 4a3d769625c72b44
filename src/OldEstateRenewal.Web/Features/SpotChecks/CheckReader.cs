using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Evidence;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>Reads spot checks: a city its own, a county what concerns it. The wall shows a county no more; who looks at a county from above is shown no more either.</summary>
public sealed class CheckReader(PortalDbContext db, EvidenceShelf evidence, CurrentAccess access, TimeProvider time)
{
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    private DateOnly Today => ChinaTime.Today(time);

    private bool IsCity => access.Value.May(Duty.Supervise);

    public async Task<CheckIndex> IndexAsync()
    {
        var lots = await LinesAsync(Concerning(db.CheckLots).Where(l => l.IsDrawn));
        var lists = await ListsAsync();
        var closings = await ClosingsAsync(lists.Select(list => list.Id).ToList());
        var byList = lots.ToLookup(lot => lot.Lot.ListId);
        return new CheckIndex(
            lists.Select(list => new CheckListLine(list, closings.GetValueOrDefault(list.Id), byList[list.Id].Count(), byList[list.Id].Count(lot => lot.Visits.Count > 0))).ToList(),
            lots.GroupBy(lot => lot.Lot.CountyId).Select(county => new CountyChecks(county.Key, county.First().Candidate.CountyName, county.Count(), county.Count(lot => lot.Visits.Count > 0), county.SelectMany(lot => lot.Findings).ToList())).OrderBy(county => county.Name, StringComparer.Ordinal).ToList(),
            lots);
    }

    public async Task<CheckListPage?> ListAsync(Guid id)
    {
        if (await Lists().SingleOrDefaultAsync(l => l.Id == id) is not { } list) return null;
        var candidates = await Concerning(db.CheckCandidates).Where(c => c.ListId == id).OrderBy(c => c.Sequence).ToListAsync();
        var closing = (await ClosingsAsync([id])).GetValueOrDefault(id);
        var quotas = await Concerning(db.CheckQuotas).Where(q => q.ListId == id).ToListAsync();
        return new CheckListPage(list, closing, candidates, await LinesAsync(Concerning(db.CheckLots).Where(l => l.ListId == id)), [.. quotas.OrderBy(quota => quota.CountyName, StringComparer.Ordinal)], candidates.Count == list.Candidates);
    }

    public async Task<LotPage?> LotAsync(Guid id)
    {
        if ((await LinesAsync(Concerning(db.CheckLots).Where(l => l.Id == id && l.IsDrawn))).SingleOrDefault() is not { } line) return null;
        var list = await Lists().SingleAsync(l => l.Id == line.Lot.ListId);
        return new LotPage(list, (await ClosingsAsync([list.Id]))[list.Id], line, Today);
    }

    public async Task<FindingPage?> FindingAsync(Guid id)
    {
        var lot = await Concerning(db.CheckFindings).Where(f => f.Id == id).Select(f => (Guid?)f.LotId).SingleOrDefaultAsync();
        return lot is { } of && await LotAsync(of) is { } page ? new FindingPage(page, page.Line.Findings.Single(line => line.Finding.Id == id)) : null;
    }

    private IQueryable<T> Concerning<T>(DbSet<T> rows)
        where T : class, IConcernsCounty
    {
        var tenant = access.Value.Tenant.Id;
        return IsCity ? rows.AsNoTracking() : rows.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(row => row.CountyId == tenant);
    }

    private IQueryable<CheckList> Lists()
    {
        if (IsCity) return db.CheckLists.AsNoTracking();
        var drawn = Concerning(db.CheckQuotas);
        return db.CheckLists.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(l => drawn.Any(q => q.TenantId == l.TenantId && q.ListId == l.Id));
    }

    private Task<List<CheckList>> ListsAsync() => Lists().OrderByDescending(l => l.FixedAt).ThenByDescending(l => l.Id).ToListAsync();

    private Task<Dictionary<Guid, CheckClosing>> ClosingsAsync(IReadOnlyList<Guid> lists) => db.CheckClosings.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(c => lists.Contains(c.ListId)).ToDictionaryAsync(c => c.ListId);

    private async Task<IReadOnlyList<LotLine>> LinesAsync(IQueryable<CheckLot> lots)
    {
        var found = await lots.OrderBy(l => l.ListId).ThenBy(l => l.Place).ToListAsync();
        var (candidates, ids) = (found.Select(lot => lot.CandidateId).ToList(), found.Where(lot => lot.IsDrawn).Select(lot => lot.Id).ToList());
        var byId = await Concerning(db.CheckCandidates).Where(c => candidates.Contains(c.Id)).ToDictionaryAsync(c => c.Id);
        var visits = (await Concerning(db.CheckVisits).Where(v => ids.Contains(v.LotId)).OrderBy(v => v.VisitedOn).ThenBy(v => v.Id).ToListAsync()).ToLookup(v => v.LotId);
        var findings = await Concerning(db.CheckFindings).Where(f => ids.Contains(f.LotId)).OrderBy(f => f.VisitId).ThenBy(f => f.Sequence).ToListAsync();
        var mendings = await MendingsAsync(findings.Select(finding => finding.Id).ToList());
        var lines = findings.ToLookup(finding => finding.LotId);
        return found.Select(lot => new LotLine(lot, byId[lot.CandidateId], visits[lot.Id].ToList(), lines[lot.Id].Select(finding => new FindingLine(finding, byId[lot.CandidateId], mendings[finding.Id].ToList(), Today)).ToList())).ToList();
    }

    private async Task<ILookup<Guid, MendingLine>> MendingsAsync(IReadOnlyList<Guid> findings)
    {
        var mendings = await (IsCity ? db.FindingMendings.IgnoreQueryFilters(unfiltered) : db.FindingMendings).AsNoTracking().Where(m => findings.Contains(m.FindingId)).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync();
        var verdicts = await Concerning(db.FindingVerdicts).Where(v => findings.Contains(v.FindingId)).ToDictionaryAsync(v => v.MendingId);
        var papers = await evidence.OfAsync(mendings.Select(mending => mending.Id).ToList());
        return mendings.ToLookup(mending => mending.FindingId, mending => new MendingLine(mending, verdicts.GetValueOrDefault(mending.Id), papers[mending.Id].ToList()));
    }
}
