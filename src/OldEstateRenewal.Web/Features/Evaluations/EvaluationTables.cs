using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>评价结果: one column list each for page and files.</summary>
public static class EvaluationTables
{
    public static TableReport<CountyResult> Results(Evaluation evaluation, EvaluationRound round, IReadOnlyList<CountyResult> results, Access access, DateTimeOffset at) => TableFile.Report("绩效评价结果", columns, results, access, at,
        [$"{evaluation.Year}年 {evaluation.Name}", round.Edition == 1 ? null : $"第 {round.Edition} 版：{round.Reason}", $"公布于 {round.PublishedAt?.ToChinaText()}"],
        [$"满分 {EvaluationWords.Text(evaluation.FullMarks)} 分；等次：{string.Join("；", evaluation.Scheme.Grades.InWords)}。", .. round.Remark is { } remark ? new[] { $"说明：{remark}" } : []]);

    public static TableReport<(Guid CountyId, string Name, IReadOnlyDictionary<Guid, CountyResult> Results)> Years(YearTable years, Access access, DateTimeOffset at) => TableFile.Report("历年绩效评价结果",
    [
        new TableColumn<(Guid CountyId, string Name, IReadOnlyDictionary<Guid, CountyResult> Results)>("县（市、区）", 14, row => row.Name),
        .. years.Evaluations.SelectMany(evaluation => new TableColumn<(Guid CountyId, string Name, IReadOnlyDictionary<Guid, CountyResult> Results)>[]
        {
            new($"{evaluation.Year}年\n{evaluation.Name}得分", 14, row => row.Results.GetValueOrDefault(evaluation.Id)?.Total) { Format = CellFormat.UpTo(2) },
            new($"{evaluation.Year}年\n等次", 9, row => row.Results.GetValueOrDefault(evaluation.Id)?.Grade ?? ""),
            new($"{evaluation.Year}年\n名次", 7, row => (long?)row.Results.GetValueOrDefault(evaluation.Id)?.Rank) { Format = CellFormat.Whole },
        }),
    ], years.Counties, access, at, []);

    private static readonly List<TableColumn<CountyResult>> columns =
    [
        new("名次", 7, result => (long?)result.Rank) { Format = CellFormat.Whole },
        new("县（市、区）", 16, result => result.CountyName),
        new("自评", 10, result => result.Self) { Format = CellFormat.UpTo(2) },
        new("得分", 10, result => result.Total) { Format = CellFormat.UpTo(2) },
        new("得分与自评相差", 14, result => result.Total - result.Self) { Format = CellFormat.UpTo(2) },
        new("等次", 12, result => result.Grade ?? "未评"),
    ];
}
