namespace OldEstateRenewal.Web.Features.Shared;

/// <summary>The way through a list of several pages.</summary>
public sealed record Pages(int Number, int Last, Func<int, string> Link);
