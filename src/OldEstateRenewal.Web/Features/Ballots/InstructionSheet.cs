using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>表决说明: how to fill in the ballot, until when and how it is handed in, what must be reached, and the text in full.</summary>
public sealed class InstructionSheet(BallotPack pack)
{
    private const int Indent = 6;
    private static readonly PaperText title = new(18, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText heading = new(12, PaperFace.Heading);
    private static readonly PaperText body = new(11);

    public void Draw(PdfPaper paper)
    {
        paper.Write($"{pack.Ballot.Estate!.Name}\n{pack.Ballot.Name}说明", title);
        paper.Skip(2);
        paper.Write($"{pack.Building}　　截止：{pack.ClosesAt}　　{pack.Demonstration}".TrimEnd(), body with { Alignment = ColumnAlignment.Center });
        Section(paper, "一、怎样填票", Filling());
        Section(paper, "二、怎样交票", Channels());
        Section(paper, $"三、{pack.Act}哪些事项，怎样算通过", Matters());
        Section(paper, "四、回执", [
            "每张票的下方是回执，交票时撕下自行保存。",
            $"凭回执码可以查询：本户的票怎样记录、是否计入；截止后还可查询结果。查询网址：{pack.LookUp}，县（市、区）代码：{pack.Tenant.Key}。",
            "一户一码，只能查到本户。请勿把回执码告诉他人。"]);
        Section(paper, $"五、{(pack.Act == "表决" ? "交付表决" : "征询")}的全文", [pack.Ballot.Text], numbered: false);
    }

    private List<string> Filling() =>
    [
        "一套房一张票。票上已印好房号、业主和面积，请先核对；有误的请告知经办人，不要自行涂改。",
        $"每个事项分别{pack.Act}：在“同意”“不同意”“弃权”中选一个，在方框内打√。一个事项选了几个的，该事项按无效票计。",
        "由业主本人签字、按手印，写明日期。一套房有几个业主的，只有一张票，请商定一致后填写。",
        $"本人不能填写的，可以书面委托他人：在票上写明受托人，并附授权委托书。{ProxyLimit()}",
    ];

    private string ProxyLimit() => Questions.Select(question => question.ProxyLimit).OfType<Domain.Policies.PolicyAnswer<ChannelRule>>().OrderBy(answer => answer.Item.ProxyLimit).FirstOrDefault() is { } limit
        ? $"一人接受委托不得超过 {limit.Item.ProxyLimit} 人（{limit.Citation}）。" : "";

    private IEnumerable<ConsentQuestion> Questions => pack.Ballot.Matters.Select(matter => matter.Question).OfType<ConsentQuestion>();

    private List<string> Channels()
    {
        var lines = new List<string> { $"请于 {pack.ClosesAt} 前交回，过时不收。" };
        foreach (var channel in BallotReader.ChannelsOf(pack.Ballot).Where(channel => channel != VoteChannel.Imported))
        {
            var rules = Questions.SelectMany(question => question.Channels).Where(rule => rule.Item.Channel == channel).DistinctBy(rule => rule.Item.InWords).ToList();
            lines.Add($"{channel.Name()}：{(rules.Count > 0 ? string.Join("；", rules.Select(rule => $"{rule.Item.InWords}（{rule.Citation}）")) : "可以采用")}。");
        }

        return lines;
    }

    private List<string> Matters() => pack.Ballot.Matters.Select(matter => (matter, matter.Question)).Where(pair => pair.Question is not null)
        .Select(pair => $"{pair.matter.Title}（{pair.Question!.Rule.Item.Basis.Name()}）。{pair.matter.RuleWords}。依据：{pair.Question.Rule.Citation}。").ToList();

    private static void Section(PdfPaper paper, string name, List<string> lines, bool numbered = true)
    {
        paper.Skip(3);
        paper.Need(14);
        paper.Write(name, heading);
        paper.Skip(1);
        for (var i = 0; i < lines.Count; i++)
        {
            if (numbered)
            {
                paper.Need(6);
                paper.Put($"{i + 1}.", body, 0, paper.Y, Indent);
            }

            paper.Write(lines[i], body, numbered ? Indent : 0);
        }
    }
}
