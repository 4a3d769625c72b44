using System.Globalization;
using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Figures of a row: exact, in ㎡, 元 and pieces, or a problem.</summary>
internal static class FigureReading
{
    private const int MostCount = 100_000;
    private const int MostStoreys = 150;
    private const long MostArea = 100_000_000;
    // What binary numbers leave behind: 85.3200000000001.
    private const decimal Noise = 0.000_001m;
    private const long UnusualArea = 3_000_000;

    public static int? Count(RowDraft row, ImportField field)
    {
        if (Read(row, field) is not { } number) return null;
        var most = field == ImportField.Storeys ? MostStoreys : row.IsData ? MostCount : int.MaxValue;
        if (number == decimal.Truncate(number) && number >= 0 && number <= most) return decimal.ToInt32(number);
        row.Tell(field, Severity.Error, number < 0 ? $"{ImportFields.Label(field)}不能是负数。" : number > most ? $"{ImportFields.Label(field)}过大，请检查。" : $"{ImportFields.Label(field)}应为整数。");
        return null;
    }

    public static Area? Area(RowDraft row, ImportField field)
    {
        if (Read(row, field) is not { } number) return null;
        if (number < 0 || (row.IsData && number > MostArea) || number > long.MaxValue / 1000)
        {
            row.Tell(field, Severity.Error, number < 0 ? "面积不能是负数。" : "面积过大，请检查单位是否为㎡。");
            return null;
        }

        var rounded = decimal.Round(number, 2, MidpointRounding.AwayFromZero);
        if (Math.Abs(rounded - number) > Noise && row.Column(field)?.Unit != "亩") row.Tell(field, Severity.Warning, $"多于两位小数，按四舍五入读作 {rounded.ToString("0.00", CultureInfo.InvariantCulture)} ㎡。");
        if (row.IsData && rounded > UnusualArea) row.Tell(field, Severity.Warning, "面积特别大，请检查单位是否为㎡。");
        return Domain.Area.FromSquareMetres(rounded);
    }

    public static Money? Money(RowDraft row, ImportField field)
    {
        if (Read(row, field) is not { } number) return null;
        if (number < 0 || number > long.MaxValue / 1000)
        {
            row.Tell(field, Severity.Error, number < 0 ? "金额不能是负数。" : "金额过大，请检查单位。");
            return null;
        }

        var rounded = decimal.Round(number, 2, MidpointRounding.AwayFromZero);
        if (Math.Abs(rounded - number) > Noise) row.Tell(field, Severity.Warning, $"不足一分的部分按四舍五入，读作 {rounded.ToString("0.00", CultureInfo.InvariantCulture)} 元。");
        return Domain.Money.FromYuan(rounded);
    }

    private static decimal? Read(RowDraft row, ImportField field)
    {
        if (row.Text(field) is not { } text) return null;
        var label = ImportFields.Label(field);
        if (row.Cell(field).Kind == SheetCellKind.Date) return Refuse(row, field, $"是日期，应为{label}的数字。可能是单元格格式设成了日期。");
        if (row.Cell(field).Kind == SheetCellKind.Logical || !WrittenNumber.TryRead(text, out var number, out var unit)) return Refuse(row, field, $"应为{label}的数字，如 {Example(field)}。");
        if (unit.Length == 0) return Scale(number, row.Column(field)?.Factor ?? Fraction.One);
        return MeasureUnit.FactorOf(unit, ColumnNames.MeasureOf(field)) is { } factor
            ? Scale(number, unit == "万" ? factor * (row.Column(field)?.Factor is { } own && own < factor ? own : Fraction.One) : factor)
            : Refuse(row, field, $"单位“{unit}”与{label}不符，请只填数字。");
    }

    private static decimal? Refuse(RowDraft row, ImportField field, string expected)
    {
        row.Tell(field, Severity.Error, expected);
        return null;
    }

    private static decimal Scale(decimal number, Fraction factor) =>
        factor == Fraction.One ? number : decimal.Round(number * (decimal)factor.Numerator / (decimal)factor.Denominator, 10);

    private static string Example(ImportField field) => ColumnNames.MeasureOf(field) == Measure.Count ? "16" : "25200.72";
}
