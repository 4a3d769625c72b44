namespace OldEstateRenewal.Documents.Tables;

/// <summary>Where the text of a column's cells stands (对齐方式). Headings are always centred.</summary>
public enum ColumnAlignment
{
    /// <summary>Numbers at the right, days centred, text at the left.</summary>
    ByContent,

    /// <summary>At the left (左对齐).</summary>
    Left,

    /// <summary>In the middle (居中), as most official annexes have it.</summary>
    Center,

    /// <summary>At the right (右对齐).</summary>
    Right,
}
