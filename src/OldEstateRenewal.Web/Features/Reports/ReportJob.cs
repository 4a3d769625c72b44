using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>Makes one report behind the pages, as the person who asked for it and with what that person may read by then.</summary>
public sealed class ReportJob(IServiceScopeFactory scopes, PortalDatabase database, AccessLookup lookup, TimeProvider time)
{
    private const string NoRight = "制作人已没有生成此报表的权限。";
    private static readonly TimeSpan tellEvery = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(15);

    /// <exception cref="OperationCanceledException">It was cancelled, or the portal stops.</exception>
    public async Task RunAsync(ReportFile file, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(longest);
        var progress = new ReportProgress(limit.Token);
        var telling = TellAsync(file, progress, limit);
        try
        {
            var (bytes, rows, problem) = file.Format == ReportFormat.Zip ? (await ArchiveAsync(file), null, null) : await MakeAsync(file, progress);
            if (bytes is null) await FailAsync(file, problem!);
            else await KeepAsync(file, bytes, rows);
        }
        finally
        {
            await limit.CancelAsync();
            await telling;
        }
    }

    public Task<int> FailAsync(ReportFile file, string problem) => database.InTransactionAsync(ScopeOf(file), db =>
        db.ReportFiles.Where(f => f.Id == file.Id && f.State == ReportState.Running).ExecuteUpdateAsync(set => set.SetProperty(f => f.State, ReportState.Failed).SetProperty(f => f.Problem, problem)));

    private static TenantScope ScopeOf(ReportFile file) => new(file.TenantId, null, file.StreetId);

    private async Task<(byte[]? Bytes, int? Rows, string? Problem)> MakeAsync(ReportFile file, ReportProgress progress)
    {
        if (await AccessAsync(file) is not { } access || ReportCatalogue.Find(file.Key, access) is not { } entry) return (null, null, NoRight);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DatabaseLease>().Set(access.Scope, access.Supervises);
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Set(access);
        // All its rows, read once to be counted and again to be written, are of one moment.
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var at = time.GetUtcNow();
        if (await entry.Make(new ReportSource(scope.ServiceProvider, access, ReportValues.FromQuery(file.Parameters), at)) is not { } report) return (null, null, entry.Nothing);
        var fonts = (await scope.ServiceProvider.GetRequiredService<PaperTemplates>().CurrentAsync())?.ToTemplate().Fonts;
        return await Task.Run(() =>
        {
            var lines = progress.Count(report.Lines());
            progress.Expect(lines.All * ReportWriter.PassesOf(report, file.Format));
            var bytes = ReportWriter.Write(report.From(ReportWriter.ProvenanceOf(file, access.Tenant.Key, at)).Watched(progress.Step), file.Format, fonts);
            return ((byte[]?)bytes, (int?)lines.Rows, (string?)null);
        });
    }

    /// <summary>Null where the person is no longer one of the tenant, or of that street.</summary>
    private async Task<Access?> AccessAsync(ReportFile file)
    {
        var key = await database.InTransactionAsync(null, db => db.Tenants.Where(t => t.Id == file.TenantId).Select(t => t.Key).SingleAsync());
        return await lookup.OfPersonAsync(file.MadeById, key) is { } access && access.Tenant.Id == file.TenantId && access.StreetId == file.StreetId && access.May(Duty.MakeReports) ? access : null;
    }

    /// <summary>What was made of it; what was not is named inside.</summary>
    private Task<byte[]> ArchiveAsync(ReportFile file) => database.InTransactionAsync(ScopeOf(file), async db =>
    {
        var parts = await db.ReportFiles.AsNoTracking().Where(f => f.BatchId == file.Id).OrderBy(f => f.Number).ToListAsync();
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts.Where(part => part.HasBytes))
                await AddAsync(archive, part.FileName, await db.ReportContents.AsNoTracking().Where(c => c.FileId == part.Id).Select(c => c.Bytes).SingleAsync());
            var missing = parts.Where(part => !part.HasBytes).Select(part => $"{part.NumberText} {part.Name}：{part.State.Name()}。{part.Problem}").ToList();
            if (missing.Count > 0) await AddAsync(archive, "未生成的报表.txt", [.. System.Text.Encoding.UTF8.Preamble, .. System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", missing))]);
        }

        return target.ToArray();
    });

    private async Task AddAsync(ZipArchive archive, string name, byte[] bytes)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Shared.ChinaTime.ToChina(time.GetUtcNow());
        await using var target = await entry.OpenAsync();
        await target.WriteAsync(bytes);
    }

    /// <summary>Unless it was cancelled in the meantime.</summary>
    private Task<int> KeepAsync(ReportFile file, byte[] bytes, int? rows) => database.InTransactionAsync(ScopeOf(file), async db =>
    {
        var now = time.GetUtcNow();
        var hash = SHA256.HashData(bytes);
        var kept = await db.ReportFiles.Where(f => f.Id == file.Id && f.State == ReportState.Running).ExecuteUpdateAsync(set => set.SetProperty(f => f.State, ReportState.Done).SetProperty(f => f.Percent, 100).SetProperty(f => f.Rows, rows)
            .SetProperty(f => f.Length, bytes.Length).SetProperty(f => f.Sha256, hash).SetProperty(f => f.MadeAt, now));
        if (kept == 0) return 0;
        db.ReportContents.Add(new ReportContent { FileId = file.Id, Bytes = bytes });
        db.AuditEntries.Add(new AuditEntry { At = now, UserId = file.MadeById, By = file.MadeBy, Kind = "ReportMade", SubjectType = nameof(ReportFile), SubjectId = file.Id, Subject = $"{file.NumberText} {file.Name}", Changes = "{}" });
        return await db.SaveChangesAsync();
    });

    /// <summary>Tells how far it is, and hears that it was cancelled.</summary>
    private async Task TellAsync(ReportFile file, ReportProgress progress, CancellationTokenSource limit)
    {
        try
        {
            while (true)
            {
                await Task.Delay(tellEvery, limit.Token);
                var (percent, now) = (progress.Percent, time.GetUtcNow());
                var alive = await database.InTransactionAsync(ScopeOf(file), db => db.ReportFiles.Where(f => f.Id == file.Id && f.State == ReportState.Running).ExecuteUpdateAsync(set => set.SetProperty(f => f.Percent, percent).SetProperty(f => f.BeatAt, now)));
                if (alive == 0) await limit.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Made, cancelled or stopped.
        }
    }
}

/// <summary>How far a report is.</summary>
internal sealed class ReportProgress(CancellationToken stop)
{
    private const int MostPercent = 99;
    private int expected;
    private int seen;

    public int Percent => Volatile.Read(ref expected) is > 0 and var all ? (int)Math.Min(MostPercent, 100L * Volatile.Read(ref seen) / all) : 0;

    public void Expect(int lines) => Volatile.Write(ref expected, lines);

    public void Step()
    {
        stop.ThrowIfCancellationRequested();
        Interlocked.Increment(ref seen);
    }

    public (int All, int Rows) Count(IEnumerable<TableLine> lines)
    {
        var (all, rows) = (0, 0);
        foreach (var line in lines)
        {
            stop.ThrowIfCancellationRequested();
            all++;
            if (line.Kind == TableLineKind.Row) rows++;
        }

        return (all, rows);
    }
}
