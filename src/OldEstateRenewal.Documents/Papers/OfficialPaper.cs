using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Papers;

/// <summary>
/// A paper in the manner of GB/T 9704—2012 (公文样式的文件): what it says, not how it is set. PDF and Word are written from
/// it, and a page can show the same texts. It only looks like an official document: that it is one, its number and its
/// seal say.
/// </summary>
public sealed record OfficialPaper
{
    /// <summary>The word before the names of attachments, and above each.</summary>
    internal const string AttachmentWord = "附件";

    /// <summary>Red mark, colours, fonts and seals of who issues it (版式设置).</summary>
    public required PaperTemplate Template { get; init; }

    /// <summary>
    /// The number as it is printed (发文字号), such as 泰建字〔2026〕3号 of <see cref="DocumentNumber"/>, or 第3期 of a
    /// bulletin; null while it has none.
    /// </summary>
    public string? Number { get; init; }

    /// <summary>The title (标题); a line break starts a new line of it.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public required string Title
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    }

    /// <summary>Whom it is sent to (主送机关); none for a bulletin to everybody.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>The text (正文), block by block.</summary>
    public IReadOnlyList<PaperBlock> Body { get; init; } = [];

    /// <summary>What goes with it (附件), numbered in this order when there is more than one.</summary>
    public IReadOnlyList<PaperAttachment> Attachments { get; init; } = [];

    /// <summary>Who signs (发文机关署名), in their order; those of the template unless others are named.</summary>
    public IReadOnlyList<string> Signatories
    {
        get => field ?? Template.Signatories;
        init;
    }

    /// <summary>The day it was passed (成文日期); null while it was not.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Copies and printing (版记); null for none.</summary>
    public PaperColophon? Colophon { get; init; }

    /// <summary>Where the paper comes from and how it is verified (出处与核验); null for none.</summary>
    public PaperProvenance? Provenance { get; init; }

    /// <summary>Who is named as author in the file's properties (作者); null for none.</summary>
    public string? Author { get; init; }

    /// <summary>When the file was made (生成时间), from 1980 to 2107; it gives the same bytes for the same paper.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The line of the addressees (主送机关行): 各镇人民政府、各街道办事处：; null without any.</summary>
    public string? AddresseeLine => Addressees.Count == 0 ? null : string.Join('、', Addressees) + "：";

    /// <summary>The day as it is printed, months and days without a leading zero: 2026年3月9日; null without one.</summary>
    public string? DateText => Date is { } day ? CellFormat.ChineseDate.TextOf(day) : null;

    /// <summary>The body with the number of each heading worked out, for whatever shows it (带编号的正文).</summary>
    public IEnumerable<NumberedBlock> NumberedBody() => PaperOutline.Number(Body);
}
