using System.Globalization;

namespace OldEstateRenewal.Documents.Papers;

/// <summary>
/// Where a report comes from and how anybody verifies it (出处与核验), small at the foot of the last page.
/// </summary>
/// <param name="Number">The number of the report in its register (报表编号).</param>
/// <param name="MadeAt">When its figures were taken (生成时间), printed in the offset it carries.</param>
/// <param name="Maker">Who made it (制作人).</param>
/// <param name="Address">Where it is verified (核验网址): what the QR code holds.</param>
public sealed record PaperProvenance(string Number, DateTimeOffset MadeAt, string Maker, string Address)
{
    /// <summary>The longest address: a longer one gives a code too fine to be read from paper.</summary>
    public const int MaximumAddressLength = 300;

    /// <summary>Where it is verified (核验网址): what the QR code holds.</summary>
    /// <exception cref="ArgumentException">It is empty, or longer than <see cref="MaximumAddressLength"/>.</exception>
    public string Address { get; init => field = Checked(value); } = Checked(Address);

    /// <summary>By what the figures were chosen (筛选条件), such as 2026年度，全部街道; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>The words beside the code (核验说明).</summary>
    public string Verification { get; init; } = "扫描二维码，可核验本件编号与数据是否一致。";

    /// <summary>The lines beside the code, the same on every paper.</summary>
    public IReadOnlyList<string> Lines => [.. Facts, Verification];

    /// <summary>The lines where there is no code, as in a spreadsheet: the address is spelt out.</summary>
    public IReadOnlyList<string> LinesWithoutCode => [.. Facts, "核验网址：" + Address];

    private string[] Facts =>
    [
        "编号：" + Number,
        $"生成时间：{MadeAt.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture)}　制作人：{Maker}",
        "筛选条件：" + (string.IsNullOrWhiteSpace(Filter) ? "全部" : Filter),
    ];

    private static string Checked(string address)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        return address.Length <= MaximumAddressLength
            ? address
            : throw new ArgumentException($"An address has at most {MaximumAddressLength} characters.", nameof(address));
    }
}
