using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.PropertyServices;

/// <summary>跟进清单: one column list for Excel and PDF.</summary>
public static class AftercareTable
{
    public static TableReport<FollowUp> Make(AftercareBoard board, Access access, DateTimeOffset madeAt) => TableFile.Report(
        "改造后跟进清单",
        [
            TableColumn.Serial<FollowUp>(),
            new TableColumn<FollowUp>("小区", 22, each => each.Case.Estate),
            new TableColumn<FollowUp>("街道", 12, each => each.Case.Street),
            new TableColumn<FollowUp>("跟进事项", 24, each => each.Rule.Item.Name),
            new TableColumn<FollowUp>("情况", 36, each => each.Words),
            new TableColumn<FollowUp>("责任主体", 18, each => each.Rule.Item.Body),
            new TableColumn<FollowUp>("期限", 12, each => each.DueOn),
            new TableColumn<FollowUp>("状态", 14, each => each.State.InWords),
            new TableColumn<FollowUp>("依据", 26, each => each.Rule.Citation.ToString()),
        ],
        board.FollowUps, access, madeAt, [],
        board.Coverage is { } coverage ? $"已验收小区 {board.Renewed.Count} 个，有物业管理 {board.Managed.Count} 个，覆盖率 {coverage.ToPercent()}；“有新貌、无人管” {board.Renewed.Count - board.Managed.Count} 个，占 {board.Unmanaged!.Value.ToPercent()}。" : "尚无已验收的小区。");
}

/// <summary>Open follow-ups as a calendar file.</summary>
public static class AftercareCalendar
{
    public static byte[] Write(string name, IEnumerable<FollowUp> followUps, DateTimeOffset madeAt) => CalendarFile.Write(name, followUps.Select(each => new CalendarEntry(
        FormattableString.Invariant($"{each.Case.EstateId}-{each.Rule.Item.Key}-{each.DueOn:yyyyMMdd}"), $"{each.Case.Estate}：{each.Rule.Item.Name}", $"{each.Words}；{each.Rule.Item.Body}；{each.Rule.Citation}", each.DueOn)), madeAt);
}
