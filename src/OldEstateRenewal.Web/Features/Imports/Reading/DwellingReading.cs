using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>A row of a list of dwellings.</summary>
internal static class DwellingReading
{
    public static DwellingValues Read(RowDraft row)
    {
        var areas = new DwellingValues
        {
            RegisteredArea = FigureReading.Area(row, ImportField.RegisteredArea),
            MeasuredArea = FigureReading.Area(row, ImportField.MeasuredArea),
            ContractArea = FigureReading.Area(row, ImportField.ContractArea),
        };
        return row.IsData ? Placed(row, Owned(row, areas)) : areas;
    }

    private static DwellingValues Placed(RowDraft row, DwellingValues values)
    {
        var building = PlaceReading.Building(row, ImportField.Building);
        var entrance = PlaceReading.Entrance(row);
        var storey = PlaceReading.Storey(row);
        var own = PlaceReading.Room(row, ImportField.Room, building is not null, storey?.First);
        var full = PlaceReading.Room(row, ImportField.FullRoomNumber, building is not null, storey?.First);
        var room = own ?? full;
        if (row.Text(ImportField.Room) is null && row.Text(ImportField.FullRoomNumber) is null) row.TellMissing(row.Column(ImportField.Room) is null ? ImportField.FullRoomNumber : ImportField.Room);
        var told = (own?.Building ?? full?.Building) is { } written ? BuildingName.Read(written) : null;
        TellDifferences(row, building, told, entrance, own?.Entrance ?? full?.Entrance, storey?.First, room);
        return values with
        {
            Street = row.Text(ImportField.Street),
            Community = row.Text(ImportField.Community),
            Estate = row.Text(ImportField.Estate),
            Building = (building ?? told)?.Name,
            BuildingKey = (building ?? told)?.Key,
            Entrance = entrance ?? own?.Entrance ?? full?.Entrance,
            Storey = storey?.First ?? room?.Storey,
            LastStorey = storey?.Last ?? room?.LastStorey,
            Room = room?.Room,
            WrittenRoom = row.Text(ImportField.Room),
            Kind = WordReading.Kind(row) ?? own?.Kind ?? full?.Kind,
        };
    }

    private static void TellDifferences(RowDraft row, BuildingName? building, BuildingName? told, int? entrance, int? toldEntrance, int? storey, RoomNumber? room)
    {
        var field = row.Column(ImportField.Room) is not null && row.Text(ImportField.Room) is not null ? ImportField.Room : ImportField.FullRoomNumber;
        if (building is not null && told is not null && building.Key != told.Key) row.Tell(field, Severity.Error, $"房号里的楼栋与楼栋栏“{building.Name}”不一致。");
        if (entrance is { } known && toldEntrance is { } other && known != other) row.Tell(field, Severity.Error, $"房号里是 {other} 单元，单元栏是 {known} 单元，不一致。");
        if (storey is { } level && room?.Storey is { } ofRoom && level != ofRoom) row.Tell(field, Severity.Warning, $"按房号在 {ofRoom} 层，楼层栏是 {level} 层，请核对；按楼层栏导入。");
    }

    private static DwellingValues Owned(RowDraft row, DwellingValues values) => values with
    {
        Holding = WordReading.Holding(row),
        Owners = Owners(row),
        OwnedFrom = IsOneDay(row) ? WordReading.Day(row, ImportField.OwnedFrom) : null,
        Occupancy = WordReading.Occupancy(row),
        Riser = row.Text(ImportField.Riser),
        Remark = row.Text(ImportField.Remark),
    };

    private static IReadOnlyList<OwnerValue> Owners(RowDraft row)
    {
        var phones = Phones(row);
        var ids = Identities(row);
        if (row.Text(ImportField.OwnerName) is not { } text) return [];
        // The raw cell keeps the line breaks between co-owners.
        var named = OwnerNames.Split(row.Cell(ImportField.OwnerName) is { Kind: SheetCellKind.Text } cell && !WrittenText.IsDitto(cell.ToString()) ? cell.ToString() : text);
        var shares = Shares(row, named.Count);
        TellShares(row, shares);
        var days = Days(row, named.Count);
        return [.. named.Select((owner, at) => new OwnerValue(owner.Name, owner.Share ?? shares.ElementAtOrDefault(at))
        {
            Phone = At(phones, named.Count, at),
            IdNumber = At(ids, named.Count, at),
            From = days.ElementAtOrDefault(at),
        })];
    }

    // As many as owners belong to them in turn; else the first one is the first owner's.
    private static string? At(IReadOnlyList<string> values, int owners, int at) => values.Count > 0 && (at == 0 || values.Count == owners) ? values[at] : null;

    private static List<Fraction?> Shares(RowDraft row, int owners)
    {
        if (row.Text(ImportField.OwnerShare) is not { } text || text.Contains("共同", StringComparison.Ordinal) || text is "按份共有" or "单独所有" or "全部" or "单独") return [];
        if (row.Cell(ImportField.OwnerShare).Kind == SheetCellKind.Date)
        {
            row.Tell(ImportField.OwnerShare, Severity.Warning, "已被 Excel 变成日期，原来可能是 1/2 之类的份额；本项不导入。");
            return [];
        }

        var written = text.Split(['、', '，', ',', ';', '；', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var shares = written.Select(OwnerNames.Share).ToList();
        if (shares.Count == 1 && owners > 1 && text.StartsWith('各')) shares = [.. Enumerable.Repeat(shares[0], owners)];
        if (shares.Count == owners && shares.Zip(written).All(each => each.First is not null || (owners > 1 && WrittenText.IsNothing(each.Second)))) return shares;
        row.Tell(ImportField.OwnerShare, Severity.Warning, owners > 1 ? $"应为 {owners} 位业主各自的份额，如 1/2、1/2；本项不导入。" : "应为份额，如 1/2 或 50%；本项不导入。");
        return [];
    }

    private static void TellShares(RowDraft row, List<Fraction?> shares)
    {
        if (shares.Count > 1 && shares.TrueForAll(share => share is not null) && shares.Aggregate(Fraction.Zero, (sum, share) => sum + share!.Value) != Fraction.One) row.Tell(ImportField.OwnerShare, Severity.Warning, "各业主份额加起来不是全部，请核对。");
    }

    private static bool IsOneDay(RowDraft row) => row.Cell(ImportField.OwnedFrom).Kind == SheetCellKind.Date || row.Text(ImportField.OwnedFrom)?.Contains('、', StringComparison.Ordinal) != true;

    /// <summary>One day for each owner, 无 for one without; none where one day holds for all.</summary>
    private static List<DateOnly?> Days(RowDraft row, int owners)
    {
        if (IsOneDay(row)) return [];
        var written = row.Text(ImportField.OwnedFrom)!.Split('、', StringSplitOptions.TrimEntries);
        var days = written.Select(WordReading.Day).ToList();
        if (days.Count == owners && days.Zip(written).All(each => each.First is not null || WrittenText.IsNothing(each.Second))) return days;
        row.Tell(ImportField.OwnedFrom, Severity.Warning, $"应为一个日期，或 {owners} 位业主各自的日期，用顿号分开，没有的写“无”；本项不导入。");
        return [];
    }

    private static IReadOnlyList<string> Phones(RowDraft row)
    {
        if (row.Text(ImportField.Phone) is not { } text) return [];
        var phones = PhoneNumber.Split(text);
        foreach (var phone in phones.Where(phone => !PhoneNumber.IsPlausible(phone))) row.Tell(ImportField.Phone, Severity.Warning, phone.All(char.IsAsciiDigit) ? $"不像电话号码（{phone.Length} 位）：手机号应为 11 位，座机如 0536-3110000。" : "不像电话号码：手机号应为 11 位，座机如 0536-3110000。");
        return phones;
    }

    private static List<string> Identities(RowDraft row)
    {
        if (row.Text(ImportField.IdNumber) is not { } text) return [];
        if (IsSpoilt(row.Cell(ImportField.IdNumber), text))
        {
            row.Tell(ImportField.IdNumber, Severity.Warning, "已被 Excel 当作数字，后几位丢失，无法恢复。请把该列设为文本格式后重新填写；本项不导入。");
            return [];
        }

        var ids = text.Split(['、', '，', ',', ';', '；', '/', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(id => WrittenText.Plain(id).ToUpperInvariant()).ToList();
        foreach (var doubt in ids.Select(IdentityNumber.Doubt).OfType<string>()) row.Tell(ImportField.IdNumber, Severity.Warning, $"证件号码{doubt}，请核对。");
        return ids;
    }

    // Fifteen digits are all that a number in a spreadsheet keeps.
    private static bool IsSpoilt(SheetCell cell, string text) => cell is { Kind: SheetCellKind.Number, Number: >= 1_000_000_000_000_000m } || (text.Contains("E+", StringComparison.OrdinalIgnoreCase) && text.Length < 24);
}
