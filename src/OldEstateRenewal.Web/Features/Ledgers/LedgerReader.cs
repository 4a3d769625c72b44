using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Ledgers;

/// <summary>Of which entries is asked: of a project, an estate, a kind, a month such as 2026-11.</summary>
public sealed record LedgerFilter(Guid? Project, Guid? Estate, LedgerKind? Kind, DateOnly? Month)
{
    public static LedgerFilter Of(Guid? project, Guid? estate, string? kind, string? month) => new(
        project, estate, Enum.GetValues<LedgerKind>().Select(each => (LedgerKind?)each).FirstOrDefault(each => $"{each}" == kind), DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 1900 and < 2200 ? first : null);

    public string? MonthText => Month?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public string Query => string.Join('&', new[] { Project is { } project ? $"project={project}" : null, Estate is { } estate ? $"estate={estate}" : null, Kind is { } kind ? $"kind={kind}" : null, MonthText is { } month ? $"month={month}" : null }.OfType<string>());

    public IQueryable<LedgerEntry> In(IQueryable<LedgerEntry> entries)
    {
        if (Project is { } project) entries = entries.Where(e => e.ProjectId == project);
        if (Estate is { } estate) entries = entries.Where(e => e.EstateId == estate);
        if (Kind is { } kind) entries = entries.Where(e => e.Kind == kind);
        if (Month is not { } first) return entries;
        var next = first.AddMonths(1);
        return entries.Where(e => e.On >= first && e.On < next);
    }
}

public sealed record LedgerNames(IReadOnlyList<(Guid Id, string Name)> Projects, IReadOnlyList<(Guid Id, string Name)> Estates)
{
    public string? ProjectOf(Guid? id) => Projects.FirstOrDefault(project => project.Id == id).Name;

    public string? EstateOf(Guid? id) => Estates.FirstOrDefault(estate => estate.Id == id).Name;
}

/// <summary>One account in the trial balance (试算平衡): what stands at its two sides, and what is left.</summary>
public sealed record BalanceRow(LedgerAccount Account, string? SourceKey, string Name, Money Debit, Money Credit)
{
    public Money Left => Debit - Credit;

    public Money LeftDebit => Left > Money.Zero ? Left : Money.Zero;

    public Money LeftCredit => Left < Money.Zero ? -Left : Money.Zero;
}

public sealed record LedgerPage(LedgerFilter Filter, LedgerNames Names, PolicyView Policies, IReadOnlyList<LedgerEntry> Entries, int Count, Money Total, Pages Pages)
{
    public IEnumerable<string?> Words => [Names.ProjectOf(Filter.Project), Names.EstateOf(Filter.Estate), Filter.Kind?.Name(), Filter.MonthText];
}

public sealed record TrialBalancePage(LedgerFilter Filter, LedgerNames Names, IReadOnlyList<BalanceRow> Rows)
{
    public Money Debit => Add(row => row.Debit);

    public Money Credit => Add(row => row.Credit);

    public Money LeftDebit => Add(row => row.LeftDebit);

    public Money LeftCredit => Add(row => row.LeftCredit);

    public bool Agrees => Debit == Credit && LeftDebit == LeftCredit;

    public IEnumerable<string?> Words => [Names.ProjectOf(Filter.Project), Names.EstateOf(Filter.Estate), Filter.Kind?.Name(), Filter.MonthText];

    private Money Add(Func<BalanceRow, Money> of) => Rows.Aggregate(Money.Zero, (sum, row) => sum + of(row));
}

/// <summary>Reads the ledger; a street reads what concerns its estates.</summary>
public sealed class LedgerReader(PortalDbContext db, PolicyShelf policies)
{
    private const int PageSize = 50;
    private const int MostExported = 50_000;

    /// <summary>Null where project or estate are none that the person may see.</summary>
    public async Task<LedgerPage?> PageAsync(LedgerFilter filter, int page, Func<int, string> link)
    {
        if (await NamesAsync(filter) is not { } names) return null;
        var entries = filter.In(db.LedgerEntries.AsNoTracking());
        var count = await entries.CountAsync();
        var last = Math.Max(1, (count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, last);
        var rows = await Sorted(entries).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync();
        return new LedgerPage(filter, names, await policies.TodayAsync(), rows, count, await TotalAsync(entries), new Pages(page, last, link));
    }

    public async Task<LedgerPage?> AllAsync(LedgerFilter filter)
    {
        if (await NamesAsync(filter) is not { } names) return null;
        var entries = filter.In(db.LedgerEntries.AsNoTracking());
        var rows = await Sorted(entries).Take(MostExported).ToListAsync();
        return new LedgerPage(filter, names, await policies.TodayAsync(), rows, rows.Count, await TotalAsync(entries), new Pages(1, 1, _ => ""));
    }

    public async Task<TrialBalancePage?> BalanceAsync(LedgerFilter filter)
    {
        if (await NamesAsync(filter) is not { } names) return null;
        var entries = filter.In(db.LedgerEntries);
        var postings = await db.LedgerPostings.Where(p => entries.Any(e => e.Id == p.EntryId)).Select(p => new { p.Account, p.SourceKey, p.Debit, p.Credit }).ToListAsync();
        var view = await policies.TodayAsync();
        return new TrialBalancePage(filter, names, postings.GroupBy(p => (p.Account, p.SourceKey)).Select(of => new BalanceRow(of.Key.Account, of.Key.SourceKey, of.Key.Account.Name(of.Key.SourceKey, view), Add(of.Select(p => p.Debit)), Add(of.Select(p => p.Credit)))).OrderBy(row => row.Account).ThenBy(row => row.SourceKey, StringComparer.Ordinal).ToList());
    }

    private async Task<Money> TotalAsync(IQueryable<LedgerEntry> entries) => Add(await db.LedgerPostings.Where(p => entries.Any(e => e.Id == p.EntryId)).Select(p => p.Debit).ToListAsync());

    private static Money Add(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);

    private static IQueryable<LedgerEntry> Sorted(IQueryable<LedgerEntry> entries) => entries.Include(e => e.Postings.OrderBy(p => p.Sequence)).OrderByDescending(e => e.Year).ThenByDescending(e => e.Number);

    private async Task<LedgerNames?> NamesAsync(LedgerFilter filter)
    {
        var projects = (await db.Projects.Where(p => db.LedgerEntries.Any(e => e.ProjectId == p.Id) || p.Id == filter.Project).OrderBy(p => EF.Functions.Collate(p.Name, "zh-x-icu")).Select(p => new { p.Id, p.Name }).ToListAsync()).Select(p => (p.Id, p.Name)).ToList();
        var estates = (await db.Estates.Where(e => db.LedgerEntries.Any(l => l.EstateId == e.Id) || e.Id == filter.Estate).OrderBy(e => EF.Functions.Collate(e.Name, "zh-x-icu")).Select(e => new { e.Id, e.Name }).ToListAsync()).Select(e => (e.Id, e.Name)).ToList();
        var names = new LedgerNames(projects, estates);
        return (filter.Project is not null && names.ProjectOf(filter.Project) is null) || (filter.Estate is not null && names.EstateOf(filter.Estate) is null) ? null : names;
    }
}
