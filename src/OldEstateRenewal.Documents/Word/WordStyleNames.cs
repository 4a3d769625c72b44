namespace OldEstateRenewal.Documents.Word;

/// <summary>The ids of the styles in a Word file (样式); a clerk sees their Chinese names.</summary>
internal static class WordStyleNames
{
    public const string Normal = "Normal";
    public const string Text = "BodyText";
    public const string Title = "Title";
    public const string Issue = "Subtitle";
    public const string Mark = "Mark";
    public const string Number = "DocumentNumber";
    public const string Addressees = "Addressees";
    public const string AttachmentList = "AttachmentList";
    public const string AttachmentMark = "AttachmentMark";
    public const string Signature = "Signature";
    public const string Date = "Date";
    public const string Colophon = "Colophon";
    public const string Footer = "Footer";
    public const string Foot = "Foot";
    public const string TableFoot = "TableFoot";
    public const string TableTitle = "TableTitle";
    public const string TableNote = "TableNote";
    public const string TableText = "TableText";
    public const string TableHeading = "TableHeading";
    public const string Grid = "TableGrid";
    public const string Break = "SectionBreak";

    /// <summary>The style of the headings of a level, from 1.</summary>
    public static string HeadingOf(int level) => "Heading" + WordUnits.Text(level);
}
