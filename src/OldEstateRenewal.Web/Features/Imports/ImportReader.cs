using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Imports.Reading;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Reads the file, matches its rows against the registry and stages what they would change.</summary>
internal sealed class ImportReader(ImportJob job, ImportSeal seal, PersonalData personal, TimeProvider time)
{
    private const int RowsAtOnce = 2000;
    private readonly Import import = job.Import;
    private readonly Dictionary<ImportRowState, int> counts = [];

    public Task RunAsync() => job.InTransactionAsync(async db =>
    {
        await db.ImportRows.Where(row => row.ImportId == import.Id).ExecuteDeleteAsync(job.Stop);
        var content = await db.ImportContents.AsNoTracking().Where(c => c.ImportId == import.Id).Select(c => c.File).SingleAsync(job.Stop);
        using var stream = new MemoryStream(seal.OpenFile(job.TenantId, content), writable: false);
        using var file = SpreadsheetFile.Open(stream, import.FileName);
        var sheets = await FindAsync(db, file);
        var chosen = ImportSeal.Read(import.Choices).Sheet;
        var table = sheets.FirstOrDefault(sheet => sheet.SheetIndex == chosen) ?? TableFinder.Best(sheets) ?? throw new UnreadableFileException("文件中没有找到表格：没有一个工作表有可以识别的表头。请确认选对了文件和种类，或下载模板填写。");
        var tabs = sheets.Select(sheet => new SheetTab(sheet.SheetIndex, sheet.SheetName, sheet.IsHidden, sheet.IsTable)).ToList();
        var understood = new ImportSheet { Tabs = tabs, Table = TableSheet.Of(table) };
        if (table.IsReadable) understood = await ReadAsync(db, file, table, understood);
        await SaveAsync(db, understood with { Notices = [.. file.Notices] });
        return true;
    });

    private async Task<IReadOnlyList<SheetReading>> FindAsync(PortalDbContext db, SpreadsheetFile file)
    {
        var street = import.StreetId ?? ColumnChoice.WholeCounty;
        // What the street's own people said goes before what the bureau said for all.
        var remembered = (await db.ColumnChoices.AsNoTracking().Where(c => c.Kind == import.Kind && (c.StreetId == ColumnChoice.WholeCounty || c.StreetId == street)).ToListAsync(job.Stop))
            .GroupBy(c => c.Header).ToDictionary(said => said.Key, said => said.OrderBy(c => c.StreetId == street ? 0 : 1).First().Field);
        var choices = ImportSeal.Read(import.Choices);
        var said = new Dictionary<int, SheetChoices>();
        if (choices.Sheet is { } sheet)
            said[sheet] = new SheetChoices(choices.Columns) { HeaderRows = choices is { FirstHeaderRow: { } first, LastHeaderRow: { } last } ? (first, last) : null };
        return TableFinder.Find(file, import.Kind, remembered, said);
    }

    private async Task<ImportSheet> ReadAsync(PortalDbContext db, SpreadsheetFile file, SheetReading table, ImportSheet understood)
    {
        var registry = new RegistryIndex(db);
        await registry.LoadAsync();
        var planner = await PlannerAsync(db, table, registry);
        var totals = new TotalsBook(import.Kind);
        await using (var create = new NpgsqlCommand("create temp table staged (number int, state text, has_problem boolean, shown bytea, changes bytea) on commit drop", (NpgsqlConnection)db.Database.GetDbConnection()))
            await create.ExecuteNonQueryAsync(job.Stop);
        var done = 0;
        await foreach (var rows in ReadAhead.Of(RowReader.Read(file, table, await CorrectionsAsync(db)).Chunk(RowsAtOnce), job.Stop))
        {
            foreach (var row in rows) totals.Add(row);
            await planner.PrepareAsync(rows);
            await StageAsync(db, rows.Where(row => row.Kind == RowKind.Data), planner);
            await job.TellAsync("读取并与台账比对", done += rows.Length, null);
        }

        await db.Database.ExecuteSqlAsync($"insert into import_rows (tenant_id, import_id, number, state, has_problem, shown, changes) select {job.TenantId}, {import.Id}, number, state, has_problem, shown, changes from staged", job.Stop);
        return understood with
        {
            Questions = [.. planner.Questions],
            MadeAlong = planner.MadeAlong,
            Sums = totals.Sums,
            Totals = totals.Checks,
            Years = totals.Years,
            Stated = import.Kind == ImportKind.Dwellings ? StatedChecks(registry) : [],
        };
    }

    private async Task<RowPlanner> PlannerAsync(PortalDbContext db, SheetReading table, RegistryIndex registry)
    {
        var decisions = await db.ImportDecisions.AsNoTracking().Where(d => d.ImportId == import.Id).ToDictionaryAsync(d => d.Key, d => d.Answer, job.Stop);
        var context = new PlanningContext(job.TenantId, table, import.StreetId, import.EstateId, ChinaTime.Today(time), decisions);
        return import.Kind switch
        {
            ImportKind.Estates => new EstatePlanner(context, registry),
            ImportKind.Buildings => new BuildingPlanner(context, registry),
            _ => new DwellingPlanner(context, registry, new OwnerMatcher(db, personal, job.TenantId, registry)),
        };
    }

    private async Task<Dictionary<(int Row, int Column), string>> CorrectionsAsync(PortalDbContext db) =>
        (await db.ImportCorrections.AsNoTracking().Where(c => c.ImportId == import.Id).ToListAsync(job.Stop))
        .ToDictionary(c => (c.Row, c.Column), c => personal.Open(job.TenantId, PersonalField.Import, c.Text) ?? "");

    private async Task StageAsync(PortalDbContext db, IEnumerable<ReadRow> rows, RowPlanner planner)
    {
        var planned = rows.Select(row => (row.Number, Plan: planner.Plan(row))).ToList();
        await using var copy = await ((NpgsqlConnection)db.Database.GetDbConnection()).BeginBinaryImportAsync("copy staged (number, state, has_problem, shown, changes) from stdin (format binary)", job.Stop);
        foreach (var (number, plan) in planned)
        {
            counts[plan.State] = counts.GetValueOrDefault(plan.State) + 1;
            await copy.StartRowAsync(job.Stop);
            await copy.WriteAsync(number, NpgsqlDbType.Integer, job.Stop);
            await copy.WriteAsync(plan.State.ToString(), NpgsqlDbType.Text, job.Stop);
            await copy.WriteAsync(plan.Sheet.Notes.Count > 0, NpgsqlDbType.Boolean, job.Stop);
            await copy.WriteAsync(seal.Close(job.TenantId, plan.Sheet), NpgsqlDbType.Bytea, job.Stop);
            if (plan.Changes.IsEmpty) await copy.WriteNullAsync(job.Stop);
            else await copy.WriteAsync(seal.Close(job.TenantId, plan.Changes), NpgsqlDbType.Bytea, job.Stop);
        }

        await copy.CompleteAsync(job.Stop);
    }

    /// <summary>What is stated of an estate against its dwellings; shown, never overwritten.</summary>
    private static List<StatedCheck> StatedChecks(RegistryIndex registry)
    {
        var checks = new List<StatedCheck>();
        foreach (var estate in registry.Estates.Where(estate => estate.IsTouched && estate.Version is not null))
        {
            void Check(string name, string unit, decimal? stated, decimal counted)
            {
                if (stated is { } figure && figure != counted) checks.Add(new StatedCheck(estate.Id, estate.Image.Name, name, unit, figure, counted));
            }

            Check("楼栋数", "栋", estate.Image.BuildingCount, estate.Buildings.Count);
            Check("户数", "户", estate.Image.HouseholdCount, estate.Dwellings);
            Check("建筑面积", "㎡", estate.Image.FloorArea, estate.Area);
        }

        return checks;
    }

    private async Task SaveAsync(PortalDbContext db, ImportSheet understood)
    {
        var sealedSheet = seal.Close(job.TenantId, understood);
        await db.ImportContents.Where(c => c.ImportId == import.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Sheet, sealedSheet), job.Stop);
        int Count(ImportRowState state) => counts.GetValueOrDefault(state);
        await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.State, ImportState.Read).SetProperty(i => i.Phase, (string?)null).SetProperty(i => i.Problem, (string?)null).SetProperty(i => i.Attempts, 0)
            .SetProperty(i => i.NewRows, Count(ImportRowState.New)).SetProperty(i => i.ChangedRows, Count(ImportRowState.Changed)).SetProperty(i => i.SameRows, Count(ImportRowState.Same))
            .SetProperty(i => i.OpenRows, Count(ImportRowState.Open)).SetProperty(i => i.RefusedRows, Count(ImportRowState.Refused)).SetProperty(i => i.SkippedRows, Count(ImportRowState.Skipped))
            .SetProperty(i => i.Version, i => i.Version + 1), job.Stop);
    }
}
