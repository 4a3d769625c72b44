using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Bulletins;

/// <summary>月通报 as an official paper, for PDF and Word alike.</summary>
public static class BulletinPaper
{
    /// <param name="template">The city's own; null where it has set none: then the mark and the signature of its bureau.</param>
    public static OfficialPaper Of(BulletinPage page, string city, PaperTemplate? template)
    {
        var bulletin = page.Bulletin;
        return new OfficialPaper
        {
            Template = template ?? new PaperTemplate { Mark = $"{city}城镇老旧小区改造工作通报", Signatories = [$"{city}住房和城乡建设局"] },
            Number = bulletin.Number,
            Title = bulletin.State == BulletinState.Draft ? bulletin.Title + "\n（拟稿）" : bulletin.Title,
            Addressees = ["各县（市、区）老旧小区改造工作机构"],
            Body =
            [
                .. bulletin.Reason is { } reason ? new PaperBlock[] { new PaperParagraph($"更正说明：{reason}") } : [],
                .. Part("总体进展", bulletin.Opening), .. Part("表扬", bulletin.Praise), .. Part("通报批评", bulletin.Naming), .. Part("下一步要求", bulletin.Demands),
            ],
            // Wide tables turn the page: what belongs to one stands on the page before it as words, not as a heading alone.
            Attachments =
            [
                new PaperAttachment("各县（市、区）排名") { Body = [new PaperParagraph("名次按市级排名办法计算；得分相同的名次相同，未报的不得分。数据取各县（市、区）当月最后审定的一周，报送及时率为全月累计。"), new PaperTable(BulletinTables.Ranking(page))] },
                new PaperAttachment("各项指标") { Body = [new PaperParagraph("计划数为省级锁定计划，未锁定时为县计划；实际数为累计数或期末数，上月为上月末同口径数；空白为未报。"), .. BulletinTables.Groups(page).Select(table => new PaperTable(table))] },
            ],
            Date = bulletin.IssuedOn,
            Author = city,
            MadeAt = (bulletin.IssuedAt ?? bulletin.TakenAt).ToChina(),
        };
    }

    private static IEnumerable<PaperBlock> Part(string heading, string? text) => string.IsNullOrWhiteSpace(text) ? [] : [new PaperHeading(1, heading), .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new PaperParagraph(line))];
}
