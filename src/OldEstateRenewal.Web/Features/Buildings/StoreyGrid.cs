namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>Something that has its place in a building.</summary>
public interface IPlaced
{
    int Entrance { get; }
    int Storey { get; }
    string Room { get; }
    int Position { get; }
    int Span { get; }
}

/// <summary>One cell: a dwelling, or an empty place where the storey has none.</summary>
public sealed record GridSlot<T>(T? Item, int Span) where T : class;

public sealed record GridStorey<T>(int Storey, IReadOnlyList<GridSlot<T>> Slots) where T : class;

/// <summary>One entrance (0: what belongs to none), its storeys from the top.</summary>
public sealed record GridEntrance<T>(int Entrance, int Width, IReadOnlyList<GridStorey<T>> Storeys) where T : class;

/// <summary>楼盘表: lays dwellings out by entrance, storey and place; gaps stay gaps, joined flats take several places.</summary>
public static class StoreyGrid
{
    /// <summary>A place farther right than this is taken for unknown.</summary>
    public const int MostPositions = 60;

    public static List<GridEntrance<T>> Of<T>(IEnumerable<T> items) where T : class, IPlaced =>
        items.GroupBy(item => item.Entrance).OrderBy(entrance => entrance.Key == 0 ? int.MaxValue : entrance.Key).Select(Entrance).ToList();

    private static GridEntrance<T> Entrance<T>(IGrouping<int, T> items) where T : class, IPlaced
    {
        var storeys = items.GroupBy(item => item.Storey).OrderByDescending(storey => storey.Key).Select(storey => (storey.Key, Slots: Slots(storey))).ToList();
        var width = storeys.Max(storey => storey.Slots.Sum(slot => slot.Span));
        foreach (var (_, slots) in storeys) slots.AddRange(Enumerable.Repeat(new GridSlot<T>(null, 1), width - slots.Sum(slot => slot.Span)));
        return new GridEntrance<T>(items.Key, width, storeys.Select(storey => new GridStorey<T>(storey.Key, storey.Slots)).ToList());
    }

    private static List<GridSlot<T>> Slots<T>(IEnumerable<T> items) where T : class, IPlaced
    {
        var slots = new List<GridSlot<T>>();
        var next = 1;
        foreach (var item in items.OrderBy(item => item.Position is 0 or > MostPositions ? int.MaxValue : item.Position).ThenBy(item => item.Room, StringComparer.Ordinal))
        {
            if (item.Position > next && item.Position <= MostPositions)
            {
                slots.AddRange(Enumerable.Repeat(new GridSlot<T>(null, 1), item.Position - next));
                next = item.Position;
            }

            slots.Add(new GridSlot<T>(item, item.Span));
            next += item.Span;
        }

        return slots;
    }
}
