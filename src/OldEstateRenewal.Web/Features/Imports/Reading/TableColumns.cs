namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>The columns of a table by field.</summary>
internal sealed class TableColumns
{
    private static readonly int fields = Enum.GetValues<ImportField>().Length;

    private readonly ColumnReading?[] byField = new ColumnReading?[fields];

    public TableColumns(SheetReading sheet)
    {
        Sheet = sheet;
        foreach (var column in sheet.Columns.Where(column => column.Field is not null)) byField[(int)column.Field!] ??= column;
        Known = [.. byField.OfType<ColumnReading>().OrderBy(column => column.Index)];
        Grouping = [.. Known.TakeWhile(column => column.Field == ImportField.Sequence || IsGrouping(sheet.Kind, column.Field!.Value)).Where(column => column.Field != ImportField.Sequence)];
        Identity = sheet.Kind switch
        {
            ImportKind.Estates => [ImportField.Name],
            ImportKind.Buildings => [ImportField.Building],
            _ => [ImportField.Room, ImportField.FullRoomNumber],
        };
        Headers = sheet.Columns.Where(column => column.Header.Length > 0).ToDictionary(column => column.Index, column => column.Header.Split('/').Select(level => HeaderText.Of(level).Key).ToHashSet());
    }

    public SheetReading Sheet { get; }

    /// <summary>Columns with a field, from left to right.</summary>
    public IReadOnlyList<ColumnReading> Known { get; }

    /// <summary>The leading columns that group rows: in them a blank means "as above".</summary>
    public IReadOnlyList<ColumnReading> Grouping { get; }

    public IReadOnlyList<ImportField> Identity { get; }

    /// <summary>Column → the words of its header, for finding the header again further down.</summary>
    public IReadOnlyDictionary<int, HashSet<string>> Headers { get; }

    public ColumnReading? this[ImportField field] => byField[(int)field];

    public static bool IsFigure(ImportField field) => ColumnNames.MeasureOf(field) != Measure.None;

    private static bool IsGrouping(ImportKind kind, ImportField field) => field is ImportField.Street or ImportField.Community
        || (kind == ImportKind.Estates ? field is ImportField.PlanYear or ImportField.Place
            : field == ImportField.Estate || (kind == ImportKind.Dwellings && field is ImportField.Building or ImportField.Entrance or ImportField.Storey));
}
