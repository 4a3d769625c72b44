using System.Globalization;

namespace OldEstateRenewal.Documents.Tables;

/// <summary>
/// How the numbers and days of a column are written (显示格式). Text is never touched by a format. The default value is
/// <see cref="General"/>.
/// </summary>
public readonly record struct CellFormat
{
    /// <summary>Decimals beyond which neither a spreadsheet nor a reader follows.</summary>
    public const int MaximumDecimals = 10;

    /// <summary>The code by which a spreadsheet shows numbers as they come.</summary>
    internal const string GeneralCode = "General";

    private const int DecimalsOfPercent = 2;

    private readonly int? _decimals;
    private readonly string? _code;
    private readonly bool _trimmed;
    private readonly bool _chineseDate;

    private CellFormat(int decimals, string code, bool trimmed = false, bool chineseDate = false)
        => (_decimals, _code, _trimmed, _chineseDate) = (decimals, code, trimmed, chineseDate);

    /// <summary>Numbers as they are, without trailing zeros; days as 2024-06-15.</summary>
    public static CellFormat General => default;

    /// <summary>Whole numbers (整数): 160.</summary>
    public static CellFormat Whole { get; } = Fixed(0);

    /// <summary>Days in Chinese (中文日期), months and days without a leading zero: 2024年6月15日.</summary>
    public static CellFormat ChineseDate { get; } = new(MaximumDecimals, Places('#', MaximumDecimals), trimmed: true, chineseDate: true);

    /// <summary>The code a spreadsheet uses for a number of this format, such as 0.00.</summary>
    /// <remarks>0.## would show 2500 as "2500." there; General does not, and the cell holds the rounded number.</remarks>
    internal string NumberCode => _trimmed || _code is null ? GeneralCode : _code;

    /// <summary>The code a spreadsheet uses for a day of this format.</summary>
    internal string DateCode => _chineseDate ? "yyyy\"年\"m\"月\"d\"日\"" : "yyyy-mm-dd";

    /// <summary>Whether numbers are given as they come, so that a spreadsheet column must be wide enough for all of it.</summary>
    internal bool IsGeneralNumber => NumberCode == GeneralCode;

    /// <summary>Always this many decimals (固定小数位): 2 gives 2500.00, grouped 2,500.00.</summary>
    /// <param name="decimals">From 0 to <see cref="MaximumDecimals"/>.</param>
    /// <param name="grouped">Whether thousands are set apart by commas (千分位).</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many decimals, or fewer than none.</exception>
    public static CellFormat Fixed(int decimals, bool grouped = false)
        => new(Checked(decimals), (grouped ? "#,##" : "") + Places('0', decimals));

    /// <summary>At most this many decimals, no trailing zeros (去尾零): 2 gives 25200.72, 2500 and 2984.3.</summary>
    /// <param name="decimals">From 0 to <see cref="MaximumDecimals"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many decimals, or fewer than none.</exception>
    public static CellFormat UpTo(int decimals) => new(Checked(decimals), Places('#', decimals), trimmed: true);

    /// <summary>A fraction as a percentage (百分比): 0.9525 with 1 decimal gives 95.3%.</summary>
    /// <param name="decimals">Decimals of the percentage, from 0 to <see cref="MaximumDecimals"/> − 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many decimals, or fewer than none.</exception>
    public static CellFormat Percent(int decimals)
        => new(Checked(Checked(decimals) + DecimalsOfPercent), Places('0', decimals) + "%");

    /// <summary>The value as it is shown: a cell holds what its reader sees, and totals add up what is printed.</summary>
    internal CellValue Round(CellValue value)
        => value.Kind is CellKind.Number && _decimals is not null ? Round(value.Number) : value;

    internal string TextOf(decimal number)
        => Round(number).ToString(_code ?? "0.############################", CultureInfo.InvariantCulture);

    internal string TextOf(DateOnly day)
        => day.ToString(_chineseDate ? "yyyy年M月d日" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Adding zero turns the "-0.00" of a small negative number into "0.00".
    private decimal Round(decimal number)
        => _decimals is { } decimals ? decimal.Round(number, decimals, MidpointRounding.AwayFromZero) + 0m : number;

    private static int Checked(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MaximumDecimals);
        return decimals;
    }

    private static string Places(char place, int decimals) => decimals > 0 ? "0." + new string(place, decimals) : "0";
}
