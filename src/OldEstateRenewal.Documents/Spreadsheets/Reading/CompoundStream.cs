using System.Buffers.Binary;
using System.Text;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>One stream of a compound file (复合文档中的流), read through its chain of sectors; short streams lie in small sectors of their own.</summary>
internal sealed class CompoundStream
{
    private const uint LastSector = 0xFFFF_FFFA;
    private const int HeaderLength = 512;
    private const int SmallLength = 64;
    private const int EntryLength = 128;

    private readonly Stream file;
    private readonly byte[] header = new byte[HeaderLength];
    private readonly int sectorLength;
    private readonly List<uint> table;
    private readonly long length;
    private readonly int blockLength;
    private readonly List<long> blocks;

    private CompoundStream(Stream file, string[] names)
    {
        this.file = file;
        file.Position = 0;
        file.ReadExactly(header);
        sectorLength = 1 << Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)), (ushort)7, (ushort)12);
        table = Numbers(TableSectors());
        var folder = Chain(Header(48), table);
        (var first, length) = Entry(folder, names);
        var isSmall = length < Header(56);
        blockLength = isSmall ? SmallLength : sectorLength;
        blocks = isSmall ? Small(first, Chain(Entry(folder, ["Root Entry"]).First, table)) : [.. Chain(first, table).Select(Offset)];
    }

    /// <summary>The stream of one of the names; null where the file holds none.</summary>
    public static CompoundStream? Open(Stream file, params string[] names) => new CompoundStream(file, names) is { blocks.Count: > 0 } stream ? stream : null;

    /// <summary>Fills the bytes from a position on; false where the stream ends before.</summary>
    public bool Read(long position, Span<byte> bytes)
    {
        if (position + bytes.Length > Math.Min(length, (long)blocks.Count * blockLength)) return false;
        while (bytes.Length > 0)
        {
            var within = (int)(position % blockLength);
            var part = bytes[..Math.Min(bytes.Length, blockLength - within)];
            file.Position = blocks[(int)(position / blockLength)] + within;
            file.ReadExactly(part);
            position += part.Length;
            bytes = bytes[part.Length..];
        }

        return true;
    }

    private uint Header(int at) => BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(at));

    private long Offset(uint sector) => (sector + 1L) * sectorLength;

    private List<long> Small(uint first, List<uint> container) =>
        [.. Chain(first, Numbers(Chain(Header(60), table))).Select(small => (long)small * SmallLength).Select(at => Offset(container[(int)(at / sectorLength)]) + at % sectorLength)];

    // The sectors of the allocation table: 109 are named in the header, further ones in sectors of their own.
    private List<uint> TableSectors()
    {
        var sectors = new List<uint>();
        for (var at = 76; at < HeaderLength; at += 4) sectors.Add(Header(at));
        var next = Header(68);
        for (var seen = 0; next < LastSector && seen < file.Length / sectorLength; seen++)
        {
            var numbers = Numbers([next]);
            sectors.AddRange(numbers.SkipLast(1));
            next = numbers[^1];
        }

        return [.. sectors.Where(sector => sector < LastSector)];
    }

    private List<uint> Numbers(List<uint> sectors)
    {
        var numbers = new List<uint>();
        var bytes = new byte[sectorLength];
        foreach (var sector in sectors)
        {
            file.Position = Offset(sector);
            file.ReadExactly(bytes);
            for (var at = 0; at < sectorLength; at += 4) numbers.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)));
        }

        return numbers;
    }

    private static List<uint> Chain(uint first, List<uint> table)
    {
        var sectors = new List<uint>();
        for (var sector = first; sector < LastSector; sector = table[(int)sector])
        {
            sectors.Add(sector);
            if (sectors.Count > table.Count) throw new InvalidDataException("A chain of sectors that bites its tail.");
        }

        return sectors;
    }

    private (uint First, long Length) Entry(List<uint> folder, string[] names)
    {
        var entry = new byte[EntryLength];
        foreach (var offset in folder.SelectMany(sector => Enumerable.Range(0, sectorLength / EntryLength).Select(at => Offset(sector) + at * EntryLength)))
        {
            file.Position = offset;
            file.ReadExactly(entry);
            var letters = BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(64));
            if (letters is >= 2 and <= 64 && names.Contains(Encoding.Unicode.GetString(entry, 0, letters - 2)))
                return (BinaryPrimitives.ReadUInt32LittleEndian(entry.AsSpan(116)), BinaryPrimitives.ReadUInt32LittleEndian(entry.AsSpan(120)));
        }

        return (uint.MaxValue, 0);
    }
}
