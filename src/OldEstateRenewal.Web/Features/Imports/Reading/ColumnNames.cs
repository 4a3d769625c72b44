using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Decides what the columns below a header hold.</summary>
internal static class ColumnNames
{
    /// <summary>The key of a header of several levels, under which a choice is remembered.</summary>
    public static string KeyOf(ImportKind kind, IReadOnlyList<string> levels) => string.Join('/', Names(kind, levels).Select(header => header.Key).Where(key => key.Length > 0));

    public static (ImportField? Field, ColumnDecision Decision) Decide(ImportKind kind, IReadOnlyList<string> levels, IReadOnlyDictionary<string, ImportField?> remembered)
    {
        if (remembered.TryGetValue(KeyOf(kind, levels), out var chosen)) return (chosen, ColumnDecision.Remembered);
        var headers = Names(kind, levels);
        if (headers.Count == 0) return (null, ColumnDecision.Unknown);
        var whole = HeaderText.Of(string.Concat(headers.Select(header => header.Key)));
        if (headers.Count > 1 && FieldAliases.Of(kind, whole) is { } joined) return (joined, ColumnDecision.Alias);
        if (FieldAliases.Of(kind, headers[^1]) is { } last) return (Within(kind, headers, last), ColumnDecision.Alias);
        var guess = FieldAliases.Guess(kind, headers[^1]) ?? (headers.Count > 1 ? FieldAliases.Guess(kind, whole) : null);
        return (guess, guess is null ? ColumnDecision.Unknown : ColumnDecision.Guess);
    }

    // A lower level that is no more than a unit, (栋) or 平方米, is no name; 单元 and 层 are.
    private static List<HeaderText> Names(ImportKind kind, IReadOnlyList<string> levels) =>
        [.. levels.Where((level, at) => at == 0 || HeaderText.OnlyUnit(level) is null || (FieldAliases.Of(kind, HeaderText.Of(level)) is not null && !level.StartsWith('(') && !level.StartsWith('（'))).Select(HeaderText.Of)];

    // 面积 below 测绘 is the measured one.
    private static ImportField Within(ImportKind kind, List<HeaderText> headers, ImportField field)
    {
        if (field != ImportField.RegisteredArea || headers.Count < 2) return field;
        return FieldAliases.Of(kind, headers[^2]) is ImportField.MeasuredArea or ImportField.ContractArea ? FieldAliases.Of(kind, headers[^2])!.Value : field;
    }

    public static Measure MeasureOf(ImportField field) => field switch
    {
        ImportField.BuildingCount or ImportField.HouseholdCount or ImportField.Households or ImportField.Storeys or ImportField.Entrances => Measure.Count,
        ImportField.FloorArea or ImportField.SiteArea or ImportField.RegisteredArea or ImportField.MeasuredArea or ImportField.ContractArea => Measure.Area,
        ImportField.Investment => Measure.Money,
        _ => Measure.None,
    };

    /// <summary>The unit of a column: in its own header, else as told above the table.</summary>
    public static (string? Unit, Fraction Factor) UnitOf(ImportField? field, IReadOnlyList<string> levels, IReadOnlyList<string> announced)
    {
        if (field is not { } known || MeasureOf(known) is not (not Measure.None and var measure)) return (null, Fraction.One);
        var own = levels.Reverse().Select(level => HeaderText.OnlyUnit(level) ?? HeaderText.Of(level).Unit).FirstOrDefault(unit => unit is not null && MeasureUnit.Of(unit)?.Measure == measure);
        var word = own ?? announced.FirstOrDefault(unit => MeasureUnit.Of(unit)?.Measure == measure);
        return word is null ? (null, Fraction.One) : (word, MeasureUnit.Of(word)!.Factor);
    }

    public static IReadOnlyList<string> Samples(IEnumerable<SheetRow> below, int column) =>
        [.. below.Select(row => row[column]).Where(cell => !cell.IsEmpty).Select(cell => cell.ToString().Trim()).Take(3).Select(text => text.Length > 40 ? text[..40] + "…" : text)];
}
