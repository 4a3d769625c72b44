namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>Small files of every kind a clerk, or someone worse, may send.</summary>
public static class Pictures
{
    public static readonly byte[] Secret = "GPS:36.51N,118.54E"u8.ToArray();

    /// <summary>The smallest grey JPEG that programs accept; written by hand, segment by segment.</summary>
    public static byte[] Jpeg(params byte[][] segments) =>
    [
        0xFF, 0xD8, .. segments.SelectMany(segment => segment),
        0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
        0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 20, 0, 1, .. new byte[15], 0,
        0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x3F, 0xFF, 0x00, 0x3F,
        0xFF, 0xD9,
    ];

    public static byte[] Segment(byte marker, params byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>EXIF of a phone held upright: orientation, then where it was.</summary>
    public static byte[] Exif(byte orientation, bool little = true) => Segment(0xE1, little
        ? [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. Secret]
        : [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. Secret]);

    public static byte[] Png(bool told = true) =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0), .. told ? Chunk("tEXt", Secret) : [], .. told ? Chunk("eXIf", Secret) : [],
        .. Chunk("IDAT", 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1), .. Chunk("IEND"),
    ];

    public static byte[] Pdf(string inside = "") => System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog{inside}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static bool Holds(byte[] file, byte[] what) => file.AsSpan().IndexOf(what) >= 0;

    private static byte[] Chunk(string type, params byte[] data) => [0, 0, 0, (byte)data.Length, .. System.Text.Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
}
