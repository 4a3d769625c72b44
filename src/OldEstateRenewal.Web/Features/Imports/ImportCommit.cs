using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Changes;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Writes a checked file into the registry, or takes a committed one back: all of it, in one transaction with its audit entry.</summary>
internal sealed class ImportCommit(ImportJob job, ImportSeal seal, TimeProvider time, bool backward)
{
    private const int RowsAtOnce = 4000;
    private readonly Import import = job.Import;

    private string Kind => backward ? "ImportReversed" : "ImportCommitted";

    private string Phase => backward ? "撤销" : "写入台账";

    public Task RunAsync() => job.InTransactionAsync(async db =>
    {
        var total = import.NewRows + import.ChangedRows;
        var writer = new RegistryWriter(db, job.TenantId, import.Id, backward);
        await writer.BeginAsync(import.AskedBy, import.FileName, job.Now, job.Stop);
        var done = 0;
        for (var after = 0; ;)
        {
            var rows = await db.ImportRows.AsNoTracking().Where(r => r.ImportId == import.Id && r.Number > after && r.Changes != null && (r.State == ImportRowState.New || r.State == ImportRowState.Changed))
                .OrderBy(r => r.Number).Select(r => new { r.Number, r.Changes }).Take(RowsAtOnce).ToListAsync(job.Stop);
            if (rows.Count == 0) break;
            await writer.TakeAsync(rows.Select(row => (row.Number, seal.Open<RowChanges>(job.TenantId, row.Changes!))).ToList(), job.Stop);
            await job.TellAsync(Phase, done += rows.Count, total * 2);
            after = rows[^1].Number;
        }

        if (backward && await StreetOfAskerAsync(db) is { } street) await writer.RequireStreetAsync(street, job.Stop);
        await writer.WriteAsync(step => job.TellAsync(Phase, total + total * step / 5, total * 2), job.Stop);
        await FinishAsync(db);
        await JudgeAsync(db, writer.Judged);
        return true;
    }, backward ? TenantScope.OfTenant(job.TenantId) : null);

    /// <summary>An owner that no ownership ties to a street is hidden from the street: taking back is done with the tenant's eyes, for who may.</summary>
    private Task<Guid?> StreetOfAskerAsync(PortalDbContext db) =>
        db.Memberships.AsNoTracking().Where(m => m.TenantId == job.TenantId && m.UserId == import.AskedById).Select(m => m.StreetId).FirstOrDefaultAsync(job.Stop);

    /// <summary>Only now the import's own row is touched: until then its progress is told from another transaction.</summary>
    private async Task FinishAsync(PortalDbContext db)
    {
        var (now, before) = (job.Now, backward ? ImportState.Undoing : ImportState.Committing);
        var mine = db.Imports.Where(i => i.Id == import.Id && i.State == before);
        var finished = backward
            ? await mine.ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ImportState.Undone).SetProperty(i => i.UndoneBy, import.AskedBy).SetProperty(i => i.UndoneAt, now)
                .SetProperty(i => i.Phase, (string?)null).SetProperty(i => i.Problem, (string?)null).SetProperty(i => i.Attempts, 0).SetProperty(i => i.Version, i => i.Version + 1), job.Stop)
            : await mine.ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ImportState.Committed).SetProperty(i => i.CommittedBy, import.AskedBy).SetProperty(i => i.CommittedAt, now)
                .SetProperty(i => i.Phase, (string?)null).SetProperty(i => i.Problem, (string?)null).SetProperty(i => i.Attempts, 0).SetProperty(i => i.Version, i => i.Version + 1), job.Stop);
        if (finished != 1) throw new InvalidOperationException("The import is no longer being worked on.");
        db.AuditEntries.Add(ImportAudit.Entry(import, Kind, now));
        await db.SaveChangesAsync(job.Stop);
    }

    /// <summary>Verdicts that the file has moved are kept with it; no request is at hand, so who asks is told here.</summary>
    private async Task JudgeAsync(PortalDbContext db, IReadOnlyCollection<Guid> estates)
    {
        if (estates.Count == 0) return;
        var tenant = await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == job.TenantId, job.Stop);
        var files = await db.PolicyFiles.IgnoreQueryFilters([PortalDbContext.TenantFilter]).OrderBy(file => file.AddedAt).ThenBy(file => file.Id).Select(file => file.Id).ToListAsync(job.Stop);
        var access = new CurrentAccess();
        access.Set(new Access(import.AskedById, import.AskedBy, tenant, Role.Platform, null) { PolicyFileIds = files });
        await new VerdictKeeper(db, new PolicyShelf(db, access, time), access, time).JudgeAsync(estates, ChangeWords.Kind(Kind), import.AskedBy);
    }
}

/// <summary>The audit entry of what a job did, in the name of who asked for it.</summary>
internal static class ImportAudit
{
    public static AuditEntry Entry(Import import, string kind, DateTimeOffset at) => new()
    {
        At = at,
        UserId = import.AskedById,
        By = import.AskedBy,
        Kind = kind,
        SubjectType = nameof(Import),
        SubjectId = import.Id,
        Subject = $"{import.Kind.Name()}：{import.FileName}",
        Changes = $$"""{"NewRows":[null,"{{import.NewRows}}"],"ChangedRows":[null,"{{import.ChangedRows}}"]}""",
    };
}
