namespace OldEstateRenewal.Documents.Papers;

/// <summary>Something that goes with a paper (附件).</summary>
public sealed record PaperAttachment
{
    /// <summary>An attachment of this name.</summary>
    /// <param name="name">Its name, without punctuation at its end.</param>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public PaperAttachment(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name (附件名称).</summary>
    public string Name { get; }

    /// <summary>What it says, on pages of its own after the signature; empty where it is a file apart.</summary>
    public IReadOnlyList<PaperBlock> Body { get; init; } = [];
}
