using System.Globalization;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;
using ColumnAlignment = OldEstateRenewal.Documents.Tables.ColumnAlignment;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>公示 as it hangs on the wall: in the look of an official paper (GB/T 9704), its masked list behind it.</summary>
public sealed record NoticePaper(Notice Notice, Term? Term, Tenant Tenant, DateTimeOffset MadeAt)
{
    internal static readonly PaperText Title = new(22, PaperFace.Title, ColumnAlignment.Center);
    internal static readonly PaperText Body = new(16);
    internal static readonly PaperText Small = new(12);

    public PaperHead Head => new(Notice.Title, Notice.Body, MadeAt.ToChina());

    /// <summary>From when to when, or for how long while it is not posted.</summary>
    public static string Period(Notice notice, Term? term) => term is null
        ? $"自张贴次日起 {notice.Days} {Unit(notice)}"
        : $"{Day(term.From)}张贴，公示 {notice.Days} {Unit(notice)}，{Day(term.LastDay)}届满（张贴当日不计入）";

    public void Draw(PdfPaper paper)
    {
        paper.Write(Notice.Title, Title);
        if (Tenant.IsDemonstration) paper.Write("演示，非真实信息", Small with { Alignment = ColumnAlignment.Center });
        paper.Skip(10);
        foreach (var line in Notice.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) paper.Write("　　" + line, IsHeading(line) ? Body with { Face = PaperFace.Heading } : Body);
        paper.Write($"　　公示期：{Period(Notice, Term)}。", Body);
        paper.Write($"　　联系方式：{Notice.Contact}。", Body);
        if (Notice.List is not null) paper.Write("　　附：各户投票情况表（隐去姓名和部分室号）", Body);
        paper.Skip(16);
        paper.Need(24);
        paper.Write($"{Notice.Body}　　", Body with { Alignment = ColumnAlignment.Right });
        paper.Write($"{(Notice.PostedOn is { } posted ? Day(posted) : "　　　　年　　月　　日")}　　", Body with { Alignment = ColumnAlignment.Right });
        if (Notice.List is { } list) paper.Add(Table(list));
    }

    /// <summary>一、改造范围 stands out.</summary>
    private static bool IsHeading(string line) => line.Length < 20 && line.IndexOf('、', StringComparison.Ordinal) is > 0 and < 4 && "一二三四五六七八九十".Contains(line[0], StringComparison.Ordinal);

    private TableReport<string[]> Table(string list) => new(
        [TableColumn.Serial<string[]>(), new("楼栋", 20, row => row[0]), new("房屋", 24, row => row.ElementAtOrDefault(1)), new("投票", 14, row => row.ElementAtOrDefault(2)) { Alignment = ColumnAlignment.Center }],
        list.Split('\n').Select(line => line.Split('\t')))
    {
        Title = $"{Notice.Title}附表",
        Notes = ["姓名不公布；室号只写首位。"],
        Author = Notice.Body,
        MadeAt = MadeAt.ToChina(),
        Paper = PaperLayout.Portrait with { TextSize = 11 },
    };

    internal static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Unit(Notice notice) => notice.TermRule.Unit == DayUnit.Unstated ? notice.Chosen switch { DayUnit.Calendar => "日（日历日）", DayUnit.Working => "个工作日", _ => "天（日历日或工作日未定）" } : notice.Unit == DayUnit.Calendar ? "日（日历日）" : "个工作日";
}

/// <summary>公示情况说明: what the next step asks for, made of what was registered.</summary>
public sealed record NoticeStatement(NoticePage Page, Tenant Tenant, DateTimeOffset MadeAt)
{
    private static readonly PaperText cell = new(11);

    public string Title => $"关于{Page.Notice.Title}情况的说明";

    public PaperHead Head => new(Title, Page.Notice.Body, MadeAt.ToChina());

    public void Draw(PdfPaper paper)
    {
        paper.Write(Title, NoticePaper.Title);
        if (Tenant.IsDemonstration) paper.Write("演示，非真实信息", NoticePaper.Small with { Alignment = ColumnAlignment.Center });
        paper.Skip(8);
        foreach (var line in Lines()) paper.Write("　　" + line, NoticePaper.Body);
        if (Page.Objections.Count > 0) Objections(paper);
        paper.Skip(14);
        paper.Need(24);
        paper.Write($"{Page.Notice.Body}（盖章）　　\n{NoticePaper.Day(Page.Notice.EndedOn ?? Page.Today)}　　", NoticePaper.Body with { Alignment = ColumnAlignment.Right });
    }

    private IEnumerable<string> Lines()
    {
        var notice = Page.Notice;
        yield return $"《{notice.Title}》{NoticePaper.Period(notice, Page.Term)}，张贴于{notice.Place}。{(Page.Rule is { } rule ? $"依据：{rule.Item.Citation}。" : "")}";
        if (Page.Caveat is { } caveat) yield return $"期限说明：{caveat}。";
        var earlier = Page.Series.Where(other => other.State == NoticeState.Superseded).ToList();
        if (earlier.Count > 0) yield return $"此前文字有变，{string.Join("、", earlier.Select(other => $"第 {other.Revision} 稿（{other.PostedOn:yyyy-MM-dd} 张贴，{other.EndedOn:yyyy-MM-dd} 起由新稿代替）"))}；公示期自新稿张贴之日重新起算。";
        yield return $"公示留影：{string.Join("；", Page.Photos.Select(line => $"{line.Photo.Phase.InWords()} {line.Photo.TakenOn:yyyy-MM-dd}（{line.File.FileName}，内容指纹 {Convert.ToHexStringLower(line.File.Sha256)[..12]}）"))}。照片随附。";
        yield return Page.Objections.Count == 0 ? "公示期间未收到异议。" : $"公示期间收到异议 {Page.Objections.Count} 件，已答复 {Page.Objections.Count(o => o.Reply?.Kind == ReplyKind.Answered)} 件，不作异议处理 {Page.Objections.Count(o => o.Reply?.Kind == ReplyKind.SetAside)} 件，详见下表。";
    }

    private void Objections(PdfPaper paper)
    {
        paper.Skip(4);
        Row(paper, ["编号", "来源、日期", "异议摘要", "处理情况"], PaperFace.Heading);
        foreach (var objection in Page.Objections)
            Row(paper, [objection.Receipt, $"{objection.Channel.Name()} {objection.ReceivedOn:yyyy-MM-dd}", objection.Reply?.Summary ?? "", objection.Reply is { } reply ? $"{reply.RepliedOn:yyyy-MM-dd} {reply.Kind.Name()}：{reply.Text}" : "未答复"]);
    }

    private static void Row(PdfPaper paper, string[] cells, PaperFace face = PaperFace.Body)
    {
        double[] widths = [26, 26, 44, paper.Width - 96];
        var style = cell with { Face = face };
        var height = cells.Select((text, at) => paper.Measure(text, style, widths[at] - 2)).Max() + 2;
        paper.Need(Math.Min(height, paper.Height));
        for (var (at, left) = (0, 0.0); at < cells.Length; left += widths[at], at++)
        {
            paper.Frame(left, paper.Y, widths[at], height);
            paper.Put(cells[at], style, left + 1, paper.Y + 1, widths[at] - 2);
        }

        paper.Y += height;
    }
}
