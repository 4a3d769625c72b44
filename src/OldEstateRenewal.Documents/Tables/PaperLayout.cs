namespace OldEstateRenewal.Documents.Tables;

/// <summary>Which way the A4 sheet lies (纸张方向).</summary>
public enum PaperOrientation
{
    /// <summary>Upright, 210 × 297 mm (纵向).</summary>
    Portrait,

    /// <summary>On its side, 297 × 210 mm (横向).</summary>
    Landscape,
}

/// <summary>How pages are numbered at the foot (页码样式).</summary>
public enum PageNumbering
{
    /// <summary>— 1 —, odd pages at the right, even pages at the left, as in GB/T 9704.</summary>
    Official,

    /// <summary>第 1 页 共 3 页, at the right. A PDF then lays out the table twice, once to count the pages.</summary>
    OfTotal,

    /// <summary>No numbers.</summary>
    None,
}

/// <summary>The margins of a page in millimetres (页边距).</summary>
/// <param name="Top">天头.</param>
/// <param name="Left">订口 of an upright page.</param>
/// <param name="Bottom">The foot, which holds page number and source line.</param>
/// <param name="Right">切口 of an upright page.</param>
public sealed record PageMargins(double Top, double Left, double Bottom, double Right);

/// <summary>The A4 paper a report is printed on (版面), in the manner of GB/T 9704.</summary>
public sealed record PaperLayout
{
    /// <summary>An upright page: text area 156 × 225 mm.</summary>
    public static PaperLayout Portrait { get; } = new() { Margins = new(37, 28, 35, 26) };

    /// <summary>The upright page turned, its head at the binding edge: text area 225 × 156 mm.</summary>
    public static PaperLayout Landscape { get; } = new()
    {
        Orientation = PaperOrientation.Landscape,
        Margins = new(28, 35, 26, 37),
    };

    /// <summary>Which way the sheet lies.</summary>
    public PaperOrientation Orientation { get; init; }

    /// <summary>The margins.</summary>
    public required PageMargins Margins { get; init; }

    /// <summary>The size of the table's text in points; 12 is 小四, 10.5 is 五号.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public double TextSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 12;

    /// <summary>How pages are numbered.</summary>
    public PageNumbering Numbering { get; init; }

    /// <summary>Whether the source line stands at the foot of every page; otherwise of the last one only.</summary>
    public bool SourceOnEveryPage { get; init; }
}
