using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>Prepares ballots, displays their rolls and opens them.</summary>
public sealed class BallotService(PortalDbContext db, AuditTrail audit, CurrentAccess access, PolicyShelf policies, BallotRoll rolls, TimeProvider time)
{
    private static readonly IReadOnlyList<string> overtaken = ["他人刚刚办理了此表决，请刷新后再看。"];

    public Task<Ballot?> FindAsync(Guid id) => db.Ballots.Include(b => b.Estate).Include(b => b.Building).Include(b => b.Scheme).Include(b => b.Matters.OrderBy(m => m.Sequence)).SingleOrDefaultAsync(b => b.Id == id);

    /// <summary>For recording: what may change is read afresh, what is frozen is remembered.</summary>
    public async Task<Ballot?> FindOpenAsync(Guid id)
    {
        if (await db.Ballots.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) is not { } ballot) return null;
        ballot.Matters.AddRange(await QuestionShelf.MattersAsync(ballot, () => db.BallotMatters.AsNoTracking().Where(m => m.BallotId == id).OrderBy(m => m.Sequence).ToListAsync()));
        return ballot;
    }

    public Task<List<BallotStep>> StepsAsync(Guid id) => db.BallotSteps.AsNoTracking().Where(s => s.BallotId == id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync();

    /// <summary>Every question that the policies of today know, with the key it is asked by.</summary>
    public static IReadOnlyList<ConsentQuestion> Questions(PolicyView view) =>
        view.All(PolicySections.Consent).SelectMany(rule => ConsentQuestion.For(view, rule.Item.Key)).ToList();

    public static string KeyOf(ConsentQuestion question) => $"{question.Asked.Item.Key}/{question.Rule.Item.Key}";

    /// <summary>The rules of the ballot's matters: as frozen, or as they would be frozen today.</summary>
    public async Task<IReadOnlyList<ConsentQuestion>> QuestionsAsync(Ballot ballot)
    {
        if (ballot.Matters.All(matter => matter.Frozen is not null)) return ballot.Matters.Select(matter => matter.Question!).ToList();
        var known = Questions(await policies.TodayAsync()).DistinctBy(KeyOf).ToDictionary(KeyOf);
        return ballot.Matters.Select(matter => known.GetValueOrDefault(matter.Key)).OfType<ConsentQuestion>().ToList();
    }

    public async Task<Ballot> MakeAsync(Guid estateId, string estate, BallotForm form)
    {
        var ballot = new Ballot { EstateId = estateId, Name = "", Text = "", MadeBy = access.Value.UserName, MadeById = access.Value.UserId, MadeAt = time.GetUtcNow() };
        await FillAsync(ballot, form);
        db.Ballots.Add(ballot);
        audit.Add("BallotMade", ballot, $"{estate} · {ballot.Name}");
        await db.SaveChangesAsync();
        return ballot;
    }

    /// <summary>False when somebody else has changed it in the meantime.</summary>
    public async Task<bool> EditAsync(Ballot ballot, BallotForm form)
    {
        db.Entry(ballot).Property(b => b.Version).OriginalValue = form.Version;
        db.BallotMatters.RemoveRange(ballot.Matters);
        ballot.Matters.Clear();
        // The numbers of the matters are free again before they are given anew.
        audit.Add("BallotEdited", ballot, $"{ballot.Estate!.Name} · {form.Name}");
        db.Entry(ballot).Property(b => b.Version).IsModified = true;
        if ((await SaveAsync()).Count > 0) return false;
        await FillAsync(ballot, form);
        db.BallotMatters.AddRange(ballot.Matters);
        audit.Add("BallotEdited", ballot, $"{ballot.Estate.Name} · {ballot.Name}");
        return (await SaveAsync()).Count == 0;
    }

    private async Task FillAsync(Ballot ballot, BallotForm form)
    {
        (ballot.Name, ballot.Text) = (form.Name!.Trim(), form.Text!.Trim());
        (ballot.BuildingId, ballot.Entrance) = (form.BuildingId, form.BuildingId is null ? null : form.Entrance);
        ballot.Riser = ballot.Entrance is null ? null : form.Riser.OrNull();
        ballot.SchemeId = form.SchemeId;
        ballot.ClosesAt = form.ClosesAt?.ToUniversalTime();
        var known = Questions(await policies.TodayAsync()).DistinctBy(KeyOf).ToDictionary(KeyOf);
        foreach (var key in form.Matters.Distinct().Where(known.ContainsKey).Take(Ballot.MostMatters))
        {
            var title = form.Titles.GetValueOrDefault(key) is { } typed && !string.IsNullOrWhiteSpace(typed) ? typed.Trim() : known[key].Rule.Item.Name;
            ballot.Matters.Add(new BallotMatter
            {
                EstateId = ballot.EstateId,
                BallotId = ballot.Id,
                Sequence = ballot.Matters.Count + 1,
                AskedKey = known[key].Asked.Item.Key,
                RuleKey = known[key].Rule.Item.Key,
                Title = title.Length <= BallotMatter.TitleLength ? title : title[..BallotMatter.TitleLength],
            });
        }
    }

    /// <summary>Records what happened, with a change of state where there is one; the reasons why not, or none.</summary>
    public async Task<IReadOnlyList<string>> StepAsync(Ballot ballot, BallotStepKind kind, string? text, BallotState? state = null, Guid? repliesTo = null)
    {
        db.BallotSteps.Add(Step(ballot, kind, text, repliesTo));
        if (state is { } next) ballot.State = next;
        audit.Add($"Ballot{kind}", ballot, $"{ballot.Estate!.Name} · {ballot.Name}", text);
        return await SaveAsync();
    }

    /// <summary>The same time of day, later.</summary>
    public Task<IReadOnlyList<string>> ExtendAsync(Ballot ballot, DateOnly until, string why)
    {
        var time = TimeOnly.FromDateTime(ballot.ClosesAt!.Value.ToChina().DateTime);
        ballot.ClosesAt = new DateTimeOffset(until.ToDateTime(time), TimeSpan.FromHours(8)).ToUniversalTime();
        return StepAsync(ballot, BallotStepKind.Extended, $"延至 {until:yyyy-MM-dd}：{why.Trim()}");
    }

    /// <summary>Freezes text, rules and roll, and opens.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(Ballot ballot)
    {
        var draft = await rolls.DraftAsync(ballot);
        var questions = await QuestionsAsync(ballot);
        var refusals = BallotRules.WhyNotOpen(ballot, draft, await StepsAsync(ballot.Id), questions, time.GetUtcNow());
        if (refusals.Count > 0) return refusals;
        foreach (var (matter, question) in ballot.Matters.Zip(questions)) (matter.Frozen, matter.RuleWords) = (FrozenQuestion.Write(question), question.Rule.Item.InWords);
        var entries = rolls.Freeze(ballot, draft);
        db.BallotSteps.Add(Step(ballot, BallotStepKind.Opened, null, null));
        audit.Add("BallotOpened", ballot, $"{ballot.Estate!.Name} · {ballot.Name}");
        // Roll and rules are written first: once the ballot is open the database takes neither.
        if (await SaveAsync() is { Count: > 0 } failed) return failed;
        (ballot.State, ballot.OpenedAt, ballot.FrozenHash) = (BallotState.Open, time.GetUtcNow(), BallotRoll.Hash(ballot, ballot.Matters, entries));
        audit.Add("BallotFrozen", ballot, $"{ballot.Estate.Name} · {ballot.Name}");
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> ExcludeAsync(Ballot ballot, Guid dwellingId, string? reason)
    {
        var there = await db.RollExclusions.SingleOrDefaultAsync(e => e.BallotId == ballot.Id && e.DwellingId == dwellingId);
        if (there is not null) db.RollExclusions.Remove(there);
        if (there is null && string.IsNullOrWhiteSpace(reason)) return ["请写明不计入的原因。"];
        if (there is null) db.RollExclusions.Add(new RollExclusion { BallotId = ballot.Id, EstateId = ballot.EstateId, DwellingId = dwellingId, Reason = reason!.Trim(), By = access.Value.UserName, At = time.GetUtcNow() });
        audit.Add(there is null ? "RollExcluded" : "RollIncluded", ballot, $"{ballot.Estate!.Name} · {ballot.Name}", there is null ? reason : null);
        return await SaveAsync();
    }

    private BallotStep Step(Ballot ballot, BallotStepKind kind, string? text, Guid? repliesTo) => new()
    {
        BallotId = ballot.Id,
        EstateId = ballot.EstateId,
        Kind = kind,
        Text = text.OrNull(),
        RepliesToId = repliesTo,
        By = access.Value.UserName,
        ById = access.Value.UserId,
        At = time.GetUtcNow(),
    };

    private async Task<IReadOnlyList<string>> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateException)
        {
            return overtaken;
        }
    }
}
