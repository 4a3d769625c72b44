using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Papers;

/// <summary>Copies and printing, between lines at the foot of the last page (版记).</summary>
/// <param name="Copies">Who gets a copy (抄送机关); none for no such line.</param>
/// <param name="Printer">Who printed it (印发机关), such as 泰安市住房和城乡建设局办公室.</param>
/// <param name="PrintedOn">When (印发日期).</param>
public sealed record PaperColophon(IReadOnlyList<string> Copies, string Printer, DateOnly PrintedOn)
{
    /// <summary>The most characters that the copies may take together: they must stand on one page.</summary>
    public const int MaximumCopiesLength = 500;

    /// <summary>Who gets a copy (抄送机关).</summary>
    /// <exception cref="ArgumentException">They take more than <see cref="MaximumCopiesLength"/> characters.</exception>
    public IReadOnlyList<string> Copies { get; init => field = Checked(value); } = Checked(Copies);

    /// <summary>抄送：市财政局，市自然资源局。 Null without any.</summary>
    public string? CopyLine => Copies.Count == 0 ? null : $"抄送：{string.Join('，', Copies)}。";

    /// <summary>2026年3月9日印发.</summary>
    public string PrintedLine => CellFormat.ChineseDate.TextOf(PrintedOn) + "印发";

    private static IReadOnlyList<string> Checked(IReadOnlyList<string> copies)
        => copies.Sum(copy => copy.Length + 1) <= MaximumCopiesLength
            ? copies
            : throw new ArgumentException($"Copies take at most {MaximumCopiesLength} characters.", nameof(copies));
}
