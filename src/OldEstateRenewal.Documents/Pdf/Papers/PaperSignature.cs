using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf.Native;

namespace OldEstateRenewal.Documents.Pdf.Papers;

/// <summary>Who signs, and the day (署名和成文日期), GB/T 9704—2012 7.3.5. Lengths are points.</summary>
internal sealed class PaperSignature(PdfDocument document, PaperGrid grid, LineFlow lines)
{
    private const int LinesUnderSeal = 2;
    private const int RightOfDay = 4;
    private const int RightOfName = 2;
    private const int DayAfterName = 2;
    private const double Room = 1; // so that rounding never breaks a line

    private static readonly PageGeometry page = PaperGrid.Upright;

    public void Add(OfficialPaper paper)
    {
        if (paper.Signatories.Count == 0 && paper.DateText is null)
            return;
        if (paper.Template.Seal is SealPlace.OverSignature)
            AddSealed(paper.Signatories, paper.DateText);
        else
            AddUnsealed(paper.Signatories, paper.DateText);
        lines.Flush();
    }

    private void AddUnsealed(IReadOnlyList<string> names, string? day)
    {
        var end = page.Right - RightOfName * PaperGrid.Character;
        var step = DayAfterName * PaperGrid.Character;
        Skip(1);
        foreach (var name in names.SkipLast(1))
            AddLine(name, end - WidthOf(name));
        var dayLeft = day is null ? end : end - WidthOf(day);
        if (names.Count > 0)
        {
            // The day begins two characters after the name; a day that is longer than the name pushes this to the left.
            var nameLeft = Math.Min(end - WidthOf(names[^1]), dayLeft - (day is null ? 0 : step));
            AddLine(names[^1], nameLeft);
            dayLeft = Math.Max(nameLeft, page.Left) + step;
        }
        if (day is not null)
            AddLine(day, dayLeft);
    }

    // A seal of 42 mm over name and day ends one line above and below them; each row of joint seals has a line more.
    private void AddSealed(IReadOnlyList<string> names, string? day)
    {
        var perRow = PerRow(names);
        var rows = names.Chunk(perRow).ToList();
        for (var i = 0; i < rows.Count - 1; i++)
        {
            Skip(LinesUnderSeal);
            AddRow(rows[i], perRow);
            Skip(1);
        }
        Skip(LinesUnderSeal);
        if (names.Count == 1)
            AddCentred(names[0], MiddleOf(day, WidthOf(names[0])));
        else if (rows.Count > 0)
            AddRow(rows[^1], perRow);
        if (day is not null)
            AddCentred(day, names.Count > 1 ? ColumnMiddle(rows[^1].Length - 1, rows[^1].Length) : MiddleOf(day, names.Count == 0 ? 0 : WidthOf(names[0])));
        Skip(1);
    }

    private static double MiddleOf(double dayWidth, double nameWidth)
        => Math.Min(page.Right - RightOfDay * PaperGrid.Character - dayWidth / 2, page.Right - nameWidth / 2);

    private double MiddleOf(string? day, double nameWidth) => MiddleOf(day is null ? 0 : WidthOf(day), nameWidth);

    private int PerRow(IReadOnlyList<string> names)
    {
        var widest = names.Count == 0 ? 0 : names.Max(WidthOf);
        return Math.Clamp((int)(page.TextWidth / (widest + PaperGrid.Character)), 1, OfficialSizes.SealsInRow);
    }

    private void AddRow(string[] names, int perRow)
    {
        var count = Math.Min(perRow, names.Length);
        var boxes = names.Select((name, i) => Fill(name, ColumnMiddle(i, count))).ToList();
        lines.Add(PaperGrid.Line, top => boxes.ForEach(box => box.Draw(top)), keepsNext: true);
    }

    private static double ColumnMiddle(int column, int columns) => page.Left + page.TextWidth * (column + 0.5) / columns;

    private void AddCentred(string text, double middle)
    {
        var box = Fill(text, middle);
        lines.Add(PaperGrid.Line, box.Draw, keepsNext: true);
    }

    private TextBox Fill(string text, double middle)
    {
        var width = WidthOf(text) + Room;
        var box = document.AddText(grid.Body, Math.Max(middle - width / 2, page.Left), Math.Min(width, page.TextWidth));
        box.Fill(text, Pango.Alignment.Center, wraps: false);
        return box;
    }

    private void AddLine(string text, double left)
    {
        left = Math.Max(left, page.Left);
        var box = document.AddText(grid.Body, left, Math.Min(WidthOf(text) + Room, page.Right - left));
        box.Fill(text, Pango.Alignment.Left, wraps: false);
        lines.Add(PaperGrid.Line, box.Draw, keepsNext: true);
    }

    private double WidthOf(string text)
    {
        using var box = document.Measure(grid.Body);
        box.Fill(text, Pango.Alignment.Left);
        return box.TextWidth;
    }

    private void Skip(int count)
    {
        for (var i = 0; i < count; i++)
            lines.Add(PaperGrid.Line, keepsNext: true);
    }
}
