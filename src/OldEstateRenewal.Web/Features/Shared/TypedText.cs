namespace OldEstateRenewal.Web.Features.Shared;

internal static class TypedText
{
    /// <summary>What was typed without the blanks around it; nothing but blanks is nothing.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
