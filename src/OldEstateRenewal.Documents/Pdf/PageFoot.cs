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

    public PageFoot(PdfDocument document, PageGeometry page, PdfFonts fonts, TableReport report, int? totalPages)
    {
        (_paper, _page, _totalPages) = (report.Paper, page, totalPages);
        _number = document.AddText(new(fonts.Body, TextSizes.PageNumber), page.Left + TextSizes.PageNumber, page.TextWidth - 2 * TextSizes.PageNumber);
        var source = new TextStyle(fonts.Body, TextSizes.Foot);
        var width = page.TextWidth * SourceShare;
        _sourceAtLeft = document.AddText(source, page.Left, width);
        _sourceAtRight = document.AddText(source, page.Right - width, width);
        _sourceAtLeft.Fill(report.FootLine, Pango.Alignment.Left);
        _sourceAtRight.Fill(report.FootLine, Pango.Alignment.Right);
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
