using System.Text.Json;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>What the maker of a scheme declared: whether it does what is forbidden, and why it leaves out what may be left out with a reason.</summary>
public sealed record SchemeAnswers
{
    public Dictionary<string, bool> Declared { get; init; } = [];

    public Dictionary<string, string> Explained { get; init; } = [];

    public static SchemeAnswers Read(string json) => JsonSerializer.Deserialize<SchemeAnswers>(json) ?? new SchemeAnswers();

    public string Write() => JsonSerializer.Serialize(this);
}
