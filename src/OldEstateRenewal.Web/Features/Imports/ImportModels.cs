using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Imports.Reading;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Imports;

public sealed record ImportIndex(List<Import> Imports, Pages Pages);

public sealed record ImportEditor(ImportForm Form, IReadOnlyList<(Guid Id, string Name)> Estates);

/// <summary>Which rows are looked at.</summary>
public sealed record RowQuery(ImportRowState? State, bool Problems = false, bool All = false, int Page = 1, int? Year = null);

public sealed record ImportLine(int Number, ImportRowState State, RowSheet? Sheet, string? Decision);

/// <summary>The page of one import.</summary>
public sealed record ImportPage(Import Import, ImportSheet? Sheet, RowQuery Query, List<ImportLine> Lines, int Found, int LastPage, int ProblemRows, List<ImportCorrection> Corrections, List<ImportDecision> Decisions, HeadlineCheck? Headline)
{
    public IReadOnlyList<string> WhyNotCommit => ImportRules.WhyNotCommit(Import, Sheet?.Table?.IsReadable == true);
}

/// <summary>The sums of a year against the target that the documents print for it.</summary>
public sealed record HeadlineCheck(IReadOnlyList<int> Years, int? Year, Reason? Comparison, PolicyAnswer<PlanTarget>? Target)
{
    public static HeadlineCheck? Of(ImportSheet sheet, PolicyView policies, int? asked)
    {
        var targets = policies.All(PolicySections.Targets).Where(t => t.Item.From == t.Item.To).ToList();
        if (targets.Count == 0 || sheet.Years.Count == 0) return null;
        var year = asked ?? sheet.Years.Select(y => y.Year).FirstOrDefault(y => targets.Any(t => t.Item.From == y)) ?? Titled(sheet, targets.Select(t => t.Item.From).ToHashSet());
        var target = targets.Where(t => t.Item.From == year).MaxBy(t => t.Item.Figures.Count);
        var unlisted = policies.All(PolicySections.Annexes).Where(a => a.Item.Rows.Any(row => row.Year == year)).Sum(a => a.Item.Unlisted);
        var totals = Sums(sheet, year);
        return new HeadlineCheck(targets.Select(t => t.Item.From).Distinct().Order().ToList(), year, totals is null ? null : target?.Item.Compare(totals with { Estates = totals.Estates + unlisted }), target);
    }

    /// <summary>The rows of that year; where no row has a year, all of them.</summary>
    private static PlanTotals? Sums(ImportSheet sheet, int? year)
    {
        var sums = sheet.Years.FirstOrDefault(y => y.Year == year) ?? (sheet.Years is [{ Year: null }] ? sheet.Years[0] : null);
        return sums is null ? null : new PlanTotals(sums.Estates, sums.Buildings, sums.Households, sums.Area is { } area ? Area.FromSquareMetres(area) : null, sums.Investment is > 0 ? Money.FromYuan(sums.Investment.Value) : null);
    }

    private static int? Titled(ImportSheet sheet, HashSet<int> years) => (sheet.Table?.Titles ?? [])
        .SelectMany(title => Regex.Matches(title, "20[0-9]{2}(?=年)").Select(match => (int?)int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture))).FirstOrDefault(year => years.Contains(year!.Value));
}

/// <summary>Reads the page of an import.</summary>
public static class ImportReport
{
    public const int PageSize = 50;

    public static async Task<ImportPage> ReadAsync(PortalDbContext db, Import import, ImportSheet? sheet, RowQuery asked, ImportSeal seal, PolicyView policies)
    {
        var query = Sensible(import, asked);
        var decisions = await db.ImportDecisions.AsNoTracking().Where(d => d.ImportId == import.Id).OrderBy(d => d.Key).ToListAsync();
        var corrections = await db.ImportCorrections.AsNoTracking().Where(c => c.ImportId == import.Id).OrderBy(c => c.Row).ThenBy(c => c.Column).Take(200).ToListAsync();
        var rows = db.ImportRows.AsNoTracking().Where(r => r.ImportId == import.Id);
        var problems = await rows.CountAsync(r => r.HasProblem);
        if (query.State is { } state) rows = rows.Where(r => r.State == state);
        else if (query.Problems) rows = rows.Where(r => r.HasProblem);
        var found = await rows.CountAsync();
        var last = Math.Max(1, (found + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page, 1, last);
        var shown = await rows.OrderBy(r => r.Number).Skip((page - 1) * PageSize).Take(PageSize).Select(r => new { r.Number, r.State, r.Shown }).ToListAsync();
        var answers = decisions.ToDictionary(d => d.Key, d => d.Answer);
        var lines = shown.Select(r => new ImportLine(r.Number, r.State, r.Shown is null ? null : seal.Open<RowSheet>(import.TenantId, r.Shown), answers.GetValueOrDefault(ImportDecision.OfRow(r.Number)))).ToList();
        var headline = sheet is not null && import.Kind == ImportKind.Estates ? HeadlineCheck.Of(sheet, policies, query.Year) : null;
        return new ImportPage(import, sheet, query with { Page = page }, lines, found, last, problems, corrections, decisions, headline);
    }

    /// <summary>First what cannot be imported, then what is to be confirmed, then the rest.</summary>
    private static RowQuery Sensible(Import import, RowQuery asked) =>
        asked.All || asked.Problems || (asked.State is { } state && Enum.IsDefined(state)) ? asked
        : asked with { State = import.State != ImportState.Read ? null : import.RefusedRows > 0 ? ImportRowState.Refused : import.OpenRows > 0 ? ImportRowState.Open : null };
}
