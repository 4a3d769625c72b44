using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Word;

/// <summary>A paragraph of a Word file (段落): a named style, a text, and what is particular to it. Lengths are twentieths of a point.</summary>
/// <param name="Style">One of <see cref="WordStyleNames"/>.</param>
/// <param name="Content">The text; line breaks and tabs become those of Word.</param>
internal sealed record WordParagraph(string Style, string Content)
{
    public JustificationValues? Alignment { get; init; }

    public bool KeepsNext { get; init; }

    public bool BeginsPage { get; init; }

    public int LinesBefore { get; init; }

    public int LinesAfter { get; init; }

    public int? Right { get; init; }

    public (int Left, int Hanging)? Indent { get; init; }

    /// <summary>The size in points where it is not that of the style.</summary>
    public double? Size { get; init; }

    public static JustificationValues Of(ColumnAlignment alignment) => alignment switch
    {
        ColumnAlignment.Right => JustificationValues.Right,
        ColumnAlignment.Center => JustificationValues.Center,
        _ => JustificationValues.Left,
    };

    public Paragraph ToElement()
    {
        var paragraph = new Paragraph(Properties());
        if (Content.Length > 0)
            paragraph.Append(RunOf(Content));
        return paragraph;
    }

    private ParagraphProperties Properties()
    {
        var properties = new ParagraphProperties { ParagraphStyleId = new() { Val = Style } };
        if (KeepsNext)
            properties.KeepNext = new();
        if (BeginsPage)
            properties.PageBreakBefore = new();
        if (LinesBefore + LinesAfter > 0)
            properties.SpacingBetweenLines = Spacing();
        if (Right is { } right)
            properties.Indentation = new() { Right = WordUnits.Text(right) };
        if (Indent is var (left, hanging))
            properties.Indentation = new() { Left = WordUnits.Text(left), Hanging = WordUnits.Text(hanging) };
        if (Alignment is { } alignment)
            properties.Justification = new() { Val = alignment };
        return properties;
    }

    private SpacingBetweenLines Spacing()
    {
        var spacing = new SpacingBetweenLines();
        if (LinesBefore > 0)
            spacing.Before = WordUnits.Text(LinesBefore * WordUnits.Line);
        if (LinesAfter > 0)
            spacing.After = WordUnits.Text(LinesAfter * WordUnits.Line);
        return spacing;
    }

    private Run RunOf(string content)
    {
        var run = new Run();
        if (Size is { } size)
            run.RunProperties = new(new FontSize { Val = WordUnits.HalfPoints(size) }, new FontSizeComplexScript { Val = WordUnits.HalfPoints(size) });
        var text = SafeText.Clean(content);
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\t'))
                continue;
            if (i > from)
                run.Append(new Text(text[from..i]) { Space = SpaceProcessingModeValues.Preserve });
            if (i < text.Length)
                run.Append(text[i] == '\n' ? new Break() : new TabChar());
            from = i + 1;
        }
        return run;
    }
}
