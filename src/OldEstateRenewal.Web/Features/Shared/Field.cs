namespace OldEstateRenewal.Web.Features.Shared;

/// <summary>One line to type in: label, hint, what was typed, what is wrong with it.</summary>
/// <param name="Name">The name posted.</param>
/// <param name="Label">The label, with its unit.</param>
/// <param name="Value">What stands in it; what the person typed goes before.</param>
/// <param name="Current">What someone else saved in the meantime, shown when it differs.</param>
public sealed record Field(string Name, string Label, object? Value, object? Current = null)
{
    public string? Hint { get; init; }
    public bool Required { get; init; }
    public int? MaxLength { get; init; }
    public string? InputMode { get; init; }
}
