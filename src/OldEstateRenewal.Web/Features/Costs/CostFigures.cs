using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>Works out what the lines of a sheet come to.</summary>
public static class CostFigures
{
    /// <summary>What a line comes to by itself; null where nothing is filled in or the works say it.</summary>
    public static Money? Of(CostLine line) => line.LumpSum ?? (line is { Quantity: { } quantity, UnitCost: { } cost } ? WorksCost.Of(quantity, cost) : null);

    public static void Work(IReadOnlyList<CostLine> lines)
    {
        foreach (var line in lines) line.Cost = Of(line) ?? Money.Zero;
        var works = Works(lines);
        foreach (var line in lines) if (line.Rate is { } rate) line.Cost = WorksCost.OfRate(rate, works);
    }

    public static Money Works(IEnumerable<CostLine> lines) => Sum(lines.Where(line => line.Kind == CostLineKind.Works));

    public static Money Sum(IEnumerable<CostLine> lines) => lines.Aggregate(Money.Zero, (sum, line) => sum + line.Cost);

    public static CostLine Copy(CostLine line, CostSheet sheet) => new()
    {
        TenantId = sheet.TenantId,
        SheetId = sheet.Id,
        ProjectId = sheet.ProjectId,
        Sequence = line.Sequence,
        Kind = line.Kind,
        ItemKey = line.ItemKey,
        Name = line.Name,
        ClassName = line.ClassName,
        SchemeItemId = line.SchemeItemId,
        EstateId = line.EstateId,
        BuildingId = line.BuildingId,
        Ownership = line.Ownership,
        Section = line.Section,
        Traits = [.. line.Traits],
        Quantity = line.Quantity,
        Unit = line.Unit,
        UnitCost = line.UnitCost,
        LumpSum = line.LumpSum,
        Rate = line.Rate,
        Cost = line.Cost,
        Remark = line.Remark,
    };
}
