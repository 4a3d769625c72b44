using System.Globalization;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>One measure as a line of the notice: exact fraction, and the percentage beside it, rounded down.</summary>
public sealed record NoticeMeasure(string Name, string Whole, string Participating, string ParticipatingShare, string Agreeing, string AgreeingShare)
{
    public static NoticeMeasure Heads(string who, MeasurePaper heads) => Of($"{who}（户）", heads, count => count.ToString(CultureInfo.InvariantCulture));

    public static NoticeMeasure Area(MeasurePaper area) => Of("专有部分面积（㎡）", area, hundredths => Domain.Area.FromHundredths(hundredths).SquareMetres.ToString("0.00", CultureInfo.InvariantCulture));

    private static NoticeMeasure Of(string name, MeasurePaper measure, Func<long, string> show) =>
        new(name, show(measure.Whole), show(measure.Participating), Share(measure.Participating, measure.Whole), show(measure.Agreeing), Share(measure.Agreeing, measure.Participating));

    private static string Share(long part, long whole)
    {
        if (whole == 0) return "—";
        var share = new Fraction(part, whole);
        return ((share * 10_000).Denominator.IsOne ? "" : "约 ") + share.ToPercent();
    }
}

/// <summary>结果公告: what was counted and sealed, without any name, for the notice board.</summary>
public sealed record ResultNotice(Ballot Ballot, BallotResult Result, Tenant Tenant, DateTimeOffset MadeAt)
{
    private const int CodeSize = 24;
    private static readonly PaperText title = new(20, PaperFace.Title, ColumnAlignment.Center);
    private static readonly PaperText heading = new(13, PaperFace.Heading);
    private static readonly PaperText body = new(11.5);
    private static readonly PaperText small = new(9.5);

    public ResultPaper Paper { get; } = ResultPaper.Read(Result.Json);

    public string Title => $"{Ballot.Estate!.Name}{Ballot.Name}结果公告";

    public string Seal => Convert.ToHexStringLower(Result.Seal);

    public string SealInGroups => string.Join(' ', Seal.Chunk(8).Select(group => new string(group)));

    public QrCode Code => QrCode.Of(Seal);

    public PaperHead Head => new(Title, Tenant.Name, MadeAt.ToChina());

    public static PaperLayout Layout { get; } = PaperFile.Sheet with { Margins = new PageMargins(25, 24, 20, 24) };

    public string Opening => $"{Ballot.Scope(Ballot.Estate!.Name)}就下列事项{(Paper.Matters.All(matter => matter.Basis == ConsentBasis.Opinion) ? "征询意见" : "进行表决")}，"
        + $"{Day(Ballot.OpenedAt)}开始，{Day(Result.ClosedAt)}截止{(Result.SecondBy is null ? "" : "（提前截止）")}。名册 {Paper.Units} 套{(Paper.Excluded > 0 ? $"（另有 {Paper.Excluded} 套不计入）" : "")}，投票 {Paper.Voted} 套。现将结果公告如下。";

    /// <summary>Where and how long a decision can be fought; opinion decides nothing.</summary>
    public string Remedy => Paper.Matters.Any(matter => matter.Basis == ConsentBasis.Statutory)
        ? "业主认为上述决定侵害其合法权益或者违反法定程序的，可以自知道或者应当知道之日起一年内请求人民法院撤销（《中华人民共和国民法典》第二百八十条，《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》第十二条）。"
        : "本次为意见征询，不是业主共同决定。";

    public static string OutcomeOf(MatterPaper matter) => matter.Parts.Count == 1 ? matter.Parts[0].Outcome.Final()
        : $"{matter.Parts.Count(part => part.Outcome is ConsentOutcome.Carries or ConsentOutcome.CarriedForGood)}/{matter.Parts.Count} 个单位通过";

    /// <summary>The criteria, the rest of the working, and how much was not counted.</summary>
    public static IEnumerable<string> LinesOf(PartPaper part) => part.Criteria.Concat(part.Working.Where(line => !part.Criteria.Contains(line)))
        .Concat(part.Conflicts + part.Refusals > 0 ? [$"意见不一 {part.Conflicts} 户、不符合规定 {part.Refusals} 票，未计入。"] : []);

    public void Draw(PdfPaper paper)
    {
        paper.Write(Title, title);
        paper.Skip(6);
        if (Tenant.IsDemonstration) paper.Write("演示，非真实信息", small with { Alignment = ColumnAlignment.Center });
        paper.Write("　　" + Opening, body);
        for (var i = 0; i < Paper.Matters.Count; i++) DrawMatter(paper, i + 1, Paper.Matters[i]);
        paper.Skip(4);
        paper.Write("　　各户可凭回执码查询本户的票怎样记录、是否计入。对结果有异议的，请向经办人书面提出。", body);
        paper.Write("　　" + Remedy, body);
        DrawSeal(paper);
    }

    private static void DrawMatter(PdfPaper paper, int number, MatterPaper matter)
    {
        paper.Skip(4);
        paper.Need(60);
        paper.Write($"{number}. {matter.Title}　【{OutcomeOf(matter)}】", heading);
        paper.Write($"{matter.Basis.Name()}。规则：{matter.Rule}（{matter.Citation}）。{(matter.Channels.Count > 0 ? "方式：" + string.Join("、", matter.Channels.Select(channel => $"{channel.Key} {channel.Value} 票")) + "。" : "")}", small);
        foreach (var part in matter.Parts) DrawPart(paper, matter, part);
    }

    private static void DrawPart(PdfPaper paper, MatterPaper matter, PartPaper part)
    {
        paper.Skip(1.5);
        paper.Need(40);
        if (matter.Parts.Count > 1) paper.Write($"{part.Name}　【{part.Outcome.Final()}】", small with { Face = PaperFace.Heading });
        Row(paper, ["", "总数", "参与", "参与比例", "同意", "占参与者"], PaperFace.Heading);
        foreach (var measure in new[] { NoticeMeasure.Heads(matter.Who, part.Heads), NoticeMeasure.Area(part.Area) })
            Row(paper, [measure.Name, measure.Whole, measure.Participating, measure.ParticipatingShare, measure.Agreeing, measure.AgreeingShare]);
        paper.Skip(1);
        foreach (var line in LinesOf(part))
        {
            paper.Need(6);
            paper.Put("·", small, 0, paper.Y, 3);
            paper.Write(line, small, 3);
        }
    }

    private static void Row(PdfPaper paper, string[] cells, PaperFace face = PaperFace.Body)
    {
        const int First = 38;
        const double Height = 6.5;
        var width = (paper.Width - First) / (cells.Length - 1);
        for (var i = 0; i < cells.Length; i++)
        {
            var (left, wide) = i == 0 ? (0, First) : (First + (i - 1) * width, width);
            paper.Frame(left, paper.Y, wide, Height);
            paper.Put(cells[i], new PaperText(10, face, i == 0 ? ColumnAlignment.Left : ColumnAlignment.Center), left + 1, paper.Y + 1, wide - 2);
        }

        paper.Y += Height;
    }

    private void DrawSeal(PdfPaper paper)
    {
        paper.Skip(6);
        paper.Need(CodeSize + 24);
        var top = paper.Y;
        paper.Draw(Code, 0, top, CodeSize);
        paper.Put($"结果封存值（SHA-256）\n{SealInGroups}\n录入 {Result.Votes} 条，{Result.ClosedAt.ToChinaText()} 封存，此后结果不能改动；改动任何一处，封存值都会不同。", small, CodeSize + 4, top, 66);
        paper.Put($"社区居民委员会（盖章）\n\n\n{Day(MadeAt)}", body with { Alignment = ColumnAlignment.Center }, paper.Width - 62, top + 6, 62);
        paper.Y = top + CodeSize + 12;
    }

    private static string Day(DateTimeOffset? at) => at?.ToChina().ToString("yyyy年M月d日", CultureInfo.InvariantCulture) ?? "";
}
