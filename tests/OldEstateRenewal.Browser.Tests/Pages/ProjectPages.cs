using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>The pages of projects and of what hangs on them.</summary>
public static class ProjectPages
{
    public static readonly IReadOnlyList<PortalPage> All =
    [
        new("projects", "bureau@linqu", visit => visit.ChooseAsync("改造项目")),
        new("projects-ruicheng", "leader@ruicheng", visit => visit.ChooseAsync("改造项目")),
        new("project", "bureau@linqu", visit => OfProjectAsync(visit)),
        new("project-street", "chengguan@linqu", visit => OfProjectAsync(visit)),
        new("project-schedule", "bureau@linqu", visit => OfProjectAsync(visit, "计划日期")),
        new("project-edit", "bureau@linqu", visit => OfProjectAsync(visit, "修改")),
        new("responsibilities", "bureau@ruicheng", visit => visit.GoAsync("/ruicheng/responsibilities")),
        new("notices", "bureau@linqu", visit => OfProjectAsync(visit, "公示")),
        new("schemes", "bureau@linqu", visit => OfProjectAsync(visit, "改造方案")),
        new("reviews", "bureau@linqu", visit => OfProjectAsync(visit, "方案审查")),
        new("reviews-city", "city@taian", visit => visit.GoAsync("/taian/reviews")),
        new("site", "bureau@linqu", visit => OfProjectAsync(visit, "施工现场")),
        new("acceptances", "bureau@linqu", visit => OfProjectAsync(visit, "竣工验收")),
        new("handovers", "bureau@linqu", visit => OfProjectAsync(visit, "设施移交")),
        new("property-services", "bureau@linqu", visit => OfProjectAsync(visit, "物业管理")),
        new("archive", "bureau@linqu", visit => OfProjectAsync(visit, "归档")),
        new("after-works", "bureau@linqu", visit => visit.GoAsync("/linqu/after-works")),
        new("holidays", "bureau@linqu", visit => visit.GoAsync("/linqu/holidays/2026")),
        new("holidays-edit", "bureau@linqu", visit => visit.GoAsync("/linqu/holidays/2026/edit")),
        new("public", null, visit => visit.GoAsync("/linqu/public")),
        new("candidates", "bureau@ruicheng", visit => visit.GoAsync("/ruicheng/candidates")),
        new("selections", "bureau@ruicheng", visit => visit.GoAsync("/ruicheng/selections")),
        new("selection-new", "bureau@xintai", visit => visit.GoAsync("/xintai/selections/new")),
        new("pipeline", "bureau@ruicheng", visit => visit.GoAsync("/ruicheng/pipeline")),
        new("frozen-plan-new", "bureau@ruicheng", visit => visit.GoAsync("/ruicheng/frozen-plans/new")),
    ];

    private static async Task OfProjectAsync(Visit visit, string? link = null)
    {
        await visit.ChooseAsync("改造项目");
        await visit.FollowAsync("财政局家属院");
        if (link is not null) await visit.FollowAsync(link);
    }
}
