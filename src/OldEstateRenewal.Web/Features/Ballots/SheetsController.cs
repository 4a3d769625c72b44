using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>批量录入 of paper sheets by their codes; every sheet is an act of its own.</summary>
[Route("{county}/ballots/{id:guid}/sheets"), Requires(Duty.RecordVotes)]
public sealed class SheetsController(CurrentAccess access, BallotService ballots, SheetPile pile) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id) =>
        await ballots.FindAsync(id) is { FrozenHash: not null } ballot ? View("Index", await pile.PageAsync(ballot, Blank(), null)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, SheetForm form)
    {
        if (await ballots.FindAsync(id) is not { FrozenHash: not null } ballot) return NotFound();
        var entry = await CheckAsync(ballot, form);
        var page = await pile.PageAsync(ballot, form, entry);
        foreach (var reason in page.Against) ModelState.AddModelError("", reason);
        if (!ModelState.IsValid || entry is null) return Again("Index", page);
        var answer = await pile.RecordAsync(ballot, entry, form);
        if (answer.Outcome == VoteOutcome.Overtaken) return Overtaken(page with { Standing = answer.Standing.Where(vote => vote.Choice is not null).ToList() });
        foreach (var reason in answer.Reasons) ModelState.AddModelError("", reason);
        if (answer.Outcome == VoteOutcome.Refused) return Again("Index", page);
        Notice(answer.Outcome == VoteOutcome.Repeated ? "这张票先前已收到，没有重复计入。" : $"已录入 {entry.Building} {entry.Place}。请录下一张。");
        return Redirect($"{Home}/ballots/{id}/sheets");
    }

    [HttpPost("reversals")]
    public async Task<IActionResult> CreateReversal(Guid id, SheetReversalForm form)
    {
        if (await ballots.FindAsync(id) is not { FrozenHash: not null } ballot) return NotFound();
        if (form.ActId == Guid.Empty) return BadRequest();
        var answer = await pile.TakeBackAsync(ballot, form);
        Notice(answer switch
        {
            null => "没有可撤回的：不是您录入的，或已有后来的录入。",
            { Outcome: VoteOutcome.Recorded or VoteOutcome.Repeated } => "已撤回，此户现为未录入。",
            { Outcome: VoteOutcome.Overtaken } => "此户已有后来的录入，没有撤回。",
            _ => string.Join(" ", answer.Reasons),
        });
        return Redirect($"{Home}/ballots/{id}/sheets");
    }

    private static SheetForm Blank() => new() { ActId = Guid.CreateVersion7(), Signed = true };

    private async Task<RollEntry?> CheckAsync(Ballot ballot, SheetForm form)
    {
        if (form.ActId == Guid.Empty) ModelState.AddModelError("", "页面已失效，请刷新后重录。");
        var code = form.ReadCode();
        if (SheetForm.WhyNotCode(code) is { } wrong)
        {
            ModelState.AddModelError(nameof(form.Code), wrong);
            return null;
        }

        var entry = await pile.FindAsync(ballot, code);
        if (entry is null) ModelState.AddModelError(nameof(form.Code), "没有这个票号：不是这次表决的票，请核对票面的表决名称。");
        else if (entry.Exclusion is { } reason) ModelState.AddModelError(nameof(form.Code), $"{entry.Building} {entry.Place}不计入这次表决：{reason}");
        else if (form.ReadChoices().Count == 0) ModelState.AddModelError("Choices", "请选择票上的意见。");
        return entry;
    }

    private ViewResult Overtaken(SheetPage page)
    {
        ModelState.Remove(nameof(SheetForm.Seen));
        ModelState.Remove(nameof(SheetForm.ActId));
        var same = page.Form.ReadChoices().All(choice => page.Standing.Any(vote => vote.MatterId == choice.Key && vote.Choice == choice.Value));
        ModelState.AddModelError("", same
            ? $"{page.Entry!.Building} {page.Entry.Place} 已录入过，内容相同，不必再录。"
            : $"{page.Entry!.Building} {page.Entry.Place} 已有录入（见“现有记录”），两次不会相加，也不会自动覆盖。请核实以哪一次为准；以这张票为准的，请再按一次“保存”。");
        (page.Form.ActId, page.Form.Seen) = (Guid.CreateVersion7(), SeenVotes.Write(page.Standing).ToList());
        return Again("Index", page);
    }
}
