namespace OldEstateRenewal.Documents.Papers;

/// <summary>Where the seals come (用印方式), GB/T 9704—2012 7.3.5.</summary>
public enum SealPlace
{
    /// <summary>No seal (不加盖印章): signature two characters from the right, the day under it.</summary>
    Unsealed,

    /// <summary>Over signature and day (加盖印章): these are centred on each other with room for a round seal of 42 mm.</summary>
    OverSignature,
}

/// <summary>How the papers of one body look (发文版式): a tenant keeps one for each kind of paper.</summary>
public sealed record PaperTemplate
{
    /// <summary>The mark at the head (发文机关标志), such as 泰安市住房和城乡建设局文件, a line break starting a new line of it; null for no red head.</summary>
    public string? Mark { get; init; }

    /// <summary>The colour of the mark and the line under it; red by default.</summary>
    public PaperColour MarkColour { get; init; } = PaperColour.Red;

    /// <summary>Who signs (署名机关), in their order; more than one for a joint paper (联合行文).</summary>
    public IReadOnlyList<string> Signatories { get; init; } = [];

    /// <summary>Where the seals come.</summary>
    public SealPlace Seal { get; init; }

    /// <summary>The typefaces.</summary>
    public PaperFonts Fonts { get; init; } = PaperFonts.Default;
}
