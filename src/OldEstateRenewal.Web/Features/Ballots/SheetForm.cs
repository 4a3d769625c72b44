using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>One sheet of the stack: its code, and what is ticked on it.</summary>
public sealed class SheetForm
{
    public Guid ActId { get; set; }

    public string? Code { get; set; }

    /// <summary>By matter; nothing ticked leaves the matter empty.</summary>
    public Dictionary<Guid, string?> Choices { get; set; } = [];

    public bool Signed { get; set; }

    /// <summary>The votes that who records was shown and means to replace, as matter:vote.</summary>
    public List<string> Seen { get; set; } = [];

    /// <summary>The code as typed or scanned: full-width digits narrowed, gaps left out.</summary>
    public string ReadCode() => Code is null || Code.Length > 40 ? "" : new string(ReceiptCode.Narrow(Code).Where(letter => !char.IsWhiteSpace(letter) && letter != '-').ToArray());

    public Dictionary<Guid, VoteChoice?> ReadChoices() => Choices.Where(choice => Enum.TryParse<VoteChoice>(choice.Value, out var known) && Enum.IsDefined(known) && known.ToString() == choice.Value)
        .ToDictionary(choice => choice.Key, choice => (VoteChoice?)Enum.Parse<VoteChoice>(choice.Value!));

    /// <summary>What is wrong with a code by itself; null when only the roll can tell.</summary>
    public static string? WhyNotCode(string code) =>
        code.Length == 0 ? "请输入或扫描票号。"
        : code.Length != RollEntry.SheetCodeLength || !code.All(char.IsAsciiDigit) ? $"票号是 {RollEntry.SheetCodeLength} 位数字，请核对票面。"
        : BallotRoll.CheckDigit(code[..^1]) != code[^1] ? "票号有误（校验位不符），可能输错了一位，请核对票面。"
        : null;
}

public sealed class SheetReversalForm
{
    public Guid ActId { get; set; }

    /// <summary>The act to be taken back.</summary>
    public Guid OfActId { get; set; }
}

/// <summary>A sheet that was entered: what was said on each matter, and whether it still stands.</summary>
public sealed record SheetLine(Guid ActId, RollEntry Entry, DateTimeOffset At, IReadOnlyList<BallotVote> Votes, bool Stands)
{
    public string Words(Ballot ballot) => string.Join("，", Votes.OrderBy(vote => ballot.Matters.First(matter => matter.Id == vote.MatterId).Sequence)
        .Select(vote => (ballot.Matters.Count > 1 ? $"{ballot.Matters.First(matter => matter.Id == vote.MatterId).Sequence}. " : "") + (vote.Choice?.Name() ?? "撤回")));
}

public sealed record SheetPage(Ballot Ballot, SheetForm Form, RollEntry? Entry, IReadOnlyList<BallotVote> Standing, IReadOnlyList<SheetLine> Last, IReadOnlyList<string> Against, int Entered, int Units);
