using System.Buffers;
using System.Text;
using OldEstateRenewal.Documents.Pdf.Native;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>
/// A column's width of text (文本框): one Pango layout, filled again for each row, shaped once for each filling.
/// Lengths are points. Without a page to draw on, it only measures.
/// </summary>
internal sealed class TextBox : IDisposable
{
    // A gap of a tenth of the size is read as a space by programs that take the text out again.
    private const double MostAddedOfSize = 0.07;
    private const double JustifyingTolerance = 0.25;

    private readonly CairoContext? _cairo;
    private readonly PangoLayout _layout;
    private readonly TextStyle _style;
    private readonly double _left;
    private readonly double _width;
    private double _scale = 1;
    private bool _isSpaced;

    public TextBox(CairoContext? cairo, PangoContext pango, TextStyle style, double left, double width)
    {
        (_cairo, _style, _left, _width) = (cairo, style, left, width);
        _layout = Pango.CreateLayout(pango);
        Pango.SetAutoDirection(_layout, 0);
        Pango.SetWrap(_layout, Pango.WrapWordChar);
        Pango.SetWidth(_layout, Units(width));
        Pango.SetIndent(_layout, Units(style.Indent));
        SetFont();
        SetAttributes([]);
    }

    public double Height { get; private set; }

    public int LineCount { get; private set; }

    public double LineHeight => _style.LineHeight;

    /// <summary>How wide the longest line is.</summary>
    public double TextWidth
    {
        get
        {
            Pango.GetSize(_layout, out var width, out _);
            return LineCount == 0 ? 0 : Points(width);
        }
    }

    public int MissingGlyphs { get; private set; }

    /// <summary>Fills the box.</summary>
    /// <param name="text">The text; an empty one leaves the box without lines.</param>
    /// <param name="alignment">Where its lines stand.</param>
    /// <param name="wraps">Whether a long text is broken into lines; otherwise it is made smaller, as a number must be.</param>
    public void Fill(string text, Pango.Alignment alignment, bool wraps = true)
    {
        (Height, LineCount) = (0, 0);
        if (text.Length == 0)
            return;
        Unshrink();
        if (_isSpaced)
            SetAttributes([]);
        Pango.SetAlignment(_layout, alignment);
        SetText(SafeText.Clean(text));
        LineCount = Pango.LineCount(_layout);
        if (LineCount > 1 && !wraps)
            Shrink();
        if (_style.IsJustified && LineCount > 1)
            Justify(SafeText.Clean(text));
        Height = LineCount * LineHeight;
        MissingGlyphs += Pango.MissingGlyphs(_layout);
    }

    public void Draw(double top)
    {
        if (LineCount == 0 || _cairo is null)
            return;
        if (_scale == 1)
        {
            Cairo.MoveTo(_cairo, _left, top);
            Pango.Show(_cairo, _layout);
            return;
        }
        Cairo.Save(_cairo);
        Cairo.MoveTo(_cairo, _left, top + (Height - Height * _scale) / 2);
        Cairo.Scale(_cairo, _scale, _scale);
        Pango.Show(_cairo, _layout);
        Cairo.Restore(_cairo);
    }

    /// <summary>Draws some of the lines, for a text taller than a page.</summary>
    public void DrawLines(double top, int first, int count)
    {
        if (first == 0 && LineCount <= count)
        {
            Draw(top);
            return;
        }
        if (LineCount <= first || _cairo is null)
            return;
        using var lines = Pango.GetLines(_layout);
        var start = 0;
        for (var i = 0; i < Math.Min(first + count, LineCount); i++, _ = Pango.NextLine(lines))
        {
            Pango.GetLineRange(lines, out var lineTop, out _);
            if (i == first)
                start = lineTop;
            if (i < first)
                continue;
            Pango.GetLineExtents(lines, 0, out var extents);
            Cairo.MoveTo(_cairo, _left + Points(extents.X), top + Points(Pango.Baseline(lines) - start));
            Pango.ShowLine(_cairo, Pango.CurrentLine(lines));
        }
    }

    public void Dispose() => _layout.Dispose();

    private static int CharactersIn(ReadOnlySpan<byte> utf8)
    {
        var characters = 0;
        foreach (var octet in utf8)
            characters += (octet & 0xC0) == 0x80 ? 0 : 1;
        return characters;
    }

    private static int Units(double points) => (int)Math.Round(points * Pango.Scale);

    private static double Points(int units) => (double)units / Pango.Scale;

    private void SetFont()
    {
        using var font = Pango.CreateFont();
        Pango.SetFamily(font, _style.Font.Family);
        Pango.SetWeight(font, _style.Font.Bold ? Pango.WeightBold : Pango.WeightNormal);
        Pango.SetSize(font, _style.Size * Pango.Scale);
        Pango.SetFont(_layout, font);
    }

    private void SetAttributes(List<(int Start, int Length, double Spacing)> lines)
    {
        using var attributes = Pango.CreateAttributes();
        Pango.Insert(attributes, Pango.LineHeight(Units(LineHeight)));
        if (_style.Spacing != 0)
            Pango.Insert(attributes, Pango.LetterSpacing(Units(_style.Spacing)));
        foreach (var (start, length, spacing) in lines)
            Pango.Change(attributes, Pango.LetterSpacing(Units(spacing)), start, length);
        Pango.SetAttributes(_layout, attributes);
        _isSpaced = lines.Count > 0;
    }

    // Pango's own justification would tear a line apart that ends before a long number: such a line stays short.
    private void Justify(string text)
    {
        List<(int Start, int Length, double Spacing)> spaced = [];
        var utf8 = Encoding.UTF8.GetBytes(text);
        using (var lines = Pango.GetLines(_layout))
        {
            for (var i = 0; i < LineCount; i++, _ = Pango.NextLine(lines))
            {
                var line = Pango.CurrentLine(lines);
                var (start, length) = (Pango.StartOf(line), Pango.LengthOf(line));
                if (start + length == utf8.Length || utf8[start + length] == '\n')
                    continue;
                Pango.GetLineExtents(lines, 0, out var extents);
                var characters = CharactersIn(utf8.AsSpan(start, length));
                if (SpacingOf(_width - Points(extents.X + extents.Width), characters) is { } spacing)
                    spaced.Add((start, length, spacing));
            }
        }
        if (spaced.Count == 0)
            return;
        SetAttributes(spaced);
        if (Pango.LineCount(_layout) != LineCount)
            SetAttributes([]);
    }

    private double? SpacingOf(double slack, int characters)
    {
        var added = (slack - JustifyingTolerance) / characters;
        return added > 0 && added <= _style.Size * MostAddedOfSize ? _style.Spacing + added : null;
    }

    private unsafe void SetText(string text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, buffer);
        fixed (byte* utf8 = buffer)
            Pango.SetText(_layout, utf8, length);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    // On one line the text is as wide as it is; drawn at this scale, it fills the box.
    private void Shrink()
    {
        Pango.SetWidth(_layout, -1);
        Pango.GetSize(_layout, out var natural, out _);
        Pango.SetWidth(_layout, natural);
        (_scale, LineCount) = (_width / Points(natural), 1);
    }

    private void Unshrink()
    {
        if (_scale == 1)
            return;
        Pango.SetWidth(_layout, Units(_width));
        _scale = 1;
    }
}
