using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Tables to fill in, with what the registry knows already; headings as the reader knows them.</summary>
internal static class ImportTemplates
{
    private const string Hint = "空着的格不会抹去台账里已有的内容。";

    public static async Task<TableReport> EstatesAsync(PortalDbContext db, DateTimeOffset madeAt)
    {
        var rows = await db.Estates.AsNoTracking().Where(e => e.EndedOn == null).Include(e => e.Street).OrderBy(e => e.Street!.Name).ThenBy(e => e.Name).ToListAsync();
        return Make("小区导入模板", rows, madeAt, Hint,
            Column<Estate>(ImportField.Street, 14, e => e.Street?.Name), Column<Estate>(ImportField.Community, 14, e => e.Community), Column<Estate>(ImportField.Name, 26, e => e.Name),
            Column<Estate>(ImportField.Address, 26, e => e.Address), Column<Estate>(ImportField.BuiltYears, 16, e => BuiltYearsText.Write(e.BuiltYears)),
            Column<Estate>(ImportField.BuildingCount, 10, e => (long?)e.BuildingCount, "（栋）"), Column<Estate>(ImportField.HouseholdCount, 10, e => (long?)e.HouseholdCount, "（户）"),
            Column<Estate>(ImportField.FloorArea, 16, e => e.FloorArea?.SquareMetres, "（㎡）"), Column<Estate>(ImportField.SiteArea, 14, e => e.SiteArea?.SquareMetres, "（㎡）"),
            Column<Estate>(ImportField.Land, 12, e => e.Land is null ? null : Verdicts.Name(e.Land)), Column<Estate>(ImportField.Place, 12, e => e.Place is null ? null : Verdicts.Name(e.Place)),
            Column<Estate>(ImportField.FormerUnit, 22, e => e.FormerUnit), Column<Estate>(ImportField.Remark, 24, e => e.Remark));
    }

    public static async Task<TableReport> BuildingsAsync(PortalDbContext db, DateTimeOffset madeAt)
    {
        var rows = await db.Buildings.AsNoTracking().Include(b => b.Estate).Where(b => b.Estate!.EndedOn == null).OrderBy(b => b.Estate!.Name).ThenBy(b => b.Sequence).ThenBy(b => b.Name).ToListAsync();
        return Make("楼栋导入模板", rows, madeAt, Hint,
            Column<Building>(ImportField.Estate, 26, b => b.Estate!.Name), Column<Building>(ImportField.Building, 12, b => b.Name), Column<Building>(ImportField.BuiltYear, 12, b => (long?)b.BuiltYear),
            Column<Building>(ImportField.Storeys, 8, b => (long?)b.Storeys), Column<Building>(ImportField.Entrances, 8, b => (long?)b.Entrances), Column<Building>(ImportField.Households, 10, b => (long?)b.HouseholdCount, "（户）"),
            Column<Building>(ImportField.FloorArea, 16, b => b.FloorArea?.SquareMetres, "（㎡）"), Column<Building>(ImportField.Structure, 12, b => b.Structure), Column<Building>(ImportField.Remark, 24, b => b.Remark));
    }

    private sealed record DwellingLine(string Estate, string Building, Dwelling Dwelling, string Owners, string? Shares, string? From);

    /// <summary>Phones and numbers are left out: blank keeps what is known.</summary>
    public static async Task<TableReport> DwellingsAsync(PortalDbContext db, Guid? estateId, DateTimeOffset madeAt)
    {
        var estate = estateId is null ? null : await db.Estates.AsNoTracking().SingleAsync(e => e.Id == estateId);
        var buildings = await db.Buildings.AsNoTracking().Where(b => b.EstateId == estateId).OrderBy(b => b.Sequence).ThenBy(b => b.Name)
            .Include(b => b.Dwellings.Where(d => d.RemovedOn == null)).ThenInclude(d => d.Ownerships.Where(o => o.UntilOn == null)).ThenInclude(o => o.Owner).AsSplitQuery().ToListAsync();
        var rows = buildings.SelectMany(b => b.Dwellings.OrderBy(d => d.Entrance).ThenBy(d => d.Storey).ThenBy(d => d.Position).ThenBy(d => d.Room)
            .Select(d => Line(estate!.Name, b.Name, d, [.. d.Ownerships.OrderBy(o => o.Id)]))).ToList();
        return Make($"{estate?.Name}房屋与业主导入模板", rows, madeAt, Hint + "电话、证件号码不在此列出。",
            Column<DwellingLine>(ImportField.Estate, 24, r => r.Estate), Column<DwellingLine>(ImportField.Building, 10, r => r.Building), Column<DwellingLine>(ImportField.Entrance, 8, r => (long?)r.Dwelling.Entrance),
            Column<DwellingLine>(ImportField.Storey, 8, r => (long?)r.Dwelling.Storey), Column<DwellingLine>(ImportField.Room, 10, r => r.Dwelling.Room), Column<DwellingLine>(ImportField.Kind, 10, r => ImportWords.Kind(r.Dwelling.Kind.ToString())),
            Column<DwellingLine>(ImportField.Holding, 14, r => ImportWords.Holding(r.Dwelling.Holding.ToString())),
            Column<DwellingLine>(ImportField.RegisteredArea, 14, r => r.Dwelling.RegisteredArea?.SquareMetres, "（㎡）"), Column<DwellingLine>(ImportField.MeasuredArea, 14, r => r.Dwelling.MeasuredArea?.SquareMetres, "（㎡）"),
            Column<DwellingLine>(ImportField.ContractArea, 14, r => r.Dwelling.ContractArea?.SquareMetres, "（㎡）"),
            Column<DwellingLine>(ImportField.OwnerName, 16, r => r.Owners), Column<DwellingLine>(ImportField.OwnerShare, 12, r => r.Shares), Column<DwellingLine>(ImportField.Phone, 16, _ => CellValue.Blank), Column<DwellingLine>(ImportField.IdNumber, 22, _ => CellValue.Blank),
            Column<DwellingLine>(ImportField.OwnedFrom, 14, r => r.From), Column<DwellingLine>(ImportField.Occupancy, 12, r => ImportWords.Occupancy(r.Dwelling.Occupancy?.ToString())),
            Column<DwellingLine>(ImportField.Riser, 8, r => r.Dwelling.Riser), Column<DwellingLine>(ImportField.Remark, 22, r => r.Dwelling.Remark));
    }

    private static DwellingLine Line(string estate, string building, Dwelling dwelling, List<Ownership> held) =>
        new(estate, building, dwelling, string.Join("、", held.Select(o => o.Owner!.Name)), Each(held, o => o.Share, same: false), Each(held, o => o.FromOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), same: true));

    /// <summary>What is told of each owner in turn, 无 for one of whom it is not; once, where it may be and is the same for all.</summary>
    private static string? Each(List<Ownership> held, Func<Ownership, string?> told, bool same)
    {
        var each = held.Select(told).ToList();
        return each.TrueForAll(one => one is null) ? null : same && each.Distinct().Count() == 1 ? each[0] : string.Join("、", each.Select(one => one ?? "无"));
    }

    public static TableReport Problems(Import import, IEnumerable<(int Number, ImportRowState State, RowSheet Sheet)> rows, DateTimeOffset madeAt)
    {
        var lines = rows.SelectMany(row => row.Sheet.Notes.Select(note => (row.Number, row.State, row.Sheet.Title, Note: note)));
        return Make($"导入问题清单", lines, madeAt, $"文件：{import.FileName}",
            new TableColumn<(int Number, ImportRowState State, string Title, RowNote Note)>("行", 8, line => (long?)line.Number), new("单元格", 10, line => line.Note.Cell), new("内容", 30, line => line.Title),
            new("结果", 12, line => line.State.Name()), new("栏目", 16, line => line.Note.Label), new("表中写的", 24, line => line.Note.Stands), new("问题", 60, line => line.Note.Text));
    }

    private static TableColumn<T> Column<T>(ImportField field, double width, Func<T, CellValue> value, string unit = "") => new(ImportFields.Label(field) + unit, width, value) { Format = CellFormat.UpTo(2) };

    private static TableReport<T> Make<T>(string title, IEnumerable<T> rows, DateTimeOffset madeAt, string subtitle, params TableColumn<T>[] columns) =>
        new(columns, rows) { Title = title, Subtitle = subtitle, MadeAt = madeAt, Paper = PaperLayout.Landscape with { TextSize = 10.5 }, EmptyText = "" };
}
