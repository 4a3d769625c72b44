namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>A volume of water or gas (用量), exact to 0.01 ㎥; never negative.</summary>
public readonly record struct Volume
{
    private Volume(long hundredths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hundredths);
        Hundredths = hundredths;
    }

    /// <summary>The volume in hundredths of a cubic metre (0.01 ㎥).</summary>
    public long Hundredths { get; }

    /// <summary>Makes a volume of so many 0.01 ㎥.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static Volume FromHundredths(long hundredths) => new(hundredths);

    /// <summary>Reads cubic metres such as "144" or "240.05"; false when negative, finer than 0.01 or no number.</summary>
    public static bool TryParse(string? text, out Volume volume)
    {
        var read = Domain.Hundredths.TryParse(text, out var hundredths) && hundredths >= 0;
        volume = read ? new Volume(hundredths) : default;
        return read;
    }

    /// <summary>Cubic metres without trailing zeros: 144, 240.05.</summary>
    public override string ToString() => Domain.Hundredths.Trimmed(Hundredths);
}
