using System.Globalization;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>户账单 on paper, a page for each household: what it pays, by which clause, how that was worked out, what is paid, how to pay. Lengths are millimetres.</summary>
public sealed class BillPaper(BillRun run, Tenant tenant, IReadOnlyList<PartWorking> parts, DateTimeOffset madeAt)
{
    private const int LabelColumn = 16;
    private const int MoneyColumn = 38;
    private const int StampHeight = 26;
    private static readonly PaperText title = new(18, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText centred = new(10.5, PaperFace.Body, ColumnAlignment.Center);
    private static readonly PaperText bold = new(11, PaperFace.Heading);
    private static readonly PaperText amount = new(11, PaperFace.Heading, ColumnAlignment.Right);
    private static readonly PaperText body = new(10.5);
    private static readonly PaperText small = new(9);

    public void Draw(PdfPaper paper, IReadOnlyList<BillLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) paper.NextPage();
            DrawBill(paper, lines[i]);
        }
    }

    private void DrawBill(PdfPaper paper, BillLine line)
    {
        DrawHead(paper, line);
        foreach (var part in parts.Where(part => part.Concerns(line.Bill.BuildingId))) DrawPart(paper, line.Bill, part);
        DrawSum(paper, line);
        DrawPayment(paper);
        paper.Need(StampHeight);
        paper.Skip(8);
        paper.Write($"{tenant.Name}老旧小区改造工作机构（盖章）\n{madeAt.ToChina().ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}", body with { Alignment = ColumnAlignment.Right });
    }

    private void DrawHead(PdfPaper paper, BillLine line)
    {
        paper.Write($"{run.Estate!.Name}改造{BillWords.Title(run)}", title);
        if (Mark is { Length: > 0 } mark) paper.Write(mark, centred);
        paper.Skip(2);
        paper.Write($"{run.Project!.Name}　第{run.Number}批第{line.Bill.Number}号{(run.IssuedAt is { } at ? at.ToChina().ToString("　yyyy年M月d日出账", CultureInfo.InvariantCulture) : "")}", centred);
        paper.Skip(3);
        var area = line.Bill.Area == Area.Zero ? "未登记" : $"{line.Bill.Area} ㎡";
        Row(paper, [("房屋", LabelColumn), (line.Place, 70), ("面积", LabelColumn), (area, 34), ("楼层", LabelColumn), (HouseholdWords.StoreyName(line.Bill.Storey), paper.Width - 3 * LabelColumn - 104)]);
        Row(paper, [("业主", LabelColumn), (line.Owners.Count > 0 ? line.OwnerNames : "未登记业主", paper.Width - LabelColumn)]);
        paper.Skip(3);
        paper.Line(0, paper.Y, paper.Width, paper.Y);
    }

    private string Mark => string.Join("　", new[] { run.State switch { BillRunState.Draft => "试算稿，尚未出账，不作缴款依据", BillRunState.Withdrawn => "已撤销，不作缴款依据", _ => "" }, tenant.IsDemonstration ? "演示，非真实信息" : "" }.Where(text => text.Length > 0));

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

    private static void DrawPart(PdfPaper paper, Bill bill, PartWorking part)
    {
        var width = paper.Width - MoneyColumn;
        var name = $"{part.Part.Sequence + 1}. {part.Part.Name}";
        string[] words = part.IsTakenOff ? [part.Part.Clause, part.Of(bill)] : [$"费用 {part.Part.Cost} 元，其中业主承担 {part.Part.Amount} 元，{part.Count} 户分摊", $"依据：{part.Part.Clause.Replace("\n", "；", StringComparison.Ordinal)}", $"计算：{part.Of(bill)}"];
        paper.Need(paper.Measure(name, bold, width) + words.Sum(text => paper.Measure(text, small, paper.Width - 8)) + 6);
        paper.Skip(2);
        paper.Put($"{Money.FromFen(bill.Amounts[part.Part.Sequence])} 元", amount, width, paper.Y, MoneyColumn - 2);
        paper.Y += paper.Put(name, bold, 2, paper.Y, width - 4);
        foreach (var text in words) paper.Y += paper.Put(text, small, 6, paper.Y, paper.Width - 8);
        paper.Skip(2);
        paper.Line(0, paper.Y, paper.Width, paper.Y);
    }

    private void DrawSum(PdfPaper paper, BillLine line)
    {
        paper.Need(32);
        paper.Skip(2);
        var width = paper.Width - MoneyColumn;
        Figure(line.Bill.Amount < Money.Zero ? "本批应退合计" : "本批应缴合计", line.Bill.Amount, bold);
        if (run.State == BillRunState.Issued)
        {
            var balance = line.Balance;
            if (balance.Billed != line.Bill.Amount) Figure("本户各批账单合计", balance.Billed, body);
            if (balance.Relieved != Money.Zero) Figure("减免、救助", -balance.Relieved, body);
            Figure("已缴", balance.Paid, body);
            Figure(balance.Outstanding < Money.Zero ? "多缴" : "尚欠", balance.Outstanding < Money.Zero ? -balance.Outstanding : balance.Outstanding, bold);
        }

        paper.Line(0, paper.Y + 1, paper.Width, paper.Y + 1);
        paper.Skip(3);
        paper.Write($"各户金额取整到分：先舍去分以下，余下的分按余数从大到小逐户加一分，各户合计等于业主承担额。{(run.Basis is null ? "" : $"\n业主约定分摊方式的依据：{run.Basis}")}\n已缴、尚欠截至 {madeAt.ToChinaText()}。", small);
        void Figure(string name, Money money, PaperText style)
        {
            paper.Put($"{money} 元", style with { Alignment = ColumnAlignment.Right }, width, paper.Y, MoneyColumn - 2);
            paper.Y += paper.Put(name, style, 2, paper.Y, width - 4) + 1;
        }
    }

    private void DrawPayment(PdfPaper paper)
    {
        if (run.State != BillRunState.Issued) return;
        paper.Skip(4);
        paper.Write($"缴款期限：{run.DueOn?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}", bold);
        paper.Skip(1);
        paper.Write($"缴费方式：{run.HowToPay}", body);
        paper.Skip(1);
        paper.Write("对金额有异议的，请在缴款期限前向社区或住建部门提出。", small);
    }
}
