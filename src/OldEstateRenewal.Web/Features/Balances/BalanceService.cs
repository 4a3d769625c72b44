using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Balances;

/// <summary>Writes balances. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class BalanceService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    private const int FirstYears = 10;
    private static readonly IReadOnlyList<string> stale = ["他人刚刚修改了此测算，这次没有保存。您填写的内容仍在下方，请核对后再保存。"];

    /// <summary>A new one, from the newest that is fixed; the first begins with the cost that is known.</summary>
    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> StartAsync(Project project)
    {
        await db.TakeTurnAsync(project.Id);
        var sheets = await db.BalanceSheets.AsNoTracking().Include(s => s.Lines).Where(s => s.ProjectId == project.Id).OrderByDescending(s => s.Number).ToListAsync();
        if (BalanceRules.WhyNotStart(project, sheets) is { Count: > 0 } refusals) return (Guid.Empty, refusals);
        var newest = sheets.FirstOrDefault(sheet => sheet.State == CostState.Fixed);
        var sheet = new BalanceSheet
        {
            TenantId = access.Value.Tenant.Id,
            ProjectId = project.Id,
            Number = sheets.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
            ModeKey = project.ModeKey!,
            FirstYear = newest?.FirstYear ?? project.PlanYear,
            Years = newest?.Years ?? FirstYears,
            DiscountRate = newest?.DiscountRate,
            Assumptions = newest?.Assumptions,
            MadeBy = access.Value.UserName,
            MadeAt = time.GetUtcNow(),
        };
        if (newest is not null) sheet.Lines.AddRange(newest.Lines.Select(line => Copy(line, sheet)));
        else if (await KnownCostAsync(sheet) is { } cost) sheet.Lines.Add(cost);
        db.BalanceSheets.Add(sheet);
        audit.Add("BalanceStarted", sheet, NameOf(project, sheet));
        await db.SaveChangesAsync();
        return (sheet.Id, []);
    }

    public async Task<IReadOnlyList<string>> EditAsync(BalanceView view, BalanceForm form)
    {
        var sheet = view.Sheet;
        if (BalanceRules.WhyNotEdit(sheet) is { Count: > 0 } closed) return closed;
        db.Entry(sheet).Property(s => s.Version).OriginalValue = form.Version;
        (sheet.FirstYear, sheet.Years, sheet.DiscountRate, sheet.Assumptions) = (form.FirstYear!.Value, form.Years!.Value, form.DiscountRate, form.Assumptions.OrNull());
        WriteLines(view, form);
        db.Entry(sheet).Property(s => s.Version).IsModified = true;
        audit.Add("BalanceEdited", sheet, NameOf(sheet.Project!, sheet));
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> FixAsync(BalanceView view, long version)
    {
        var sheet = view.Sheet;
        if (view.AgainstFixing is { Count: > 0 } against) return against;
        db.Entry(sheet).Property(s => s.Version).OriginalValue = version;
        (sheet.State, sheet.FixedBy, sheet.FixedAt) = (CostState.Fixed, access.Value.UserName, time.GetUtcNow());
        audit.Add("BalanceFixed", sheet, NameOf(sheet.Project!, sheet), view.Verdict?.Working);
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> DiscardAsync(BalanceSheet sheet, long version)
    {
        if (BalanceRules.WhyNotEdit(sheet) is { Count: > 0 } closed) return closed;
        db.Entry(sheet).Property(s => s.Version).OriginalValue = version;
        sheet.State = CostState.Discarded;
        audit.Add("BalanceDiscarded", sheet, NameOf(sheet.Project!, sheet));
        return await SaveAsync();
    }

    private void WriteLines(BalanceView view, BalanceForm form)
    {
        var sheet = view.Sheet;
        var sequence = 0;
        foreach (var typed in form.Lines.Where(typed => !typed.IsEmpty))
        {
            var line = sheet.Lines.FirstOrDefault(other => other.Id == typed.Id);
            if (typed.Remove || (typed.Id is not null && line is null))
            {
                if (line is not null) db.BalanceLines.Remove(line);
                continue;
            }

            if (line is null) db.BalanceLines.Add(line = new BalanceLine { TenantId = sheet.TenantId, SheetId = sheet.Id, ProjectId = sheet.ProjectId, Name = "", Unit = "" });
            typed.WriteTo(line, typed.Name.OrNull() ?? view.Revenues.First(revenue => revenue.Item.Key == typed.RevenueKey).Item.Name);
            line.Sequence = ++sequence;
        }
    }

    private async Task<BalanceLine?> KnownCostAsync(BalanceSheet sheet)
    {
        var known = await db.CostSheets.AsNoTracking().Include(s => s.Lines).Where(s => s.ProjectId == sheet.ProjectId && s.State == CostState.Fixed).OrderByDescending(s => s.FixedAt).FirstOrDefaultAsync();
        if (known is null) return null;
        var line = New(sheet, "改造支出", known.Lines.Aggregate(Domain.Money.Zero, (sum, each) => sum + each.Cost));
        line.Basis = $"取自{known.FixedAt!.Value.ToChina():yyyy-MM-dd} 确定的造价表";
        return line;
    }

    private static BalanceLine New(BalanceSheet sheet, string name, Domain.Money amount) => new()
    {
        TenantId = sheet.TenantId,
        SheetId = sheet.Id,
        ProjectId = sheet.ProjectId,
        Sequence = 1,
        Side = BalanceSide.Cost,
        Name = name,
        FromYear = sheet.FirstYear,
        UntilYear = sheet.FirstYear,
        Quantity = 1,
        Unit = "项",
        UnitAmount = amount,
    };

    private static BalanceLine Copy(BalanceLine line, BalanceSheet sheet) => new()
    {
        TenantId = sheet.TenantId,
        SheetId = sheet.Id,
        ProjectId = sheet.ProjectId,
        Sequence = line.Sequence,
        Side = line.Side,
        RevenueKey = line.RevenueKey,
        Name = line.Name,
        FromYear = line.FromYear,
        UntilYear = line.UntilYear,
        Quantity = line.Quantity,
        Unit = line.Unit,
        UnitAmount = line.UnitAmount,
        Growth = line.Growth,
        Basis = line.Basis,
    };

    private static string NameOf(Project project, BalanceSheet sheet) => $"{project.Name} · 第{sheet.Number}次平衡测算";

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
    }
}
