using System.Globalization;
using OldEstateRenewal.Documents.Papers;

namespace OldEstateRenewal.Documents.Tables;

/// <summary>
/// A table as an official annex has it (附件表格): the words around it, its columns and its lines. It is all that a page,
/// a spreadsheet or a PDF needs. The rows themselves are given to <see cref="TableReport{TRow}"/>.
/// </summary>
public abstract class TableReport
{
    private PaperProvenance? _provenance;
    private Action? _onLine;

    private protected TableReport()
    {
    }

    /// <summary>The marker above the title at the left (附件标识), such as 附件3; null for none.</summary>
    public string? Marker { get; init; }

    /// <summary>The title (标题); a line break starts a new line of it.</summary>
    public required string Title { get; init; }

    /// <summary>A line under the title, such as the date of the figures (副标题); null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The units (单位), such as 单位：户、平方米, at the right above the table; null for none.</summary>
    public string? UnitLine { get; init; }

    /// <summary>Notes under the table (注), a paragraph each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where the figures come from (资料来源), such as 资料来源：临朐县住房和城乡建设局; null for none.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// Number, filter, maker and the address by which anybody verifies the report (出处与核验), under the table of a PDF, a
    /// Word file or a spreadsheet, the first two with a QR code; null for none. Within a paper, that of the paper counts.
    /// </summary>
    public PaperProvenance? Provenance
    {
        get => _provenance;
        init => _provenance = value;
    }

    /// <summary>Who is named as author in the file's properties (作者); null for none.</summary>
    public string? Author { get; init; }

    /// <summary>When the report was made (制表时间); printed in the offset it carries, from 1980 to 2107.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The paper.</summary>
    public PaperLayout Paper { get; init; } = PaperLayout.Portrait;

    /// <summary>The label of the total row.</summary>
    public string TotalLabel { get; init; } = "合计";

    /// <summary>The label of a group's subtotal row.</summary>
    public string SubtotalLabel { get; init; } = "小计";

    /// <summary>What stands in the table when there are no rows.</summary>
    public string EmptyText { get; init; } = "（无）";

    /// <summary>The line at the foot: source and making time (资料来源、制表时间).</summary>
    public string FootLine => (Source is null ? "" : Source + "　")
        + MadeAt.ToString("'制表时间：'yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The columns, left to right.</summary>
    public abstract IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>
    /// The lines below the headings, with groups, subtotals and the total worked out. They are made while they are
    /// read, and the rows are read anew by every call.
    /// </summary>
    public IEnumerable<TableLine> Lines()
    {
        foreach (var line in LinesOfRows())
        {
            _onLine?.Invoke();
            yield return line;
        }
    }

    /// <summary>The same report with number and code at its end (带核验码).</summary>
    /// <param name="provenance">What stands there.</param>
    public TableReport From(PaperProvenance provenance)
    {
        var copy = (TableReport)MemberwiseClone();
        copy._provenance = provenance;
        return copy;
    }

    /// <summary>The same report, which tells of each line that a writer reads (生成进度). What the listener throws stops the writing.</summary>
    /// <param name="onLine">Called before each line; once more for each line where a writer reads the rows twice.</param>
    public TableReport Watched(Action onLine)
    {
        var copy = (TableReport)MemberwiseClone();
        copy._onLine = onLine;
        return copy;
    }

    private protected abstract IEnumerable<TableLine> LinesOfRows();
}
