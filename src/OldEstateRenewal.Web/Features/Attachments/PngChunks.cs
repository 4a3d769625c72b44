using System.Buffers.Binary;

namespace OldEstateRenewal.Web.Features.Attachments;

/// <summary>Walks a PNG chunk by chunk and keeps what makes the picture: texts, times, EXIF and whatever follows the end are left out.</summary>
public static class PngChunks
{
    private const int Frame = 12;

    /// <summary>The picture alone, or null where this is no whole PNG.</summary>
    public static byte[]? Strip(ReadOnlySpan<byte> png)
    {
        ReadOnlySpan<byte> signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        if (!png.StartsWith(signature)) return null;
        using var kept = new MemoryStream(png.Length);
        kept.Write(signature);
        var (at, hasData) = (signature.Length, false);
        while (at + Frame <= png.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - Frame) return null;
            var type = png.Slice(at + 4, 4);
            if (at == signature.Length && !type.SequenceEqual("IHDR"u8)) return null;
            var chunk = png.Slice(at, Frame + (int)length);
            if (!Tells(type)) kept.Write(chunk);
            hasData |= type.SequenceEqual("IDAT"u8);
            if (type.SequenceEqual("IEND"u8)) return hasData ? kept.ToArray() : null;
            at += chunk.Length;
        }

        return null;
    }

    private static bool Tells(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("eXIf"u8) || type.SequenceEqual("tEXt"u8) || type.SequenceEqual("zTXt"u8) || type.SequenceEqual("iTXt"u8) || type.SequenceEqual("tIME"u8);
}
