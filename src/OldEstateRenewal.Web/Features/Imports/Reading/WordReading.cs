using System.Globalization;
using System.Text.RegularExpressions;
using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Years, days and choices of a row.</summary>
internal static partial class WordReading
{
    private const int EarliestSerial = 18_264;
    private const int LatestSerial = 47_847;

    public static WrittenYears? Years(RowDraft row, ImportField field)
    {
        if (row.Text(field) is not { } text) return null;
        if (row.Cell(field) is { Kind: SheetCellKind.Date } cell) return YearOf(row, field, cell);
        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= EarliestSerial and <= LatestSerial)
        {
            var year = new DateTime(1899, 12, 30).AddDays(serial).Year;
            row.Tell(field, Severity.Warning, $"是 Excel 的日期序号，读作 {year} 年，请核对。");
            return new([year], false, true);
        }

        var read = WrittenYears.Read(text);
        if (read is null) row.Tell(field, Severity.Error, Before().IsMatch(text) ? "只说了不晚于哪一年，请填写建成年份，如 1998；不能确定的可填起止年份，如 1990-1999。" : "看不出是哪一年，应为年份，如 1998；多个年份用顿号分开，如 1995、1997。");
        else if (read.IsSpan) row.Tell(field, Severity.Warning, $"是一段时间，记为 {read.Years[0]} 至 {read.Years[^1]} 年之间。");
        else if (read.IsGuess) row.Tell(field, Severity.Warning, $"读作 {string.Join('、', read.Years)} 年，请核对。");
        return read;
    }

    // A year typed into a cell formatted as a date: 1998 is the 1998th day, in June 1905.
    private static WrittenYears? YearOf(RowDraft row, ImportField field, SheetCell cell)
    {
        if (cell.Number is < 1900 or > 2100 || cell.Number != decimal.Truncate(cell.Number)) return new([cell.Date.Year], false, false);
        row.Tell(field, Severity.Warning, $"显示为 1905 年，实际填的是 {cell.Number:0}（单元格格式设成了日期），读作 {cell.Number:0} 年。");
        return new([decimal.ToInt32(cell.Number)], false, true);
    }

    public static int? Year(RowDraft row, ImportField field)
    {
        if (row.Text(field) is not { } text) return null;
        if (PlanYear().Match(WrittenText.Plain(text)) is { Success: true } match) return int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        row.Tell(field, Severity.Error, "应为四位年份，如 2024。");
        return null;
    }

    public static DateOnly? Day(RowDraft row, ImportField field)
    {
        if (row.Text(field) is not { } text) return null;
        if (row.Cell(field) is { Kind: SheetCellKind.Date } cell) return DateOnly.FromDateTime(cell.Date);
        var read = Day(text);
        if (read is null) row.Tell(field, Severity.Warning, "看不出是哪一天，应为日期，如 2001-05-03；本项不导入。");
        return read;
    }

    /// <summary>A day as it is written; null where it is none.</summary>
    public static DateOnly? Day(string text) => Date().Match(WrittenText.Plain(text)) is { Success: true } match
        && int.Parse(match.Groups["year"].ValueSpan) is >= 1900 and <= 2100 and var year && int.Parse(match.Groups["month"].ValueSpan) is >= 1 and <= 12 and var month
        && int.Parse(match.Groups["day"].ValueSpan) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    public static LandKind? Land(RowDraft row) => Choice<LandKind>(row, ImportField.Land, text =>
        text.Contains("集体", StringComparison.Ordinal) ? LandKind.Collective
        : text.Contains("国有", StringComparison.Ordinal) || text is "划拨" or "出让" or "国有划拨" or "行政划拨" or "国家" ? LandKind.StateOwned
        : null, "应为国有或集体");

    public static PlaceKind? Place(RowDraft row) => Choice<PlaceKind>(row, ImportField.Place, text => text switch
    {
        "城市" or "市区" or "城市建成区" or "设区市" or "主城区" or "中心城区" => PlaceKind.City,
        "县城" or "县城区" or "县城建成区" or "县城规划区" or "县城关" => PlaceKind.CountyTown,
        "镇" or "建制镇" or "镇区" or "乡镇" or "镇驻地" or "乡镇驻地" or "集镇" => PlaceKind.Town,
        "村" or "乡村" or "农村" or "村庄" => PlaceKind.Village,
        _ => null,
    }, "应为城市、县城、建制镇或乡村");

    public static UnitKind? Kind(RowDraft row) => Choice<UnitKind>(row, ImportField.Kind, text =>
        Parking().IsMatch(text) ? UnitKind.Parking : Shop().IsMatch(text) ? UnitKind.Shop : Home().IsMatch(text) ? UnitKind.Dwelling : null, "应为住宅、商铺或车位");

    /// <summary>Whether what is called so stands at the street or below ground, at no entrance.</summary>
    public static bool IsAtNoEntrance(string kind) => WrittenText.Plain(kind) is var plain && (Parking().IsMatch(plain) || Shop().IsMatch(plain));

    public static UnitHolding? Holding(RowDraft row) => Choice<UnitHolding>(row, ImportField.Holding, text =>
        Undelivered().IsMatch(text) ? UnitHolding.SoldUndelivered : Unsold().IsMatch(text) ? UnitHolding.Unsold : Former().IsMatch(text) ? UnitHolding.FormerEmployer : Owned().IsMatch(text) ? UnitHolding.Owned : null,
        "应为业主所有、原产权单位、未售或已售未交付");

    public static OccupancyKind? Occupancy(RowDraft row) => Choice<OccupancyKind>(row, ImportField.Occupancy, text =>
        Vacant().IsMatch(text) ? OccupancyKind.Vacant : Let().IsMatch(text) ? OccupancyKind.Let : Lived().IsMatch(text) ? OccupancyKind.OwnerOccupied : null, "应为自住、出租或空置");

    private static T? Choice<T>(RowDraft row, ImportField field, Func<string, T?> choose, string expected) where T : struct
    {
        if (row.Text(field) is not { } text) return null;
        var chosen = choose(WrittenText.Plain(text));
        if (chosen is null) row.Tell(field, Severity.Warning, $"{ImportFields.Label(field)}{expected}；本项不导入。");
        return chosen;
    }

    [GeneratedRegex("(以?前|之前)[)）]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    [GeneratedRegex("^(?<year>20[0-9]{2}|19[0-9]{2})(年度?)?(计划|改造)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex PlanYear();

    [GeneratedRegex(@"^(?<year>[0-9]{4})([-./年](?<month>[0-9]{1,2})[-./月](?<day>[0-9]{1,2})[日号]?|(?<month>[0-9]{2})(?<day>[0-9]{2}))([T]?0?0:00(:00)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    [GeneratedRegex("车位|车库|摊位")]
    private static partial Regex Parking();

    [GeneratedRegex("商|门面|门市|网点|店铺|营业|非住宅")]
    private static partial Regex Shop();

    [GeneratedRegex("住|公寓|宿舍|居民")]
    private static partial Regex Home();

    [GeneratedRegex("未交付|未交房|已售未交")]
    private static partial Regex Undelivered();

    [GeneratedRegex("未售|未销售|待售|建设单位|开发商|开发企业")]
    private static partial Regex Unsold();

    [GeneratedRegex("原产权|单位|公房|自管|直管|公有|集体产权")]
    private static partial Regex Former();

    [GeneratedRegex("业主|个人|私有|私产|已售|自有|房改|商品房|产权人|已登记|完全产权")]
    private static partial Regex Owned();

    [GeneratedRegex("空|闲置|无人|未住|未入住|不住")]
    private static partial Regex Vacant();

    [GeneratedRegex("租|借")]
    private static partial Regex Let();

    [GeneratedRegex("自住|自用|常住|居住|本人|家人|在住|有人|已入住|入住")]
    private static partial Regex Lived();
}
