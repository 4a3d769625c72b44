using System.Text.RegularExpressions;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>What the rows above said, for cells that mean "as above".</summary>
internal sealed partial class CarriedDown(TableColumns table, IReadOnlyDictionary<ImportField, string> given)
{
    private readonly Dictionary<ImportField, string> headings = new(given);
    private readonly Dictionary<ImportField, string> above = [];

    /// <summary>A line between the rows: 一、城关街道 holds for the rows below it, where they have no column for it.</summary>
    public void Head(RowSort note)
    {
        if (HeadingOf(note.Label ?? "", table) is var (field, text)) headings[field] = text;
    }

    /// <summary>What a line of its own says for the rows below it; null where it says nothing or there is a column for it.</summary>
    public static (ImportField Field, string Text)? HeadingOf(string line, TableColumns table)
    {
        var text = Bullet().Replace(line, "").TrimEnd('：', ':');
        if (text.Length is 0 or > 40 || text.Contains(' ', StringComparison.Ordinal)) return null;
        ImportField? field = Street().IsMatch(text) ? ImportField.Street
            : Year().IsMatch(text) ? ImportField.PlanYear
            : Community().IsMatch(text) ? ImportField.Community
            : Estate().IsMatch(text) && table.Sheet.Kind != ImportKind.Estates ? ImportField.Estate
            : Building().IsMatch(text) && table.Sheet.Kind == ImportKind.Dwellings ? ImportField.Building
            : null;
        return field is { } known && table[known] is null ? (known, known == ImportField.PlanYear ? text[..4] : text) : null;
    }

    public string? Heading(ImportField field) => headings.GetValueOrDefault(field);

    public string? Above(ImportField field) => above.GetValueOrDefault(field);

    public void Keep(ImportField field, string text) => above[field] = text;

    /// <summary>A new group has begun: what stood to the right of it belonged to the old one.</summary>
    public void BeginGroup(ColumnReading column)
    {
        foreach (var right in table.Grouping.Where(other => other.Index > column.Index)) above.Remove(right.Field!.Value);
    }

    /// <summary>The same text, comparable, so that the same name written again begins nothing.</summary>
    public bool IsNew(ImportField field, string text) => !above.TryGetValue(field, out var before) || WrittenText.Plain(before) != WrittenText.Plain(text);

    [GeneratedRegex(@"^([(（]?([一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）]?[、.．]|[(（]([一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）])", RegexOptions.ExplicitCapture)]
    private static partial Regex Bullet();

    [GeneratedRegex("^.{1,12}(街道|街道办|街道办事处|镇|乡)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Street();

    [GeneratedRegex("^.{1,15}(社区|居委会)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Community();

    [GeneratedRegex("^(19|20)[0-9]{2}年(度)?(.{0,10})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Year();

    [GeneratedRegex("(小区|家属院|宿舍|苑|园|院|新村|家园|花园|公寓|里|坊|庭)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Estate();

    [GeneratedRegex("^(第?[0-9一二三四五六七八九十]{1,3}|[A-Z])(号楼|#|#楼|栋|幢|座)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Building();
}
