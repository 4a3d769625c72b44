using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>Writes share sheets. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class ShareService(PortalDbContext db, AuditTrail audit, CurrentAccess access, ShareReader reader, TimeProvider time)
{
    private static readonly IReadOnlyList<string> stale = ["他人刚刚修改了此费用分担表，这次没有保存。您填写的内容仍在下方，请核对后再保存。"];

    /// <summary>A draft for a fixed cost sheet; what was decided in the sheet before comes along for the lines that are the same.</summary>
    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> StartAsync(Guid projectId, CostSheet cost, DateOnly appliedOn)
    {
        await db.TakeTurnAsync(projectId);
        var list = (await reader.ListAsync(projectId, new ShareStartForm()))!;
        if (list.AgainstStart is { Count: > 0 } refusals) return (Guid.Empty, refusals);
        var sheet = new ShareSheet
        {
            TenantId = access.Value.Tenant.Id,
            ProjectId = projectId,
            CostSheetId = cost.Id,
            Number = list.Sheets.Select(each => each.Number).DefaultIfEmpty().Max() + 1,
            AppliedOn = appliedOn,
            MadeBy = access.Value.UserName,
            MadeAt = time.GetUtcNow(),
        };
        var before = list.Sheets.FirstOrDefault(each => each.State == CostState.Fixed);
        if (before is not null) (sheet.HouseholdCount, sheet.Area, sheet.Basis) = (before.HouseholdCount, before.Area, before.Basis);
        sheet.Lines.AddRange(Lines(sheet, cost, before));
        db.ShareSheets.Add(sheet);
        audit.Add("ShareSheetMade", sheet, $"{list.Project.Name}{ShareWords.NameOf(sheet)}（{CostWords.NameOf(cost)}）");
        return (sheet.Id, await SaveAsync());
    }

    public async Task<IReadOnlyList<string>> EditAsync(ShareCheck check, ShareForm form)
    {
        var sheet = check.Sheet;
        if (ShareRules.WhyNotEdit(sheet) is { Count: > 0 } closed) return closed;
        db.Entry(sheet).Property(s => s.Version).OriginalValue = form.Version;
        (sheet.AppliedOn, sheet.HouseholdCount, sheet.Basis) = (form.AppliedOn!.Value, form.HouseholdCount, form.Basis.OrNull());
        sheet.Area = form.Area is { } metres ? Area.FromSquareMetres(metres) : null;
        foreach (var row in check.Outcome.Rows)
            if (check.LineOf(row.Line) is { } line && form.Lines.FirstOrDefault(typed => typed.Id == line.Id) is { } typed) Write(row, line, typed);
        audit.Add("ShareSheetEdited", sheet, NameOf(sheet));
        db.Entry(sheet).Property(s => s.Version).IsModified = true;
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> FixAsync(Guid id, long version)
    {
        if (await reader.FindAsync(id) is not { } sheet) return [];
        await db.TakeTurnAsync(sheet.ProjectId);
        await db.Entry(sheet).ReloadAsync();
        db.Entry(sheet).Property(s => s.Version).OriginalValue = version;
        var check = await reader.CheckAsync(sheet);
        if (ShareRules.WhyNotFix(check) is { Count: > 0 } refusals) return refusals;
        foreach (var row in check.Outcome.Rows) Freeze(row, check.LineOf(row.Line)!);
        // The amounts first: the database takes none for a sheet that is fixed. The first save holds the row, so that nobody comes between.
        db.Entry(sheet).Property(s => s.Version).IsModified = true;
        audit.Add("ShareAmountsFrozen", sheet, NameOf(sheet));
        if (await SaveAsync() is { Count: > 0 } late) return late;
        (sheet.State, sheet.FixedAt, sheet.FixedBy) = (CostState.Fixed, time.GetUtcNow(), access.Value.UserName);
        audit.Add("ShareSheetFixed", sheet, NameOf(sheet));
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> DiscardAsync(ShareSheet sheet, long version)
    {
        if (ShareRules.WhyNotEdit(sheet) is { Count: > 0 } closed) return closed;
        db.Entry(sheet).Property(s => s.Version).OriginalValue = version;
        sheet.State = CostState.Discarded;
        audit.Add("ShareSheetDiscarded", sheet, NameOf(sheet));
        return await SaveAsync();
    }

    private static string NameOf(ShareSheet sheet) => $"{sheet.Project!.Name}{ShareWords.NameOf(sheet)}";

    private static IEnumerable<ShareLine> Lines(ShareSheet sheet, CostSheet cost, ShareSheet? before)
    {
        var known = before is null ? [] : CostComparison.Keyed(before.CostSheet!).ToDictionary(each => each.Key, each => before.Lines.FirstOrDefault(line => line.CostLineId == each.Value.Id));
        foreach (var (key, costLine) in CostComparison.Keyed(cost))
        {
            var line = new ShareLine { TenantId = sheet.TenantId, SheetId = sheet.Id, ProjectId = sheet.ProjectId, CostLineId = costLine.Id };
            if (known.GetValueOrDefault(key) is { } earlier) CopyTo(line, earlier);
            yield return line;
        }
    }

    /// <summary>The rule is looked for anew: costs and documents may have changed. What was agreed stays until somebody changes it.</summary>
    private static void CopyTo(ShareLine line, ShareLine earlier)
    {
        var byHand = earlier is { RuleDocument: null, RuleKey: ShareChoice.ByHand };
        (line.Basis, line.RuleKey) = (earlier.Basis, byHand ? ShareChoice.ByHand : null);
        line.Amounts.AddRange(earlier.Amounts.Where(amount => byHand || amount.SuppliedFraction is not null || amount.SuppliedAmount is not null)
            .Select(amount => Amount(line, amount.Payer, amount.Name, amount.Sequence, amount.SuppliedFraction, amount.SuppliedAmount)));
    }

    private void Write(ShareRow row, ShareLine line, ShareLineForm typed)
    {
        line.Basis = typed.Basis.OrNull();
        var chosen = typed.Rule.OrNull()?.Split('|');
        var rule = chosen is null ? (row.Applying is [var first, ..] ? first : null) : row.Applying.First(answer => answer.Document.Key == chosen[0] && answer.Item.Key == chosen[1]);
        var payer = row.Applying.Count == 0 ? typed.Payer.OrNull() : null;
        (line.RuleDocument, line.RuleKey) = chosen is null ? (null, payer is null ? null : ShareChoice.ByHand) : (rule!.Document.Key, rule.Item.Key);
        var wanted = payer is null ? Asked(line, rule?.Item, typed).ToList() : [Amount(line, payer, ShareWords.Payer(payer, payer), 0, "1", null)];
        Replace(line, wanted);
    }

    private static IEnumerable<ShareAmount> Asked(ShareLine line, CostRule? rule, ShareLineForm typed)
    {
        foreach (var (share, at) in (rule?.Shares ?? []).Select((share, at) => (share, at)))
        {
            var text = typed.Supplied.GetValueOrDefault(share.Payer);
            if (share.Kind == ShareKind.SuppliedFraction && Supplied.Fraction(text) is not null) yield return Amount(line, share.Payer, share.Name, at, Supplied.Plain(text), null);
            if (share.Kind == ShareKind.SuppliedAmount && Supplied.Amount(text) is { } amount) yield return Amount(line, share.Payer, share.Name, at, null, amount);
        }
    }

    private void Freeze(ShareRow row, ShareLine line)
    {
        if (row.Rule is { } rule) (line.RuleDocument, line.RuleKey) = (rule.Document.Key, rule.Item.Key);
        line.Clause = Cut(row.Clause, ShareSheet.TextLength);
        line.Working = Cut(string.Join('\n', row.Working), ShareLine.WorkingLength);
        Replace(line, row.Amounts.Select((amount, at) =>
        {
            var kept = line.Amounts.FirstOrDefault(each => each.Payer == amount.Payer);
            var frozen = Amount(line, amount.Payer, amount.Name, at, kept?.SuppliedFraction, kept?.SuppliedAmount);
            frozen.Amount = amount.Amount;
            return frozen;
        }).ToList());
    }

    /// <summary>The payers of a line as they are wanted; a payer that is there already is changed in its place.</summary>
    private void Replace(ShareLine line, IReadOnlyList<ShareAmount> wanted)
    {
        db.ShareAmounts.RemoveRange(line.Amounts.Where(amount => wanted.All(each => each.Payer != amount.Payer)));
        foreach (var each in wanted)
        {
            if (line.Amounts.FirstOrDefault(amount => amount.Payer == each.Payer) is not { } there) db.ShareAmounts.Add(each);
            else (there.Name, there.Sequence, there.SuppliedFraction, there.SuppliedAmount, there.Amount) = (each.Name, each.Sequence, each.SuppliedFraction, each.SuppliedAmount, each.Amount);
        }
    }

    private static ShareAmount Amount(ShareLine line, string payer, string name, int sequence, string? fraction, Money? amount) => new()
    {
        TenantId = line.TenantId,
        LineId = line.Id,
        ProjectId = line.ProjectId,
        Payer = payer,
        Name = Cut(name, ShareAmount.NameLength)!,
        Sequence = sequence,
        SuppliedFraction = fraction,
        SuppliedAmount = amount,
    };

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];

    private async Task<IReadOnlyList<string>> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return stale;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: ShareSheet.OneDraft or ShareSheet.UniqueNumber })
        {
            return ["他人刚刚开始编制新的一版，请刷新后查看。"];
        }
    }
}
