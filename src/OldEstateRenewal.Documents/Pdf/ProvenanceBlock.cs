using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf.Native;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>Code and words of verification side by side (出处与核验), at the foot of a page. Lengths are points.</summary>
internal sealed class ProvenanceBlock
{
    private const double Gap = 8;
    private const double CodeSide = OfficialSizes.Code * PageGeometry.PointsPerMillimetre;

    private readonly PdfDocument _document;
    private readonly PaperProvenance _provenance;
    private readonly double _left;
    private readonly List<TextBox> _boxes;

    /// <summary>Lays it out.</summary>
    /// <param name="document">Where it is drawn.</param>
    /// <param name="provenance">What stands there.</param>
    /// <param name="style">How the words are set.</param>
    /// <param name="left">Where the code begins.</param>
    /// <param name="right">Where the words end.</param>
    public ProvenanceBlock(PdfDocument document, PaperProvenance provenance, TextStyle style, double left, double right)
    {
        (_document, _provenance, _left) = (document, provenance, left);
        var textLeft = left + CodeSide + 2 * Gap;
        _boxes = [.. provenance.Lines.Select(line => BoxOf(line, style, textLeft, right - textLeft))];
    }

    public double Height => Math.Max(CodeSide, WordsHeight) + 2 * Gap;

    private double WordsHeight => _boxes.Sum(box => box.Height);

    public void Draw(double top)
    {
        var code = QrCode.Of(_provenance.Address);
        var square = CodeSide / code.Size;
        var codeTop = top + Gap;
        _document.AddBlack(code.Runs().Select(run => (_left + run.Left * square, codeTop + run.Top * square, run.Length * square, square)));
        var y = codeTop + Math.Max((CodeSide - WordsHeight) / 2, 0);
        foreach (var box in _boxes)
        {
            box.Draw(y);
            y += box.Height;
        }
    }

    private TextBox BoxOf(string line, TextStyle style, double left, double width)
    {
        var box = _document.AddText(style, left, width);
        box.Fill(line, Pango.Alignment.Left);
        return box;
    }
}
