using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Documents.Word;

namespace OldEstateRenewal.Documents.Tests.Support;

/// <summary>A Word file as others see it: the SDK's validator, LibreOffice, and whoever reads its XML.</summary>
internal sealed class WordFile
{
    private static readonly XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public WordFile(TableReport report)
    {
        using var stream = new MemoryStream();
        WordTableWriter.Write(report, stream);
        Content = stream.ToArray();
    }

    public WordFile(OfficialPaper paper)
    {
        using var stream = new MemoryStream();
        WordOfficialPaperWriter.Write(paper, stream);
        Content = stream.ToArray();
    }

    public byte[] Content { get; }

    public XDocument Document => Part("word/document.xml");

    public string[] Errors
    {
        get
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(Content), isEditable: false);
            return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
        }
    }

    /// <summary>Style and text of every paragraph that is not empty, in tables too.</summary>
    public List<(string Style, string Text)> Paragraphs
        => [.. Document.Descendants(word + "p").Select(paragraph => (StyleOf(paragraph), TextOf(paragraph))).Where(paragraph => paragraph.Item2.Length > 0)];

    /// <summary>The cells of a table, row by row.</summary>
    public List<string[]> Rows(int table = 0)
        => [.. Document.Descendants(word + "tbl").ElementAt(table).Elements(word + "tr")
            .Select(row => row.Elements(word + "tc").Select(cell => string.Join('\n', cell.Elements(word + "p").Select(TextOf))).ToArray())];

    public XDocument Part(string path)
    {
        using var archive = new ZipArchive(new MemoryStream(Content));
        using var part = archive.GetEntry(path)!.Open();
        return XDocument.Load(part);
    }

    public IEnumerable<XElement> Elements(string name) => Document.Descendants(word + name);

    public static string? Value(XElement? element, string name = "val") => element?.Attribute(word + name)?.Value;

    public static XElement? Child(XElement element, params string[] path)
        => path.Aggregate((XElement?)element, (parent, name) => parent?.Element(word + name));

    /// <summary>The file as LibreOffice prints it.</summary>
    public PdfFile Printed() => new(Converted("pdf"));

    /// <summary>The file as LibreOffice reads its text.</summary>
    public string Read() => System.Text.Encoding.UTF8.GetString(Converted("txt:Text (encoded):UTF8")).TrimStart('\uFEFF').ReplaceLineEndings("\n");

    private byte[] Converted(string kind)
    {
        using var folder = new ScratchFolder();
        var path = folder.Save("paper.docx", Content);
        Tool.Text(
            "soffice", "libreoffice-writer-nogui", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless",
            "--convert-to", kind, "--outdir", folder.FullName, path);
        return File.ReadAllBytes(Path.Combine(folder.FullName, "paper." + kind.Split(':')[0]));
    }

    private static string StyleOf(XElement paragraph) => Value(Child(paragraph, "pPr", "pStyle")) ?? "";

    private static string TextOf(XElement paragraph) => string.Concat(paragraph.Descendants().Where(part => part.Name.Namespace == word).Select(part => part.Name.LocalName switch
    {
        "t" => part.Value,
        "br" => "\n",
        "tab" when part.Parent!.Name.LocalName == "r" => "\t",
        _ => "",
    }));
}
