using System.Globalization;

namespace OldEstateRenewal.Documents.Papers;

/// <summary>A block of a body and the number before it (带编号的部分).</summary>
/// <param name="Label">The number of a heading, such as （二）; empty for everything else.</param>
/// <param name="Block">The block.</param>
public sealed record NumberedBlock(string Label, PaperBlock Block);

/// <summary>Numbers headings (层次序数), each level anew under the one above it.</summary>
internal static class PaperOutline
{
    private const string Numerals = "零一二三四五六七八九";

    public static IEnumerable<NumberedBlock> Number(IEnumerable<PaperBlock> blocks)
    {
        var counts = new int[PaperHeading.Deepest];
        foreach (var block in blocks)
        {
            if (block is not PaperHeading { Level: var level })
            {
                yield return new("", block);
                continue;
            }
            counts[level - 1]++;
            Array.Clear(counts, level, counts.Length - level);
            yield return new(LabelOf(level, counts[level - 1]), block);
        }
    }

    private static string LabelOf(int level, int number) => level switch
    {
        1 => Chinese(number) + "、",
        2 => $"（{Chinese(number)}）",
        3 => $"{number}. ",
        _ => $"（{number}）",
    };

    private static string Chinese(int number) => number switch
    {
        < 10 => Numerals[number..(number + 1)],
        < 20 => "十" + (number == 10 ? "" : Chinese(number - 10)),
        < 100 => Chinese(number / 10) + "十" + (number % 10 == 0 ? "" : Chinese(number % 10)),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
