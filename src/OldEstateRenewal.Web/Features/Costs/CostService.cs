using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>Writes cost sheets. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class CostService(PortalDbContext db, AuditTrail audit, CurrentAccess access, CostReader reader, TimeProvider time)
{
    private static readonly IReadOnlyList<string> stale = ["他人刚刚修改了此造价表，这次没有保存。您填写的内容仍在下方，请核对后再保存。"];

    /// <summary>The first of a stage from the scheme or the stage before, or a revision of the newest with its reason.</summary>
    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> StartAsync(Project project, CostStage stage, string? reason)
    {
        await db.TakeTurnAsync(project.Id);
        var (sheets, scheme) = (await reader.SheetsAsync(project.Id), await reader.SchemeAsync(project.Id));
        if (CostRules.WhyNotStart(stage, sheets, scheme) is { Count: > 0 } refusals) return (Guid.Empty, refusals);
        var revised = CostRules.NewestFixed(sheets, stage);
        if (revised is not null && reason is null) return (Guid.Empty, [$"请写明调整{stage.Name()}的理由。"]);
        var sheet = New(project, stage, sheets.Where(each => each.Stage == stage).Select(each => each.Number).DefaultIfEmpty().Max() + 1, revised is null ? null : reason);
        Fill(sheet, revised ?? (stage == CostStage.Estimate ? null : CostRules.NewestFixed(sheets, stage - 1)), scheme);
        audit.Add(revised is null ? "CostSheetMade" : "CostSheetRevised", sheet, NameOf(project, sheet), sheet.Reason);
        return (sheet.Id, await SaveAsync());
    }

    public async Task<IReadOnlyList<string>> EditAsync(CostCheck check, CostForm form)
    {
        var sheet = check.Sheet;
        if (CostRules.WhyNotEdit(sheet) is { Count: > 0 } closed) return closed;
        db.Entry(sheet).Property(s => s.Version).OriginalValue = form.Version;
        (sheet.Reviewer, sheet.Reference, sheet.ReviewedOn) = (form.Reviewer.OrNull(), form.Reference.OrNull(), form.ReviewedOn);
        if (WriteLines(check, form) is { Count: > 0 } tooMuch) return tooMuch;
        audit.Add("CostSheetEdited", sheet, NameOf(sheet.Project!, sheet));
        return await SaveAsync(sheet);
    }

    public async Task<IReadOnlyList<string>> FixAsync(Guid id, long version)
    {
        if (await reader.FindAsync(id) is not { } sheet) return [];
        await db.TakeTurnAsync(sheet.ProjectId);
        await db.Entry(sheet).ReloadAsync();
        db.Entry(sheet).Property(s => s.Version).OriginalValue = version;
        if (CostRules.WhyNotFix(await reader.CheckAsync(sheet)) is { Count: > 0 } refusals) return refusals;
        (sheet.State, sheet.FixedAt, sheet.FixedBy) = (CostState.Fixed, time.GetUtcNow(), access.Value.UserName);
        audit.Add("CostSheetFixed", sheet, NameOf(sheet.Project!, sheet));
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> DiscardAsync(CostSheet sheet, long version)
    {
        if (CostRules.WhyNotEdit(sheet) is { Count: > 0 } closed) return closed;
        db.Entry(sheet).Property(s => s.Version).OriginalValue = version;
        sheet.State = CostState.Discarded;
        audit.Add("CostSheetDiscarded", sheet, NameOf(sheet.Project!, sheet));
        return await SaveAsync();
    }

    private static string NameOf(Project project, CostSheet sheet) => $"{project.Name}{CostWords.NameOf(sheet)}";

    private CostSheet New(Project project, CostStage stage, int number, string? reason)
    {
        var sheet = new CostSheet { TenantId = access.Value.Tenant.Id, ProjectId = project.Id, Stage = stage, Number = number, Reason = reason, MadeBy = access.Value.UserName, MadeAt = time.GetUtcNow() };
        db.CostSheets.Add(sheet);
        return sheet;
    }

    /// <summary>What an estimate prices comes from the newest scheme; what the scheme does not know (fees, design …) from the sheet before.</summary>
    private static void Fill(CostSheet sheet, CostSheet? before, Scheme? scheme)
    {
        var fromScheme = sheet.Stage == CostStage.Estimate && before?.SchemeId != scheme!.Id;
        sheet.SchemeId = fromScheme ? scheme!.Id : before!.SchemeId;
        if (fromScheme) sheet.Lines.AddRange(scheme!.Items.OrderBy(item => item.Sequence).Select(item => Priced(sheet, item)));
        sheet.Lines.AddRange((before?.Lines ?? []).OrderBy(line => line.Sequence).Where(line => !fromScheme || line.Kind != CostLineKind.Works).Select(line => CostFigures.Copy(line, sheet)));
        for (var i = 0; i < sheet.Lines.Count; i++) sheet.Lines[i].Sequence = i + 1;
        CostFigures.Work(sheet.Lines);
    }

    private static CostLine Priced(CostSheet sheet, SchemeItem item) => new()
    {
        TenantId = sheet.TenantId,
        SheetId = sheet.Id,
        ProjectId = sheet.ProjectId,
        ItemKey = item.ItemKey,
        Name = item.Name,
        ClassName = item.ClassName,
        SchemeItemId = item.Id,
        EstateId = item.EstateId,
        BuildingId = item.BuildingId,
        Ownership = item.Ownership,
        Section = item.Section,
        Quantity = item.Quantity,
        Unit = item.Unit,
        UnitCost = item.UnitCost,
        LumpSum = item.LumpSum,
        Remark = item.Remark,
    };

    private IReadOnlyList<string> WriteLines(CostCheck check, CostForm form)
    {
        var sheet = check.Sheet;
        foreach (var typed in form.Lines)
        {
            if (sheet.Lines.FirstOrDefault(line => line.Id == typed.Id) is not { } line) continue;
            if (typed.Remove) db.CostLines.Remove(line);
            else typed.WriteTo(line, typed.Place is { } place ? check.Places.GetValueOrDefault(place) : null, CostTraits.Asked(check.View, line));
        }

        var kept = sheet.Lines.Where(line => db.Entry(line).State != EntityState.Deleted).OrderBy(line => line.Sequence).ToList();
        var added = Added(check, form).ToList();
        db.CostLines.AddRange(added);
        // Works class by class as the catalogue has them, then what is not works.
        var order = check.Catalogue.Items.Select(answer => SchemeWords.ClassOf(answer.Item)).Distinct().ToList();
        kept = kept.Concat(added).OrderBy(line => line.Kind).ThenBy(line => order.IndexOf(line.ClassName ?? "") is >= 0 and var at ? at : int.MaxValue).ThenBy(line => line.Sequence).ToList();
        for (var i = 0; i < kept.Count; i++) kept[i].Sequence = i + 1;
        CostFigures.Work(kept);
        return kept.FirstOrDefault(line => line.Cost.Yuan > SchemeItem.MostCost) is { } line2 ? [$"第{line2.Sequence}行“{line2.Name}”金额过大，请检查单位是否为元。"] : [];
    }

    private static IEnumerable<CostLine> Added(CostCheck check, CostForm form)
    {
        CostLine Line(CostLineKind kind, string name) => new() { TenantId = check.Sheet.TenantId, SheetId = check.Sheet.Id, ProjectId = check.Sheet.ProjectId, Sequence = int.MaxValue, Kind = kind, Name = name };
        foreach (var item in form.Add.Select(key => check.Catalogue.Find(key)!.Item))
        {
            var line = Line(CostLineKind.Works, item.Name);
            (line.ItemKey, line.ClassName) = (item.Key, SchemeWords.ClassOf(item));
            yield return line;
        }

        foreach (var item in form.AddFees.Select(key => check.Catalogue.Find(key)!.Item))
        {
            var line = Line(CostLineKind.Fee, Shorten($"{item.Name}配套费"));
            (line.ItemKey, line.ClassName, line.Traits) = (item.Key, SchemeWords.ClassOf(item), [CostTraits.ConnectionFee]);
            yield return line;
        }

        foreach (var kind in form.AddOthers) yield return Line(kind, kind.Name());
    }

    private static string Shorten(string name) => name.Length <= Scheme.NameLength ? name : name[..Scheme.NameLength];

    /// <summary>Saves; what changes below a sheet moves its version, so that two people never overwrite each other.</summary>
    private async Task<IReadOnlyList<string>> SaveAsync(CostSheet? sheet = null)
    {
        if (sheet is not null) db.Entry(sheet).Property(s => s.Version).IsModified = true;
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return stale;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: CostSheet.OneDraft or CostSheet.UniqueNumber })
        {
            return ["他人刚刚开始编制新的一版，请刷新后查看。"];
        }
    }
}
