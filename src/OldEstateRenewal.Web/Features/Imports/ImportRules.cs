namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Why something cannot be done to an import now; an empty list means that it can.</summary>
public static class ImportRules
{
    public static IReadOnlyList<string> WhyNotCommit(Import import, bool isReadable)
    {
        if (import.State != ImportState.Read) return [$"导入{import.State.Name()}。"];
        var reasons = new List<string>();
        if (!isReadable) reasons.Add("表格的列还没有认全，请先指定。");
        if (import.OpenRows > 0) reasons.Add($"还有 {import.OpenRows} 行须确认。");
        if (isReadable && import.OpenRows == 0 && import.NewRows + import.ChangedRows == 0) reasons.Add("没有要写入台账的内容。");
        return reasons;
    }

    public static IReadOnlyList<string> WhyNotReverse(Import import) => import.State switch
    {
        ImportState.Committed => [],
        ImportState.Undone => ["已经撤销。"],
        _ => ["尚未导入。"],
    };

    public static bool MayEdit(Import import) => import is { State: ImportState.Read or ImportState.Failed, ClearedAt: null };

    public static bool MayDiscard(Import import) => import.State is ImportState.Read or ImportState.Failed;

    /// <summary>A file taken back, or one that failed for a passing reason, can be read anew.</summary>
    public static bool MayReread(Import import) => import is { State: ImportState.Read or ImportState.Failed or ImportState.Undone, ClearedAt: null };
}
