using System.Buffers;
using System.Text.RegularExpressions;
using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>What a row is: data, a total, or a note.</summary>
internal sealed partial record RowSort(RowKind Kind, string? Label, TotalScope? Scope)
{
    private const int LongestName = 60;

    /// <summary>Every word for a total has one of these: almost all rows have none, and need not be looked at closely.</summary>
    private static readonly SearchValues<char> totalLetters = SearchValues.Create("计总数其共");

    private static readonly RowSort data = new(RowKind.Data, null, null);

    /// <summary>Null for a row without anything.</summary>
    public static RowSort? Of(RowCells cells, TableColumns table)
    {
        var texts = cells.Texts().ToList();
        if (texts.Count == 0) return null;
        if (TotalLabel(texts, cells, table) is { } label) return new(RowKind.Total, label, ScopeOf(label));
        if (IsNote(texts, cells, table)) return new(RowKind.Note, string.Join(' ', texts.Select(cell => cell.Text)), null);
        return data;
    }

    // 合计 stands in front of the figures; the place of the street or year before it says of what it is.
    private static string? TotalLabel(List<(int Column, string Text)> texts, RowCells cells, TableColumns table)
    {
        if (!texts.Exists(cell => cell.Text.AsSpan().IndexOfAny(totalLetters) >= 0)) return null;
        foreach (var (column, text) in texts)
        {
            var field = table.Known.FirstOrDefault(known => known.Index == column)?.Field;
            if (field is { } known && TableColumns.IsFigure(known) && cells[column].Kind == SheetCellKind.Number) return null;
            if (field is ImportField.Remark or ImportField.OwnerName or ImportField.Address || text.Length > 40) continue;
            var plain = WrittenText.Plain(text);
            if (Total().IsMatch(plain) || (column == texts[0].Column && plain is "计" or "共计")) return Before(texts, column, plain);
        }

        return null;
    }

    private static string Before(List<(int Column, string Text)> texts, int column, string plain) =>
        string.Concat(texts.TakeWhile(cell => cell.Column < column).Select(cell => cell.Text).Where(text => !text.All(char.IsAsciiDigit) || text.Length == 4)) + plain;

    private static TotalScope ScopeOf(string label) => Whole().IsMatch(label) ? TotalScope.Whole : TotalScope.Part;

    private static bool IsNote(List<(int Column, string Text)> texts, RowCells cells, TableColumns table)
    {
        if (NoteStart().IsMatch(WrittenText.Plain(texts[0].Text)) && !(texts.Count > 3 && table.Identity.Any(field => table[field] is { } column && column.Index == texts[0].Column && texts[0].Text.Length < 12))) return true;
        if (IsHeaderAgain(texts, table)) return true;
        var known = texts.Where(cell => table.Known.Any(column => column.Index == cell.Column && column.Field != ImportField.Sequence)).ToList();
        if (known.Count == 0) return true;
        if (texts.Count > 1) return false;
        if (cells.IsAcross || CarriedDown.HeadingOf(texts[0].Text, table) is not null) return true;
        return table.Identity.All(field => table[field]?.Index != texts[0].Column) ? !HasIdentity(cells, table) : texts[0].Text.Length > LongestName;
    }

    private static bool HasIdentity(RowCells cells, TableColumns table) => table.Identity.Any(field => table[field] is { } column && !cells.Filled(column.Index).IsEmpty);

    private static bool IsHeaderAgain(List<(int Column, string Text)> texts, TableColumns table)
    {
        if (texts.Count < 2 || !table.Headers.TryGetValue(texts[0].Column, out _) && !table.Headers.TryGetValue(texts[1].Column, out _)) return false;
        var (same, others) = (0, 0);
        foreach (var (column, text) in texts)
        {
            if (text.Length <= 40 && table.Headers.TryGetValue(column, out var words) && words.Contains(HeaderText.Of(text).Key)) same++;
            // Too many others already: so it is with almost every row, after a few cells.
            else if (++others * 3 > texts.Count) return false;
        }

        return same * 3 >= texts.Count * 2 && same >= 2;
    }

    [GeneratedRegex(@"^((.{0,24})(合计|总计|小计|共计|累计|总合计|汇总|总数)(数|栏)?(\(.*|[:,;、].*|[0-9].*)?|其中[:：]?.{0,20}|共(计|有)?[0-9一二三四五六七八九十百]+(个|户|栋|幢|处).*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Total();

    [GeneratedRegex(@"^(全[县市区镇]|[0-9]*)?(合计|总计|共计|累计|总合计|汇总|总数|计|共)(数|栏)?([(:,;、0-9一二三四五六七八九十百有].*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^((备注|注|说明|附注|填表说明|填表人|填报人|制表人?|制表单位|审核人?|复核人?|负责人|单位负责人|分管领导|主要领导|经办人|填报单位|填报时间|填报日期|填表日期|填表时间|联系人|联系电话|日期|单位\(盖章\)|\(盖章\)|盖章|打印时间|打印日期|数据来源|注意|温馨提示|截至|统计时间)\d?[:;.,、(].*|(备注|注)\d?[:.、].*|第\d+页.*|共\d+页.*|-?\d+/\d+页?|以上(数据|情况|信息).*|本表.{2,}|\*.{6,}|(填表人|制表人|审核人|单位负责人).*|以下空白)$", RegexOptions.ExplicitCapture)]
    private static partial Regex NoteStart();
}
