using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>What is asked of the register: which report, with what, as what, from where.</summary>
public sealed record ReportOrder(ReportEntry Entry, ReportValues Values, string? Filter, ReportFormat Format, string Site);

/// <summary>报表登记: asks for reports, makes small ones at once, and knows who may read which.</summary>
public sealed class ReportShelf(ReportRegister register, CurrentAccess access, PaperTemplates templates, ReportBell bell, IServiceProvider services, IHttpContextAccessor http, IConfiguration configuration, TimeProvider time)
{
    public const int MostInBatch = 40;
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private int? lastNumber;

    /// <summary>More rows than this are made behind the pages.</summary>
    public int MostAtOnce => configuration.GetValue("Portal:ReportRowsAtOnce", 2000);

    public DateTimeOffset Now => time.GetUtcNow();

    public ReportSource SourceOf(ReportValues values) => new(services, access.Value, values, Now);

    /// <summary>The files that the person may read: the own ones, and those of others that hold no household data.</summary>
    public async Task<IQueryable<ReportFile>> ReadableAsync()
    {
        var db = await register.OpenAsync();
        var (me, keys) = (access.Value.UserId, ReportCatalogue.For(access.Value).Select(entry => entry.Key).Append(ReportFile.BatchKey).ToList());
        return db.ReportFiles.Where(f => keys.Contains(f.Key) && (f.MadeById == me || (!f.IsHousehold && f.Key != ReportFile.BatchKey)));
    }

    public async Task<ReportFile?> FindAsync(Guid id) => await (await ReadableAsync()).AsNoTracking().SingleOrDefaultAsync(f => f.Id == id);

    /// <summary>The reports that go into an archive.</summary>
    public async Task<IReadOnlyList<ReportFile>> PartsAsync(ReportFile archive) => await (await register.OpenAsync()).ReportFiles.AsNoTracking().Where(f => f.BatchId == archive.Id).OrderBy(f => f.Number).ToListAsync();

    public async Task<byte[]?> BytesAsync(Guid id) => await (await register.OpenAsync()).ReportContents.AsNoTracking().Where(c => c.FileId == id).Select(c => c.Bytes).SingleOrDefaultAsync();

    /// <summary>Makes it now.</summary>
    public async Task<ReportFile> MakeAsync(ReportOrder order, TableReport report)
    {
        var file = await AddAsync(order);
        var bytes = ReportWriter.Write(report.From(ReportWriter.ProvenanceOf(file, access.Value.Tenant.Key, file.AskedAt)), file.Format, (await templates.CurrentAsync())?.ToTemplate().Fonts);
        (file.State, file.Percent, file.MadeAt, file.Length, file.Sha256) = (ReportState.Done, 100, Now, bytes.Length, SHA256.HashData(bytes));
        file.Rows = report.Lines().Count(line => line.Kind == TableLineKind.Row);
        (await register.OpenAsync()).ReportContents.Add(new ReportContent { FileId = file.Id, Bytes = bytes });
        register.Note("ReportMade", file, file.Id, $"{file.NumberText} {file.Name}");
        await register.SaveAsync();
        return file;
    }

    /// <summary>Leaves it to the worker.</summary>
    public async Task<ReportFile> AskAsync(ReportOrder order)
    {
        var file = await AddAsync(order);
        register.Note("ReportAsked", file, file.Id, $"{file.NumberText} {file.Name}");
        await register.SaveAsync();
        WakeLater();
        return file;
    }

    /// <summary>An archive of several, each with a number of its own.</summary>
    public async Task<ReportFile> AskBatchAsync(IReadOnlyList<ReportOrder> orders)
    {
        var (isHousehold, first) = (orders.Any(order => order.Entry.IsHousehold), orders[0]);
        var archive = await AddAsync(ReportFile.BatchKey, $"批量报表（{orders.Count} 份）", ReportFormat.Zip, "", null, isHousehold, first.Site, null);
        foreach (var order in orders) await AddAsync(order, archive.Id);
        register.Note("ReportBatchAsked", archive, archive.Id, $"{archive.NumberText} {archive.Name}", string.Join('、', orders.Select(order => order.Entry.Name)));
        await register.SaveAsync();
        WakeLater();
        return archive;
    }

    /// <summary>Its number stays. What is being made stops at its next row.</summary>
    public async Task<bool> CancelAsync(ReportFile file)
    {
        var open = (await register.OpenAsync()).ReportFiles.Where(f => (f.Id == file.Id || f.BatchId == file.Id) && (f.State == ReportState.Waiting || f.State == ReportState.Running));
        if (await open.ExecuteUpdateAsync(set => set.SetProperty(f => f.State, ReportState.Cancelled)) == 0) return false;
        register.Note("ReportCancelled", file, file.Id, $"{file.NumberText} {file.Name}");
        await register.SaveAsync();
        return true;
    }

    private Task<ReportFile> AddAsync(ReportOrder order, Guid? batch = null) =>
        AddAsync(order.Entry.Key, order.Entry.Name, order.Format, order.Values.ToQuery(), order.Filter, order.Entry.IsHousehold, order.Site, batch);

    private async Task<ReportFile> AddAsync(string key, string name, ReportFormat format, string parameters, string? filter, bool isHousehold, string site, Guid? batch)
    {
        var file = await NumberedAsync(new ReportFile
        {
            Key = key,
            Name = name,
            Format = format,
            Parameters = parameters,
            Filter = filter,
            IsHousehold = isHousehold,
            StreetId = access.Value.StreetId,
            BatchId = batch,
            MadeBy = access.Value.UserName,
            MadeById = access.Value.UserId,
            Site = site,
            AskedAt = Now,
            Code = NewCode(),
        });
        (await register.OpenAsync()).ReportFiles.Add(file);
        return file;
    }

    /// <summary>The next number of the tenant's year; whoever else asks waits until this request has ended.</summary>
    private async Task<ReportFile> NumberedAsync(ReportFile file)
    {
        file.Year = file.AskedAt.ToChina().Year;
        if (lastNumber is null)
        {
            var db = await register.OpenAsync();
            await db.TakeTurnAsync(TurnOf(access.Value.Tenant.Id));
            lastNumber = await db.Database.SqlQuery<int>($"select portal.last_report_number({file.Year}) as \"Value\"").SingleAsync();
        }

        file.Number = (lastNumber = lastNumber.Value + 1).Value;
        return file;
    }

    /// <summary>When the answer is sent, the transaction is through, and the worker finds what it is called for.</summary>
    private void WakeLater()
    {
        var tenantId = access.Value.Tenant.Id;
        http.HttpContext!.Response.OnCompleted(() =>
        {
            bell.Ring(tenantId);
            return Task.CompletedTask;
        });
    }

    internal static string TurnOf(Guid tenant) => $"reports/{tenant}";

    internal static string NewCode() => RandomNumberGenerator.GetString(Letters, ReportFile.CodeLength);
}
