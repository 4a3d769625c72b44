using System.Buffers.Text;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>Reads the references of merged areas (合并单元格的引用) out of the end of a sheet: &lt;mergeCell ref="A2:A5"/&gt;.</summary>
internal static class MergedRefs
{
    public static IReadOnlyList<MergedArea> Read(ReadOnlySpan<byte> rest, int limit)
    {
        var areas = new List<MergedArea>();
        for (var at = rest.IndexOf("mergeCell "u8); at >= 0; at = rest.IndexOf("mergeCell "u8))
        {
            rest = rest[at..];
            var end = rest.IndexOf((byte)'>');
            if (end < 0) break;
            if (Area(rest[..end]) is { } area) areas.Add(area);
            if (areas.Count > limit) throw new UnreadableFileException($"工作表中合并的单元格超过 {limit} 处，无法读取。请取消合并后再上传。");
            rest = rest[end..];
        }

        return [.. areas.OrderBy(area => area.FirstRow).ThenBy(area => area.FirstColumn)];
    }

    private static MergedArea? Area(ReadOnlySpan<byte> element)
    {
        var at = element.IndexOf("ref="u8);
        if (at < 0 || at + 5 >= element.Length) return null;
        var value = element[(at + 5)..];
        var end = value.IndexOf(element[at + 4]);
        if (end < 0) return null;
        value = value[..end];
        var colon = value.IndexOf((byte)':');
        return colon > 0 && Cell(value[..colon]) is var (firstRow, firstColumn) && Cell(value[(colon + 1)..]) is var (lastRow, lastColumn) && lastRow >= firstRow && lastColumn >= firstColumn
            ? new(firstRow, firstColumn, lastRow, lastColumn)
            : null;
    }

    private static (int Row, int Column)? Cell(ReadOnlySpan<byte> reference)
    {
        var column = 0;
        var at = 0;
        for (; at < reference.Length && at < 4 && reference[at] is >= (byte)'A' and <= (byte)'Z'; at++) column = column * 26 + reference[at] - 'A' + 1;
        return column > 0 && Utf8Parser.TryParse(reference[at..], out int row, out var used) && used == reference.Length - at && row > 0 ? (row, column - 1) : null;
    }
}
