using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Papers;
using Names = OldEstateRenewal.Documents.Word.WordStyleNames;

namespace OldEstateRenewal.Documents.Word;

/// <summary>Where a paper comes from, its copies and its printing (出处与版记), in a table without a frame.</summary>
/// <param name="write">Takes its elements.</param>
/// <param name="width">The width of the text area, in twentieths of a point.</param>
/// <param name="isPinned">Whether Word keeps it at the lower edge of the last page, as of an official paper.</param>
internal sealed class WordEnding(Action<OpenXmlElement> write, int width, bool isPinned)
{
    private const double CodeColumn = 25;
    private const int ThickLine = 8; // eighths of a point
    private const int ThinLine = 6;

    public void Write(PaperProvenance? provenance, PaperColophon? colophon)
    {
        if (provenance is not null || colophon is not null)
            write(TableOf(provenance, colophon));
        // A paragraph must end the section; it also holds the table above it to the page.
        write(new WordParagraph(Names.Break, "").ToElement());
    }

    private Table TableOf(PaperProvenance? provenance, PaperColophon? colophon)
    {
        var (codeWidth, half) = (WordUnits.Millimetres(CodeColumn), width / 2);
        int[] columns = [codeWidth, half - codeWidth, width - half];
        var table = new Table(Properties(), new TableGrid(columns.Select(column => new GridColumn { Width = WordUnits.Text(column) })));
        if (provenance is not null)
        {
            table.Append(Row(
                CellOf(codeWidth, 1, null, null, WordPicture.Of(WordPackage.CodeId, OfficialSizes.Code, provenance.Verification)),
                CellOf(width - codeWidth, 2, null, null, [.. provenance.Lines.Select(Foot)])));
        }
        if (colophon is not null)
            Append(table, colophon, half);
        return table;
    }

    private TableProperties Properties()
    {
        var properties = new TableProperties(
            new TableWidth { Type = TableWidthUnitValues.Dxa, Width = WordUnits.Text(width) },
            new TableLayout { Type = TableLayoutValues.Fixed });
        if (isPinned)
        {
            properties.PrependChild(new TablePositionProperties
            {
                LeftFromText = 0,
                RightFromText = 0,
                VerticalAnchor = VerticalAnchorValues.Margin,
                HorizontalAnchor = HorizontalAnchorValues.Margin,
                TablePositionXAlignment = HorizontalAlignmentValues.Center,
                TablePositionYAlignment = VerticalAlignmentValues.Bottom,
            });
        }
        return properties;
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
