using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ledgers;

/// <summary>What an event does to one account: plus at the debit, minus at the credit.</summary>
public sealed record Posting(LedgerAccount Account, Money Amount, string? SourceKey = null)
{
    public static Posting Debit(LedgerAccount account, Money amount, string? source = null) => new(account, amount, source);

    public static Posting Credit(LedgerAccount account, Money amount, string? source = null) => new(account, -amount, source);
}

/// <summary>What happened, for the ledger.</summary>
public sealed record LedgerEvent(LedgerKind Kind, Guid SourceId, DateOnly On, string Text, Guid? ProjectId = null, Guid? EstateId = null);

/// <summary>
/// Writes the ledger. The features write through it, in the transaction of what they write down; the caller saves. The whole county waits its turn for a number,
/// so that none is given twice and none is left out.
/// </summary>
public sealed class LedgerService(PortalDbContext db, CurrentAccess access, TimeProvider time)
{
    private readonly Dictionary<(Guid Transaction, int Year), int> given = [];

    /// <exception cref="InvalidOperationException">Debit and credit do not agree, or there is nothing to post.</exception>
    public async Task<LedgerEntry> AddAsync(LedgerEvent happened, params IReadOnlyCollection<Posting> postings)
    {
        var kept = postings.Where(posting => posting.Amount != Money.Zero).ToList();
        if (kept.Count == 0 || kept.Aggregate(Money.Zero, (sum, posting) => sum + posting.Amount) != Money.Zero) throw new InvalidOperationException("Debit and credit of an entry do not agree.");
        var entry = new LedgerEntry
        {
            TenantId = access.Value.Tenant.Id,
            Year = happened.On.Year,
            Number = await NextAsync(happened.On.Year),
            Kind = happened.Kind,
            On = happened.On,
            ProjectId = happened.ProjectId,
            EstateId = happened.EstateId,
            Text = happened.Text,
            SourceId = happened.SourceId,
            By = access.Value.UserName,
            At = time.GetUtcNow(),
        };
        entry.Postings.AddRange(kept.Select((posting, at) => new LedgerPosting
        {
            TenantId = entry.TenantId,
            Sequence = at + 1,
            Account = posting.Account,
            SourceKey = posting.SourceKey,
            Debit = posting.Amount > Money.Zero ? posting.Amount : Money.Zero,
            Credit = posting.Amount < Money.Zero ? -posting.Amount : Money.Zero,
        }));
        db.LedgerEntries.Add(entry);
        return entry;
    }

    /// <summary>The entry that takes back what another said, side for side.</summary>
    public async Task<LedgerEntry> ReverseAsync(LedgerEvent happened, Guid sourceId, LedgerKind kind)
    {
        var entry = await db.LedgerEntries.AsNoTracking().Include(e => e.Postings).SingleAsync(e => e.SourceId == sourceId && e.Kind == kind);
        return await AddAsync(happened, entry.Postings.OrderBy(p => p.Sequence).Select(p => new Posting(p.Account, p.Credit - p.Debit, p.SourceKey)).ToList());
    }

    private async Task<int> NextAsync(int year)
    {
        // The turn is held until the transaction ends, so that in it the database need be asked only once.
        var transaction = db.Database.CurrentTransaction?.TransactionId;
        if (transaction is { } current && given.TryGetValue((current, year), out var before)) return given[(current, year)] = before + 1;
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        // A street clerk does not see the entries of other streets: the database tells the number.
        var last = await db.Database.SqlQuery<int>($"select portal.last_ledger_number({year}) as \"Value\"").SingleAsync();
        var added = db.ChangeTracker.Entries<LedgerEntry>().Where(e => e.State == EntityState.Added && e.Entity.Year == year).Select(e => e.Entity.Number).DefaultIfEmpty().Max();
        var next = Math.Max(last, added) + 1;
        if (transaction is { } held) given[(held, year)] = next;
        return next;
    }
}
