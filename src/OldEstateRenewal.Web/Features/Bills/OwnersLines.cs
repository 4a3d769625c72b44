using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>Reads a fixed share sheet as far as owners pay: what, by which clause, and how they share it among themselves.</summary>
public sealed class OwnersLines(PortalDbContext db, PolicyShelf policies)
{
    /// <summary>The key by which the documents call the owners.</summary>
    public const string Payer = "owners";

    public async Task<IReadOnlyList<OwnersLine>> ReadAsync(ShareSheet sheet, Project project)
    {
        var rows = await db.ShareLines.AsNoTracking().Where(l => l.SheetId == sheet.Id).Join(db.CostLines, l => l.CostLineId, c => c.Id, (l, c) => new { Line = l, Cost = c }).OrderBy(row => row.Cost.Sequence).ThenBy(row => row.Line.Id).ToListAsync();
        var amounts = await db.ShareAmounts.AsNoTracking().Where(a => a.Payer == Payer && db.ShareLines.Any(l => l.Id == a.LineId && l.SheetId == sheet.Id)).ToDictionaryAsync(a => a.LineId, a => a.Amount ?? Money.Zero);
        var buildings = rows.Select(row => row.Cost.BuildingId).OfType<Guid>().Distinct().ToList();
        var places = await db.Buildings.Where(b => buildings.Contains(b.Id)).Select(b => new { b.Id, b.EstateId, b.Name }).ToDictionaryAsync(b => b.Id);
        var view = (await policies.TodayAsync()).AsOf(sheet.AppliedOn);
        var otherwise = CostRule.AmongOwners(view);
        var read = rows.Select(row =>
        {
            var building = row.Cost.BuildingId is { } id ? places.GetValueOrDefault(id) : null;
            var estate = building?.EstateId ?? row.Cost.EstateId ?? (project.Estates.Count == 1 ? project.Estates[0].EstateId : null);
            var rule = RuleOf(view, row.Line);
            var share = rule?.Item.Shares.FirstOrDefault(each => each.Payer == Payer);
            return new OwnersLine(row.Line.Id, row.Cost.Name, PlaceOf(project, row.Cost.EstateId ?? building?.EstateId, building?.Name), estate, building?.Id, row.Cost.Cost, amounts.GetValueOrDefault(row.Line.Id), row.Line.Clause ?? rule?.Citation.ToString() ?? "费用分担表", OwnOf(rule, share),
                otherwise?.Item.Split is { } split ? new LineSplit(split, $"{otherwise.Citation}") : null)
            {
                PerHousehold = share is { Kind: ShareKind.PerHousehold } ? share.Amount : null,
                JointKey = rule?.Item.IsJoint == true ? $"{rule.Document.Key}/{rule.Item.Key}" : null,
                Area = share is { Kind: ShareKind.PerSquareMetre } ? sheet.Area : null,
            };
        }).ToList();
        return read.Select(line => line.JointKey is null ? line : line with { Joint = read.Where(other => other.JointKey == line.JointKey && other.EstateId == line.EstateId && other.BuildingId == line.BuildingId).Select(other => (other.Id, other.Cost, other.Owners)).ToList() }).ToList();
    }

    private static string PlaceOf(Project project, Guid? estateId, string? building)
    {
        var estate = project.Estates.FirstOrDefault(each => each.EstateId == estateId)?.Estate?.Name;
        return estate is null ? project.Estates.Count > 1 ? "各小区" : "全小区" : estate + building;
    }

    /// <summary>The rule as it was written down when the sheet was fixed; none where a person named the payer.</summary>
    private static PolicyAnswer<CostRule>? RuleOf(PolicyView view, ShareLine line) => line.RuleKey is null ? null
        : view.All(PolicySections.Costs).FirstOrDefault(answer => answer.Item.Key == line.RuleKey && answer.Document.Key == line.RuleDocument);

    /// <summary>Fixed amounts by storey share as coefficients do.</summary>
    private static LineSplit? OwnOf(PolicyAnswer<CostRule>? rule, CostShare? share)
    {
        if (rule is null) return null;
        if (share is { Kind: ShareKind.StoreySteps }) return new LineSplit(new HouseholdSplit(SplitBy.Storey, share.Steps.Select(step => new StoreyCoefficient(step.From, step.To, new Fraction(step.Amount.Fen, 100))).ToList()), $"{rule.Citation}，按楼层定额");
        return rule.Item.Split is { } split ? new LineSplit(split, $"{rule.Citation}") : share is { Kind: ShareKind.PerHousehold } ? new LineSplit(new HouseholdSplit(SplitBy.Dwelling, []), $"{rule.Citation}，每户定额") : share is { Kind: ShareKind.PerSquareMetre } ? new LineSplit(new HouseholdSplit(SplitBy.Area, []), $"{rule.Citation}，每平方米定额") : null;
    }
}
