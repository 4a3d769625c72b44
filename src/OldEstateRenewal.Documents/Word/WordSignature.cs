using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Tables;
using Names = OldEstateRenewal.Documents.Word.WordStyleNames;

namespace OldEstateRenewal.Documents.Word;

/// <summary>Who signs, and the day (署名和成文日期), placed by the number of characters, as Word knows no widths.</summary>
internal sealed class WordSignature(Action<WordParagraph> add, Action<OpenXmlElement> write)
{
    private const int LinesAboveSeal = 2;
    private const double RightOfSealedDay = 4;
    private const double RightOfName = 2;
    private const double DayAfterName = 2;
    private const double CharactersOnLine = 28;

    public void Write(OfficialPaper paper)
    {
        var (names, day) = (paper.Signatories, paper.DateText);
        if (names.Count == 0 && day is null)
            return;
        if (paper.Template.Seal is SealPlace.Unsealed)
            WriteUnsealed(names, day);
        else if (names.Count > 1)
            WriteJoint(names, day);
        else
            WriteSealed(names.Count == 0 ? null : names[0], day);
    }

    private void WriteUnsealed(IReadOnlyList<string> names, string? day)
    {
        var dayWidth = CharactersOf(day);
        for (var i = 0; i < names.Count; i++)
        {
            var isOver = i == names.Count - 1 && day is not null;
            var right = isOver ? Math.Max(RightOfName, RightOfName + DayAfterName + dayWidth - CharactersOf(names[i])) : RightOfName;
            Add(Names.Signature, names[i], right, isFirst: i == 0);
        }
        if (day is not null)
            Add(Names.Date, day, names.Count == 0 ? RightOfName : Math.Max(RightOfName, CharactersOf(names[^1]) - dayWidth), isFirst: names.Count == 0);
    }

    private void WriteSealed(string? name, string? day)
    {
        var middle = Math.Max(RightOfSealedDay + CharactersOf(day) / 2, CharactersOf(name) / 2);
        if (name is not null)
            add(new(Names.Signature, name) { Right = Twips(middle - CharactersOf(name) / 2), LinesBefore = LinesAboveSeal });
        if (day is not null)
            add(new(Names.Date, day) { Right = Twips(middle - CharactersOf(day) / 2), LinesBefore = name is null ? LinesAboveSeal : 0, LinesAfter = 1 });
    }

    // Up to three seals stand side by side, so do the names under them; the day stands under the last.
    private void WriteJoint(IReadOnlyList<string> names, string? day)
    {
        var perRow = Math.Clamp((int)(CharactersOnLine / (names.Max(CharactersOf) + 1)), 1, Math.Min(OfficialSizes.SealsInRow, names.Count));
        var rows = names.Chunk(perRow).ToList();
        foreach (var row in rows)
            write(RowOf(row, row == rows[^1] ? day : null));
    }

    private static Table RowOf(string[] names, string? day)
    {
        var width = WordSection.WidthOf(PaperLayout.Portrait);
        var cells = names.Select((name, i) => CellOf(name, i == names.Length - 1 ? day : null, width / names.Length));
        return new(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = WordUnits.Text(width) },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(names.Select(_ => new GridColumn { Width = WordUnits.Text(width / names.Length) })),
            new TableRow([new TableRowProperties(new CantSplit()), .. cells]));
    }

    private static TableCell CellOf(string name, string? day, int width)
    {
        var cell = new TableCell(
            new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = WordUnits.Text(width) }),
            new WordParagraph(Names.Signature, name) { Alignment = JustificationValues.Center, LinesBefore = LinesAboveSeal, LinesAfter = day is null ? 1 : 0 }.ToElement());
        if (day is not null)
            cell.Append(new WordParagraph(Names.Date, day) { Alignment = JustificationValues.Center, LinesAfter = 1 }.ToElement());
        return cell;
    }

    private static double CharactersOf(string? text) => text is null ? 0 : HalfWidths.Of(text) / 2.0;

    private static int Twips(double characters) => (int)(characters * WordUnits.Character);

    private void Add(string style, string text, double right, bool isFirst)
        => add(new(style, text) { Right = Twips(right), LinesBefore = isFirst ? 1 : 0 });
}
