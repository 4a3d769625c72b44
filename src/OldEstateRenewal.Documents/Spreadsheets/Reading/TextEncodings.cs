using System.Text;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>Finds out how a text file is written (文本编码): UTF-8, UTF-16 or GB18030.</summary>
internal static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding, strict, or null where it is no text at all.</summary>
    public static Encoding? Of(Stream content)
    {
        Span<byte> head = stackalloc byte[4096];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new UnicodeEncoding(false, true, true);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new UnicodeEncoding(true, true, true);
        if (head.Contains((byte)0)) return WithoutMark(head);
        if (head.ContainsAnyInRange((byte)1, (byte)8) || head.ContainsAnyInRange((byte)14, (byte)31)) return null;
        return Decodes(content, new UTF8Encoding(false, true)) ? new UTF8Encoding(true, true) : Chinese();
    }

    private static Encoding Chinese() => Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    // Text in Latin letters and digits has its zeros always on the same side.
    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        var zeros = new int[2];
        for (var i = 0; i < head.Length; i++) zeros[i % 2] += head[i] == 0 ? 1 : 0;
        return zeros[0] == 0 ? new(false, false, true) : zeros[1] == 0 ? new(true, false, true) : null;
    }

    private static bool Decodes(Stream content, Encoding encoding)
    {
        content.Position = 0;
        var (decoder, bytes, letters) = (encoding.GetDecoder(), new byte[65_536], new char[65_536]);
        try
        {
            for (int read; (read = content.Read(bytes)) > 0;) decoder.GetChars(bytes.AsSpan(0, read), letters, flush: false);
            decoder.GetChars([], letters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
