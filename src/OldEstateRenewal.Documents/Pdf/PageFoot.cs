using OldEstateRenewal.Documents.Pdf.Native;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>The foot of the pages (页脚): the page number, and opposite to it the source line.</summary>
internal sealed class PageFoot
{
    private const double SourceShare = 0.75;

    private readonly PaperLayout _paper;
    private readonly PageGeometry _page;
    private readonly TextBox _number;
    private readonly TextBox _sourceAtLeft;
    private readonly TextBox _sourceAtRight;
    private readonly int? _totalPages;

    public PageFoot(PdfDocument document, PageGeometry page, TableReport report, PdfFont font, int? totalPages)
        : this(document, page, report.Paper, font, report.FootLine, totalPages)
    {
    }

    /// <summary>The foot of a paper whose pages bear only numbers.</summary>
    public PageFoot(PdfDocument document, PageGeometry page, PaperLayout paper, PdfFont font)
        : this(document, page, paper, font, source: "", totalPages: null)
    {
    }

    private PageFoot(
        PdfDocument document, PageGeometry page, PaperLayout paper, PdfFont font, string source, int? totalPages)
    {
        (_paper, _page, _totalPages) = (paper, page, totalPages);
        _number = document.AddText(new(font, TextSizes.PageNumber), page.Left + TextSizes.PageNumber, page.TextWidth - 2 * TextSizes.PageNumber);
        var style = new TextStyle(font, TextSizes.Foot);
        var width = page.TextWidth * SourceShare;
        _sourceAtLeft = document.AddText(style, page.Left, width);
        _sourceAtRight = document.AddText(style, page.Right - width, width);
        _sourceAtLeft.Fill(source, Pango.Alignment.Left);
        _sourceAtRight.Fill(source, Pango.Alignment.Right);
    }

    public void Draw(int number, bool isLast)
    {
        var atRight = _paper.Numbering is not PageNumbering.Official || int.IsOddInteger(number);
        _number.Fill(TextOf(number), atRight ? Pango.Alignment.Right : Pango.Alignment.Left);
        _number.Draw(_page.Foot);
        if (!isLast && !_paper.SourceOnEveryPage)
            return;
        var source = atRight ? _sourceAtLeft : _sourceAtRight;
        source.Draw(_page.Foot + (_number.LineHeight - source.LineHeight) / 2);
    }

    private string TextOf(int number) => _paper.Numbering switch
    {
        PageNumbering.Official => $"— {number} —",
        PageNumbering.OfTotal => $"第 {number} 页 共 {_totalPages} 页",
        _ => string.Empty,
    };
}
