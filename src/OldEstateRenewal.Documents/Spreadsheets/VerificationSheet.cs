using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Word;
using Drawn = DocumentFormat.OpenXml.Drawing.Spreadsheet;
using Shape = DocumentFormat.OpenXml.Drawing;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>The second sheet of a report that can be verified (核验表): code, number, time, maker, filter and address. It disturbs neither the rows nor their printing.</summary>
internal static class VerificationSheet
{
    /// <summary>The name of the sheet.</summary>
    public const string Name = "核验";

    private const string DrawingId = "rIdDrawing";
    private const string PictureId = "rIdCode";
    private const double ColumnWidth = 100;

    public static void Fill(WorksheetPart sheet, PaperProvenance provenance)
    {
        var drawing = sheet.AddNewPart<DrawingsPart>(DrawingId);
        using (var picture = new MemoryStream(QrCode.Of(provenance.Address).ToPng()))
            drawing.AddNewPart<ImagePart>("image/png", PictureId).FeedData(picture);
        string[] lines = [.. provenance.LinesWithoutCode, provenance.Verification];
        drawing.WorksheetDrawing = new(Anchor(lines.Length + 1, provenance.Verification));
        sheet.Worksheet = new(
            new Columns(new Column { Min = 1, Max = 1, Width = ColumnWidth, CustomWidth = true }),
            new SheetData(lines.Select(RowOf)),
            new DocumentFormat.OpenXml.Spreadsheet.Drawing { Id = DrawingId });
    }

    private static Row RowOf(string line) => new(new Cell
    {
        DataType = CellValues.InlineString,
        InlineString = new(new Text(SheetText.Of(line)) { Space = SpaceProcessingModeValues.Preserve }),
    });

    private static Drawn.OneCellAnchor Anchor(int row, string description)
    {
        var size = WordUnits.Emu(OfficialSizes.Code);
        var picture = new Drawn.Picture(
            new Drawn.NonVisualPictureProperties(
                new Drawn.NonVisualDrawingProperties { Id = 2, Name = "QR", Description = Tables.SafeText.Clean(description) },
                new Drawn.NonVisualPictureDrawingProperties(new Shape.PictureLocks { NoChangeAspect = true })),
            new Drawn.BlipFill(new Shape.Blip { Embed = PictureId }, new Shape.Stretch(new Shape.FillRectangle())),
            new Drawn.ShapeProperties(
                new Shape.Transform2D(new Shape.Offset { X = 0, Y = 0 }, new Shape.Extents { Cx = size, Cy = size }),
                new Shape.PresetGeometry(new Shape.AdjustValueList()) { Preset = Shape.ShapeTypeValues.Rectangle }));
        return new(
            new Drawn.FromMarker(new Drawn.ColumnId("0"), new Drawn.ColumnOffset("0"), new Drawn.RowId(WordUnits.Text(row)), new Drawn.RowOffset("0")),
            new Drawn.Extent { Cx = size, Cy = size },
            picture,
            new Drawn.ClientData());
    }
}
