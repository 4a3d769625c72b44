using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Features.Imports;

namespace OldEstateRenewal.Web.Features.Ballots;

public sealed class OfficialResultForm
{
    public const int MostText = 200_000;
    public const int SourceLength = 200;

    public Guid ActId { get; set; }

    public Guid MatterId { get; set; }

    /// <summary>Which system, and under which number the result was given out.</summary>
    [Required(ErrorMessage = "请写明出自哪个系统、文号或批次。"), StringLength(SourceLength, ErrorMessage = "来源不超过 {1} 字。")]
    public string? Source { get; set; }

    [Required(ErrorMessage = "请粘贴结果。"), StringLength(MostText, ErrorMessage = "一次不超过 {1} 字，请分批导入。")]
    public string? Lines { get; set; }
}

/// <summary>One line of the official result: which household, what it said.</summary>
public sealed record OfficialLine(int Number, RollEntry Entry, VoteChoice Choice);

/// <summary>官方系统的结果: lines of place and choice, matched with the roll; whatever is unclear is told and nothing is taken.</summary>
public sealed class OfficialResult
{
    private static readonly char[] blanks = [' ', '\t', ',', '，', '　', ';', '；'];

    public List<OfficialLine> Lines { get; } = [];

    public List<string> Problems { get; } = [];

    public static OfficialResult Read(string text, IReadOnlyList<RollEntry> roll)
    {
        var (result, places) = (new OfficialResult(), Places(roll));
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() is { Length: > 0 } line) result.Take(i + 1, line, places);
        }

        foreach (var twice in result.Lines.GroupBy(line => line.Entry.Id).Where(group => group.Count() > 1))
            result.Problems.Add($"第 {string.Join("、", twice.Select(line => line.Number))} 行是同一户。");
        return result;
    }

    /// <summary>The number of a line's act: the same paste sent twice is the same acts.</summary>
    public static Guid ActOf(Guid paste, Guid dwelling) => new(SHA256.HashData([.. paste.ToByteArray(), .. dwelling.ToByteArray()]).AsSpan(0, 16));

    private void Take(int number, string line, Dictionary<string, RollEntry?> places)
    {
        var parts = line.Split(blanks, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || ChoiceOf(parts[^1]) is not { } choice)
        {
            Problems.Add($"第 {number} 行：末尾应为 同意、不同意、弃权 或 无效。");
            return;
        }

        if (!places.TryGetValue(Key(string.Concat(parts[..^1])), out var entry) && (parts.Length < 3 || !places.TryGetValue(Key(string.Join('-', parts[..^1])), out entry))) Problems.Add($"第 {number} 行：名册中没有“{string.Join(' ', parts[..^1])}”。");
        else if (entry is null) Problems.Add($"第 {number} 行：“{string.Join(' ', parts[..^1])}”不止一户，请写全楼栋、单元、室号，或写票号。");
        else if (entry.Exclusion is not null) Problems.Add($"第 {number} 行：{entry.Building} {entry.Place} 不计入（{entry.Exclusion}）。");
        else Lines.Add(new OfficialLine(number, entry, choice));
    }

    private static VoteChoice? ChoiceOf(string text) => text switch
    {
        "同意" or "赞成" => VoteChoice.Agree,
        "不同意" or "反对" => VoteChoice.Oppose,
        "弃权" => VoteChoice.Abstain,
        "无效" => VoteChoice.Invalid,
        _ => null,
    };

    /// <summary>Every way a household is written; one that fits two has none.</summary>
    private static Dictionary<string, RollEntry?> Places(IReadOnlyList<RollEntry> roll)
    {
        var places = new Dictionary<string, RollEntry?>(StringComparer.Ordinal);
        foreach (var entry in roll)
        {
            var building = RegistryNames.Building(entry.Building);
            string[] ways = [entry.SheetCode, $"{building}-{entry.Entrance}-{entry.Room}", $"{entry.Building}{entry.Entrance}单元{entry.Room}", $"{entry.Building}{entry.Room}", $"{building}-{entry.Room}"];
            foreach (var way in ways.Select(Key).Distinct()) places[way] = places.TryGetValue(way, out var other) && other?.Id != entry.Id ? null : entry;
        }

        return places;
    }

    private static string Key(string place) => WrittenText.Plain(place).Replace("号楼", "-", StringComparison.Ordinal).Replace("栋", "-", StringComparison.Ordinal).Replace("幢", "-", StringComparison.Ordinal).Replace("#", "-", StringComparison.Ordinal)
        .Replace("单元", "-", StringComparison.Ordinal).Replace("室", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("--", "-", StringComparison.Ordinal);
}
