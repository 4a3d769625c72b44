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
        foreach (var gate in stage.Gates) answers[gate.Key] = (await AnswerAsync(project, gate)).Reason;
        return answers;
    }

    /// <summary>The stages that are reached and have to be looked at again, with every reason: each by the key of the stage.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<StageDoubt>>> DoubtsAsync(Project project, RenewalProcess process)
    {
        var doubts = new Dictionary<string, IReadOnlyList<StageDoubt>>();
        if (!(await SuspectsAsync([project.Id])).Contains(project.Id)) return doubts;
        var reached = ProjectSteps.Reached(project.Steps);
        foreach (var stage in process.Stages.Select(stage => stage.Item).Where(stage => reached.ContainsKey(stage.Key)))
        {
            var found = new List<StageDoubt>();
            foreach (var gate in stage.Gates.Where(gate => gate.Kind is GateKind.Consent or GateKind.NoticeEnded or GateKind.ReviewPassed))
                if (await AnswerAsync(project, gate) is { Again: { } again, Reason: { Outcome: not Outcome.Passed } reason }) found.Add(new StageDoubt(again, gate, ProjectRules.Told(reason)));
            if (found.Count > 0) doubts[stage.Key] = found;
        }

        return doubts;
    }

    /// <summary>The projects to which something happened that may shut a gate behind them: only these are asked again.</summary>
    public async Task<IReadOnlySet<Guid>> SuspectsAsync(IReadOnlyCollection<Guid> projects)
    {
        var revised = await db.Schemes.Where(s => projects.Contains(s.ProjectId) && s.State == SchemeState.Fixed && s.Number > 1).Select(s => s.ProjectId).Distinct().ToListAsync();
        var reposted = await db.Notices.Where(n => n.ProjectId != null && projects.Contains(n.ProjectId.Value) && n.PostedOn != null && (n.State == NoticeState.Withdrawn || n.State == NoticeState.Superseded)).Select(n => n.ProjectId!.Value).Distinct().ToListAsync();
        var annulled = await db.ProjectEstates.Where(e => projects.Contains(e.ProjectId) && db.Ballots.Any(b => b.EstateId == e.EstateId && db.BallotSteps.Any(s => s.BallotId == b.Id && s.Kind == BallotStepKind.Annulled))).Select(e => e.ProjectId).Distinct().ToListAsync();
        return revised.Concat(reposted).Concat(annulled).ToHashSet();
    }

    /// <summary>A gate with its answer in words.</summary>
    public static Reason Told(ProcessGate gate, bool? holds, string words) => Reason.Single(gate.Key, gate.Name, Outcomes.Of(holds), words, gate.Citation);

    private async Task<GateAnswer> AnswerAsync(Project project, ProcessGate gate) => gate.Kind switch
    {
        GateKind.Consent => await ConsentAsync(project, gate),
        GateKind.NoticeEnded => await notices.AnswerAsync(project.Id, gate),
        GateKind.ReviewPassed => await reviews.AnswerAsync(project, gate),
        _ => await ReasonAsync(project, gate),
    };

    private Task<Reason> ReasonAsync(Project project, ProcessGate gate) => gate.Kind switch
    {
        GateKind.Surveyed => SurveyedAsync(project, gate),
        GateKind.Recognised => RecognisedAsync(project, gate),
        GateKind.PlanIssued => PlanIssuedAsync(project, gate),
        GateKind.SchemeFixed => schemes.AnswerAsync(project, gate),
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

    /// <summary>A vote on a scheme opens the gate for the version it was held on, and for no later one.</summary>
    private async Task<GateAnswer> ConsentAsync(Project project, ProcessGate gate)
    {
        var (ids, key) = (Ids(project), gate.Rule ?? ConsentGate.Scheme);
        var answers = await consents.AskAsync(key, ids);
        if (answers.Rule is not { } rule) return Told(gate, true, "政策未设此项征询");
        var (names, versions) = (await NamesAsync(ids), await SchemeVersions.ReadAsync(db, project.Id));
        var isVote = rule.Item.Basis == Domain.Consent.ConsentBasis.Statutory;
        var told = ids.Select(id => (Answer: answers[id]!, Name: names[id])).Select(each => (each.Answer, each.Name, RestsOnScheme: key == ConsentGate.Scheme || each.Answer.SchemeId is not null))
            .Select(each => (each.Answer, each.Name, each.RestsOnScheme, Outdated: each.RestsOnScheme && each.Answer.IsOpen ? versions.WhyOutdated(each.Answer.SchemeId, each.Answer.FrozenAt, isVote ? "表决" : "征询") : null)).ToList();
        var again = told.Any(each => each.Answer.WasAnnulled) ? "须复核" : told.Any(each => each.RestsOnScheme && each.Answer.FrozenAt is not null) && versions.Fixed.Count > 1 ? isVote ? "须重新表决" : "须重新征询" : null;
        return new GateAnswer(Told(gate, told.All(each => each.Answer.IsOpen && each.Outdated is null), string.Join("；", told.Select(each => $"{each.Name}：{each.Answer.InWords}{(each.Outdated is null ? "" : $"；但{each.Outdated}")}"))), again);
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
