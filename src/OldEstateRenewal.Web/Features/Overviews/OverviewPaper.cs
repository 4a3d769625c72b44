using System.Globalization;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Overviews;

/// <summary>The leader's page on one A4. Lengths are millimetres; what does not fit was left out by the reader, which says how many.</summary>
public sealed class OverviewPaper(Overview overview, Tenant tenant, DateTimeOffset madeAt)
{
    public static readonly PaperLayout Layout = PaperLayout.Portrait with { Margins = new PageMargins(18, 18, 15, 18), Numbering = PageNumbering.None };

    private const double Row = 5.6;
    private static readonly PaperText title = new(18, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText centred = new(9.5, PaperFace.Body, ColumnAlignment.Center);
    private static readonly PaperText heading = new(11.5, PaperFace.Heading);
    private static readonly PaperText body = new(9.5);
    private static readonly PaperText bold = new(9.5, PaperFace.Heading);

    public void Draw(PdfPaper paper, string name)
    {
        paper.Write(name, title);
        paper.Write($"{(overview.Year is { } year ? $"{year}年计划　" : "")}{overview.On.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}{(tenant.IsDemonstration ? "　演示，非真实信息" : "")}", centred);
        paper.Skip(2);
        Targets(paper);
        Money(paper);
        Late(paper);
        Ballots(paper);
        Trend(paper);
        paper.Put($"制表时间：{madeAt.ToChinaText()}　数字与周调度同源：已报送的按报送数，未报的按上次报送数或台账数。", body with { Size = 8 }, 0, paper.Height - 4, paper.Width);
    }

    private void Targets(PdfPaper paper)
    {
        Head(paper, "目标与完成");
        if (overview.Targets.Count == 0) paper.Write("还没有改造项目。", body);
        else Table(paper, [("指标", 46, false), ("计划", 40, true), ("实际", 40, true), ("单位", 14, false), ("完成率", 34, true)], overview.Targets.Select(line => new[] { line.Name, line.Planned, line.Actual, line.Unit, line.Rate.Text }));
    }

    private void Money(PdfPaper paper)
    {
        if (overview.Money.Count == 0) return;
        Head(paper, "资金（元）");
        Table(paper, [("来源", 50, false), ("批复", 34, true), ("到位", 34, true), ("支付", 34, true), ("支付率", 22, true)], overview.Money.Select(line => new[] { line.Name, $"{line.Approved}", $"{line.Received}", $"{line.Paid}", line.OfReceived }));
    }

    private void Late(PdfPaper paper)
    {
        Head(paper, overview.MoreLate > 0 ? $"逾期事项（另有 {overview.MoreLate} 项）" : "逾期事项");
        if (overview.Late.Count == 0) paper.Write("没有逾期事项。", body);
        else Table(paper, [("项目", 50, false), ("环节", 34, false), ("责任单位", 44, false), ("责任人", 18, false), ("逾期", 28, false)], overview.Late.Select(line => new[] { line.Project, line.Stage, line.Body, line.Officer ?? "未定", line.Late }));
    }

    private void Ballots(PdfPaper paper)
    {
        if (overview.Ballots.Count == 0) return;
        Head(paper, "即将截止的表决");
        Table(paper, [("小区", 60, false), ("表决", 74, false), ("截止", 40, false)], overview.Ballots.Select(line => new[] { line.Estate, line.Name, line.ClosesAt.ToChinaText() }));
    }

    private void Trend(PdfPaper paper)
    {
        if (overview.Trend.Count == 0) return;
        Head(paper, "近几周（已审定）");
        var weeks = overview.Trend.TakeLast(8).ToList();
        var width = (paper.Width - 26) / 8;
        Table(paper, [("", 26, false), .. weeks.Select(week => (week.Week.ToString("M-d", CultureInfo.InvariantCulture), width, true))],
            [["开工率", .. weeks.Select(week => week.Start)], ["完工率", .. weeks.Select(week => week.Completion)]]);
    }

    private static void Head(PdfPaper paper, string text)
    {
        paper.Skip(2.5);
        paper.Write(text, heading);
        paper.Skip(0.8);
    }

    private static void Table(PdfPaper paper, IReadOnlyList<(string Head, double Width, bool IsNumber)> columns, IEnumerable<string[]> rows)
    {
        Line(paper, columns, columns.Select(column => column.Head).ToArray(), isHead: true);
        foreach (var row in rows) Line(paper, columns, row, isHead: false);
        paper.Line(0, paper.Y, columns.Sum(column => column.Width), paper.Y);
    }

    private static void Line(PdfPaper paper, IReadOnlyList<(string Head, double Width, bool IsNumber)> columns, string[] cells, bool isHead)
    {
        paper.Line(0, paper.Y, columns.Sum(column => column.Width), paper.Y);
        var left = 0.0;
        for (var i = 0; i < columns.Count; i++)
        {
            var style = (isHead ? bold : body) with { Alignment = columns[i].IsNumber ? ColumnAlignment.Right : ColumnAlignment.Left };
            var width = columns[i].Width - 2;
            paper.Put(paper.Fit(cells[i], style, width, Row, "…"), style, left + 1, paper.Y + 0.7, width);
            left += columns[i].Width;
        }

        paper.Y += Row;
    }
}
