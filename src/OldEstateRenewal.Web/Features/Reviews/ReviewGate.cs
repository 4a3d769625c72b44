using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>审查的门: the review that the gate names has passed the newest fixed version of the scheme.</summary>
public sealed class ReviewGate(PortalDbContext db, ReviewBook book)
{
    public async Task<Reason> AnswerAsync(Project project, ProcessGate gate)
    {
        if (ReviewWords.KindOf(gate.Rule) is not { } kind) return GateBook.Told(gate, null, "政策数据未写明是哪一级审查");
        var scheme = await db.Schemes.AsNoTracking().Where(s => s.ProjectId == project.Id && s.State == SchemeState.Fixed).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
        if (scheme is null) return GateBook.Told(gate, false, "尚无已确定的改造方案");
        var standing = (await book.OfProjectAsync(project.Id)).FirstOrDefault(each => each.Review.SchemeId == scheme.Id && each.Review.Kind == kind);
        return standing is null ? GateBook.Told(gate, false, $"改造方案{scheme.Name}尚未提交{kind.Name()}") : GateBook.Told(gate, standing.State == ReviewState.Passed, $"改造方案{scheme.Name}，{standing.InWords}");
    }
}
