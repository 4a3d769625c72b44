using System.Globalization;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Surveys;

/// <summary>An estate as it is known, to be printed and taken to the spot.</summary>
public sealed record SurveyPrint(Estate Estate, List<Building> Buildings, Survey? Last);

/// <summary>A line of the sheet: what is asked, what is known, where to tick or write.</summary>
public sealed record SurveyLine(string Section, string Asked, string? Known, string ToFill);

/// <summary>摸底表 on A4: pre-filled with what is known, boxes to tick and lines to write. Several estates stand one after another.</summary>
public static class SurveySheetTable
{
    private const string Line = "＿＿＿＿＿＿＿＿";
    private const string YesNo = "□ 是　□ 否";
    private static readonly string conditions = string.Join("　", Enum.GetValues<FacilityCondition>().Select(condition => "□ " + SurveyFacility.Words(condition)));

    public static TableReport<SurveyLine> Of(IReadOnlyList<SurveyPrint> prints, SurveyCatalogue catalogue, string tenantName, DateTimeOffset madeAt) => new(
        [
            new TableColumn<SurveyLine>("调查内容", 34, line => line.Asked),
            new TableColumn<SurveyLine>("现登记", 20, line => line.Known),
            new TableColumn<SurveyLine>("本次查明（划√或填写）", 34, line => line.ToFill) { Alignment = ColumnAlignment.Left },
        ],
        prints.SelectMany(print => Lines(print, catalogue)))
    {
        Title = prints is [var only] ? $"{only.Estate.Name}摸底调查表" : $"{tenantName}老旧小区摸底调查表",
        Subtitle = prints.Count > 1 ? $"共 {prints.Count} 个小区" : null,
        GroupOf = line => line.Section,
        Notes = ["调查人（签字）：＿＿＿＿＿＿＿＿　调查日期：＿＿＿＿年＿＿月＿＿日　　小区（社区）确认人：＿＿＿＿＿＿＿＿", "没有查到的留空，不影响已登记的内容。"],
        Source = $"资料来源：{tenantName}老旧小区改造台账",
        Author = tenantName,
        MadeAt = madeAt.ToChina(),
        Paper = PaperLayout.Portrait with { TextSize = 9, Margins = new PageMargins(20, 18, 22, 18), Numbering = PageNumbering.OfTotal },
    };

    private static IEnumerable<SurveyLine> Lines(SurveyPrint print, SurveyCatalogue catalogue)
    {
        var estate = print.Estate;
        var answers = print.Last?.Answers ?? SurveyAnswers.None;
        SurveyLine In(string section, string asked, string? known, string fill = Line) => new($"{estate.Name}　{section}", asked, known, fill);
        yield return In("一、基本情况", "坐落", string.Join(' ', new[] { estate.Street?.Name, estate.Community, estate.Address }.OfType<string>()));
        yield return In("一、基本情况", "建成年份", BuiltYearsText.Write(estate.BuiltYears));
        yield return In("一、基本情况", "占地面积（㎡）", estate.SiteArea?.ToString());
        yield return In("一、基本情况", "楼栋数（栋）", Text(estate.BuildingCount));
        yield return In("一、基本情况", "户数（户）", Text(estate.HouseholdCount));
        yield return In("一、基本情况", "建筑面积（㎡）", estate.FloorArea?.ToString());
        yield return In("一、基本情况", "土地性质", estate.Land is null ? null : Verdicts.Name(estate.Land), "□ 国有土地　□ 集体土地");
        yield return In("一、基本情况", "所在区域", estate.Place is null ? null : Verdicts.Name(estate.Place), "□ 城市城区　□ 县城　□ 建制镇　□ 乡村");
        yield return In("一、基本情况", "原产权单位", estate.FormerUnit);
        yield return In("一、基本情况", "分级", print.Last?.Grade);
        foreach (var building in print.Buildings)
            yield return In("二、各楼栋建成年份、危险等级", building.Name, $"{Text(building.BuiltYear)} {building.Danger}".Trim(), "年份＿＿＿＿　□ A　□ B　□ C　□ D");
        foreach (var group in catalogue.Facilities.GroupBy(each => each.Item.Group))
            foreach (var each in group)
                yield return In($"三、设施状况：{group.Key}", each.Item.Name, answers.Facilities.TryGetValue(each.Item.Key, out var condition) ? SurveyFacility.Words(condition) : null, conditions);
        foreach (var fact in catalogue.Facts)
            yield return In($"四、{SurveyCatalogue.Words(fact.Item.Kind)}", fact.Item.Question, estate.Facts.SingleOrDefault(known => known.Key == fact.Item.Key) is { } known ? known.Value ? "是" : "否" : null, YesNo);
        foreach (var work in catalogue.Works)
            yield return In("五、居民希望改造的内容", work.Item.Name, answers.Works.Contains(work.Item.Key) ? "希望" : null, "□ 希望");
        foreach (var asked in new[] { "征询户数（户）", "愿意改造（户）", "不愿改造（户）", "未征询到（户）", "愿意出资（户）" }) yield return In("六、群众意愿", asked, null);
        yield return In("七、其他", "已主动拆除违建（处）", Text(print.Last?.IllegalRemoved));
        yield return In("七、其他", "未拆违建（处）", Text(print.Last?.IllegalLeft));
        yield return In("七、其他", "古树、大树（棵）", Text(print.Last?.OldTrees));
        yield return In("七、其他", "以往改造情况", print.Last?.EarlierWorks);
        yield return In("七、其他", "备注", null);
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
