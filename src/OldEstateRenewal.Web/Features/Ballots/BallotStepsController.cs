using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>A ballot moves on: roll checked, displayed, opened, closed; objections and what was answered.</summary>
[Route("{county}/ballots/{id:guid}"), Requires(Duty.ReadBallots)]
public sealed class BallotStepsController(CurrentAccess access, BallotService ballots, BallotRoll rolls, ClosureService closures, RecountService recounts) : PortalController(access)
{
    [HttpPost("roll-check"), Requires(Duty.RecordVotes)]
    public Task<IActionResult> CreateRollCheck(Guid id, BallotStepForm form) => StepAsync(id, form, "已记录：名册已核对。", ballot =>
        ballot.State != BallotState.Draft ? Refused("名册公示前才需核对。") : ballots.StepAsync(ballot, BallotStepKind.RollChecked, form.Text));

    [HttpPost("roll-display"), Requires(Duty.EditBallots)]
    public Task<IActionResult> CreateRollDisplay(Guid id, BallotStepForm form) => StepAsync(id, form, "名册已公示。公示期满、异议答复后开始。", async ballot =>
        BallotRules.WhyNotDisplay(ballot, await rolls.DraftAsync(ballot), await ballots.StepsAsync(id)) is { Count: > 0 } reasons ? reasons : await ballots.StepAsync(ballot, BallotStepKind.RollDisplayed, form.Text, BallotState.Displayed));

    [HttpPost("preparation"), Requires(Duty.EditBallots)]
    public Task<IActionResult> CreatePreparation(Guid id, BallotStepForm form) => StepAsync(id, form, "已退回筹备。", ballot =>
        ballot.State != BallotState.Displayed ? Refused($"{ballot.State.Name()}，不能退回筹备。") : ballots.StepAsync(ballot, BallotStepKind.Reply, form.Text ?? "退回筹备", BallotState.Draft));

    [HttpPost("opening"), Requires(Duty.EditBallots)]
    public Task<IActionResult> CreateOpening(Guid id, BallotStepForm form) => StepAsync(id, form, "已开始。内容、规则、名册已固定。", ballots.OpenAsync);

    /// <summary>More time for all, never less.</summary>
    [HttpPost("extension"), Requires(Duty.EditBallots)]
    public Task<IActionResult> CreateExtension(Guid id, BallotStepForm form) => StepAsync(id, form, "已延长，请公告。", ballot =>
        BallotRules.WhyNotExtend(ballot, form.ClosesOn, form.Text) is { Count: > 0 } reasons ? Task.FromResult(reasons) : ballots.ExtendAsync(ballot, form.ClosesOn!.Value, form.Text!));

    /// <summary>An owner has gone to court (撤销之诉).</summary>
    [HttpPost("annulments"), Requires(Duty.EditBallots)]
    public Task<IActionResult> CreateAnnulment(Guid id, BallotStepForm form) => StepAsync(id, form, "已记录。", ballot =>
        ballot.State != BallotState.Closed ? Refused("截止后才会有撤销之诉。") : string.IsNullOrWhiteSpace(form.Text) ? Refused("请写明案号、诉求。") : ballots.StepAsync(ballot, BallotStepKind.Annulment, form.Text));

    /// <summary>A court or an authority has annulled the result; the gates that it opened close.</summary>
    [HttpPost("annulled-result"), Requires(Duty.EditBallots)]
    public Task<IActionResult> CreateAnnulledResult(Guid id, BallotStepForm form) => StepAsync(id, form, "已登记：结果被撤销。依据此结果完成的环节须复核。", async ballot =>
        BallotRules.WhyNotAnnul(ballot, await ballots.StepsAsync(id)) is { Count: > 0 } reasons ? reasons : string.IsNullOrWhiteSpace(form.Text) ? ["请写明由哪个法院或部门撤销、文号和生效日期。"] : await ballots.StepAsync(ballot, BallotStepKind.Annulled, form.Text));

    /// <summary>The annulment was reversed, or written down in error.</summary>
    [HttpPost("reinstatement"), Requires(Duty.EditBallots)]
    public Task<IActionResult> CreateReinstatement(Guid id, BallotStepForm form) => StepAsync(id, form, "已登记：撤销失效，结果恢复效力。", async ballot =>
        BallotRules.WhyNotReinstate(await ballots.StepsAsync(id)) is { Count: > 0 } reasons ? reasons : string.IsNullOrWhiteSpace(form.Text) ? ["请写明撤销为何失效：改判的文号，或者误登的情况。"] : await ballots.StepAsync(ballot, BallotStepKind.Reinstated, form.Text));

    [HttpPost("closure-request"), Requires(Duty.CloseBallots)]
    public Task<IActionResult> CreateClosureRequest(Guid id, BallotStepForm form) => StepAsync(id, form, "已申请提前截止，须由另一人确认。", ballot =>
        ballot.State != BallotState.Open ? Refused($"{ballot.State.Name()}。") : string.IsNullOrWhiteSpace(form.Text) ? Refused("请写明提前截止的原因。") : ballots.StepAsync(ballot, BallotStepKind.ClosureAsked, form.Text));

    [HttpPost("closure"), Requires(Duty.CloseBallots)]
    public Task<IActionResult> CreateClosure(Guid id, BallotStepForm form) => StepAsync(id, form, "已截止，结果已封存。", _ => closures.CloseAsync(id));

    [HttpPost("recounts"), Requires(Duty.CloseBallots)]
    public Task<IActionResult> CreateRecount(Guid id, BallotStepForm form) => StepAsync(id, form, "已复核计票，结果见“经过”。", ballot => recounts.RecountAsync(ballot, form.Text));

    [HttpPost("cancellation"), Requires(Duty.EditBallots)]
    public Task<IActionResult> CreateCancellation(Guid id, BallotStepForm form) => StepAsync(id, form, "已取消。", ballot =>
        ballot.State is BallotState.Closed or BallotState.Cancelled ? Refused($"{ballot.State.Name()}。") : string.IsNullOrWhiteSpace(form.Text) ? Refused("请写明取消的原因。") : ballots.StepAsync(ballot, BallotStepKind.Cancelled, form.Text, BallotState.Cancelled));

    [HttpPost("publication"), Requires(Duty.EditBallots)]
    public Task<IActionResult> CreatePublication(Guid id, BallotStepForm form) => StepAsync(id, form, "已记录公布结果。", ballot =>
        ballot.State != BallotState.Closed ? Refused("截止后才能公布结果。") : ballots.StepAsync(ballot, BallotStepKind.Published, form.Text));

    [HttpPost("objections"), Requires(Duty.RecordVotes)]
    public Task<IActionResult> CreateObjection(Guid id, BallotStepForm form) => StepAsync(id, form, "异议已记录。", ballot =>
        string.IsNullOrWhiteSpace(form.Text) ? Refused("请写明异议的内容。") : ballots.StepAsync(ballot, ballot.State == BallotState.Closed ? BallotStepKind.Objection : BallotStepKind.RollObjection, form.Text));

    [HttpPost("replies"), Requires(Duty.EditBallots)]
    public Task<IActionResult> CreateReply(Guid id, BallotStepForm form) => StepAsync(id, form, "已答复。", async ballot =>
        string.IsNullOrWhiteSpace(form.Text) ? ["请写明答复。"]
        : !(await ballots.StepsAsync(id)).Any(step => step.Id == form.RepliesToId && step.Kind is BallotStepKind.RollObjection or BallotStepKind.Objection or BallotStepKind.Annulment) ? ["没有这件异议。"]
        : await ballots.StepAsync(ballot, BallotStepKind.Reply, form.Text, repliesTo: form.RepliesToId));

    private static Task<IReadOnlyList<string>> Refused(string reason) => Task.FromResult<IReadOnlyList<string>>([reason]);

    private async Task<IActionResult> StepAsync(Guid id, BallotStepForm form, string done, Func<Ballot, Task<IReadOnlyList<string>>> step)
    {
        if (await ballots.FindAsync(id) is not { } ballot) return NotFound();
        var refusals = ModelState.IsValid ? await step(ballot) : ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage).ToList();
        if (refusals.Count == 0) Notice(done);
        else (TempData["Refusals"], TempData["Typed"]) = (refusals.ToArray(), form.Text);
        return Redirect($"{Home}/ballots/{id}");
    }
}
