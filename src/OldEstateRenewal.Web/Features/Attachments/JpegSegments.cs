using System.Buffers.Binary;

namespace OldEstateRenewal.Web.Features.Attachments;

/// <summary>
/// Walks a JPEG segment by segment and keeps what makes the picture: EXIF with its place and camera, comments, thumbnails and whatever
/// follows the end are left out. The pixels are not touched.
/// </summary>
public static class JpegSegments
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;
    private const int Upright = 1, MostOrientation = 8, OrientationTag = 0x0112, EntrySize = 12;

    /// <summary>The picture alone, or null where this is no whole JPEG.</summary>
    public static byte[]? Strip(ReadOnlySpan<byte> jpeg)
    {
        if (jpeg is not [0xFF, Start, 0xFF, ..]) return null;
        using var kept = new MemoryStream(jpeg.Length);
        kept.Write(jpeg[..2]);
        var (at, hasFrame, hasScan) = (2, false, false);
        while (at + 1 < jpeg.Length && jpeg[at] == 0xFF)
        {
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == End)
            {
                kept.Write([0xFF, End]);
                return hasFrame && hasScan ? kept.ToArray() : null;
            }

            if (Length(jpeg, at) is not { } length) return null;
            Keep(kept, marker, jpeg.Slice(at, length));
            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            at += length;
            if (marker != Scan) continue;
            hasScan = true;
            var scanned = ScanLength(jpeg[at..]);
            kept.Write(jpeg.Slice(at, scanned));
            at += scanned;
        }

        return null;
    }

    /// <summary>The segment with its marker, or null where there is none.</summary>
    private static int? Length(ReadOnlySpan<byte> jpeg, int at)
    {
        if (jpeg[at + 1] is < 0xC0 or (>= 0xD0 and <= Start) || at + 4 > jpeg.Length) return null;
        var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        return length < 2 || at + 2 + length > jpeg.Length ? null : 2 + length;
    }

    private static void Keep(MemoryStream kept, byte marker, ReadOnlySpan<byte> segment)
    {
        var content = segment[4..];
        var keeps = marker switch
        {
            App0 => content.StartsWith("JFIF\0"u8),
            App2 => content.StartsWith("ICC_PROFILE\0"u8),
            App14 => content.StartsWith("Adobe"u8),
            Comment => false,
            _ => marker is < App0 or > App15,
        };
        if (keeps) kept.Write(segment);
        else if (marker == App1 && Orientation(content) is > Upright and <= MostOrientation and var turned) kept.Write(Turned(turned));
    }

    /// <summary>Coded data runs to the next marker; FF00 is a byte of it, FFD0–FFD7 only restart it.</summary>
    private static int ScanLength(ReadOnlySpan<byte> data)
    {
        var at = 0;
        while (at + 1 < data.Length && !(data[at] == 0xFF && data[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))) at++;
        return at;
    }

    /// <summary>Which way up the camera was held; a phone's picture would lie on its side without it.</summary>
    private static int Orientation(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < 14) return Upright;
        var tiff = exif[6..];
        var little = tiff[0] == (byte)'I';
        int Short(ReadOnlySpan<byte> from) => little ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);
        var directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2) return Upright;
        var entries = tiff[(int)directory..];
        var count = Short(entries);
        for (var i = 0; i < count && 2 + ((i + 1) * EntrySize) <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + (i * EntrySize), EntrySize);
            if (Short(entry) == OrientationTag) return Short(entry[8..]);
        }

        return Upright;
    }

    private static ReadOnlySpan<byte> Turned(int orientation) => (byte[])
    [
        0xFF, App1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];
}
