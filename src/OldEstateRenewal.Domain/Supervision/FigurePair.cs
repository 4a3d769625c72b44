using System.Numerics;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>A figure as planned and as it is (计划数、实际数); null is unknown, which is not zero.</summary>
public readonly record struct FigurePair(decimal? Planned, decimal? Actual)
{
    /// <summary>One of the two.</summary>
    public decimal? Of(FigureSide side) => side == FigureSide.Planned ? Planned : Actual;
}

/// <summary>Which of the two figures of a pair.</summary>
public enum FigureSide
{
    /// <summary>计划数.</summary>
    Planned,

    /// <summary>实际数.</summary>
    Actual,
}

/// <summary>One figure of an indicator: which indicator, planned or actual.</summary>
public sealed record FigureTerm(string Key, FigureSide Side)
{
    /// <summary>Its name: 开工小区数, or 计划小区数 for a planned one.</summary>
    public string Name => (Side == FigureSide.Planned ? "计划" : "") + Indicators.Get(Key).Name;

    /// <summary>Its value among figures; null where it is unknown.</summary>
    public decimal? In(IReadOnlyDictionary<string, FigurePair> figures) => figures.TryGetValue(Key, out var pair) ? pair.Of(Side) : null;

    /// <summary>Its name and value: 开工小区数（16 个）.</summary>
    public string InWords(decimal value) => $"{Name}（{Indicators.Get(Key).InWords(value)}）";

    /// <summary>The planned figure.</summary>
    public static FigureTerm Planned(string key) => new(key, FigureSide.Planned);

    /// <summary>The actual figure.</summary>
    public static FigureTerm Actual(string key) => new(key, FigureSide.Actual);
}

/// <summary>Decimals as exact fractions.</summary>
internal static class Exact
{
    public static Fraction Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var scale = bits[3] >> 16 & 0xFF;
        var digits = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        return new Fraction(value < 0 ? -digits : digits, BigInteger.Pow(10, scale));
    }
}
