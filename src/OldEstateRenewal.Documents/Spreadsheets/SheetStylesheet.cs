using DocumentFormat.OpenXml.Spreadsheet;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>Writes the looks of the cells in the words of the file format (样式部件).</summary>
internal static class SheetStylesheet
{
    private const uint TextCodeId = 49;
    private const uint FirstCustomCodeId = 164;

    public static Stylesheet Of(SheetStyles styles, SpreadsheetStyle style, double textSize)
    {
        var codes = styles.Formats.Select(format => format.Code)
            .Where(code => code is not (Tables.CellFormat.GeneralCode or SheetFormat.Text)).Distinct().ToList();
        var sheet = new Stylesheet();
        if (codes.Count > 0)
        {
            sheet.NumberingFormats = new(codes.Select((code, i) => new NumberingFormat
            {
                NumberFormatId = FirstCustomCodeId + (uint)i,
                FormatCode = code,
            }));
        }
        sheet.Fonts = new(
            FontOf(style.BodyFont, textSize),
            FontOf(style.HeadingFont, textSize, isBold: true),
            FontOf(style.TitleFont, TextSizes.Title, isBold: true),
            FontOf(style.HeadingFont, TextSizes.Marker),
            FontOf(style.BodyFont, TextSizes.Subtitle));
        sheet.Fills = new(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        sheet.Borders = new(new Border(), ThinBorder());
        sheet.CellStyleFormats = new(new DocumentFormat.OpenXml.Spreadsheet.CellFormat());
        sheet.CellFormats = new(styles.Formats.Select(format => FormatOf(format, CodeIdOf(format.Code, codes))));
        return sheet;
    }

    private static uint CodeIdOf(string code, List<string> codes) => code switch
    {
        Tables.CellFormat.GeneralCode => 0,
        SheetFormat.Text => TextCodeId,
        _ => FirstCustomCodeId + (uint)codes.IndexOf(code),
    };

    private static Font FontOf(string name, double size, bool isBold = false)
    {
        var font = new Font { FontSize = new() { Val = size }, FontName = new() { Val = name } };
        if (isBold)
            font.Bold = new();
        return font;
    }

    private static Border ThinBorder() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin });

    private static DocumentFormat.OpenXml.Spreadsheet.CellFormat FormatOf(SheetFormat format, uint codeId) => new()
    {
        NumberFormatId = codeId,
        FontId = (uint)format.Font,
        FillId = 0,
        BorderId = format.HasBorder ? 1u : 0u,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        Alignment = new()
        {
            Horizontal = format.Alignment switch
            {
                ColumnAlignment.Right => HorizontalAlignmentValues.Right,
                ColumnAlignment.Center => HorizontalAlignmentValues.Center,
                _ => HorizontalAlignmentValues.Left,
            },
            Vertical = VerticalAlignmentValues.Center,
            WrapText = true,
        },
    };
}
