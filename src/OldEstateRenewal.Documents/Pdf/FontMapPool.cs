using System.Collections.Concurrent;
using OldEstateRenewal.Documents.Pdf.Native;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>
/// Pango's font maps, kept between documents: one takes 6 ms to make and to fill, and may serve only one thread at a
/// time. There are never more of them than documents were being written at once.
/// </summary>
internal static class FontMapPool
{
    private static readonly ConcurrentBag<PangoFontMap> Idle = [];

    public static PangoFontMap Rent() => Idle.TryTake(out var fontMap) ? fontMap : Pango.CreateFontMap();

    public static void Return(PangoFontMap fontMap) => Idle.Add(fontMap);
}
