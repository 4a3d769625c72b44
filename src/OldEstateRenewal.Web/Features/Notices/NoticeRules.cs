using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>Why something cannot be done with a notice now; an empty list means that it can. The same list greys out, explains and guards.</summary>
public static class NoticeRules
{
    public static IReadOnlyList<string> WhyNotEdit(Notice notice) => notice.State == NoticeState.Draft ? [] : ["已张贴的文字不能改动。文字有变的，请另拟新稿重新公示，公示期重新起算。"];

    /// <param name="notice">The draft.</param>
    /// <param name="versions">The fixed versions of the project's scheme: what hangs on the wall must be the newest.</param>
    public static IReadOnlyList<string> WhyNotPost(Notice notice, SchemeVersions versions)
    {
        if (notice.State != NoticeState.Draft) return [$"此公示{notice.State.Name()}，不能再张贴。"];
        var reasons = new List<string>();
        if (notice.Text.Contains(NoticeDrafts.Blank, StringComparison.Ordinal)) reasons.Add($"正文中还有“{NoticeDrafts.Blank}……）”没有改，请先在“修改”中写完。");
        if (notice.Unit == DayUnit.Unstated && notice.Chosen == DayUnit.Unstated) reasons.Add($"{(notice.RuleKey is null ? "公示" : "文件写")}“{notice.Days}天”，未明确日历日或工作日，请先在“修改”中选定。");
        if (notice.Kind == NoticeKind.Scheme && versions.Newest is { } newest && notice.SchemeId != newest.Id)
            reasons.Add($"此稿{(versions.Of(notice.SchemeId, null) is { } older && notice.SchemeId is not null ? $"公示的是改造方案{older.Name}" : "没有写明公示哪一版改造方案")}，现行为{newest.Name}；请先在“修改”中核对正文，并选定{newest.Name}。");
        return reasons;
    }

    public static string? WhyNotPostOn(DateOnly? on, DateOnly today) => on switch
    {
        null => "请填写张贴日期。",
        { } day when day > today => "张贴日期不能晚于今天；张贴之后再来登记。",
        { } day when day < today.AddYears(-3) => "张贴日期过早，请核对。",
        _ => null,
    };

    public static IReadOnlyList<string> WhyNotWithdraw(Notice notice) => notice.State is NoticeState.Draft or NoticeState.Posted ? [] : [$"此公示{notice.State.Name()}，不能撤回。"];

    public static IReadOnlyList<string> WhyNotRevise(Notice notice, IEnumerable<Notice> series)
    {
        if (notice.State is not (NoticeState.Posted or NoticeState.Concluded)) return ["只有已张贴的公示才需要另拟新稿。"];
        return series.Any(other => other.State == NoticeState.Draft) ? ["已有一份尚未张贴的新稿。"] : [];
    }

    /// <summary>What belongs to the county is proven and answered by the county: files and objections of it are not read by streets.</summary>
    public static IReadOnlyList<string> WhyNotProve(Notice notice, Role role) => notice.ProjectId is null && role == Role.Street ? ["县级公示的照片和异议由县住建部门登记。"] : [];

    public static IReadOnlyList<string> WhyNotPhotograph(Notice notice, Role role) => WhyNotProve(notice, role) is { Count: > 0 } foreign ? foreign : notice.State == NoticeState.Posted ? [] : ["公示张贴之后、办结之前才登记照片。"];

    public static IReadOnlyList<string> WhyNotObject(Notice notice, Role role) => WhyNotProve(notice, role) is { Count: > 0 } foreign ? foreign : notice.State is NoticeState.Posted or NoticeState.Superseded ? [] : [$"此公示{notice.State.Name()}，不再登记异议。"];

    public static IReadOnlyList<string> WhyNotConclude(Notice notice, Term? term, DateOnly today, IReadOnlyCollection<NoticeShot> shots, int unanswered) =>
        notice.State != NoticeState.Posted || term is null ? [$"此公示{notice.State.Name()}，不能办结。"] : NoticeProof.WhyNotConclude(term, today, shots, unanswered);

    /// <summary>Whether anybody may still object on line.</summary>
    public static bool IsRunning(Notice notice, Term? term, DateOnly today) => notice.State == NoticeState.Posted && term is not null && today <= term.LastDay;
}
