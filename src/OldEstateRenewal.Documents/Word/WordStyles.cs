using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Tables;
using Names = OldEstateRenewal.Documents.Word.WordStyleNames;

namespace OldEstateRenewal.Documents.Word;

/// <summary>The named styles of a Word file (样式表): what a clerk changes once changes the whole paper.</summary>
internal sealed class WordStyles(PaperFonts fonts)
{
    /// <summary>The room at the sides of a cell, in twentieths of a point.</summary>
    public const short CellMargin = 72;

    private const double TitleLine = 34;
    private const double ColophonLine = 24;
    private const double MarkLineOfSize = 1.35;
    private const double MarkRise = 0.12;
    private const double LineOfSize = 1.35;
    private const string CellPadding = "40";
    private const string GapUnderTable = "160";


    public static double TextSize => OfficialSizes.Small;

    /// <summary>All styles; the mark's size depends on its length.</summary>
    public Styles ToElement(string? mark, PaperColour colour)
    {
        var styles = new Styles(Defaults());
        styles.Append(
            Basic(),
            StyleOf(Names.Text, "Body Text", fonts.Body, 0, FirstLine()),
            StyleOf(Names.Title, "Title", fonts.Title, TextSizes.Title, Exactly(TitleLine, JustificationValues.Center)),
            StyleOf(Names.Issue, "Subtitle", fonts.Body, 0, Center()),
            MarkStyle(mark ?? "", colour),
            NumberStyle(colour),
            StyleOf(Names.Addressees, "主送机关", fonts.Body, 0, new()),
            StyleOf(Names.AttachmentList, "附件说明", fonts.Body, 0, new() { KeepNext = new() }),
            StyleOf(Names.AttachmentMark, "附件标识", fonts.FirstHeading, 0, new() { KeepNext = new(), Justification = At(JustificationValues.Left) }),
            StyleOf(Names.Signature, "Signature", fonts.Body, 0, new() { KeepNext = new(), Justification = At(JustificationValues.Right) }),
            StyleOf(Names.Date, "Date", fonts.Body, 0, new() { Justification = At(JustificationValues.Right) }),
            StyleOf(Names.Colophon, "版记", fonts.Body, OfficialSizes.Colophon, Exactly(ColophonLine)),
            StyleOf(Names.Footer, "footer", fonts.PageNumber, TextSizes.PageNumber, Exactly(TextSizes.PageNumber * LineOfSize)),
            StyleOf(Names.Foot, "出处", fonts.Body, TextSizes.Foot, Exactly(TextSizes.Foot * LineOfSize, JustificationValues.Left)),
            StyleOf(Names.TableFoot, "表后出处", fonts.Body, TextSizes.Foot, Spaced(Exactly(TextSizes.Foot * LineOfSize, JustificationValues.Left))),
            StyleOf(Names.TableTitle, "表题", fonts.FirstHeading, TextSizes.Subtitle, Exactly(TextSizes.Subtitle * LineOfSize, JustificationValues.Center, isKept: true)),
            StyleOf(Names.TableNote, "表注", fonts.Body, TextSize, Natural(JustificationValues.Left)),
            StyleOf(Names.TableText, "表格文字", fonts.Body, TextSize, Natural(JustificationValues.Left)),
            StyleOf(Names.TableHeading, "表头", fonts.TableHeading, TextSize, Natural(JustificationValues.Center)),
            StyleOf(Names.Break, "分节", fonts.Body, 1, Exactly(1)));
        for (var level = 1; level <= PaperHeading.Deepest; level++)
            styles.Append(HeadingStyle(level));
        styles.Append(TableStyle(), GridStyle());
        return styles;
    }

    private static Justification At(JustificationValues place) => new() { Val = place };

    private static StyleParagraphProperties Center() => new() { Justification = At(JustificationValues.Center) };

    private static StyleParagraphProperties FirstLine() => new()
    {
        Indentation = new() { FirstLine = WordUnits.Text(2 * WordUnits.Character), FirstLineChars = 200 },
    };

    private static StyleParagraphProperties Exactly(double points, JustificationValues place = JustificationValues.Both, bool isKept = false)
    {
        var properties = new StyleParagraphProperties
        {
            SnapToGrid = new() { Val = false },
            SpacingBetweenLines = new() { Line = WordUnits.Text(WordUnits.Points(points)), LineRule = LineSpacingRuleValues.Exact },
            Justification = At(place),
        };
        if (isKept)
            properties.KeepNext = new();
        return properties;
    }

    private static StyleParagraphProperties Natural(JustificationValues place) => new()
    {
        SnapToGrid = new() { Val = false },
        SpacingBetweenLines = new() { Before = CellPadding, After = CellPadding, Line = "240", LineRule = LineSpacingRuleValues.Auto },
        Justification = At(place),
    };

    // So that the text that goes on under a table does not stick to it.
    private static StyleParagraphProperties Spaced(StyleParagraphProperties properties)
    {
        (properties.SpacingBetweenLines!.Before, properties.SpacingBetweenLines.After) = (CellPadding, GapUnderTable);
        return properties;
    }

    private static RunFonts FontsOf(PaperFont font) => new()
    {
        Ascii = SafeText.Clean(font.Named),
        HighAnsi = SafeText.Clean(font.Named),
        EastAsia = SafeText.Clean(font.Named),
        ComplexScript = SafeText.Clean(font.Named),
    };

    private DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            RunFonts = FontsOf(fonts.Body),
            Languages = new() { Val = "en-US", EastAsia = "zh-CN" },
        }),
        new ParagraphPropertiesDefault());

    private Style Basic()
    {
        var style = StyleOf(Names.Normal, "Normal", fonts.Body, OfficialSizes.Body, new()
        {
            OverflowPunctuation = new() { Val = false },
            AutoSpaceDE = new() { Val = false },
            AutoSpaceDN = new() { Val = false },
            SpacingBetweenLines = new() { Line = WordUnits.Text(WordUnits.Line), LineRule = LineSpacingRuleValues.Exact },
            Justification = At(JustificationValues.Both),
        });
        (style.Default, style.BasedOn, style.StyleRunProperties!.Spacing) = (true, null, new() { Val = WordUnits.Spacing });
        return style;
    }

    private Style HeadingStyle(int level)
    {
        var font = level switch { 1 => fonts.FirstHeading, 2 => fonts.SecondHeading, _ => fonts.Body };
        var properties = FirstLine();
        (properties.KeepNext, properties.OutlineLevel) = (new(), new() { Val = level - 1 });
        var style = StyleOf(Names.HeadingOf(level), "heading " + WordUnits.Text(level), font, 0, properties);
        style.NextParagraphStyle = new() { Val = Names.Text };
        return style;
    }

    private Style MarkStyle(string mark, PaperColour colour)
    {
        var size = OfficialSizes.MarkOf(mark, WordUnits.Character * 28 / 20.0);
        var properties = Exactly(size * MarkLineOfSize, JustificationValues.Center);
        properties.SpacingBetweenLines!.Before = WordUnits.Text(WordUnits.Millimetres(OfficialSizes.AboveMark) - WordUnits.Points(size * MarkRise));
        var style = StyleOf(Names.Mark, "发文机关标志", fonts.Title, size, properties);
        style.StyleRunProperties!.Color = new() { Val = colour.Hexadecimal };
        return style;
    }

    private Style NumberStyle(PaperColour colour) => StyleOf(Names.Number, "发文字号", fonts.Body, 0, new()
    {
        ParagraphBorders = new(new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 5, Color = colour.Hexadecimal }),
        SpacingBetweenLines = new() { Before = WordUnits.Text(2 * WordUnits.Line), After = WordUnits.Text(2 * WordUnits.Line) },
        Justification = At(JustificationValues.Center),
    });

    private static Style StyleOf(string id, string name, PaperFont font, double size, StyleParagraphProperties properties)
    {
        var style = new Style
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = name[0] > 'z' ? true : null,
            StyleName = new() { Val = name },
            BasedOn = new() { Val = Names.Normal },
            PrimaryStyle = new(),
            StyleParagraphProperties = properties,
            StyleRunProperties = new() { RunFonts = FontsOf(font) },
        };
        if (font.NamedBold)
            style.StyleRunProperties.Bold = new();
        if (size > 0 && id != Names.Normal)
            style.StyleRunProperties.Spacing = new() { Val = 0 };
        if (size > 0)
            (style.StyleRunProperties.FontSize, style.StyleRunProperties.FontSizeComplexScript) = (new() { Val = WordUnits.HalfPoints(size) }, new() { Val = WordUnits.HalfPoints(size) });
        return style;
    }

    private static Style TableStyle() => new(
        new StyleName { Val = "Normal Table" },
        new StyleTableProperties(new TableCellMarginDefault(
            new TableCellLeftMargin { Type = TableWidthValues.Dxa, Width = CellMargin },
            new TableCellRightMargin { Type = TableWidthValues.Dxa, Width = CellMargin })))
    {
        Type = StyleValues.Table,
        StyleId = "TableNormal",
        Default = true,
    };

    private static Style GridStyle() => new(
        new StyleName { Val = "Table Grid" },
        new BasedOn { Val = "TableNormal" },
        new StyleTableProperties(new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 },
            new LeftBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 },
            new RightBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })))
    {
        Type = StyleValues.Table,
        StyleId = Names.Grid,
    };
}
