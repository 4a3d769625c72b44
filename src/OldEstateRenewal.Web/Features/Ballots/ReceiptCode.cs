namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>回执码 as it is printed and as people type it.</summary>
public static class ReceiptCode
{
    public const int MostTyped = 80;
    private const int GroupLength = 4;

    /// <summary>In groups of four, which eye and finger can keep.</summary>
    public static string Group(string code) => string.Join(' ', code.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>What was meant: without gaps and hyphens, in capitals, full-width letters narrowed; the code has no O, I or L.</summary>
    public static string Read(string? typed)
    {
        if (typed is null || typed.Length > MostTyped) return "";
        return new string(Narrow(typed).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(letter => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter }).ToArray());
    }

    /// <summary>Full-width forms as a Chinese keyboard leaves them, made narrow; without globalization data Unicode's own way is not at hand.</summary>
    public static string Narrow(string typed) => new(typed.Select(letter => letter switch { '　' => ' ', >= '！' and <= '～' => (char)(letter - '！' + '!'), _ => letter }).ToArray());
}
