using System.Globalization;
using System.Text.RegularExpressions;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Infrastructure;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>A dwelling as the pattern would make it.</summary>
public sealed record PlannedDwelling(int Entrance, int Storey, string Room, int Position, string? Riser, Area? Area, bool Exists = false) : IPlaced
{
    public int Span => 1;
}

/// <summary>批量登记: dwellings by entrance, storey and place on the storey. Reads what was typed; says everything that is wrong with it.</summary>
public sealed partial class DwellingPattern
{
    public const int MostMade = 1000;
    private static readonly char[] separators = ['、', '，', ',', ' ', '；', ';'];
    private readonly BatchForm form;
    private readonly List<int> skipped = [];
    private List<Area?> areas = [];
    private List<string?> risers = [];

    private DwellingPattern(BatchForm form) => this.form = form;

    /// <summary>Field and message for each thing that is wrong; empty when the pattern can be made.</summary>
    public List<(string Field, string Text)> Problems { get; } = [];

    public static DwellingPattern Read(BatchForm form)
    {
        var pattern = new DwellingPattern(form);
        pattern.ReadSkipped();
        pattern.ReadAreas();
        pattern.ReadRisers();
        pattern.CheckOrder();
        return pattern;
    }

    /// <summary>The dwellings, entrance by entrance from the lowest storey up; those with a room that is there already say so.</summary>
    public List<PlannedDwelling> Make(IReadOnlySet<(int Entrance, string Room)> existing)
    {
        var made = new List<PlannedDwelling>();
        if (Problems.Count > 0) return made;
        for (var entrance = form.FirstEntrance; entrance <= form.LastEntrance; entrance++)
        {
            var running = 0;
            foreach (var storey in Storeys())
            {
                for (var position = 1; position <= form.RoomsPerStorey; position++)
                {
                    made.Add(new PlannedDwelling(entrance, storey, Room(entrance, storey, position, ++running), position, risers[position - 1], areas[position - 1]));
                }
            }
        }

        made = Plain(made).Select(dwelling => dwelling with { Exists = existing.Contains((dwelling.Entrance, dwelling.Room)) }).ToList();
        CheckRooms(made);
        return made;
    }

    /// <summary>Rooms as files have them, unless the pattern means something else by what would be read as an entrance: 2-1 on the second storey.</summary>
    private static IEnumerable<PlannedDwelling> Plain(List<PlannedDwelling> made) =>
        made.Exists(dwelling => RoomText.IsElsewhere(dwelling.Room, dwelling.Entrance, dwelling.Storey)) ? made : made.Select(dwelling => dwelling with { Room = RoomText.Plain(dwelling.Room, dwelling.Storey) });

    private IEnumerable<int> Storeys() => Enumerable.Range(form.FirstStorey, form.LastStorey - form.FirstStorey + 1).Where(storey => storey != 0 && !skipped.Contains(storey));

    private string Room(int entrance, int storey, int position, int running)
    {
        // A pattern without the storey counts on from storey to storey: 1 to 12 in one entrance.
        var number = form.RoomPattern!.Contains("{层}", StringComparison.Ordinal) ? position : running;
        return form.RoomPattern.Trim().Replace("{单元}", Text(entrance), StringComparison.Ordinal)
            .Replace("{层}", storey < 0 ? "B" + Text(-storey) : Text(storey), StringComparison.Ordinal)
            .Replace("{两位序号}", number.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{序号}", Text(number), StringComparison.Ordinal);
    }

    private void CheckRooms(List<PlannedDwelling> made)
    {
        if (made.Count == 0) Wrong(nameof(form.LastStorey), "这样的楼层没有可登记的户。");
        if (made.Count > MostMade) Wrong(nameof(form.LastEntrance), $"一次最多登记 {MostMade} 户，这样有 {made.Count} 户，请分几次。");
        if (made.Any(dwelling => dwelling.Room.Length > Dwelling.RoomLength)) Wrong(nameof(form.RoomPattern), $"室号不超过 {Dwelling.RoomLength} 字。");
        var twice = made.GroupBy(dwelling => (dwelling.Entrance, dwelling.Room)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) Wrong(nameof(form.RoomPattern), $"这样会有 {twice.Count()} 个 {HouseholdWords.Place(twice.Key.Entrance, twice.Key.Room)}，室号须带 {{层}} 或 {{序号}}。");
    }

    private void ReadSkipped()
    {
        foreach (var part in Split(form.SkippedStoreys))
        {
            if (int.TryParse(part.TrimEnd('层'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var storey)) skipped.Add(storey);
            else Wrong(nameof(form.SkippedStoreys), "没有的楼层应为数字，用顿号分开，如 13、14。");
        }
    }

    private void ReadAreas()
    {
        var ends = EndsAndMiddle().Match(form.Areas ?? "");
        var parts = ends.Success ? [ends.Groups["end"].Value, ends.Groups["middle"].Value] : Split(form.Areas);
        var read = parts.Select(AreaText.Read).ToList();
        areas = Enumerable.Repeat<Area?>(null, form.RoomsPerStorey).ToList();
        if (parts.Length == 0) return;
        if (read.Any(area => area is null)) Wrong(nameof(form.Areas), "面积应大于 0，最多两位小数，用顿号分开，如 85.5、72、72、85.5，或 边户 85.5 中户 72。");
        else if (ends.Success) areas = Enumerable.Range(1, form.RoomsPerStorey).Select(position => position == 1 || position == form.RoomsPerStorey ? read[0] : read[1]).ToList();
        else if (read.Count == 1) areas = Enumerable.Repeat(read[0], form.RoomsPerStorey).ToList();
        else if (read.Count == form.RoomsPerStorey) areas = read;
        else Wrong(nameof(form.Areas), $"每层 {form.RoomsPerStorey} 户，面积却有 {read.Count} 个：请填 1 个（各户相同）或 {form.RoomsPerStorey} 个（从左到右）。");
    }

    private void ReadRisers()
    {
        var parts = Split(form.Risers);
        risers = Enumerable.Repeat<string?>(null, form.RoomsPerStorey).ToList();
        if (parts.Length == 0) return;
        if (parts is ["按位置"]) risers = Enumerable.Range(1, form.RoomsPerStorey).Select(position => (string?)Text(position)).ToList();
        else if (parts.Length == form.RoomsPerStorey && parts.All(part => part.Length <= Dwelling.RiserLength)) risers = [.. parts];
        else Wrong(nameof(form.Risers), $"每层 {form.RoomsPerStorey} 户，立管须从左到右填 {form.RoomsPerStorey} 个，每个不超过 {Dwelling.RiserLength} 字；或填“按位置”。");
    }

    private void CheckOrder()
    {
        if (form.LastEntrance < form.FirstEntrance) Wrong(nameof(form.LastEntrance), "“到”不能小于“从”。");
        if (form.LastStorey < form.FirstStorey) Wrong(nameof(form.LastStorey), "“到”不能小于“从”。");
    }

    private void Wrong(string field, string text) => Problems.Add((field, text));

    private static string[] Split(string? text) => (text ?? "").Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*边户\s*(?<end>[^\s、，,；;]+)[\s、，,；;]*中户\s*(?<middle>[^\s、，,；;]+)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex EndsAndMiddle();
}

/// <summary>Areas of dwellings as they are typed.</summary>
public static class AreaText
{
    private const decimal Most = 100_000;
    public const string Hint = "面积应大于 0，不超过 100000，最多两位小数。";

    /// <summary>The area, or null when it is none.</summary>
    public static Area? Read(string? typed) =>
        ExactNumberBinder.TryRead(typed?.Trim().TrimEnd('㎡') ?? "", out var number) && number is > 0 and <= Most && decimal.Truncate(number * 100) == number * 100 ? Area.FromSquareMetres(number) : null;
}
