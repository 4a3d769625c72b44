using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Tables;
using Names = OldEstateRenewal.Documents.Word.WordStyleNames;

namespace OldEstateRenewal.Documents.Word;

/// <summary>Writes the text of an official paper, front to back (公文正文).</summary>
internal sealed class WordPaper(OpenXmlWriter xml, OfficialPaper paper)
{
    private const double CharactersOfLabel = 1.25;

    private bool _isTurned;
    private bool _beginsPage;

    private PaperLayout Layout => _isTurned ? PaperLayout.Landscape : PaperLayout.Portrait;

    public void Write()
    {
        WriteHead();
        WriteBody(paper.Body, isSigned: true);
        WriteAttachmentNames();
        Turn(isTurned: false);
        new WordSignature(Add, xml.WriteElement).Write(paper);
        WriteAttachments();
        new WordEnding(xml.WriteElement, WordSection.WidthOf(Layout), isPinned: true).Write(paper.Provenance, paper.Colophon);
        xml.WriteElement(WordSection.Of(Layout, hasGrid: true));
    }

    private void WriteHead()
    {
        var hasMark = !string.IsNullOrEmpty(paper.Template.Mark);
        if (hasMark)
        {
            Add(new(Names.Mark, paper.Template.Mark!));
            Add(new(Names.Number, paper.Number ?? ""));
        }
        Add(new(Names.Title, paper.Title) { LinesAfter = hasMark || paper.Number is null ? 1 : 0 });
        if (!hasMark && paper.Number is { } number)
            Add(new(Names.Issue, number) { LinesAfter = 1 });
        if (paper.AddresseeLine is { } addressees)
            Add(new(Names.Addressees, addressees));
    }

    private void WriteBody(IReadOnlyList<PaperBlock> body, bool isSigned, string? shownTitle = null)
    {
        var number = 0;
        foreach (var (label, block) in PaperOutline.Number(body))
        {
            var isLast = ++number == body.Count && isSigned;
            if (block is PaperTable table)
                Write(table, shownTitle);
            else
                Turn(isTurned: false);
            if (block is PaperHeading heading)
                Add(new(Names.HeadingOf(heading.Level), label + heading.Text));
            else if (block is PaperParagraph paragraph)
                Write(paragraph, isLast);
        }
    }

    private void Write(PaperParagraph paragraph, bool isLast)
    {
        var parts = SafeText.Clean(paragraph.Text).Split('\n');
        for (var i = 0; i < parts.Length; i++)
            Add(new(Names.Text, parts[i]) { KeepsNext = isLast && i == parts.Length - 1 });
    }

    private void Write(PaperTable table, string? shownTitle)
    {
        Turn(table.IsTurned);
        var report = table.Report;
        if (report.Title != shownTitle)
            Add(new(Names.TableTitle, report.Title));
        if (report.Subtitle is { } subtitle)
            Add(new(Names.TableNote, subtitle) { Alignment = JustificationValues.Center, KeepsNext = true });
        WordTable.WriteWithNotes(xml, report, WordSection.WidthOf(Layout));
    }

    private void WriteAttachmentNames()
    {
        if (paper.Attachments.Count == 0)
            return;
        Turn(isTurned: false);
        for (var i = 0; i < paper.Attachments.Count; i++)
        {
            var (before, start) = i == 0 ? (OfficialPaper.AttachmentWord + "：", 2.0) : ("", 5.0);
            var label = paper.Attachments.Count == 1 ? "" : $"{i + 1}. ";
            var hanging = (before.Length + (label.Length == 0 ? 0 : CharactersOfLabel)) * WordUnits.Character;
            Add(new(Names.AttachmentList, before + label + paper.Attachments[i].Name)
            {
                LinesBefore = i == 0 ? 1 : 0,
                Indent = ((int)(start * WordUnits.Character + hanging), (int)hanging),
            });
        }
    }

    private void WriteAttachments()
    {
        for (var i = 0; i < paper.Attachments.Count; i++)
        {
            var attachment = paper.Attachments[i];
            if (attachment.Body.Count == 0)
                continue;
            var isTurned = attachment.Body[0] is PaperTable { IsTurned: true };
            _beginsPage = isTurned == _isTurned;
            Turn(isTurned);
            Add(new(Names.AttachmentMark, OfficialPaper.AttachmentWord + (paper.Attachments.Count == 1 ? "" : $"{i + 1}")));
            Add(new(Names.Title, attachment.Name) { LinesBefore = 1, LinesAfter = 1, KeepsNext = true });
            WriteBody(attachment.Body, isSigned: false, attachment.Name);
        }
    }

    private void Turn(bool isTurned)
    {
        if (isTurned == _isTurned)
            return;
        xml.WriteElement(WordSection.Break(WordSection.Of(Layout, hasGrid: true)));
        _isTurned = isTurned;
    }

    private void Add(WordParagraph paragraph)
    {
        xml.WriteElement((paragraph with { BeginsPage = _beginsPage }).ToElement());
        _beginsPage = false;
    }
}
