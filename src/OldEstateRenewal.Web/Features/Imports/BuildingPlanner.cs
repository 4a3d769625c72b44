using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>A list of buildings against the registry.</summary>
internal sealed class BuildingPlanner(PlanningContext context, RegistryIndex registry) : RowPlanner(context, registry)
{
    protected override string Title(ReadRow row) => $"{row.Building?.Estate} {row.Building?.Building}".Trim() is { Length: > 0 } title ? title : "（无名称）";

    protected override void Decide(ReadRow row, RowPlan draft)
    {
        var read = row.Building!;
        if (string.IsNullOrWhiteSpace(read.Building)) draft.Error(ImportField.Building, "没有楼栋号。");
        if (read.Building?.Length > Building.NameLength) draft.Error(ImportField.Building, $"不超过 {Building.NameLength} 字。");
        if (read.Structure?.Length > Building.StructureLength) draft.Error(ImportField.Structure, $"不超过 {Building.StructureLength} 字。");
        if (read.Remark?.Length > Building.RemarkLength) draft.Error(ImportField.Remark, $"不超过 {Building.RemarkLength} 字。");
        if (draft.HasErrors || FindEstate(read.Estate, read.Street, read.Community, draft, makeAlong: true) is not { } estate) return;
        estate.IsTouched = true;
        estate.Buildings.TryGetValue(RegistryNames.Building(read.Building!), out var known);
        if (read.BuiltYear != known?.Image.BuiltYear && RowDecision(row) != ImportDecision.KeepRegistry && BuiltYearRules.WhyNot(estate.Image.BuiltYears, read.BuiltYear) is { } problem) draft.Error(ImportField.BuiltYear, problem);
        else if (known is not null) Compare(row, read, known, draft);
        else AddNew(row, read, estate, draft);
    }

    private static void AddNew(ReadRow row, BuildingValues read, KnownEstate estate, RowPlan draft)
    {
        var image = Merge(new BuildingImage(estate.Id, read.Building!, RegistryNames.Sequence(read.Building!), null, null, null, null, null, null, null), read);
        var building = new KnownBuilding(Guid.CreateVersion7(), null, image) { Row = row.Number };
        estate.Buildings[RegistryNames.Building(read.Building!)] = building;
        draft.IsNew = true;
        draft.Changes.Add(new Change<BuildingImage>(building.Id, null, null, image));
        Tell(draft, null, image);
    }

    private void Compare(ReadRow row, BuildingValues read, KnownBuilding known, RowPlan draft)
    {
        if (known.Row is { } earlier)
        {
            draft.Error(ImportField.Building, $"与第 {earlier} 行是同一楼栋，一个文件中只能有一行。");
            return;
        }

        known.Row = row.Number;
        if (RowDecision(row) == ImportDecision.KeepRegistry) return;
        var after = Merge(known.Image, read);
        if (after == known.Image) return;
        draft.Changes.Add(new Change<BuildingImage>(known.Id, known.Version, known.Image, after));
        Tell(draft, known.Image, after);
    }

    private static BuildingImage Merge(BuildingImage known, BuildingValues read) => known with
    {
        BuiltYear = read.BuiltYear ?? known.BuiltYear,
        Storeys = read.Storeys ?? known.Storeys,
        Entrances = read.Entrances ?? known.Entrances,
        HouseholdCount = read.Households ?? known.HouseholdCount,
        FloorArea = read.FloorArea?.SquareMetres ?? known.FloorArea,
        Structure = read.Structure ?? known.Structure,
        Remark = read.Remark ?? known.Remark,
    };

    private static void Tell(RowPlan draft, BuildingImage? before, BuildingImage after)
    {
        draft.Differs("建成年份", Number(before?.BuiltYear), Number(after.BuiltYear));
        draft.Differs("层数", Number(before?.Storeys), Number(after.Storeys));
        draft.Differs("单元数", Number(before?.Entrances), Number(after.Entrances));
        draft.Differs("户数", Number(before?.HouseholdCount), Number(after.HouseholdCount));
        draft.Differs("建筑面积（㎡）", Number(before?.FloorArea), Number(after.FloorArea));
        draft.Differs("结构", before?.Structure, after.Structure);
        draft.Differs("备注", before?.Remark, after.Remark);
    }
}
