using OldEstateRenewal.Documents.Pdf.Native;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>
/// A paper being laid out by hand (票样、通知等版面): text that flows, text at a place, frames, lines, QR codes, and whole
/// tables in between. Lengths are millimetres from the top left corner of the text area.
/// </summary>
public sealed class PdfPaper
{
    private const double Millimetre = PageGeometry.PointsPerMillimetre;

    private readonly PdfDocument _document;
    private readonly PdfFonts _fonts;
    private readonly PageGeometry _page;
    private readonly Dictionary<(PaperText Style, double Left, double Width), TextBox> _boxes = [];
    private bool _isEmpty = true;

    internal PdfPaper(PdfDocument document, PaperLayout paper, PdfFonts fonts)
        => (_document, _fonts, _page) = (document, fonts, new PageGeometry(paper));

    /// <summary>The width of the text area.</summary>
    public double Width => _page.TextWidth / Millimetre;

    /// <summary>The height of the text area.</summary>
    public double Height => (_page.Bottom - _page.Top) / Millimetre;

    /// <summary>Where the flow has come to.</summary>
    public double Y { get; set; }

    /// <summary>How many pages there are so far.</summary>
    public int Pages { get; private set; } = 1;

    /// <summary>Lets a text flow over the whole width, and over as many pages as it takes.</summary>
    /// <param name="text">The text; a line break starts a new line.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="indent">How far in it stands.</param>
    public void Write(string text, PaperText style, double indent = 0)
    {
        var box = Fill(text, style, indent, Width - indent);
        var line = box.LineHeight / Millimetre;
        for (var first = 0; first < box.LineCount;)
        {
            if (Y + line > Height)
                NextPage();
            var count = Math.Min(box.LineCount - first, Math.Max(1, (int)((Height - Y) / line)));
            box.DrawLines(Down(Y), first, count);
            _isEmpty = false;
            Y += count * line;
            first += count;
        }
    }

    /// <summary>Puts a text at a place; the flow stays where it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="left">From where.</param>
    /// <param name="top">From where.</param>
    /// <param name="width">Its lines are no longer than this.</param>
    /// <returns>How high it is.</returns>
    public double Put(string text, PaperText style, double left, double top, double width)
    {
        var box = Fill(text, style, left, width);
        box.Draw(Down(top));
        _isEmpty = false;
        return box.Height / Millimetre;
    }

    /// <summary>How high a text would be.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="width">Its lines are no longer than this.</param>
    public double Measure(string text, PaperText style, double width) => Fill(text, style, 0, width).Height / Millimetre;

    /// <summary>The text, or as much of its beginning as fits (节选).</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="width">Its lines are no longer than this.</param>
    /// <param name="height">How much room there is.</param>
    /// <param name="ending">What stands at the end of a text that was cut off.</param>
    public string Fit(string text, PaperText style, double width, double height, string ending)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Measure(text, style, width) <= height)
            return text;
        var (fits, tooLong) = (0, text.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (Measure(Begin(text, middle) + ending, style, width) <= height)
                fits = middle;
            else
                tooLong = middle;
        }
        return Begin(text, fits) + ending;
    }

    /// <summary>Draws a thin frame, such as a box to tick.</summary>
    public void Frame(double left, double top, double width, double height)
    {
        Line(left, top, left + width, top);
        Line(left, top + height, left + width, top + height);
        Line(left, top, left, top + height);
        Line(left + width, top, left + width, top + height);
    }

    /// <summary>Draws a thin line.</summary>
    public void Line(double x1, double y1, double x2, double y2)
    {
        _document.AddRule(Across(x1), Down(y1), Across(x2), Down(y2));
        _isEmpty = false;
    }

    /// <summary>Draws a line to cut along over the whole width (裁切线).</summary>
    public void CutLine(double y)
    {
        _document.AddDashes(Across(0), Down(y), Across(Width), Down(y));
        _isEmpty = false;
    }

    /// <summary>Draws a QR code; a quiet zone of four squares around it is left to the layout.</summary>
    public void Draw(QrCode code, double left, double top, double size)
    {
        ArgumentNullException.ThrowIfNull(code);
        var square = size * Millimetre / code.Size;
        _document.AddBlack(code.Runs().Select(run => (Across(left) + run.Left * square, Down(top) + run.Top * square, run.Length * square, square)));
        _isEmpty = false;
    }

    /// <summary>Leaves room in the flow.</summary>
    public void Skip(double height) => Y += height;

    /// <summary>Goes on on the next page unless there is room.</summary>
    public void Need(double height)
    {
        if (Y + height > Height && Y > 0)
            NextPage();
    }

    /// <summary>Ends the page.</summary>
    public void NextPage()
    {
        _document.FinishPage();
        Pages++;
        (Y, _isEmpty) = (0, true);
    }

    /// <summary>Puts a whole table on pages of its own, laid out by its own paper and numbered by itself.</summary>
    public void Add(TableReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!_isEmpty)
            NextPage();
        var page = new PageGeometry(report.Paper);
        _document.Resize(page.Width, page.Height);
        var table = new TablePages(_document, report, _fonts, page, totalPages: null);
        table.Draw();
        _document.Resize(_page.Width, _page.Height);
        // The table has ended its last page; the next one is still to be begun.
        Pages += table.PageNumber;
        Y = 0;
    }

    internal int Finish()
    {
        if (_isEmpty && Pages > 1)
            return Pages - 1;
        _document.FinishPage();
        return Pages;
    }

    private static string Begin(string text, int length) => text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private double Across(double x) => _page.Left + x * Millimetre;

    private double Down(double y) => _page.Top + y * Millimetre;

    private TextBox Fill(string text, PaperText style, double left, double width)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!_boxes.TryGetValue((style, left, width), out var box))
            _boxes[(style, left, width)] = box = _document.AddText(new(FontOf(style.Face), style.Size), Across(left), width * Millimetre);
        box.Fill(text, style.Alignment switch
        {
            ColumnAlignment.Center => Pango.Alignment.Center,
            ColumnAlignment.Right => Pango.Alignment.Right,
            _ => Pango.Alignment.Left,
        });
        return box;
    }

    private PdfFont FontOf(PaperFace face) => face switch
    {
        PaperFace.Heading => _fonts.Heading,
        PaperFace.Title => _fonts.Title,
        _ => _fonts.Body,
    };
}
