namespace OldEstateRenewal.Documents.Tables;

/// <summary>The sizes of the words around a table, in points (字号).</summary>
internal static class TextSizes
{
    /// <summary>三号.</summary>
    public const double Marker = 16;

    /// <summary>二号.</summary>
    public const double Title = 22;

    /// <summary>四号.</summary>
    public const double Subtitle = 14;

    /// <summary>四号.</summary>
    public const double PageNumber = 14;

    /// <summary>小五.</summary>
    public const double Foot = 9;
}
