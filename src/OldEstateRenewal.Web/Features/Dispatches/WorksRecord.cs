using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Sites;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>What of the works is planned and done, by indicator, and how far all of them are together.</summary>
public sealed record WorksRecord(decimal? Percent, IReadOnlyDictionary<string, decimal?> Planned, IReadOnlyDictionary<string, decimal> Done)
{
    public static WorksRecord Of(IReadOnlyList<SchemeItem> items, IReadOnlyList<SiteItem> site)
    {
        var counted = items.Select(item => (Item: item, Key: WorksIndicators.KeyOf(item.ItemKey))).Where(each => each.Key is not null).ToList();
        var planned = counted.GroupBy(each => each.Key!).ToDictionary(each => each.Key, each => FigureArrays.Sum(each.Select(one => WorksIndicators.QuantityOf(each.Key, one.Item.Quantity, one.Item.Unit))));
        var done = counted.Where(each => IsDone(each.Item, site)).GroupBy(each => each.Key!).ToDictionary(each => each.Key, each => FigureArrays.Sum(each.Select(one => WorksIndicators.QuantityOf(each.Key, one.Item.Quantity, one.Item.Unit))) ?? 0);
        return new WorksRecord(PercentOf(items, site), planned, done);
    }

    private static bool IsDone(SchemeItem item, IReadOnlyList<SiteItem> site)
    {
        var entries = site.Where(entry => entry.ItemKey == item.ItemKey && (item.EstateId is null || entry.EstateId == item.EstateId) && (item.BuildingId is null || entry.BuildingId == item.BuildingId)).ToList();
        return entries.Count > 0 && entries.All(entry => PercentOf(entry) == SiteProgress.Whole);
    }

    /// <summary>Weighted by what the items cost; each alike where no cost is known.</summary>
    private static decimal? PercentOf(IReadOnlyList<SchemeItem> items, IReadOnlyList<SiteItem> site)
    {
        if (site.Count == 0) return null;
        var costs = items.GroupBy(item => item.ItemKey).ToDictionary(item => item.Key, item => item.Sum(each => (decimal)(each.Cost?.Fen ?? 0)));
        var weights = site.Select(entry => (Weight: costs.GetValueOrDefault(entry.ItemKey) / site.Count(other => other.ItemKey == entry.ItemKey), Percent: PercentOf(entry))).ToList();
        if (weights.Any(each => each.Weight == 0)) weights = weights.Select(each => (1m, each.Percent)).ToList();
        return Math.Round(weights.Sum(each => each.Weight * each.Percent) / weights.Sum(each => each.Weight), 2, MidpointRounding.ToZero);
    }

    private static int PercentOf(SiteItem entry) => entry.Progress.MaxBy(progress => (progress.On, progress.At, progress.Id))?.Percent ?? 0;
}
