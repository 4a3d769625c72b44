using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>A project for every estate of the printed plans. What the documents tell is that it is in the plan: the stages up to there are done, nothing else is invented.</summary>
internal static class DemonstrationProjects
{
    private const string Plan = "plan";

    public static void Add(PortalDbContext db, AnnualPlan plan, IEnumerable<PlanEntry> entries, PolicyDocument document, PolicyView view, string by, DateTimeOffset at)
    {
        var done = Before(RenewalProcess.Of(view));
        foreach (var entry in entries)
        {
            var project = new Project { TenantId = plan.TenantId, PlanYear = plan.Year, Name = entry.Name, ProcessOn = document.IssuedOn, Remark = $"演示数据：{document.CitedAs}所列项目。", MadeBy = by, MadeAt = at };
            project.Estates.Add(new ProjectEstate { TenantId = plan.TenantId, ProjectId = project.Id, EstateId = entry.EstateId, PlanYear = plan.Year, Sequence = 1 });
            project.Steps.AddRange(done.Select(key => new ProjectStep { TenantId = plan.TenantId, ProjectId = project.Id, StageKey = key, Kind = ProjectStepKind.Reached, On = document.IssuedOn, Remark = $"见{document.CitedAs}", By = by, At = at }));
            db.Projects.Add(project);
        }
    }

    /// <summary>The stage of the plan and all that come before it.</summary>
    private static List<string> Before(RenewalProcess process)
    {
        var found = new List<string>();
        void Take(string key)
        {
            if (found.Contains(key) || process.Find(key) is not { } stage) return;
            foreach (var before in stage.Item.After) Take(before);
            found.Add(key);
        }

        Take(Plan);
        return found;
    }
}
