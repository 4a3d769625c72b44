using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Imports.Reading;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What people do to imports; the work itself is asked for, and done by <see cref="ImportWorker"/>.</summary>
public sealed class ImportService(PortalDbContext db, AuditTrail audit, CurrentAccess access, ImportSeal seal, PersonalData personal, ImportBell bell, IHttpContextAccessor http, TimeProvider time)
{
    public const int MostWaiting = 30;
    private const int MostBlanks = 500;

    private Guid TenantId => access.Value.Tenant.Id;

    public Task<Import?> FindAsync(Guid id) => db.Imports.SingleOrDefaultAsync(i => i.Id == id);

    /// <summary>Whether there are so many imports that nobody has decided upon that no more are taken.</summary>
    public async Task<bool> IsFullAsync() => await db.Imports.CountAsync(i => i.State == ImportState.Uploaded || i.State == ImportState.Reading || i.State == ImportState.Read) >= MostWaiting;

    public async Task<Guid> UploadAsync(ImportForm form)
    {
        using var content = new MemoryStream((int)form.File!.Length);
        await form.File.CopyToAsync(content);
        var bytes = content.ToArray();
        var import = new Import
        {
            TenantId = TenantId,
            Kind = form.Kind!.Value,
            FileName = ImportUpload.Name(form.File),
            Length = bytes.Length,
            Sha256 = SHA256.HashData(bytes),
            StreetId = access.Value.StreetId,
            EstateId = form.EstateId,
            UploadedBy = access.Value.UserName,
            UploadedById = access.Value.UserId,
            UploadedAt = time.GetUtcNow(),
            AskedBy = access.Value.UserName,
            AskedById = access.Value.UserId,
        };
        db.Imports.Add(import);
        db.ImportContents.Add(new ImportContent { ImportId = import.Id, File = seal.CloseFile(TenantId, bytes) });
        audit.Add("ImportUploaded", import, NameOf(import));
        await db.SaveChangesAsync();
        WakeLater();
        return import.Id;
    }

    /// <summary>Columns as the user says they are; remembered for the next file of the street, or of the county where the bureau says it.</summary>
    public async Task<bool> MapAsync(Import import, MappingForm form)
    {
        if (!ImportRules.MayEdit(import)) return false;
        var table = (await SheetAsync(import))?.Table;
        var sheet = form.Sheet ?? table?.SheetIndex;
        var isSameTable = table is not null && sheet == table.SheetIndex && (form.FirstHeaderRow is null || (form.FirstHeaderRow, form.LastHeaderRow) == (table.FirstHeaderRow, table.LastHeaderRow));
        var columns = isSameTable ? Columns(import, form) : [];
        var rows = form is { FirstHeaderRow: >= 1 and var first, LastHeaderRow: { } last } && last >= first && last - first < 10 ? (First: (int?)first, Last: (int?)last) : (null, null);
        var isHeaderFound = ImportSeal.Read(import.Choices).FirstHeaderRow is null;
        import.Choices = ImportSeal.Write(new TableChoices(sheet, rows.First, rows.Last) { Columns = columns });
        foreach (var (index, field) in columns)
            if (table!.Columns.FirstOrDefault(column => column.Index == index) is { Key.Length: > 0 and <= ColumnChoice.HeaderLength } column && column.Field != field) await RememberAsync(import.Kind, column.Key, field);
        audit.Add("ImportColumnsChosen", import, NameOf(import), ImportRemarks.OfColumns(table, sheet, rows, columns, isHeaderFound));
        return await ReadAgainAsync(import);
    }

    /// <summary>Cells as the user corrects them, and answers to questions; then the file is read anew.</summary>
    public async Task<bool> CorrectAsync(Import import, CorrectionForm form)
    {
        if (!ImportRules.MayEdit(import)) return false;
        var corrections = Cells(form).ToList();
        foreach (var (row, column, text) in corrections) await CorrectAsync(import, row, column, text);
        var answers = form.Answers.Where(answer => answer is { Key: { Length: > 0 and <= ImportDecision.KeyLength }, Value: { Length: > 0 and <= ImportDecision.AnswerLength } }).DistinctBy(answer => answer.Key).ToList();
        foreach (var answer in answers) await DecideAsync(import, answer.Key!, answer.Value!);
        if (corrections.Count + answers.Count == 0) return false;
        var meant = answers.Select(answer => Guid.TryParse(answer.Value, out var id) ? id : Guid.Empty).ToList();
        var named = await db.Estates.Where(e => meant.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name);
        audit.Add(corrections.Count > 0 ? "ImportCorrected" : "ImportDecided", import, NameOf(import), ImportRemarks.OfCorrections(corrections.Select(each => (each.Row, each.Column)), answers.Select(answer => (answer.Key!, answer.Value!)), named));
        return await ReadAgainAsync(import);
    }

    public async Task<bool> RereadAsync(Import import)
    {
        if (!ImportRules.MayReread(import)) return false;
        return await AskAsync(import, import.Version, import.State, ImportState.Uploaded);
    }

    public Task<bool> CommitAsync(Import import, long version) => AskAsync(import, version, ImportState.Read, ImportState.Committing);

    public Task<bool> ReverseAsync(Import import) => AskAsync(import, import.Version, ImportState.Committed, ImportState.Undoing);

    public async Task<bool> DiscardAsync(Import import)
    {
        if (!ImportRules.MayDiscard(import)) return false;
        import.State = ImportState.Discarded;
        audit.Add("ImportDiscarded", import, NameOf(import));
        if (!await SavedAsync()) return false;
        await ImportClearing.ClearAsync(db, import.Id, time.GetUtcNow());
        return true;
    }

    /// <summary>The sheet as understood; null until it was read.</summary>
    public async Task<ImportSheet?> SheetAsync(Import import)
    {
        var box = await db.ImportContents.Where(c => c.ImportId == import.Id).Select(c => c.Sheet).SingleOrDefaultAsync();
        return box is null ? null : seal.Open<ImportSheet>(TenantId, box);
    }

    private static Dictionary<int, ImportField?> Columns(Import import, MappingForm form)
    {
        var fields = ImportFields.Of(import.Kind);
        var columns = new Dictionary<int, ImportField?>();
        foreach (var (key, value) in form.Columns)
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index > 500) continue;
            if (string.IsNullOrEmpty(value)) columns[index] = null;
            else if (Enum.TryParse<ImportField>(value, out var field) && fields.Contains(field)) columns[index] = field;
        }

        return columns;
    }

    private async Task RememberAsync(ImportKind kind, string header, ImportField? field)
    {
        var street = access.Value.StreetId ?? ColumnChoice.WholeCounty;
        var known = await db.ColumnChoices.SingleOrDefaultAsync(c => c.Kind == kind && c.Header == header && c.StreetId == street);
        if (known is null) db.ColumnChoices.Add(new ColumnChoice { Kind = kind, Header = header, StreetId = street, Field = field });
        else known.Field = field;
    }

    private static IEnumerable<(int Row, int Column, string Text)> Cells(CorrectionForm form)
    {
        var blanks = form.Blanks.OfType<string>().Take(MostBlanks).Select(key => KeyValuePair.Create(key, (string?)""));
        var typed = form.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Value) && cell.Value.Length <= ImportCorrection.TextLength);
        foreach (var (key, text) in blanks.Concat(typed).DistinctBy(cell => cell.Key))
        {
            var parts = key.Split(':');
            if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var column))
                yield return (row, column, text!.Trim());
        }
    }

    private async Task CorrectAsync(Import import, int row, int column, string text)
    {
        var known = await db.ImportCorrections.SingleOrDefaultAsync(c => c.ImportId == import.Id && c.Row == row && c.Column == column);
        var kept = personal.SealBytes(TenantId, PersonalField.Import, Encoding.UTF8.GetBytes(text));
        if (known is null) db.ImportCorrections.Add(new ImportCorrection { ImportId = import.Id, Row = row, Column = column, Text = kept, By = access.Value.UserName, At = time.GetUtcNow() });
        else (known.Text, known.By, known.At) = (kept, access.Value.UserName, time.GetUtcNow());
    }

    private async Task DecideAsync(Import import, string key, string answer)
    {
        var known = await db.ImportDecisions.SingleOrDefaultAsync(d => d.ImportId == import.Id && d.Key == key);
        if (known is null) db.ImportDecisions.Add(new ImportDecision { ImportId = import.Id, Key = key, Answer = answer, By = access.Value.UserName, At = time.GetUtcNow() });
        else (known.Answer, known.By, known.At) = (answer, access.Value.UserName, time.GetUtcNow());
    }

    private async Task<bool> ReadAgainAsync(Import import)
    {
        (import.State, import.Problem, import.Attempts) = (ImportState.Uploaded, null, 0);
        (import.AskedBy, import.AskedById) = (access.Value.UserName, access.Value.UserId);
        if (!await SavedAsync()) return false;
        WakeLater();
        return true;
    }

    /// <summary>Asks for work, if the import is still as the person saw it.</summary>
    private async Task<bool> AskAsync(Import import, long version, ImportState from, ImportState to)
    {
        var (by, byId) = (access.Value.UserName, access.Value.UserId);
        var asked = await db.Imports.Where(i => i.Id == import.Id && i.Version == version && i.State == from).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, to).SetProperty(i => i.Problem, (string?)null)
            .SetProperty(i => i.Attempts, 0).SetProperty(i => i.AskedBy, by).SetProperty(i => i.AskedById, byId).SetProperty(i => i.Version, i => i.Version + 1));
        if (asked == 1) WakeLater();
        return asked == 1;
    }

    private async Task<bool> SavedAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same was sent twice at once; the other was quicker.
            return false;
        }
    }

    /// <summary>When the answer is sent, the transaction is through, and the worker finds what it is called for.</summary>
    private void WakeLater()
    {
        var tenantId = TenantId;
        http.HttpContext!.Response.OnCompleted(() =>
        {
            bell.Ring(tenantId);
            return Task.CompletedTask;
        });
    }

    private static string NameOf(Import import) => $"{import.Kind.Name()}：{import.FileName}";
}
