using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bulletins;

/// <summary>What a bulletin is made of: the rows, in the order of their places, and the text that is proposed.</summary>
public sealed record BulletinSnapshot(IReadOnlyList<BulletinRow> Rows, IReadOnlyList<BulletinPart> Parts)
{
    public string? TextOf(string heading) => Parts.FirstOrDefault(part => part.Heading == heading) is { } part ? string.Join('\n', part.Sentences) : null;
}

/// <summary>Takes a month's snapshot of the counties: figures, places, the month before, the proposed text. It depends on the approved weeks and the rule of ranking, and on nothing else.</summary>
public sealed class BulletinMaker(PortalDbContext db, CountyBook counties, CurrentAccess access)
{
    public async Task<BulletinSnapshot> TakeAsync(int planYear, DateOnly month)
    {
        var until = month.AddMonths(1).AddDays(-1);
        var now = await MonthAsync(planYear, month, until);
        var before = (await MonthAsync(planYear, month.AddMonths(-1), month.AddDays(-1))).ToDictionary(county => county.Id);
        var rule = await counties.RuleAsync();
        var ranking = Ranking.Of(rule.Criteria, now.Select(county => new RankedBody(county.Id.ToString(), county.Name, county.Figures)).ToList(), await PreviousRanksAsync(planYear, month));
        var mentions = Mentions.Of(ranking, rule.Mentions);
        var totals = FigureTotals.Of(now.Where(county => county.HasReported).Select(county => (county.Name, county.Figures)).ToList());
        var parts = BulletinText.Of(new BulletinFacts(access.Value.Tenant.Name, until, totals, ranking, mentions, []));
        var byId = now.ToDictionary(county => county.Id.ToString());
        return new BulletinSnapshot(ranking.Rows.Select((row, at) => RowOf(row, byId[row.Body.Key], before.GetValueOrDefault(Guid.Parse(row.Body.Key)), MarkOf(mentions, row), at + 1)).ToList(), parts);
    }

    /// <summary>The figures at the end of the month; how punctual they came is counted over the whole of it.</summary>
    private async Task<IReadOnlyList<CountyFigures>> MonthAsync(int planYear, DateOnly from, DateOnly until)
    {
        var punctual = await counties.PunctualityAsync(planYear, from, until);
        return (await counties.ReadAsync(planYear, until)).Select(county =>
        {
            var figures = new Dictionary<string, FigurePair>(county.Figures);
            if (punctual.TryGetValue(county.Id, out var sent)) (figures[IndicatorKeys.ReportsDue], figures[IndicatorKeys.ReportsOnTime]) = (new FigurePair(null, sent.Due), new FigurePair(null, sent.OnTime));
            else if (county.HasReported) figures[IndicatorKeys.ReportsDue] = figures[IndicatorKeys.ReportsOnTime] = new FigurePair(null, 0);
            return county with { Figures = figures };
        }).ToList();
    }

    private async Task<IReadOnlyDictionary<string, int>> PreviousRanksAsync(int planYear, DateOnly month)
    {
        var previous = month.AddMonths(-1);
        var last = await db.Bulletins.AsNoTracking().Where(b => b.PlanYear == planYear && b.Month == previous && b.State == BulletinState.Issued).OrderByDescending(b => b.Edition).Select(b => (Guid?)b.Id).FirstOrDefaultAsync();
        return (await db.BulletinRows.AsNoTracking().Where(r => r.BulletinId == last && r.Rank != null).Select(r => new { r.CountyId, r.Rank }).ToListAsync()).ToDictionary(row => row.CountyId.ToString(), row => row.Rank!.Value);
    }

    private static BulletinMark MarkOf(Mentions mentions, RankingRow row) =>
        mentions.Praised.Any(mention => mention.Row == row) ? BulletinMark.Praised : mentions.Named.Any(mention => mention.Row == row) ? BulletinMark.Named : BulletinMark.None;

    private BulletinRow RowOf(RankingRow place, CountyFigures county, CountyFigures? before, BulletinMark mark, int sequence)
    {
        var keys = county.Figures.Keys.ToArray();
        return new BulletinRow
        {
            TenantId = access.Value.Tenant.Id,
            CountyId = county.Id,
            CountyName = county.Name,
            Sequence = sequence,
            Week = county.Week,
            Rank = place.Rank,
            PreviousRank = place.PreviousRank,
            Points = Math.Round(place.Total.ToDecimal(), 4),
            Mark = mark,
            Keys = keys,
            Planned = keys.Select(key => county.Figures[key].Planned).ToArray(),
            Actual = keys.Select(key => county.Figures[key].Actual).ToArray(),
            Before = keys.Select(key => before?.Figures.GetValueOrDefault(key).Actual).ToArray(),
        };
    }
}
