using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

public sealed record OfficialResultPage(Ballot Ballot, OfficialResultForm Form, IReadOnlyList<string> Problems, IReadOnlyList<string> Reserved);

/// <summary>导入官方系统的结果: where a city reserves votes on line to its own system, they are counted here together with those on paper.</summary>
[Route("{county}/ballots/{id:guid}/official-results"), Requires(Duty.EditBallots)]
public sealed class OfficialResultsController(CurrentAccess access, PortalDbContext db, BallotService ballots, BallotRoll rolls, VoteService votes, AuditTrail audit) : PortalController(access)
{
    private const string BeforeLines = "before_lines";

    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id) => await ballots.FindAsync(id) is { FrozenHash: not null } ballot ? View("New", Page(ballot, new OfficialResultForm { ActId = Guid.CreateVersion7() }, [])) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, OfficialResultForm form)
    {
        if (await ballots.FindAsync(id) is not { FrozenHash: not null } ballot) return NotFound();
        if (form.ActId == Guid.Empty) form.ActId = Guid.CreateVersion7();
        if (ballot.Matters.All(matter => matter.Id != form.MatterId)) ModelState.AddModelError(nameof(form.MatterId), "请选择事项。");
        if (!ModelState.IsValid) return Again("New", Page(ballot, form, []));
        var read = OfficialResult.Read(form.Lines!, await rolls.FrozenAsync(id));
        if (read.Lines.Count == 0 && read.Problems.Count == 0) read.Problems.Add("没有可导入的行。");
        if (read.Problems.Count == 0) await TakeAsync(ballot, form, read);
        if (read.Problems.Count > 0) return await RefusedAsync(id, form, read);
        Notice($"已导入 {read.Lines.Count} 户的官方结果。");
        return Redirect($"{Home}/ballots/{id}");
    }

    /// <summary>All or nothing: one household that has another vote on record stops the whole.</summary>
    private async Task TakeAsync(Ballot ballot, OfficialResultForm form, OfficialResult read)
    {
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(BeforeLines);
        foreach (var line in read.Lines)
        {
            var answer = await votes.RecordAsync(ballot, new VoteAct(OfficialResult.ActOf(form.ActId, line.Entry.DwellingId), line.Entry.DwellingId, new Dictionary<Guid, VoteChoice?> { [form.MatterId] = line.Choice }, VoteChannel.Imported, true, null, null, null, form.Source, new Dictionary<Guid, Guid>()));
            if (answer.Outcome == VoteOutcome.Overtaken) read.Problems.Add($"第 {line.Number} 行：{line.Entry.Building} {line.Entry.Place} 已有其他方式的意见，请先核实，在该户页面更正或撤回后再导入。");
            if (answer.Outcome == VoteOutcome.Refused) read.Problems.Add($"第 {line.Number} 行：{string.Join("；", answer.Reasons)}");
        }

        if (read.Problems.Count > 0) await transaction.RollbackToSavepointAsync(BeforeLines);
        else
        {
            audit.Add("OfficialResultTaken", ballot, $"{ballot.Estate!.Name} · {ballot.Name}", $"{form.Source}，{read.Lines.Count} 户");
            db.Entry(ballot).Property(b => b.Version).IsModified = true;
            await db.SaveChangesAsync();
        }
    }

    private async Task<IActionResult> RefusedAsync(Guid id, OfficialResultForm form, OfficialResult read)
    {
        db.ChangeTracker.Clear();
        return Again("New", Page((await ballots.FindAsync(id))!, form, read.Problems));
    }

    private static OfficialResultPage Page(Ballot ballot, OfficialResultForm form, IReadOnlyList<string> problems) => new(ballot, form, problems,
        ballot.Matters.SelectMany(matter => matter.Question?.Channels ?? []).Where(channel => channel.Item.Held == ChannelHeld.ImportOnly).Select(channel => $"{channel.Item.InWords}（{channel.Citation}）").Distinct().ToList());
}
