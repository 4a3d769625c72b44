using System.Globalization;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Benchmarks;

/// <summary>A list of 100 000 generated dwellings: 50 estates of 40 buildings of 50; every tenth belongs to the owner before, every 25th to two, every 200th to a unit.</summary>
internal static class ImportFile
{
    public const int Dwellings = 50 * 40 * 50;
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private const string First = "建国志强秀英桂兰玉梅淑珍文军海涛春燕晓红";
    private const string Second = "国强英兰梅珍军涛燕红华明芳平伟敏静丽勇杰";

    public static void Write(string path)
    {
        using var file = File.Create(path);
        SpreadsheetTableWriter.Write(new TableReport<int>(
        [
            new("小区名称", 20, n => $"春风里{n / 2000 + 1}号院"), new("街道", 12, n => $"第{n / 2000 % 5 + 1}街道"), new("楼栋", 10, n => $"{n / 50 % 40 + 1}号楼"), new("单元", 8, n => (long?)(n % 50 / 10 + 1)),
            new("所在层", 8, n => (long?)(n % 10 / 2 + 1)), new("室号", 8, n => $"{n % 10 / 2 + 1}0{n % 2 + 1}"), new("用途", 8, _ => "住宅"), new("登记面积（㎡）", 12, n => 60 + n % 5000 / 100m),
            new("业主", 16, n => Owner(n)), new("联系电话", 16, n => Phone(n)), new("身份证号", 24, n => Number(n)), new("取得日期", 12, n => new DateOnly(1998 + n % 20, n % 12 + 1, n % 28 + 1)), new("居住状况", 10, n => n % 3 == 0 ? "出租" : "自住"), new("备注", 14, n => n % 40 == 0 ? $"备注{n}" : null),
        ], Enumerable.Range(0, Dwellings))
        { Title = "房屋与业主", MadeAt = TimeProvider.System.GetUtcNow() }, file);
    }

    /// <summary>The phone of the owner of the last dwelling.</summary>
    public static string LastPhone => PhoneOf(Dwellings - 1);

    private static string Owner(int n) => IsUnit(n) ? $"第{n / 200}机械厂" : IsShared(n) ? $"{Name(n)}、{Name(n + Dwellings)}" : Name(Person(n));

    private static string? Phone(int n) => IsUnit(n) ? null : IsShared(n) ? $"{PhoneOf(n)}、{PhoneOf(n + Dwellings)}" : PhoneOf(Person(n));

    private static string? Number(int n) => IsUnit(n) ? null : IsShared(n) ? $"{NumberOf(n)}、{NumberOf(n + Dwellings)}" : NumberOf(Person(n));

    private static bool IsUnit(int n) => n % 200 == 150;

    private static bool IsShared(int n) => n % 25 == 7;

    private static int Person(int n) => n % 10 == 2 ? n - 1 : n;

    private static string Name(int n) => $"{Surnames[n * 7 % 20]}{First[n * 13 % 20]}{Second[n / 20 % 20]}";

    private static string PhoneOf(int n) => string.Create(CultureInfo.InvariantCulture, $"139{n:00000000}");

    private static string NumberOf(int n)
    {
        var born = new DateOnly(1950, 1, 1).AddDays(n / 1000);
        var body = string.Create(CultureInfo.InvariantCulture, $"999999{born:yyyyMMdd}{n % 1000:000}");
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (body[i] - '0') * ((1 << (17 - i)) % 11);
        return body + "10X98765432"[sum % 11];
    }
}
