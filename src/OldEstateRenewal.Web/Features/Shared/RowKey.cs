using System.Globalization;

namespace OldEstateRenewal.Web.Features.Shared;

internal static class RowKey
{
    /// <summary>Which row of a list a posted name belongs to: 2 of "Items[2].Marks"; null where it belongs to none.</summary>
    public static int? Of(string key, string list) =>
        key.StartsWith(list + "[", StringComparison.Ordinal) && key.IndexOf(']', StringComparison.Ordinal) is > 0 and var end && int.TryParse(key.AsSpan(list.Length + 1, end - list.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
}
