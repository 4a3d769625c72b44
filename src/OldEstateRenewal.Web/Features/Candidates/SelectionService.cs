using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>A selection proposed under limits and hand picks.</summary>
public sealed record Proposal(Pool Pool, SelectionForm Form, Selection Selection)
{
    public IReadOnlySet<string> Chosen { get; } = Selection.Chosen.ToHashSet();

    public IReadOnlyList<CandidateRow> Taken => Pool.Rows.Where(row => Chosen.Contains(row.Id.ToString())).ToList();

    /// <summary>Those that were not looked at, because too many stand before them.</summary>
    public IReadOnlyList<CandidateRow> Late { get; init; } = [];

    /// <summary>A mark of what is shown: pool, scores, limits, picks and result.</summary>
    public string Shown { get; } = Mark(Pool, Form, Selection);

    private static string Mark(Pool pool, SelectionForm form, Selection selection)
    {
        var limit = form.Limit;
        var lines = pool.Rows.Select(row => $"{row.Id} {row.Place?.Score} {row.Investment?.Amount.Fen} {row.Estate.HouseholdCount} {form.Hand(row.Id)?.Pick ?? HandPick.None} {form.Hand(row.Id)?.Reason.OrNull()} {selection.Chosen.Contains(row.Id.ToString())}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{pool.Year} {limit.Budget?.Fen} {limit.Estates} {limit.Households}\n{string.Join('\n', lines)}")))[..16];
    }
}

/// <summary>Proposes selections, keeps them as drafts and takes one into the year's plan.</summary>
public sealed class SelectionService(PortalDbContext db, AuditTrail audit, CurrentAccess access, CandidatePool pool, PlanService plans, TimeProvider time)
{
    public Task<SelectionDraft?> FindAsync(Guid id) => db.SelectionDrafts.AsNoTracking().Include(d => d.Entries.OrderBy(e => e.Sequence)).Include(d => d.Adoption).AsSplitQuery().SingleOrDefaultAsync(d => d.Id == id);

    public async Task<Proposal> ProposeAsync(SelectionForm form)
    {
        var all = await pool.ReadAsync(pool.Within(form.Year));
        var options = all.Rows.Select(row => new SelectionOption(row.Id.ToString(), row.Name, row.Place?.Score ?? Fraction.Zero, row.Investment?.Amount, row.Estate.HouseholdCount, form.Hand(row.Id)?.Pick ?? HandPick.None)).ToList();
        // What a person has decided is followed, however low its rank; of the others the better ranked are looked at.
        var late = options.Where(option => option.Hand == HandPick.None).Skip(BestSelection.MostOptions).Select(option => option.Id).ToHashSet();
        var found = BestSelection.Find(options.Where(option => !late.Contains(option.Id)).ToList(), form.Limit);
        var why = late.Select(id => KeyValuePair.Create(id, $"名次在参加择优的 {BestSelection.MostOptions} 个小区之后，未参加；要选入的，请定为“必选”并写明理由"));
        return new Proposal(all, form, found with { LeftOut = found.LeftOut.Concat(why).ToDictionary(), IsProven = found.IsProven && late.Count == 0 }) { Late = all.Rows.Where(row => late.Contains(row.Id.ToString())).ToList() };
    }

    /// <summary>Why a proposal cannot be saved; the same list greys out the button.</summary>
    public static IReadOnlyList<string> WhyNotSave(Proposal proposal)
    {
        var reasons = proposal.Selection.Problems.ToList();
        if (proposal.Pool.Rule is null) reasons.Add("现行文件没有择优办法，不能择优。");
        if (proposal.Chosen.Count == 0 && reasons.Count == 0) reasons.Add("没有选入任何小区。");
        return reasons;
    }

    public async Task<Guid> SaveAsync(Proposal proposal)
    {
        var form = proposal.Form;
        var rule = proposal.Pool.Rule!;
        var draft = new SelectionDraft
        {
            TenantId = access.Value.Tenant.Id,
            Name = form.Name!.Trim(),
            Year = proposal.Pool.Year,
            Budget = form.Limit.Budget,
            MostEstates = form.MostEstates,
            MostHouseholds = form.MostHouseholds,
            Rule = Cut($"{rule.Item.InWords}（{rule.Citation}）"),
            FullMark = rule.Item.FullMark,
            IsProven = proposal.Selection.IsProven,
            Note = form.Note.OrNull(),
            MadeBy = access.Value.UserName,
            MadeById = access.Value.UserId,
            MadeAt = time.GetUtcNow(),
        };
        draft.Entries.AddRange(proposal.Pool.Rows.Select((row, i) => Entry(proposal, draft, row, i + 1)));
        db.SelectionDrafts.Add(draft);
        audit.Add("SelectionSaved", draft, $"{draft.Year}年 · {draft.Name}");
        await db.SaveChangesAsync();
        return draft.Id;
    }

    /// <summary>The newest plan of the year, which takes the estates up if it is still being drawn up.</summary>
    public async Task<AnnualPlan?> PlanAsync(int year) => await db.Plans.AsNoTracking().Include(p => p.Steps).Where(p => p.Year == year).OrderByDescending(p => p.Revision).FirstOrDefaultAsync();

    public static IReadOnlyList<string> WhyNotAdopt(SelectionDraft draft, AnnualPlan? plan)
    {
        if (draft.Adoption is { } adoption) return [$"方案已由{adoption.By}于 {adoption.At.ToChinaText()} 采纳。"];
        return plan is null ? [$"{draft.Year}年还没有计划，请先编制{draft.Year}年计划。"] : PlanRules.WhyNotEdit(plan);
    }

    /// <summary>All chosen estates go into the plan, or none.</summary>
    public async Task<IReadOnlyList<string>> AdoptAsync(Guid id)
    {
        await db.TakeTurnAsync(id);
        var draft = (await FindAsync(id))!;
        var newest = await PlanAsync(draft.Year);
        if (WhyNotAdopt(draft, newest) is { Count: > 0 } refusals) return refusals;
        var plan = (await plans.FindAsync(newest!.Id))!;
        var adoption = new SelectionAdoption { DraftId = draft.Id, PlanId = plan.Id, By = access.Value.UserName, ById = access.Value.UserId, At = time.GetUtcNow() };
        db.SelectionAdoptions.Add(adoption);
        audit.Add("SelectionAdopted", adoption, $"{draft.Year}年 · {draft.Name}");
        var chosen = draft.Entries.Where(entry => entry.IsChosen).OrderBy(entry => entry.Sequence).ToList();
        var refused = await plans.AddEstatesAsync(plan, chosen.Select(entry => entry.EstateId).ToList(), chosen.Where(entry => entry.Investment is not null).ToDictionary(entry => entry.EstateId, entry => entry.Investment!.Value));
        if (refused.Count > 0) db.ChangeTracker.Clear();
        return refused;
    }

    private static SelectionEntry Entry(Proposal proposal, SelectionDraft draft, CandidateRow row, int sequence)
    {
        var (hand, key) = (proposal.Form.Hand(row.Id), row.Id.ToString());
        var rule = proposal.Pool.Rule!.Item;
        return new SelectionEntry
        {
            TenantId = draft.TenantId,
            DraftId = draft.Id,
            EstateId = row.Id,
            Sequence = sequence,
            Rank = row.Place!.Rank,
            Name = row.Name,
            Street = row.Estate.Street?.Name,
            BuildingCount = row.Estate.BuildingCount,
            HouseholdCount = row.Estate.HouseholdCount,
            FloorArea = row.Estate.FloorArea,
            Investment = row.Investment?.Amount,
            Score = row.Place.Score.ToString(),
            TieBreak = row.Place.TieBreak,
            IsChosen = proposal.Chosen.Contains(key),
            Hand = hand?.Pick ?? HandPick.None,
            HandReason = hand is { Pick: not HandPick.None } ? hand.Reason!.Trim() : null,
            WhyNot = proposal.Selection.LeftOut.GetValueOrDefault(key),
            Json = SelectionEntry.Write(row.Marks.Select(mark => new FrozenMark(mark.Criterion.Key, mark.Criterion.Name, mark.Criterion.Weight, mark.Share is { } share ? (share * (Fraction)rule.FullMark).ToString() : null, mark.Words))),
        };
    }

    private static string Cut(string text) => text.Length <= SelectionDraft.TextLength ? text : text[..SelectionDraft.TextLength];
}
