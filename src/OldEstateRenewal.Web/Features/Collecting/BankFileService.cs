using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>Takes a bank's file in, and books what is surely meant, in one act.</summary>
public sealed class BankFileService(PortalDbContext db, BankReader reader, PaymentService payments, Offices offices, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    private const int BookedAtOnce = 100;
    private const string Same = "这个文件已经导入过，同一文件只导入一次。";

    /// <summary>The file with its lines, repeated ones marked; or why not.</summary>
    public async Task<(BankFile? File, IReadOnlyList<PaymentRefusal> Refusals)> TakeAsync(string name, byte[] sha256, BankSheet sheet)
    {
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        if (await db.BankFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Sha256 == sha256) is { } known) return (null, [new(nameof(BankFileForm.File), $"{Same}（{known.UploadedBy}，{Shared.ChinaTime.ToChinaText(known.UploadedAt)}，{known.FileName}）")]);
        var file = new BankFile
        {
            TenantId = access.Value.Tenant.Id,
            StreetId = access.Value.StreetId,
            FileName = name,
            Sha256 = sha256,
            LineCount = sheet.Rows.Count,
            Total = sheet.Rows.Where(row => row.Amount > Money.Zero).Aggregate(Money.Zero, (sum, row) => sum + row.Amount),
            FromOn = sheet.Rows.Min(row => row.On),
            UntilOn = sheet.Rows.Max(row => row.On),
            UploadedBy = access.Value.UserName,
            UploadedAt = time.GetUtcNow(),
        };
        db.BankFiles.Add(file);
        db.BankLines.AddRange(await LinesAsync(file, sheet.Rows));
        audit.Add("BankFileTaken", file, name);
        try
        {
            await db.SaveChangesAsync();
            return (file, []);
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // By another street, whose files this person does not see.
            db.ChangeTracker.Clear();
            return (null, [new(nameof(BankFileForm.File), Same)]);
        }
    }

    /// <summary>Books every proposal that was seen; how many, or why none.</summary>
    public async Task<(int Count, IReadOnlyList<PaymentRefusal> Refusals)> BookAsync(Guid fileId, string? seen)
    {
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        var sure = (await reader.LinesAsync(fileId)).Where(view => BankFilePage.TabOf(view) == BankTab.Sure).ToList();
        if (sure.Count == 0) return (0, [new("", "没有建议入账的流水；可能已经入账。")]);
        if (Seal(sure) != seen) return (0, [new("", "建议入账的流水与您看到的不同（其间有新的收款或入账），请核对后再办。")]);
        var closed = await offices.ClosedUntilAsync();
        await payments.FindProjectsAsync(sure.Select(view => reader.PlaceOf(view.Match!.Best!.Dwelling.Key).DwellingId).ToList());
        foreach (var batch in sure.Chunk(BookedAtOnce))
        {
            var ids = batch.Select(view => view.Line.Id).ToList();
            var lines = await db.BankLines.Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id);
            foreach (var view in batch) await BookAsync(lines[view.Line.Id], view, Offices.NotClosed(view.Line.On, closed));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        return (sure.Count, []);
    }

    public static string Seal(IEnumerable<BankLineView> sure) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', sure.Select(view => $"{view.Line.Id}>{view.Match!.Best!.Dwelling.Key}={view.Left.Fen}")))))[..32];

    private async Task BookAsync(BankLine line, BankLineView view, DateOnly day)
    {
        var best = view.Match!.Best!;
        var place = reader.PlaceOf(best.Dwelling.Key);
        await payments.BookAsync(new BankBooking(Guid.CreateVersion7(), line, place.EstateId, place.BuildingId, place.DwellingId, view.Left, day) { IsExact = true });
        (line.State, line.EstateId, line.DwellingId, line.Score, line.Reason, line.DecidedBy, line.DecidedAt) = (BankLineState.Booked, place.EstateId, place.DwellingId, best.Score, best.InWords, access.Value.UserName, time.GetUtcNow());
    }

    private async Task<List<BankLine>> LinesAsync(BankFile file, IReadOnlyList<BankRow> rows)
    {
        var marks = rows.Select(row => row.Fingerprint).ToList();
        var known = (await db.BankLines.Where(l => marks.Contains(l.Fingerprint)).Select(l => l.Fingerprint).ToListAsync()).Select(Convert.ToHexString).ToHashSet();
        var seen = new Dictionary<string, int>();
        return rows.Select((row, at) =>
        {
            var mark = Convert.ToHexString(marks[at]);
            var line = new BankLine { TenantId = file.TenantId, FileId = file.Id, StreetId = file.StreetId, Sequence = at + 1, On = row.On, Amount = row.Amount, Payer = row.Payer, Reference = row.Reference, Summary = row.Summary, Fingerprint = marks[at] };
            (line.State, line.Reason) = known.Contains(mark) ? (BankLineState.Repeated, "与以前导入的一条流水日期、金额、流水号、付款人都相同")
                : seen.TryGetValue(mark, out var first) ? (BankLineState.Repeated, $"与本文件第 {first} 条日期、金额、流水号、付款人都相同")
                : row.Amount < Money.Zero ? (BankLineState.SetAside, "支出、退款，不是收款") : (BankLineState.Open, null);
            seen.TryAdd(mark, line.Sequence);
            return line;
        }).ToList();
    }
}
