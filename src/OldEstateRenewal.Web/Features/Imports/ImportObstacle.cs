using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Documents.Spreadsheets.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Why the work on an import could not be done, in a sentence for the user; null for what nobody foresaw.</summary>
internal static class ImportObstacle
{
    private static readonly Dictionary<string, string> referrers = new()
    {
        ["plan_entries"] = "已列入年度计划",
        ["estate_facts"] = "已登记查明情况",
        ["buildings"] = "已另登记楼栋",
        ["dwellings"] = "已另登记房屋",
        ["ownerships"] = "已另登记业主",
        ["estates"] = "已有小区归入",
        ["surveys"] = "已有摸底调查",
        ["site_checks"] = "已有现场审核",
        ["recognition_requests"] = "已申请例外认定",
        ["recognition_steps"] = "已申请例外认定",
        ["attachments"] = "已上传附件",
        ["earlier_works"] = "已登记既往改造",
        ["estate_aliases"] = "已登记其他名称",
        ["estate_adjacencies"] = "已登记相邻小区",
        ["estate_successions"] = "已有合并、拆分",
        ["building_moves"] = "已有合并、拆分",
        ["twin_decisions"] = "已判断疑似重复",
    };

    public static string? Explain(Import import, Exception problem) => problem switch
    {
        UnreadableFileException unreadable => unreadable.Message,
        OperationCanceledException => "处理超过时限，已停止，台账没有改动。文件可能过大或内容异常，请拆成几个文件后再试。",
        RegistryMovedException moved => Moved(import, moved),
        OutOfStreetException => "其中有的小区已不在您的街道，不能由您撤销；请由县住建局经办撤销。台账没有改动。",
        PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } used when import.State == ImportState.Undoing => InUse(used),
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } used } when import.State == ImportState.Undoing => InUse(used),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.InsufficientPrivilege } when import.State == ImportState.Committing =>
            "读取之后，台账中已有人登记了同样的内容，或相关的小区、楼栋已有变动。台账没有改动；请重新读取，核对后再导入。",
        _ => null,
    };

    private static string InUse(PostgresException used) =>
        $"本次导入的内容{referrers.GetValueOrDefault(used.TableName ?? "", "已被其他业务使用")}，不能撤销。台账没有改动；请先处理这些内容，或逐条修改台账。";

    private static string Moved(Import import, RegistryMovedException moved)
    {
        var rows = moved.Rows.Count == 0 ? "" : $"（第 {string.Join("、", moved.Rows)} 行{(moved.Rows.Count >= 20 ? "等" : "")}）";
        return import.State == ImportState.Undoing
            ? $"导入之后，其中有的内容{rows}又被修改，不能整体撤销。台账没有改动；请逐条修改台账。"
            : $"读取之后，台账中有的内容{rows}已被他人修改。台账没有改动；请重新读取，核对后再导入。";
    }
}
