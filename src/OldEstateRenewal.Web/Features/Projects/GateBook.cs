using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Acceptances;
using OldEstateRenewal.Web.Features.Archives;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Handovers;
using OldEstateRenewal.Web.Features.Notices;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.PropertyServices;
using OldEstateRenewal.Web.Features.Recognitions;
using OldEstateRenewal.Web.Features.Reviews;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Sites;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>
/// 门槛: how a project stands before each gate of a stage. One answer for what is shown, greyed out and guarded; each noun answers for its own gate. What nobody answers stays shut.
/// </summary>
public sealed class GateBook(PortalDbContext db, ConsentGate consents, NoticeGate notices, SchemeGate schemes, ReviewGate reviews, SiteGate site, ArchiveChecklist archives, TimeProvider time)
{
    public async Task<IReadOnlyDictionary<string, Reason>> AnswerAsync(Project project, ProcessStage stage)
    {
        var answers = new Dictionary<string, Reason>();
        foreach (var gate in stage.Gates) answers[gate.Key] = await AnswerAsync(project, gate);
        return answers;
    }

    /// <summary>A gate with its answer in words.</summary>
    public static Reason Told(ProcessGate gate, bool? holds, string words) => Reason.Single(gate.Key, gate.Name, Outcomes.Of(holds), words, gate.Citation);

    private Task<Reason> AnswerAsync(Project project, ProcessGate gate) => gate.Kind switch
    {
        GateKind.Surveyed => SurveyedAsync(project, gate),
        GateKind.Recognised => RecognisedAsync(project, gate),
        GateKind.Consent => ConsentAsync(project, gate),
        GateKind.PlanIssued => PlanIssuedAsync(project, gate),
        GateKind.NoticeEnded => notices.AnswerAsync(project.Id, gate),
        GateKind.SchemeFixed => schemes.AnswerAsync(project, gate),
        GateKind.ReviewPassed => reviews.AnswerAsync(project, gate),
        GateKind.PartiesNamed or GateKind.WorksFinished => site.AnswerAsync(project, gate),
        GateKind.AcceptancePassed => AcceptanceGates.PassedAsync(db, project, gate),
        GateKind.DefectsClosed => AcceptanceGates.DefectsClosedAsync(db, project, gate),
        GateKind.Confirmed => AcceptanceGates.ConfirmedAsync(db, project, gate),
        GateKind.HandedOver => HandoverGates.HandedOverAsync(db, project, gate),
        GateKind.PropertyArranged => PropertyGates.ArrangedAsync(db, project, gate, ChinaTime.Today(time)),
        GateKind.ArchiveComplete => archives.CompleteAsync(project, gate),
        _ => Task.FromResult(Told(gate, null, "尚未核实")),
    };

    private async Task<Reason> SurveyedAsync(Project project, ProcessGate gate)
    {
        var ids = Ids(project);
        var surveyed = await db.Surveys.Where(s => ids.Contains(s.EstateId)).Select(s => s.EstateId).Distinct().ToListAsync();
        return await OfEachAsync(gate, ids, surveyed, "已摸底调查", "尚无摸底调查记录");
    }

    private async Task<Reason> RecognisedAsync(Project project, ProcessGate gate)
    {
        var ids = Ids(project);
        var latest = await db.SiteChecks.AsNoTracking().Where(s => ids.Contains(s.EstateId)).ToListAsync();
        var passed = latest.GroupBy(s => s.EstateId).Select(group => group.MaxBy(s => (s.CheckedOn, s.Id))!).Where(s => s.Outcome == SiteCheckOutcome.Conforms && s.HasProof).Select(s => s.EstateId).ToList();
        return await OfEachAsync(gate, ids, passed, "现场审核认定通过", "现场审核认定尚未通过，或签字扫描件未上传");
    }

    private async Task<Reason> ConsentAsync(Project project, ProcessGate gate)
    {
        var ids = Ids(project);
        var answers = await consents.AskAsync(gate.Rule ?? ConsentGate.Scheme, ids);
        if (answers.Rule is null) return Told(gate, true, "政策未设此项征询");
        var names = await NamesAsync(ids);
        return Told(gate, ids.All(id => answers[id]!.IsOpen), string.Join("；", ids.Select(id => $"{names[id]}：{answers[id]!.InWords}")));
    }

    private async Task<Reason> PlanIssuedAsync(Project project, ProcessGate gate)
    {
        var ids = Ids(project);
        var issued = await db.Plans.AsNoTracking().Where(p => p.Year == project.PlanYear && p.Steps.Any(s => s.Kind == PlanStepKind.Issued)).SelectMany(p => p.Entries).Where(e => ids.Contains(e.EstateId)).Select(e => e.EstateId).Distinct().ToListAsync();
        return await OfEachAsync(gate, ids, issued, $"已列入{project.PlanYear}年印发的计划", $"不在{project.PlanYear}年印发的计划中");
    }

    private async Task<Reason> OfEachAsync(ProcessGate gate, IReadOnlyCollection<Guid> ids, IReadOnlyCollection<Guid> holding, string held, string missing)
    {
        var without = ids.Except(holding).ToList();
        if (without.Count == 0) return Told(gate, true, held);
        var names = await NamesAsync(without);
        return Told(gate, false, $"{string.Join("、", names.Values)}{missing}");
    }

    private Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids) => db.Estates.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name);

    private static List<Guid> Ids(Project project) => project.Estates.OrderBy(e => e.Sequence).Select(e => e.EstateId).ToList();
}
