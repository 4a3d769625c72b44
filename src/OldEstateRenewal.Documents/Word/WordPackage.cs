using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Word;

/// <summary>What a Word file needs beside its text (文档部件).</summary>
/// <param name="Title">The title in the file's properties.</param>
/// <param name="Author">The author there, or null.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Fonts">The typefaces of the styles.</param>
internal sealed record WordPackage(string Title, string? Author, DateTimeOffset MadeAt, PaperFonts Fonts)
{
    /// <summary>By these ids the text names its parts.</summary>
    public const string OddFooterId = "rIdOdd";

    /// <inheritdoc cref="OddFooterId"/>
    public const string EvenFooterId = "rIdEven";

    /// <inheritdoc cref="OddFooterId"/>
    public const string CodeId = "rIdCode";

    private const string DocumentPath = "/word/document.xml";
    private const string CompatibilityOfWord2013 = "15";

    /// <summary>The red mark, for the size of its style.</summary>
    public string? Mark { get; init; }

    /// <summary>Its colour.</summary>
    public PaperColour MarkColour { get; init; }

    /// <summary>How pages are numbered.</summary>
    public PageNumbering Numbering { get; init; }

    /// <summary>What stands beside the numbers on every page, or null.</summary>
    public string? FootLine { get; init; }

    /// <summary>Whose code goes into the file as a picture; null for none.</summary>
    public PaperProvenance? Provenance { get; init; }

    public void Write(Stream target, Action<OpenXmlWriter> writeBody) => OfficeFile.Write(target, MadeAt, DocumentPath, CreateSmallParts, xml =>
    {
        xml.WriteStartDocument();
        xml.WriteStartElement(new Document());
        xml.WriteStartElement(new Body());
        writeBody(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private string CreateSmallParts(Stream stream)
    {
        using var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        main.Document = new(new Body());
        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = new WordStyles(Fonts).ToElement(Mark, MarkColour);
        main.AddNewPart<FontTablePart>("rIdFonts").Fonts = FontTable();
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Settings();
        main.AddNewPart<FooterPart>(OddFooterId).Footer = new WordFooter(Numbering, FootLine).ToElement(isEven: false);
        main.AddNewPart<FooterPart>(EvenFooterId).Footer = new WordFooter(Numbering, FootLine).ToElement(isEven: true);
        if (Provenance is not null)
        {
            using var picture = new MemoryStream(QrCode.Of(Provenance.Address).ToPng());
            main.AddNewPart<ImagePart>("image/png", CodeId).FeedData(picture);
        }
        document.PackageProperties.Title = SafeText.Clean(Title).Replace("\n", "", StringComparison.Ordinal);
        document.PackageProperties.Creator = Author is null ? null : SafeText.Clean(Author);
        document.PackageProperties.Created = MadeAt.UtcDateTime;
        return main.Uri.OriginalString;
    }

    // Word takes the other name where the reader's machine lacks the first.
    private Fonts FontTable()
    {
        PaperFont[] all = [Fonts.Title, Fonts.Body, Fonts.FirstHeading, Fonts.SecondHeading, Fonts.PageNumber, Fonts.TableHeading];
        return new(all.DistinctBy(font => font.Named).Select(font =>
        {
            var named = new Font { Name = SafeText.Clean(font.Named) };
            if (font.Otherwise is { Length: > 0 } other)
                named.AltName = new() { Val = SafeText.Clean(other) };
            named.FontCharSet = new() { Val = "86" };
            named.FontFamily = new() { Val = FontFamilyValues.Auto };
            return named;
        }));
    }

    private static Settings Settings() => new(
        new DefaultTabStop { Val = 420 },
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = CompatibilityOfWord2013,
        }));
}
