using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Tables;
using Frame = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Shape = DocumentFormat.OpenXml.Drawing;
using Shown = DocumentFormat.OpenXml.Drawing.Pictures;

namespace OldEstateRenewal.Documents.Word;

/// <summary>A square picture in a line of its own (图片), such as a QR code.</summary>
internal static class WordPicture
{
    private const string Namespace = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const string Name = "QR";

    /// <summary>The paragraph of a picture.</summary>
    /// <param name="part">The id of its part.</param>
    /// <param name="side">Its side in millimetres.</param>
    /// <param name="description">What it is, for those who cannot see it.</param>
    public static Paragraph Of(string part, double side, string description)
    {
        var size = WordUnits.Emu(side);
        var text = SafeText.Clean(description);
        var picture = new Shown.Picture(
            new Shown.NonVisualPictureProperties(
                new Shown.NonVisualDrawingProperties { Id = 1, Name = Name },
                new Shown.NonVisualPictureDrawingProperties()),
            new Shown.BlipFill(new Shape.Blip { Embed = part }, new Shape.Stretch(new Shape.FillRectangle())),
            new Shown.ShapeProperties(
                new Shape.Transform2D(new Shape.Offset { X = 0, Y = 0 }, new Shape.Extents { Cx = size, Cy = size }),
                new Shape.PresetGeometry(new Shape.AdjustValueList()) { Preset = Shape.ShapeTypeValues.Rectangle }));
        var inline = new Frame.Inline(
            new Frame.Extent { Cx = size, Cy = size },
            new Frame.DocProperties { Id = 1, Name = Name, Description = text },
            new Shape.Graphic(new Shape.GraphicData(picture) { Uri = Namespace }));
        var properties = new ParagraphProperties
        {
            ParagraphStyleId = new() { Val = WordStyleNames.TableText },
            Justification = new() { Val = JustificationValues.Left },
        };
        return new(properties, new Run(new Drawing(inline)));
    }
}
