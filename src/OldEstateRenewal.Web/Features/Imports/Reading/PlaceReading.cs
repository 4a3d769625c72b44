using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Building, entrance, storey and room of a row.</summary>
internal static class PlaceReading
{
    public static BuildingName? Building(RowDraft row, ImportField field)
    {
        if (row.Text(field) is not { } text || IsSpoiltByDate(row, field)) return null;
        var name = BuildingName.Read(text, row.Text(ImportField.Estate));
        if (name?.IsSeveral == true) row.Tell(field, Severity.Error, "一行写了几栋楼，请每栋一行。");
        return name;
    }

    public static int? Entrance(RowDraft row)
    {
        if (row.Text(ImportField.Entrance) is not { } text || IsSpoiltByDate(row, ImportField.Entrance)) return null;
        var plain = WrittenText.Plain(text).ToUpperInvariant();
        // What belongs to no entrance, as the page calls it.
        if (plain is "0" or "单元外") return 0;
        foreach (var end in new[] { "单元门", "单元", "门洞", "门", "#", "号" })
        {
            if (plain.EndsWith(end, StringComparison.Ordinal)) plain = plain[..^end.Length];
        }

        if (ChineseNumeral.TryRead(plain.TrimStart('第'), out var number) && number is > 0 and < 100) return number;
        var letter = plain.Length == 1 ? Math.Max("ABCDEFGH".IndexOf(plain[0], StringComparison.Ordinal), "甲乙丙丁".IndexOf(plain[0], StringComparison.Ordinal)) : -1;
        row.Tell(ImportField.Entrance, letter >= 0 ? Severity.Warning : Severity.Error, letter >= 0 ? $"读作第 {letter + 1} 单元，请核对。" : "应为单元的序号，如 1 或 1单元。");
        return letter >= 0 ? letter + 1 : null;
    }

    public static StoreyNumber? Storey(RowDraft row)
    {
        if (row.Text(ImportField.Storey) is not { } text || IsSpoiltByDate(row, ImportField.Storey)) return null;
        var read = StoreyNumber.Read(text);
        if (read is null) row.Tell(ImportField.Storey, Severity.Warning, "看不出是第几层，应为楼层，如 3 或 负1；本项不导入。");
        return read;
    }

    public static RoomNumber? Room(RowDraft row, ImportField field, bool isBuildingKnown, int? storey)
    {
        if (row.Text(field) is not { } text || IsSpoiltByDate(row, field)) return null;
        var read = RoomNumber.Read(WithoutEstate(text, row.Text(ImportField.Estate)), isBuildingKnown, storey);
        if (read is null) row.Tell(field, Severity.Error, "看不出是哪一户，应为房号，如 201、3-1-201 或 3号楼1单元201室。");
        return read;
    }

    private static string WithoutEstate(string text, string? estate) =>
        estate is { Length: > 0 } && text.Length > estate.Length && text.StartsWith(estate, StringComparison.Ordinal) ? text[estate.Length..] : text;

    private static bool IsSpoiltByDate(RowDraft row, ImportField field)
    {
        if (row.Cell(field).Kind != SheetCellKind.Date) return false;
        row.Tell(field, Severity.Error, $"已被 Excel 变成日期，原来可能是“{row.Cell(field).Date.Month}-{row.Cell(field).Date.Day}”之类，请按实际填写。");
        return true;
    }
}
