using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf.Native;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf.Papers;

/// <summary>Lays an official paper out over pages and draws it (公文排版). Lengths are points.</summary>
internal sealed class OfficialPages
{
    private const int LinesAroundNumber = 2;
    private const int LinesKeptWithSignature = 2;
    private const double MarkRise = 0.12; // the room above the ink in a line, as a share of the size

    private readonly PdfDocument _document;
    private readonly OfficialPaper _paper;
    private readonly PaperGrid _grid;
    private readonly PageFlow _flow;
    private readonly LineFlow _lines;
    private readonly PageFoot _uprightFoot;
    private readonly PageFoot _turnedFoot;

    public OfficialPages(PdfDocument document, OfficialPaper paper)
    {
        (_document, _paper, _grid) = (document, paper, new(paper.Template.Fonts));
        var font = paper.Template.Fonts.PageNumber.Printed;
        _uprightFoot = new(document, PaperGrid.Upright, PaperLayout.Portrait, font);
        _turnedFoot = new(document, PaperGrid.Turned, PaperLayout.Landscape, font);
        _flow = new(document, PaperGrid.Upright, _uprightFoot);
        _lines = new(_flow);
    }

    public int Draw()
    {
        DrawHead();
        DrawTitle(_paper.Title);
        DrawAddressees();
        Draw(_paper.Body, isSigned: true);
        AddAttachmentNames();
        TurnUpright();
        new PaperSignature(_document, _grid, _lines).Add(_paper);
        _lines.Flush();
        DrawAttachments();
        new PaperEnding(_document, _grid, _flow).Draw(_paper, () => _flow.Turn(PaperGrid.Upright, _uprightFoot));
        _flow.Finish(isLast: true);
        return _flow.Number;
    }

    private void DrawHead()
    {
        if (_paper.Template.Mark is not { Length: > 0 } mark)
            return;
        var style = _grid.MarkOf(mark);
        var box = Fill(mark, style, Pango.Alignment.Center, wraps: mark.Contains('\n', StringComparison.Ordinal));
        _flow.Y += OfficialSizes.AboveMark * PageGeometry.PointsPerMillimetre - style.Size * MarkRise;
        _document.InColour(_paper.Template.MarkColour, () => box.Draw(_flow.Y));
        _flow.Y += box.Height + LinesAroundNumber * PaperGrid.Line;
        if (_paper.Number is { } number)
        {
            Fill(number, _grid.Body, Pango.Alignment.Center).Draw(_flow.Y);
            _flow.Y += PaperGrid.Line;
        }
        _flow.Y += OfficialSizes.AboveRedLine * PageGeometry.PointsPerMillimetre - (PaperGrid.Line - OfficialSizes.Body) / 2;
        _document.AddRule(PaperGrid.Upright.Left, _flow.Y, PaperGrid.Upright.Right, _flow.Y, OfficialSizes.RedLine, _paper.Template.MarkColour);
        _flow.Y += LinesAroundNumber * PaperGrid.Line;
    }

    private void DrawTitle(string title)
    {
        _lines.Add(Balanced(title));
        // Without a red head the number stands under the title, as of a bulletin.
        if (title == _paper.Title && string.IsNullOrEmpty(_paper.Template.Mark) && _paper.Number is { } number)
            _lines.Add(Fill(number, _grid.Body, Pango.Alignment.Center));
        _lines.Add(PaperGrid.Line, keepsNext: true);
        SnapToGrid();
    }

    // The narrowest box that takes no more lines: none of them then holds two characters alone.
    private TextBox Balanced(string title)
    {
        var page = _flow.Page;
        var (tooNarrow, width) = (0, (int)page.TextWidth);
        var lines = LinesWithin(page.TextWidth);
        while (width - tooNarrow > 1)
        {
            var middle = (tooNarrow + width) / 2;
            (tooNarrow, width) = LinesWithin(middle) <= lines ? (tooNarrow, middle) : (middle, width);
        }
        var box = _document.AddText(_grid.Title, page.Left + (page.TextWidth - width) / 2, width);
        box.Fill(title, Pango.Alignment.Center);
        return box;

        int LinesWithin(double room)
        {
            using var measured = _document.Measure(_grid.Title, room);
            measured.Fill(title, Pango.Alignment.Center);
            return measured.LineCount;
        }
    }

    private void DrawAddressees()
    {
        if (_paper.AddresseeLine is { } addressees)
            _lines.Add(Fill(addressees, _grid.Body, Pango.Alignment.Left));
    }

    private void Draw(IReadOnlyList<PaperBlock> body, bool isSigned)
    {
        var number = 0;
        foreach (var (label, block) in PaperOutline.Number(body))
        {
            var isLast = ++number == body.Count && isSigned;
            if (block is PaperTable { Report: var report, IsTurned: var isTurned })
            {
                Draw(report, isTurned);
                continue;
            }
            TurnUpright();
            if (block is PaperHeading heading)
                _lines.Add(Fill(label + heading.Text, _grid.HeadingOf(heading.Level), Pango.Alignment.Left), keptLines: int.MaxValue);
            else if (block is PaperParagraph paragraph)
                _lines.Add(Fill(paragraph.Text, _grid.Paragraph, Pango.Alignment.Left), isLast ? LinesKeptWithSignature : 0);
        }
    }

    private void Draw(TableReport report, bool isTurned, string? shownTitle = null)
    {
        if (isTurned)
            TurnSideways();
        else
            TurnUpright();
        var fonts = _paper.Template.Fonts.ForTables();
        var rows = new TableRows(_document, _flow.Page, fonts, report);
        if (report.Title != shownTitle)
            Keep(report.Title, _grid.TableTitle, Pango.Alignment.Center);
        if (report.Subtitle is { } subtitle)
            Keep(subtitle, _grid.TableSubtitle, Pango.Alignment.Center);
        if (report.UnitLine is { } unit)
            Keep(unit, _grid.TableSubtitle, Pango.Alignment.Right);
        _lines.Flush(needed: rows.Header.Height + 2 * PaperGrid.Line);
        new TablePages(_document, report, fonts, _flow).DrawBody(rows);
        _lines.Add(Fill(report.FootLine, _grid.Foot, Pango.Alignment.Left));
        SnapToGrid();
    }

    private void Keep(string text, TextStyle style, Pango.Alignment alignment) => _lines.Add(Fill(text, style, alignment), keptLines: int.MaxValue);

    private void AddAttachmentNames()
    {
        if (_paper.Attachments.Count == 0)
            return;
        TurnUpright();
        _lines.Add(PaperGrid.Line, keepsNext: true);
        for (var i = 0; i < _paper.Attachments.Count; i++)
        {
            var label = _paper.Attachments.Count == 1 ? "" : $"{i + 1}. ";
            var (before, start) = i == 0 ? (OfficialPaper.AttachmentWord + "：", 2) : ("", 5);
            AddHanging(before + label, _paper.Attachments[i].Name, PaperGrid.Upright.Left + start * PaperGrid.Character);
        }
    }

    // A long name goes on under its own first character.
    private void AddHanging(string label, string name, double left)
    {
        using var measured = _document.Measure(_grid.Body);
        measured.Fill(label, Pango.Alignment.Left);
        var style = _grid.Body with { Indent = -measured.TextWidth };
        var box = _document.AddText(style, left, PaperGrid.Upright.Right - left);
        box.Fill(label + name, Pango.Alignment.Left);
        _lines.Add(box, keptLines: int.MaxValue);
    }

    private void DrawAttachments()
    {
        for (var i = 0; i < _paper.Attachments.Count; i++)
        {
            var attachment = _paper.Attachments[i];
            if (attachment.Body.Count == 0)
                continue;
            if (attachment.Body[0] is PaperTable { IsTurned: true })
                _flow.Turn(PaperGrid.Turned, _turnedFoot);
            else
                _flow.Turn(PaperGrid.Upright, _uprightFoot);
            var mark = OfficialPaper.AttachmentWord + (_paper.Attachments.Count == 1 ? "" : $"{i + 1}");
            _lines.Add(Fill(mark, _grid.AttachmentMark, Pango.Alignment.Left), keptLines: 1);
            _lines.Add(PaperGrid.Line, keepsNext: true);
            DrawTitle(attachment.Name);
            Draw(attachment.Body, isSigned: false);
            _lines.Flush();
        }
    }

    private void TurnUpright()
    {
        if (_flow.Page == PaperGrid.Turned)
            Turn(PaperGrid.Upright, _uprightFoot);
    }

    private void TurnSideways()
    {
        if (_flow.Page != PaperGrid.Turned)
            Turn(PaperGrid.Turned, _turnedFoot);
    }

    private void Turn(PageGeometry page, PageFoot foot)
    {
        _lines.Flush();
        _flow.Turn(page, foot);
    }

    // After something that is not as high as some lines of the grid, the text comes back to it.
    private void SnapToGrid()
    {
        if (_flow.Page == PaperGrid.Turned)
            return;
        var lines = Math.Ceiling((_flow.Y - _flow.Page.Top) / PaperGrid.Line - 0.01);
        _flow.Y = Math.Max(_flow.Y, Math.Min(_flow.Page.Top + lines * PaperGrid.Line, _flow.Page.Bottom));
    }

    private TextBox Fill(string text, TextStyle style, Pango.Alignment alignment, bool wraps = true)
    {
        var box = _document.AddText(style, _flow.Page.Left, _flow.Page.TextWidth);
        box.Fill(text, alignment, wraps);
        return box;
    }
}
