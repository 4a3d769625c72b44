using System.Globalization;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>One row of the posted grid: the dwelling, the version it was shown in, and for each field what stood there and what was typed.</summary>
public sealed record GridRow(int Number, Guid Id, long Version, IReadOnlyList<(string Was, string Typed)> Cells);

/// <summary>
/// The posted grid. Read by hand and not bound: a building may have more dwellings than the binder takes, and names of one letter keep a page of
/// several hundred cells small.
/// </summary>
public sealed record GridForm(IReadOnlyList<GridField> Fields, IReadOnlyList<GridRow> Rows)
{
    public const int MostRows = 3000;
    private static readonly string[] letters = ["a", "b"];

    public static string KeyOf(int number) => $"k.{number}";

    public static string WasOf(int field, int number) => $"{letters[field]}0.{number}";

    /// <summary>The name, and the id, of a cell's input.</summary>
    public static string TypedOf(int field, int number) => $"{letters[field]}.{number}";

    public static string Key(Guid id, long version) => $"{id:N}.{version.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The fields asked for: one or two, each once.</summary>
    public static List<GridField> FieldsOf(GridField? first, GridField? second) =>
        [.. new[] { first ?? GridField.RegisteredArea, second }.OfType<GridField>().Where(Enum.IsDefined).DefaultIfEmpty(GridField.RegisteredArea).Distinct()];

    public static GridForm Read(IFormCollection form, List<GridField> fields)
    {
        var rows = new List<GridRow>();
        for (var number = 0; number < MostRows && form.TryGetValue(KeyOf(number), out var key); number++)
        {
            var parts = key.ToString().Split('.');
            if (parts.Length != 2 || !Guid.TryParseExact(parts[0], "N", out var id) || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)) continue;
            rows.Add(new GridRow(number, id, version, fields.Select((_, i) => (form[WasOf(i, number)].ToString().Trim(), form[TypedOf(i, number)].ToString().Trim())).ToList()));
        }

        return new GridForm(fields, rows);
    }
}

/// <summary>A cell as it is shown for typing.</summary>
/// <param name="Was">What stands in the registry.</param>
/// <param name="Typed">What stands in the input.</param>
public sealed record GridCell(string Was, string Typed, string? Problem = null)
{
    public string? Current { get; init; }
}

/// <summary>A row for typing.</summary>
public sealed record GridLine(int Number, DwellingRow Dwelling, IReadOnlyList<GridCell> Cells) : IPlaced
{
    public int Entrance => Dwelling.Entrance;
    public int Storey => Dwelling.Storey;
    public string Room => Dwelling.Room;
    public int Position => Dwelling.Position;
    public int Span => Dwelling.Span;
}

/// <param name="Missing">What was typed for dwellings that are no longer there.</param>
public sealed record GridPage(Building Building, string EstateName, IReadOnlyList<GridField> Fields, List<GridLine> Lines, IReadOnlyList<string> Missing)
{
    public List<GridEntrance<GridLine>> Entrances => StoreyGrid.Of(Lines);

    /// <summary>The grid as it stands.</summary>
    public static GridPage Of(BuildingSheet sheet, IReadOnlyList<GridField> fields) => new(sheet.Building, sheet.EstateName, fields, Ordered(sheet).Select((dwelling, number) =>
        new GridLine(number, dwelling, fields.Select(field => GridCells.Read(dwelling, field)).Select(value => new GridCell(value, value)).ToList())).ToList(), []);

    /// <summary>The grid held against what was typed: what is wrong, and what someone else has changed in the meantime.</summary>
    public static GridPage Of(BuildingSheet sheet, GridForm form)
    {
        var typed = form.Rows.GroupBy(row => row.Id).ToDictionary(rows => rows.Key, rows => rows.First());
        var known = sheet.Dwellings.Select(dwelling => dwelling.Id).ToHashSet();
        var missing = form.Rows.Where(row => !known.Contains(row.Id)).SelectMany(row => row.Cells).Where(cell => cell.Typed != cell.Was).Select(cell => cell.Typed).ToList();
        return new GridPage(sheet.Building, sheet.EstateName, form.Fields, Ordered(sheet).Select((dwelling, number) =>
            new GridLine(number, dwelling, form.Fields.Select((field, i) => Cell(dwelling, field, typed.GetValueOrDefault(dwelling.Id), i)).ToList())).ToList(), missing);
    }

    public bool IsRefused => Missing.Count > 0 || Lines.Any(line => line.Cells.Any(cell => cell.Problem is not null));

    private static GridCell Cell(DwellingRow dwelling, GridField field, GridRow? row, int index)
    {
        var current = GridCells.Read(dwelling, field);
        if (row is null) return new GridCell(current, current);
        var (was, typed) = row.Cells[index];
        if (typed == was || typed == current) return new GridCell(current, current);
        if (GridCells.Problem(field, typed) is { } problem) return new GridCell(current, typed, problem);
        return current == was ? new GridCell(current, typed)
            : new GridCell(current, typed, "您录入期间，他人改了此格。") { Current = GridCells.InWords(field, current) };
    }

    /// <summary>Down the page, as one types: entrance by entrance, from the top.</summary>
    private static IEnumerable<DwellingRow> Ordered(BuildingSheet sheet) => sheet.Entrances.SelectMany(entrance => entrance.Storeys).SelectMany(storey => storey.Slots).Select(slot => slot.Item).OfType<DwellingRow>();
}
