using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf.Native;

namespace OldEstateRenewal.Documents.Pdf.Papers;

/// <summary>What stands at the very foot of the last page (出处与版记): provenance with its code, then copies and printing.</summary>
internal sealed class PaperEnding(PdfDocument document, PaperGrid grid, PageFlow flow)
{
    private double Left => flow.Page.Left + OfficialSizes.Colophon;

    private double Width => flow.Page.TextWidth - 2 * OfficialSizes.Colophon;

    /// <summary>Draws it where there is room for it under what the page already holds, or on another one.</summary>
    public void Draw(OfficialPaper paper, Action turn)
    {
        var copies = CopiesOf(paper);
        var block = BlockOf(paper);
        var height = HeightOf(block, paper.Colophon, copies);
        if (height == 0)
            return;
        if (!flow.IsAtTop && !flow.HasRoom(height))
        {
            turn();
            copies = CopiesOf(paper);
            block = BlockOf(paper);
            height = HeightOf(block, paper.Colophon, copies);
        }
        flow.Y = flow.Page.Bottom - height;
        block?.Draw(flow.Y);
        flow.Y += block?.Height ?? 0;
        if (paper.Colophon is { } colophon)
            Draw(colophon, copies);
    }

    private TextBox? CopiesOf(OfficialPaper paper) => paper.Colophon?.CopyLine is { } line ? Hanging(line) : null;

    private ProvenanceBlock? BlockOf(OfficialPaper paper) => paper.Provenance is { } provenance ? new(document, provenance, grid.Foot, Left, flow.Page.Right) : null;

    private double HeightOf(ProvenanceBlock? block, PaperColophon? colophon, TextBox? copies)
        => (block?.Height ?? 0) + (colophon is null ? 0 : grid.Colophon.LineHeight + (copies?.Height ?? 0));

    private void Draw(PaperColophon colophon, TextBox? copies)
    {
        AddRule(OfficialSizes.ThickLine);
        if (copies is not null)
        {
            copies.Draw(flow.Y);
            flow.Y += copies.Height;
            AddRule(OfficialSizes.ThinLine);
        }
        Fill(colophon.Printer, grid.Colophon, Left, Width).Draw(flow.Y);
        Fill(colophon.PrintedLine, grid.Colophon, Left, Width, Pango.Alignment.Right).Draw(flow.Y);
        flow.Y += grid.Colophon.LineHeight;
        AddRule(OfficialSizes.ThickLine);
    }

    private TextBox Hanging(string line) => Fill(line, grid.Colophon with { Indent = -3 * OfficialSizes.Colophon, IsJustified = true }, Left, Width);

    private void AddRule(double thickness) => document.AddRule(flow.Page.Left, flow.Y, flow.Page.Right, flow.Y, thickness);

    private TextBox Fill(string text, TextStyle style, double from, double room, Pango.Alignment alignment = Pango.Alignment.Left)
    {
        var box = document.AddText(style, from, room);
        box.Fill(text, alignment);
        return box;
    }
}
