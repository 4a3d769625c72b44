using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Papers;
using Names = OldEstateRenewal.Documents.Word.WordStyleNames;

namespace OldEstateRenewal.Documents.Word;

/// <summary>What stands at the very foot of the last page (出处与版记): a table that Word keeps at the lower edge of the text area.</summary>
internal sealed class WordEnding(Action<OpenXmlElement> write, int width)
{
    private const double CodeColumn = 25;
    private const int ThickLine = 8; // eighths of a point
    private const int ThinLine = 6;

    public void Write(OfficialPaper paper)
    {
        if (paper.Provenance is not null || paper.Colophon is not null)
            write(TableOf(paper));
        // A paragraph must end the section; it also holds the table above it to the page.
        write(new WordParagraph(Names.Break, "").ToElement());
    }

    /// <summary>Code and words under a table report, a table of their own that stands in the text.</summary>
    public static Table TableOf(PaperProvenance provenance, int width)
    {
        var codeWidth = WordUnits.Millimetres(CodeColumn);
        int[] columns = [codeWidth, width - codeWidth];
        return new(
            new TableProperties(new TableWidth { Type = TableWidthUnitValues.Dxa, Width = WordUnits.Text(width) }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(columns.Select(column => new GridColumn { Width = WordUnits.Text(column) })),
            RowOf(provenance, codeWidth, width - codeWidth, span: 1));
    }

    private static TableRow RowOf(PaperProvenance provenance, int codeWidth, int wordsWidth, int span) => Row(
        CellOf(codeWidth, 1, null, null, WordPicture.Of(WordPackage.CodeId, OfficialSizes.Code, provenance.Verification)),
        CellOf(wordsWidth, span, null, null, [.. provenance.Lines.Select(Foot)]));

    private Table TableOf(OfficialPaper paper)
    {
        var (codeWidth, half) = (WordUnits.Millimetres(CodeColumn), width / 2);
        int[] columns = [codeWidth, half - codeWidth, width - half];
        var table = new Table(
            new TableProperties(
                new TablePositionProperties
                {
                    LeftFromText = 0,
                    RightFromText = 0,
                    VerticalAnchor = VerticalAnchorValues.Margin,
                    HorizontalAnchor = HorizontalAnchorValues.Margin,
                    TablePositionXAlignment = HorizontalAlignmentValues.Center,
                    TablePositionYAlignment = VerticalAlignmentValues.Bottom,
                },
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = WordUnits.Text(width) },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(columns.Select(column => new GridColumn { Width = WordUnits.Text(column) })));
        if (paper.Provenance is { } provenance)
            table.Append(RowOf(provenance, codeWidth, width - codeWidth, span: 2));
        if (paper.Colophon is { } colophon)
            Append(table, colophon, half);
        return table;
    }

    private void Append(Table table, PaperColophon colophon, int half)
    {
        if (colophon.CopyLine is { } copies)
            table.Append(Row(CellOf(width, 3, ThickLine, ThinLine, Hanging(copies))));
        var top = colophon.CopyLine is null ? ThickLine : ThinLine;
        table.Append(Row(
            CellOf(half, 2, top, ThickLine, new WordParagraph(Names.Colophon, colophon.Printer) { Alignment = JustificationValues.Left }.ToElement()),
            CellOf(width - half, 1, top, ThickLine, new WordParagraph(Names.Colophon, colophon.PrintedLine) { Alignment = JustificationValues.Right }.ToElement())));
    }

    private static Paragraph Foot(string line) => new WordParagraph(Names.Foot, line).ToElement();

    private static Paragraph Hanging(string line)
    {
        var indent = 3 * WordUnits.Points(OfficialSizes.Colophon);
        return new WordParagraph(Names.Colophon, line) { Indent = (indent, indent) }.ToElement();
    }

    private static TableRow Row(params TableCell[] cells) => new([new TableRowProperties(new CantSplit()), .. cells]);

    private static TableCell CellOf(int cellWidth, int span, int? top, int? bottom, params Paragraph[] paragraphs)
    {
        var properties = new TableCellProperties
        {
            TableCellWidth = new() { Type = TableWidthUnitValues.Dxa, Width = WordUnits.Text(cellWidth) },
            TableCellVerticalAlignment = new() { Val = TableVerticalAlignmentValues.Center },
        };
        if (span > 1)
            properties.GridSpan = new() { Val = span };
        if (top is { } above && bottom is { } below)
            properties.TableCellBorders = new(new TopBorder { Val = BorderValues.Single, Size = (uint)above }, new BottomBorder { Val = BorderValues.Single, Size = (uint)below });
        return new([properties, .. paragraphs]);
    }
}
