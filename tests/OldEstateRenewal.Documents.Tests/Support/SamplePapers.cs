using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Tests.Support;

/// <summary>Official papers as a county's bureau issues them.</summary>
internal static class SamplePapers
{
    public const string Paragraph = "各镇（街道）要把城镇老旧小区改造作为保障和改善民生的重要内容，坚持“居民自愿、因地制宜、建管并重”的原则，"
        + "于2026年3月31日前完成16个小区、41栋楼、1,216户、138,479.32平方米的入户调查，并将调查结果报市住房和城乡建设局。";

    public static OfficialPaper Notice { get; } = new()
    {
        Template = new()
        {
            Mark = "泰安市住房和城乡建设局文件",
            Signatories = ["泰安市住房和城乡建设局"],
            Seal = SealPlace.OverSignature,
        },
        Number = new DocumentNumber("泰建字", 2026, 3).ToString(),
        Title = "泰安市住房和城乡建设局\n关于做好2026年城镇老旧小区改造调度工作的通知",
        Addressees = ["各县（市、区）住房和城乡建设局", "泰安高新区建设局", "泰山景区管委会"],
        Body =
        [
            new PaperParagraph("为贯彻落实全省城镇老旧小区改造工作部署，现就做好2026年改造调度工作有关事项通知如下。"),
            new PaperHeading(1, "总体要求"),
            new PaperParagraph(Paragraph),
            new PaperHeading(2, "调度范围"),
            new PaperParagraph(Paragraph),
            new PaperHeading(3, "每周调度"),
            new PaperParagraph("每周五17时前报送本周进度。"),
            new PaperHeading(3, "每月通报"),
            new PaperParagraph(Paragraph),
            new PaperHeading(2, "计划安排"),
            new PaperParagraph("全市计划如下表。"),
            new PaperTable(SampleReports.Plan()),
            new PaperHeading(1, "工作要求"),
            new PaperParagraph(Paragraph + "\n" + Paragraph),
        ],
        Attachments =
        [
            new("2026年城镇老旧小区改造计划"),
            new("泰安市城镇老旧小区改造每周调度表及其填报说明（适用于各县市区和功能区的全部在建项目）") { Body = [new PaperTable(Wide())] },
        ],
        Date = new DateOnly(2026, 3, 9),
        Colophon = new(["市委办公室", "市人大常委会办公室", "市政协办公室", "市发展改革委", "市财政局", "市自然资源和规划局", "市审计局"], "泰安市住房和城乡建设局办公室", new(2026, 3, 9)),
        Provenance = new("DD-2026-0312", SampleReports.MadeAt, "王建国", "https://portal.example.gov.cn/yz/7K4M-2Q9P") { Filter = "2026年度，全部街道" },
        Author = "泰安市住房和城乡建设局",
        MadeAt = SampleReports.MadeAt,
    };

    /// <summary>A bulletin: no red head, no seal, a number under its title.</summary>
    public static OfficialPaper Bulletin { get; } = new()
    {
        Template = new() { Signatories = ["市老旧小区改造工作专班"] },
        Number = "第3期",
        Title = "全市城镇老旧小区改造工作通报",
        Body = [new PaperParagraph(Paragraph), new PaperTable(SampleReports.Plan()), new PaperParagraph("特此通报。")],
        Date = new DateOnly(2026, 3, 9),
        MadeAt = SampleReports.MadeAt,
    };

    /// <summary>More columns than an upright page has room for.</summary>
    public static TableReport<SampleEstate> Wide(int rows = 40) => new(
        [
            .. SampleReports.Columns,
            .. Enumerable.Range(1, 4).Select(n => new TableColumn<SampleEstate>($"第{n}周\n进度", 9, estate => estate.Households * n / 400m)
            {
                Format = CellFormat.Percent(1),
            }),
        ],
        SampleReports.Many(rows))
    {
        Title = "每周调度表",
        UnitLine = "单位：栋、户、平方米",
        Source = "资料来源：各县（市、区）住房和城乡建设局",
        MadeAt = SampleReports.MadeAt,
    };
}
