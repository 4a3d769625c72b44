using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;

namespace OldEstateRenewal.Documents;

/// <summary>
/// The archive that an office file is (办公文件包). The SDK makes the small parts in memory; they are copied into a new
/// archive, and the one large part goes straight into its entry there: writing it through the SDK's package would hold all
/// of it in memory. What the SDK names at random gets fixed names, so that the same content is the same bytes.
/// </summary>
internal static class OfficeFile
{
    private const string Relations = "_rels/.rels";
    private const string CoreFolder = "package/services/metadata/core-properties/";
    private const string CorePath = CoreFolder + "core.psmdcp";

    /// <summary>Writes a file.</summary>
    /// <param name="target">Written to front to back.</param>
    /// <param name="madeAt">The time of its parts.</param>
    /// <param name="rootPart">What the package is opened by, such as /xl/workbook.xml.</param>
    /// <param name="createSmallParts">Makes all parts, the large one empty, and returns the path of that.</param>
    /// <param name="writeLargePart">Writes the large one.</param>
    public static void Write(
        Stream target, DateTimeOffset madeAt, string rootPart, Func<Stream, string> createSmallParts, Action<OpenXmlWriter> writeLargePart)
    {
        using var smallParts = new MemoryStream();
        var largePart = createSmallParts(smallParts);
        using var source = new ZipArchive(smallParts, ZipArchiveMode.Read);
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in source.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
        {
            var entry = archive.CreateEntry(NameOf(part), CompressionLevel.Fastest);
            entry.LastWriteTime = madeAt;
            using var stream = entry.Open();
            if ('/' + part.FullName == largePart)
                WriteLargePart(stream, writeLargePart);
            else if (part.FullName == Relations)
                WriteRelations(stream, rootPart);
            else
                Copy(part, stream);
        }
    }

    private static string NameOf(ZipArchiveEntry part) =>
        part.FullName.StartsWith(CoreFolder, StringComparison.Ordinal) ? CorePath : part.FullName;

    private static void WriteRelations(Stream stream, string rootPart)
    {
        const string Types = "http://schemas.openxmlformats.org/";
        stream.Write(Encoding.UTF8.GetBytes(
            $"""
            <?xml version="1.0" encoding="utf-8"?><Relationships xmlns="{Types}package/2006/relationships"><Relationship Type="{Types}officeDocument/2006/relationships/officeDocument" Target="{rootPart}" Id="rId1" /><Relationship Type="{Types}package/2006/relationships/metadata/core-properties" Target="/{CorePath}" Id="rId2" /></Relationships>
            """));
    }

    private static void WriteLargePart(Stream stream, Action<OpenXmlWriter> write)
    {
        using var xml = OpenXmlWriter.Create(stream);
        write(xml);
    }

    private static void Copy(ZipArchiveEntry part, Stream stream)
    {
        using var content = part.Open();
        content.CopyTo(stream);
    }
}
