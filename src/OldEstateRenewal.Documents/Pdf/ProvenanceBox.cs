using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf.Native;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>A QR code and beside it where a paper or a report comes from (出处与核验). Lengths are points.</summary>
internal sealed class ProvenanceBox
{
    private const double Gap = 8;
    private const double CodeSide = OfficialSizes.Code * PageGeometry.PointsPerMillimetre;

    private readonly PdfDocument _document;
    private readonly double _left;
    private readonly QrCode _code;
    private readonly List<TextBox> _lines;

    public ProvenanceBox(PdfDocument document, PaperProvenance provenance, PdfFont font, double left, double right)
    {
        (_document, _left, _code) = (document, left, QrCode.Of(provenance.Address));
        var textLeft = left + CodeSide + 2 * Gap;
        _lines = [.. provenance.Lines.Select(line =>
        {
            var box = document.AddText(new(font, TextSizes.Foot), textLeft, right - textLeft);
            box.Fill(line, Pango.Alignment.Left);
            return box;
        })];
    }

    public double Height => Math.Max(CodeSide, TextHeight) + 2 * Gap;

    private double TextHeight => _lines.Sum(line => line.Height);

    public void Draw(double top)
    {
        var square = CodeSide / _code.Size;
        var codeTop = top + Gap;
        _document.AddBlack(_code.Runs().Select(run => (_left + run.Left * square, codeTop + run.Top * square, run.Length * square, square)));
        var y = top + (Height - TextHeight) / 2;
        foreach (var line in _lines)
        {
            line.Draw(y);
            y += line.Height;
        }
    }
}
