using System.Globalization;
using System.Runtime.InteropServices;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf.Native;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>
/// A PDF being drawn page by page into a stream, or with no stream only measured. Lengths are points, from the page's
/// top left corner.
/// </summary>
internal sealed class PdfDocument : IDisposable
{
    private const double Unlimited = 100_000;
    private const double RuleWidth = 0.5;
    private const double ColourScale = byte.MaxValue;

    private readonly StreamSink _sink;
    private readonly CairoSurface _surface;
    private readonly CairoContext _cairo;
    private readonly PangoFontMap _fontMap = FontMapPool.Rent();
    private readonly PangoContext _pango;
    private readonly List<TextBox> _texts = [];
    private readonly bool _isMeasuring;

    public unsafe PdfDocument(Stream? target, double width, double height)
    {
        _isMeasuring = target is null;
        _sink = new(target ?? Stream.Null);
        _surface = Cairo.CreatePdf(StreamSink.Callback, _sink.Closure, width, height);
        _cairo = Cairo.CreateContext(_surface);
        Cairo.SetLineWidth(_cairo, RuleWidth);
        _pango = Pango.CreateContext(_fontMap);
        Pango.UpdateContext(_cairo, _pango);
        Pango.SetResolution(_pango, 72);
        Pango.SetRoundGlyphPositions(_pango, 0);
        Pango.SetLanguage(_pango, Pango.Language("zh-cn"));
    }

    public int MissingGlyphs => _texts.Sum(text => text.MissingGlyphs);

    public void Describe(string title, string? author, DateTimeOffset createdAt)
    {
        Cairo.SetMetadata(_surface, Cairo.Metadata.Title, SafeText.Clean(title).Replace("\n", "", StringComparison.Ordinal));
        if (author is not null)
            Cairo.SetMetadata(_surface, Cairo.Metadata.Author, SafeText.Clean(author));
        Cairo.SetMetadata(_surface, Cairo.Metadata.CreateDate, createdAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    /// <summary>A box of text at a fixed place across the page, refilled and drawn as often as needed.</summary>
    public TextBox AddText(TextStyle style, double left, double width)
    {
        var text = new TextBox(_isMeasuring ? null : _cairo, _pango, style, left, width);
        _texts.Add(text);
        return text;
    }

    /// <summary>A box that is never drawn, to find out how much room a text takes; for whoever takes it to dispose of.</summary>
    public TextBox Measure(TextStyle style, double width = Unlimited) => new(null, _pango, style, 0, width);

    public void AddRule(double x1, double y1, double x2, double y2)
    {
        if (_isMeasuring)
            return;
        Cairo.MoveTo(_cairo, x1, y1);
        Cairo.LineTo(_cairo, x2, y2);
        Cairo.Stroke(_cairo);
    }

    /// <summary>A line of its own width and colour, such as the red one under the mark of an official paper.</summary>
    public void AddRule(double x1, double y1, double x2, double y2, double width, PaperColour colour = default)
    {
        if (_isMeasuring)
            return;
        Cairo.SetLineWidth(_cairo, width);
        InColour(colour, () => AddRule(x1, y1, x2, y2));
        Cairo.SetLineWidth(_cairo, RuleWidth);
    }

    /// <summary>Draws something in another colour than black.</summary>
    public void InColour(PaperColour colour, Action draw)
    {
        Cairo.SetColour(_cairo, colour.R / ColourScale, colour.G / ColourScale, colour.B / ColourScale);
        draw();
        Cairo.SetColour(_cairo, 0, 0, 0);
    }

    /// <summary>A line of dashes, such as one to cut along.</summary>
    public unsafe void AddDashes(double x1, double y1, double x2, double y2)
    {
        var dash = 3.0;
        Cairo.SetDash(_cairo, &dash, 1, 0);
        AddRule(x1, y1, x2, y2);
        Cairo.SetDash(_cairo, null, 0, 0);
    }

    /// <summary>Black rectangles in one path: drawn apart, hairlines would show between those that touch.</summary>
    public void AddBlack(IEnumerable<(double X, double Y, double Width, double Height)> rectangles)
    {
        foreach (var (x, y, width, height) in rectangles)
            Cairo.Rectangle(_cairo, x, y, width, height);
        Cairo.Fill(_cairo);
    }

    /// <summary>The size of the pages from here on; only while nothing stands on the present one.</summary>
    public void Resize(double width, double height) => Cairo.SetSize(_surface, width, height);

    public void FinishPage()
    {
        if (_isMeasuring)
            return;
        Cairo.ShowPage(_cairo);
        ThrowIfFailed(Cairo.Status(_cairo));
    }

    public void Finish()
    {
        Cairo.Finish(_surface);
        ThrowIfFailed(Cairo.Status(_surface));
    }

    public void Dispose()
    {
        foreach (var text in _texts)
            text.Dispose();
        _pango.Dispose();
        FontMapPool.Return(_fontMap);
        _sink.Stop();
        _cairo.Dispose();
        _surface.Dispose();
        _sink.Dispose(); // last: destroying an unfinished surface still calls it
    }

    private void ThrowIfFailed(int status)
    {
        _sink.ThrowIfFailed();
        if (status != Cairo.StatusSuccess)
            throw new InvalidOperationException("Cairo: " + Marshal.PtrToStringUTF8(Cairo.StatusText(status)));
    }
}
