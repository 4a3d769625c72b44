using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>A room number as it is typed: kept as the import of files keeps it, so that 201室 and 201 are one dwelling.</summary>
public static class RoomText
{
    /// <summary>In one form; what cannot be read stays as it was typed.</summary>
    public static string Plain(string typed, int storey) => Read(typed, storey)?.Room is { Length: <= Dwelling.RoomLength } room ? room : typed.Trim();

    /// <summary>Why it cannot be the room of this dwelling: it names another building or entrance.</summary>
    public static string? Problem(string typed, string building, int entrance, int storey)
    {
        if (Read(typed, storey) is not { } room) return null;
        if (room.Building is { } told && BuildingName.Read(told)?.Key != BuildingName.Read(building)?.Key) return $"室号里的楼栋与本楼“{building}”不一致，请只填室号，如 201。";
        return room.Entrance is { } other && other != entrance ? $"室号里是 {other} 单元，单元栏是 {entrance}，不一致。" : null;
    }

    /// <summary>Whether it would be read as of some building, or of another entrance.</summary>
    public static bool IsElsewhere(string room, int entrance, int storey) => Read(room, storey) is { } read && (read.Building is not null || (read.Entrance is { } told && told != entrance));

    /// <summary>Only a room written 01 wants its storey: 5 is 5 where rooms are counted through the whole entrance.</summary>
    private static RoomNumber? Read(string typed, int storey) => RoomNumber.Read(typed, isBuildingKnown: true, typed.Trim() is ['0' or '０', _] ? storey : null);
}
