using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>表决票 of one dwelling on one sheet: who, what, boxes to tick, where to sign, and the receipt to tear off. Lengths are millimetres.</summary>
public sealed class BallotSheet(BallotPack pack, PrintedUnit unit)
{
    private const int CodeSize = 22;
    private const int NumberColumn = 9;
    private const int ChoiceColumn = 23;
    private const int Tick = 5;
    private const int ReceiptHeight = 50;
    private const int SignatureHeight = 42;
    private const int MostText = 30;
    private static readonly string[] choices = ["同意", "不同意", "弃权"];
    private static readonly PaperText title = new(16, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText bold = new(11, PaperFace.Heading);
    private static readonly PaperText body = new(11);
    private static readonly PaperText small = new(9);
    private static readonly PaperText large = new(16, PaperFace.Heading);

    private Ballot Ballot => pack.Ballot;

    private RollEntry Entry => unit.Entry;

    private string SheetCode => BallotPack.Grouped(Entry.SheetCode);

    public void Draw(PdfPaper paper)
    {
        DrawHead(paper);
        DrawUnit(paper);
        DrawText(paper);
        DrawMatters(paper);
        if (paper.Y > paper.Height - ReceiptHeight - SignatureHeight) Continue(paper);
        DrawSignature(paper, paper.Height - ReceiptHeight - SignatureHeight);
        DrawReceipt(paper, paper.Height - ReceiptHeight);
    }

    private void DrawHead(PdfPaper paper)
    {
        var width = paper.Width - 2 * (CodeSize + 4);
        paper.Draw(QrCode.Of(Entry.SheetCode), paper.Width - CodeSize, 0, CodeSize);
        paper.Put($"票号 {SheetCode}", small with { Alignment = ColumnAlignment.Center }, paper.Width - CodeSize - 6, CodeSize + 1, CodeSize + 12);
        paper.Put(pack.Demonstration, small, 0, 0, CodeSize + 4);
        var height = paper.Put($"{Ballot.Estate!.Name}\n{pack.SheetName}", title, CodeSize + 4, 0, width);
        paper.Put($"截止：{pack.ClosesAt}", body with { Alignment = ColumnAlignment.Center }, CodeSize + 4, height + 2, width);
        paper.Y = Math.Max(height + 10, CodeSize + 8);
    }

    private void DrawUnit(PdfPaper paper)
    {
        var owners = string.Join("、", Entry.Owners.Select(owner => owner.Name));
        if (owners.Length == 0) owners = Entry.Holding.Name();
        Row(paper, [("房屋", 14), ($"{Entry.Building} {Entry.Place}", 66), ("面积", 14), ($"{Entry.Area} ㎡（{Entry.AreaSource.Name()}）", paper.Width - 94)]);
        Row(paper, [("业主", 14), (owners, paper.Width - 14)]);
    }

    private static void Row(PdfPaper paper, (string Text, double Width)[] cells)
    {
        var height = cells.Max(cell => paper.Measure(cell.Text, body, cell.Width - 4)) + 3;
        var left = 0.0;
        for (var i = 0; i < cells.Length; i++)
        {
            paper.Frame(left, paper.Y, cells[i].Width, height);
            paper.Put(cells[i].Text, i % 2 == 0 ? bold : body, left + 2, paper.Y + 1.5, cells[i].Width - 4);
            left += cells[i].Width;
        }

        paper.Y += height;
    }

    private void DrawText(PdfPaper paper)
    {
        paper.Skip(3);
        paper.Write($"{(pack.Act == "表决" ? "交付表决" : "征询")}的内容", bold);
        paper.Write(paper.Fit(Ballot.Text, small with { Size = 10 }, paper.Width, MostText, "……（全文见说明）"), small with { Size = 10 });
        paper.Skip(3);
    }

    private void DrawMatters(PdfPaper paper)
    {
        paper.Line(0, paper.Y, paper.Width, paper.Y);
        foreach (var matter in Ballot.Matters) DrawMatter(paper, matter);
    }

    private void DrawMatter(PdfPaper paper, BallotMatter matter)
    {
        var width = paper.Width - NumberColumn - choices.Length * ChoiceColumn - 3;
        var rule = $"{matter.RuleWords}（{matter.Question?.Rule.Citation}）";
        var height = Math.Max(paper.Measure(matter.Title, bold, width) + paper.Measure(rule, small, width), 8) + 4;
        if (paper.Y + height > paper.Height) Continue(paper);
        var top = paper.Y + 2;
        paper.Put($"{matter.Sequence}.", bold, 1, top, NumberColumn - 1);
        var used = paper.Put(matter.Title, bold, NumberColumn, top, width);
        paper.Put(rule, small, NumberColumn, top + used, width);
        for (var i = 0; i < choices.Length; i++)
        {
            var left = paper.Width - (choices.Length - i) * ChoiceColumn;
            paper.Frame(left, paper.Y + height / 2 - Tick / 2.0, Tick, Tick);
            paper.Put(choices[i], body, left + Tick + 1.5, paper.Y + height / 2 - 2.6, ChoiceColumn - Tick - 1.5);
        }

        paper.Y += height;
        paper.Line(0, paper.Y, paper.Width, paper.Y);
    }

    private void Continue(PdfPaper paper)
    {
        paper.NextPage();
        paper.Draw(QrCode.Of(Entry.SheetCode), paper.Width - CodeSize, 0, CodeSize);
        paper.Put($"{Ballot.Estate!.Name}　{pack.SheetName}（续）\n{Entry.Building} {Entry.Place}　票号 {SheetCode}", bold, 0, 2, paper.Width - CodeSize - 4);
        paper.Y = CodeSize + 4;
    }

    private static void DrawSignature(PdfPaper paper, double top)
    {
        paper.Put("业主（或受托人）签字", body, 0, top + 5, 42);
        paper.Line(42, top + 11, 100, top + 11);
        paper.Put("日期　　　　　年　　　月　　　日", body, 0, top + 16, 100);
        paper.Put("受托人填写：受业主书面委托，姓名", body, 0, top + 27, 66);
        paper.Line(64, top + 33, 100, top + 33);
        paper.Frame(102, top + 28, 4, 4);
        paper.Put("附授权委托书", body, 107.5, top + 27, 30);
        paper.Frame(paper.Width - 32, top + 1, 32, 34);
        paper.Put("手印", small with { Alignment = ColumnAlignment.Center }, paper.Width - 32, top + 2, 32);
    }

    private void DrawReceipt(PdfPaper paper, double top)
    {
        paper.CutLine(top);
        paper.Put("沿虚线撕下", small with { Alignment = ColumnAlignment.Center }, 0, top - 5, paper.Width);
        paper.Put("回　执", large, 0, top + 4, 40);
        paper.Put($"{Ballot.Estate!.Name}　{Ballot.Name}\n{Entry.Building} {Entry.Place}　票号 {SheetCode}", body, 40, top + 4, paper.Width - 40 - CodeSize - 4);
        paper.Put("回执码", bold, 0, top + 19, 20);
        paper.Put(ReceiptCode.Group(unit.Receipt), new PaperText(14, PaperFace.Heading), 20, top + 18, paper.Width - 20 - CodeSize - 4);
        paper.Put($"查询本户的票怎样记录、是否计入及结果：{pack.LookUp}\n县（市、区）代码：{pack.Tenant.Key}　　回执码只能查到本户，请妥善保存，勿告诉他人。", small, 0, top + 30, paper.Width - CodeSize - 6);
        paper.Draw(QrCode.Of($"{pack.LookUp}?county={pack.Tenant.Key}"), paper.Width - CodeSize, top + 6, CodeSize);
        paper.Put("查询网址", small with { Alignment = ColumnAlignment.Center }, paper.Width - CodeSize, top + 7 + CodeSize, CodeSize);
    }
}
