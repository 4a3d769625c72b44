using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>The looks of the cells of one sheet, each with its number (样式表).</summary>
internal sealed class SheetStyles
{
    private readonly List<SheetFormat> _formats = [];
    private readonly ColumnStyles[] _columns;

    public SheetStyles(IReadOnlyList<TableColumn> columns)
    {
        IndexOf(new(SheetFont.Body, ColumnAlignment.Left, HasBorder: false)); // 0 is the look of all other cells
        Marker = IndexOf(new(SheetFont.Marker, ColumnAlignment.Left, HasBorder: false, SheetFormat.Text));
        Title = IndexOf(new(SheetFont.Title, ColumnAlignment.Center, HasBorder: false, SheetFormat.Text));
        Subtitle = IndexOf(new(SheetFont.Subtitle, ColumnAlignment.Center, HasBorder: false, SheetFormat.Text));
        UnitLine = IndexOf(new(SheetFont.Body, ColumnAlignment.Right, HasBorder: false, SheetFormat.Text));
        Note = IndexOf(new(SheetFont.Body, ColumnAlignment.Left, HasBorder: false, SheetFormat.Text));
        Heading = IndexOf(new(SheetFont.Heading, ColumnAlignment.Center, HasBorder: true, SheetFormat.Text));
        _columns = [.. columns.Select(column => new ColumnStyles(StylesOf(column, SheetFont.Body), StylesOf(column, SheetFont.Heading)))];
    }

    public int Marker { get; }

    public int Title { get; }

    public int Subtitle { get; }

    public int UnitLine { get; }

    public int Note { get; }

    /// <summary>Headings of columns and names of groups.</summary>
    public int Heading { get; }

    public IReadOnlyList<SheetFormat> Formats => _formats;

    /// <summary>The look of a cell of the table.</summary>
    public int Of(int column, CellKind kind, bool isEmphasised)
        => (isEmphasised ? _columns[column].Emphasised : _columns[column].Plain)[(int)kind];

    private int[] StylesOf(TableColumn column, SheetFont font)
        => [.. Enum.GetValues<CellKind>().Select(kind => IndexOf(new(font, column.AlignmentOf(kind), HasBorder: true, CodeOf(column.Format, kind))))];

    // Text among numbers keeps the numbers' code, so that a number typed over it is a number.
    private static string CodeOf(CellFormat format, CellKind kind) => kind switch
    {
        CellKind.Date => format.DateCode,
        CellKind.Text when format == CellFormat.General => SheetFormat.Text,
        _ => format.NumberCode,
    };

    private int IndexOf(SheetFormat format)
    {
        var index = _formats.IndexOf(format);
        if (index >= 0)
            return index;
        _formats.Add(format);
        return _formats.Count - 1;
    }

    private readonly record struct ColumnStyles(int[] Plain, int[] Emphasised);
}
