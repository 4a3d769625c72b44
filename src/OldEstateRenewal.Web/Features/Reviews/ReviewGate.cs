using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>审查的门: the review that the gate names has passed the newest fixed version of the scheme.</summary>
public sealed class ReviewGate(PortalDbContext db, ReviewBook book)
{
    public async Task<GateAnswer> AnswerAsync(Project project, ProcessGate gate)
    {
        if (ReviewWords.KindOf(gate.Rule) is not { } kind) return GateBook.Told(gate, null, "政策数据未写明是哪一级审查");
        var versions = await SchemeVersions.ReadAsync(db, project.Id);
        if (versions.Newest is not { } scheme) return GateBook.Told(gate, false, "尚无已确定的改造方案");
        var known = (await book.OfProjectAsync(project.Id)).Where(each => each.Review.Kind == kind).ToList();
        var standing = known.FirstOrDefault(each => each.Review.SchemeId == scheme.Id);
        var earlier = known.FirstOrDefault(each => each.State == ReviewState.Passed);
        var reason = standing is not null ? GateBook.Told(gate, standing.State == ReviewState.Passed, $"改造方案{scheme.Name}，{standing.InWords}")
            : GateBook.Told(gate, false, $"改造方案{scheme.Name}尚未提交{kind.Name()}{(earlier is null ? "" : $"；{versions.WhyOutdated(earlier.Review.SchemeId, null, "审查通过")}")}");
        return new GateAnswer(reason, versions.Fixed.Count > 1 && known.Count > 0 ? "须重新审查" : null);
    }
}
