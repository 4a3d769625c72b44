using System.Globalization;
using OldEstateRenewal.Documents.Papers;

namespace OldEstateRenewal.Documents.Word;

/// <summary>Lengths as a Word file counts them (度量单位): twentieths of a point, half points, EMU.</summary>
internal static class WordUnits
{
    private const double TwipsPerMillimetre = 1440 / 25.4;
    private const int TwipsPerPoint = 20;
    private const int EmuPerMillimetre = 36_000;
    private const int CharactersOnLine = 28;
    private const double TextWidth = 156;
    private const double TextHeight = 225;

    /// <summary>From line to line of the grid, 1/22 of the text area.</summary>
    public static int Line { get; } = (int)(TextHeight * TwipsPerMillimetre / OfficialSizes.LinesOnPage);

    /// <summary>From character to character of the grid, 1/28 of the text area.</summary>
    public static int Character { get; } = (int)Math.Round(TextWidth * TwipsPerMillimetre / CharactersOnLine);

    /// <summary>What the grid adds between characters; a grid of characters itself is not laid out alike by all programs.</summary>
    public static int Spacing { get; } = Character - (int)(OfficialSizes.Body * TwipsPerPoint);

    public static int Millimetres(double millimetres) => (int)Math.Round(millimetres * TwipsPerMillimetre);

    public static int Points(double points) => (int)Math.Round(points * TwipsPerPoint);

    public static long Emu(double millimetres) => (long)(millimetres * EmuPerMillimetre);

    /// <summary>A size of text: it is counted in half points.</summary>
    public static string HalfPoints(double points) => Text((int)Math.Round(points * 2));

    /// <summary>A number as it stands in the file.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
