namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>Looks for bytes in a stream without keeping it (字节查找).</summary>
internal static class ByteSearch
{
    private const int Chunk = 81_920;

    /// <summary>How often the bytes occur, counted no further than <paramref name="enough"/>.</summary>
    public static int Count(Stream stream, ReadOnlySpan<byte> wanted, int enough)
    {
        var buffer = new byte[Chunk];
        var count = 0;
        for (var (kept, read) = (0, 0); (read = stream.Read(buffer, kept, Chunk - kept)) > 0;)
        {
            var filled = buffer.AsSpan(0, kept + read);
            for (var at = filled.IndexOf(wanted); at >= 0; at = filled.IndexOf(wanted))
            {
                if (++count >= enough) return count;
                filled = filled[(at + wanted.Length)..];
            }

            kept = Math.Min(filled.Length, wanted.Length - 1);
            filled[^kept..].CopyTo(buffer);
        }

        return count;
    }

    /// <summary>Reads on until the bytes were found, and gives what stands behind them, up to a limit; null when they do not occur.</summary>
    public static byte[]? Behind(Stream stream, ReadOnlySpan<byte> wanted, int limit)
    {
        var buffer = new byte[Chunk];
        for (var (kept, read) = (0, 0); (read = stream.Read(buffer, kept, Chunk - kept)) > 0;)
        {
            var filled = buffer.AsSpan(0, kept + read);
            if (filled.IndexOf(wanted) is >= 0 and var at) return Rest(stream, filled[(at + wanted.Length)..], limit);
            kept = Math.Min(filled.Length, wanted.Length - 1);
            filled[^kept..].CopyTo(buffer);
        }

        return null;
    }

    private static byte[] Rest(Stream stream, ReadOnlySpan<byte> first, int limit)
    {
        using var rest = new MemoryStream();
        rest.Write(first);
        var buffer = new byte[Chunk];
        for (int read; rest.Length < limit && (read = stream.Read(buffer)) > 0;) rest.Write(buffer, 0, read);
        return rest.ToArray();
    }
}
