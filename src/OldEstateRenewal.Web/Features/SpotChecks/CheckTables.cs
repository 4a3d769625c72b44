using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>A candidate, and its lot once there is one.</summary>
public sealed record CheckRow(CheckCandidate Candidate, CheckLot? Lot);

/// <summary>抽查名单 and 问题清单: one column list each for page and files.</summary>
public static class CheckTables
{
    public static TableReport<CheckRow> List(CheckListPage page, Access access, DateTimeOffset at) => TableFile.Report(page.Closing?.Kind == CheckClosingKind.Drawn ? "随机抽查抽取记录" : "随机抽查名单", Columns(page.Lots.Count > 0), Rows(page), access, at,
        [page.List.Title, $"名单固定于 {page.List.FixedAt.ToChinaText()}"], [.. Notes(page)]);

    public static IReadOnlyList<CheckRow> Rows(CheckListPage page) => page.Lots.Count > 0 ? page.Lots.Select(lot => new CheckRow(lot.Candidate, lot.Lot)).ToList() : page.Candidates.Select(candidate => new CheckRow(candidate, null)).ToList();

    /// <summary>What anyone needs to repeat the draw. A county has its own stratum: its order and its places are complete.</summary>
    public static IReadOnlyList<string> Notes(CheckListPage page)
    {
        if (page.Closing is not { Seed: { } seed } closing) return [$"应抽 {page.List.Places} 个，候选 {page.List.Candidates} 个；抽取前名单已固定，种子在抽取时当场报出。"];
        var how = page.Draw?.Instructions ?? [$"种子：{seed}；全市候选 {page.List.Candidates} 个，应抽 {page.List.Places} 个。本表为本县（市、区）的候选，名额 {string.Join("、", page.Quotas.Select(quota => $"{quota.CountyName} {quota.Drawn}/{quota.Candidates}"))}。",
            "对每个候选计算 SHA-256(种子|编号)（UTF-8，小写十六进制），命令：printf '%s' '种子|编号' | sha256sum。", "按散列值由小到大排列，取排在最前的若干个。"];
        return [.. how, $"种子来源：{closing.Source}；报出：{closing.Caller}；抽取于 {closing.At.ToChinaText()}，经办 {closing.By}。"];
    }

    public static TableReport<FindingLine> Findings(CheckIndex index, Access access, DateTimeOffset at) => TableFile.Report("随机抽查问题清单", findings, index.Findings, access, at,
        [$"{index.Findings.Count} 个问题，已销号 {index.Findings.Count(line => line.State == FindingState.Closed)} 个，逾期 {index.Findings.Count(line => line.IsOverdue)} 个"]);

    private static List<TableColumn<CheckRow>> Columns(bool isDrawn) =>
    [
        isDrawn ? new("次序", 6, row => (long?)row.Lot!.Place) : new("序号", 6, row => (long?)row.Candidate.Sequence),
        new("县（市、区）", 12, row => row.Candidate.CountyName),
        new("项目", 24, row => row.Candidate.ProjectName),
        new("进度", 8, row => row.Candidate.Phase.Name()),
        new("编号", 28, row => row.Candidate.Code),
        .. isDrawn ? new TableColumn<CheckRow>[] { new("散列值", 60, row => row.Lot!.Hash), new("结果", 7, row => row.Lot!.IsDrawn ? "抽中" : "") } : [],
    ];

    private static readonly List<TableColumn<FindingLine>> findings =
    [
        new("县（市、区）", 12, line => line.Candidate.CountyName),
        new("项目", 22, line => line.Candidate.ProjectName),
        new("问题", 36, line => line.Finding.Text),
        new("程度", 6, line => line.Finding.Severity.Name()),
        new("整改期限", 11, line => (DateOnly?)line.DueOn),
        new("整改情况", 36, line => line.Newest?.Mending.Text ?? ""),
        new("整改完成", 11, line => line.Newest?.Mending.MendedOn),
        new("状态", 9, line => line.State.Name() + (line.IsOverdue ? "（逾期）" : "")),
    ];
}
