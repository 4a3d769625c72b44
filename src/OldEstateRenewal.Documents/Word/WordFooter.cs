using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Word;

/// <summary>The foot of the pages (页脚), with fields that Word numbers: — 1 —, odd pages at the right, even ones at the left.</summary>
internal sealed class WordFooter(PageNumbering numbering, string? footLine)
{
    public Footer ToElement(bool isEven)
    {
        var footer = new Footer(Number(isEven));
        if (footLine is not null)
            footer.Append(new WordParagraph(WordStyleNames.Foot, footLine).ToElement());
        return footer;
    }

    private Paragraph Number(bool isEven)
    {
        var atLeft = isEven && numbering is PageNumbering.Official;
        var side = WordUnits.Text(WordUnits.Points(TextSizes.PageNumber));
        var paragraph = new Paragraph(new ParagraphProperties
        {
            ParagraphStyleId = new() { Val = WordStyleNames.Footer },
            Indentation = atLeft ? new() { Left = side } : new() { Right = side },
            Justification = new() { Val = atLeft ? JustificationValues.Left : JustificationValues.Right },
        });
        if (numbering is PageNumbering.Official)
            paragraph.Append(Word("— "), Field("PAGE"), Word(" —"));
        else if (numbering is PageNumbering.OfTotal)
            paragraph.Append(Word("第 "), Field("PAGE"), Word(" 页 共 "), Field("NUMPAGES"), Word(" 页"));
        return paragraph;
    }

    private static Run Word(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static SimpleField Field(string name) => new(Word("1")) { Instruction = $" {name} " };
}
