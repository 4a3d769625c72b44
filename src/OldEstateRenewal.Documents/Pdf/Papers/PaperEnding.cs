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
        var (provenance, copies) = Fill(paper);
        if (provenance is null && paper.Colophon is null)
            return;
        if (!flow.IsAtTop && !flow.HasRoom(HeightOf(provenance, paper.Colophon, copies)))
        {
            turn();
            (provenance, copies) = Fill(paper);
        }
        flow.Y = flow.Page.Bottom - HeightOf(provenance, paper.Colophon, copies);
        provenance?.Draw(flow.Y);
        flow.Y += provenance?.Height ?? 0;
        if (paper.Colophon is { } colophon)
            Draw(colophon, copies);
    }

    private (ProvenanceBox? Provenance, TextBox? Copies) Fill(OfficialPaper paper) => (
        paper.Provenance is { } provenance ? new(document, provenance, grid.Foot.Font, Left, flow.Page.Right) : null,
        paper.Colophon?.CopyLine is { } line ? Hanging(line) : null);

    private double HeightOf(ProvenanceBox? provenance, PaperColophon? colophon, TextBox? copies)
        => (provenance?.Height ?? 0) + (colophon is null ? 0 : grid.Colophon.LineHeight + (copies?.Height ?? 0));

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
