using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>A list of estates against the registry.</summary>
internal sealed class EstatePlanner(PlanningContext context, RegistryIndex registry) : RowPlanner(context, registry)
{
    protected override string Title(ReadRow row) => row.Estate?.Name ?? row.Raw.GetValueOrDefault(ImportField.Name) ?? "（无名称）";

    protected override void Decide(ReadRow row, RowPlan draft)
    {
        var read = row.Estate!;
        if (string.IsNullOrWhiteSpace(read.Name))
        {
            draft.Error(ImportField.Name, "没有小区名称。");
            return;
        }

        if (TooLong(read, draft)) return;
        var known = FindEstate(read.Name, null, null, draft, makeAlong: false);
        if (known is null) AddNew(row, read, draft);
        else Compare(row, read, known, draft);
    }

    private void AddNew(ReadRow row, EstateValues read, RowPlan draft)
    {
        if (draft.IsOpen || draft.HasErrors) return;
        if (!Context.MayAddEstates)
        {
            draft.Error(ImportField.Name, $"本街道台账中没有“{read.Name}”。街道账号不能新增小区，请报住建局登记，或更正名称。");
            return;
        }

        var streetId = FindStreet(read.Street, draft);
        if (draft.HasErrors) return;
        var estate = new KnownEstate(Guid.CreateVersion7(), null, Merge(new EstateImage(read.Name!, null, null, null, [], null, null, null, null, null, null, null, null), read, streetId)) { Row = row.Number };
        Registry.Add(estate);
        draft.IsNew = true;
        draft.Changes.Add(new Change<EstateImage>(estate.Id, null, null, estate.Image));
        Tell(draft, null, estate.Image);
    }

    private void Compare(ReadRow row, EstateValues read, KnownEstate known, RowPlan draft)
    {
        if (known.Row is { } earlier)
        {
            draft.Error(ImportField.Name, $"与第 {earlier} 行是同一小区，一个文件中只能有一行。");
            return;
        }

        known.Row = row.Number;
        if (RowDecision(row) == ImportDecision.KeepRegistry) return;
        var streetId = read.Street is null ? null : FindStreet(read.Street, draft);
        if (draft.HasErrors) return;
        var after = Merge(known.Image, read, streetId);
        if (Same(known.Image, after)) return;
        draft.Changes.Add(new Change<EstateImage>(known.Id, known.Version, known.Image, after));
        Tell(draft, known.Image, after);
        if (!known.Image.BuiltYears.SequenceEqual(after.BuiltYears)) AlignBuildings(known, after.BuiltYears, draft);
    }

    /// <summary>Its buildings go along, as they do when the estate is edited on its page.</summary>
    private static void AlignBuildings(KnownEstate known, int[] years, RowPlan draft)
    {
        var moved = known.Buildings.Values.Select(building => (Building: building, Year: BuiltYearRules.Aligned(years, building.Image.BuiltYear))).Where(each => each.Year != each.Building.Image.BuiltYear).ToList();
        foreach (var (building, year) in moved) draft.Changes.Add(new Change<BuildingImage>(building.Id, building.Version, building.Image, building.Image with { BuiltYear = year }));
        foreach (var group in moved.GroupBy(each => each.Year))
            draft.Warn(ImportField.BuiltYears, $"{string.Join("、", group.Select(each => each.Building.Image.Name))}的建成年份随之{(group.Key is { } year ? $"改为 {year}" : "变为未知，请随后逐栋填写")}。");
    }

    /// <summary>Blank cells never erase what is known. Two ends of a span are not two years of which something is known.</summary>
    private static EstateImage Merge(EstateImage known, EstateValues read, Guid? streetId) => known with
    {
        StreetId = streetId ?? known.StreetId,
        Community = read.Community ?? known.Community,
        Address = read.Address ?? known.Address,
        BuiltYears = read is { BuiltYears: { Length: > 0 } years } && (!read.IsBuiltSpan || known.BuiltYears.Length == 0) ? [.. years.Distinct().Order()] : known.BuiltYears,
        BuildingCount = read.BuildingCount ?? known.BuildingCount,
        HouseholdCount = read.HouseholdCount ?? known.HouseholdCount,
        FloorArea = read.FloorArea?.SquareMetres ?? known.FloorArea,
        SiteArea = read.SiteArea?.SquareMetres ?? known.SiteArea,
        FormerUnit = read.FormerUnit ?? known.FormerUnit,
        Land = read.Land?.ToString() ?? known.Land,
        Place = read.Place?.ToString() ?? known.Place,
        Remark = read.Remark ?? known.Remark,
    };

    private static bool Same(EstateImage a, EstateImage b) => a.BuiltYears.SequenceEqual(b.BuiltYears) && a with { BuiltYears = b.BuiltYears } == b;

    private void Tell(RowPlan draft, EstateImage? before, EstateImage after)
    {
        draft.Differs("街道", StreetName(before?.StreetId), StreetName(after.StreetId));
        draft.Differs("社区", before?.Community, after.Community);
        draft.Differs("坐落", before?.Address, after.Address);
        draft.Differs("建成年份", before is null ? null : Years(before), Years(after));
        draft.Differs("楼栋数", Number(before?.BuildingCount), Number(after.BuildingCount));
        draft.Differs("户数", Number(before?.HouseholdCount), Number(after.HouseholdCount));
        draft.Differs("建筑面积（㎡）", Number(before?.FloorArea), Number(after.FloorArea));
        draft.Differs("占地面积（㎡）", Number(before?.SiteArea), Number(after.SiteArea));
        draft.Differs("原产权单位", before?.FormerUnit, after.FormerUnit);
        draft.Differs("土地性质", Land(before?.Land), Land(after.Land));
        draft.Differs("所在区域", Place(before?.Place), Place(after.Place));
        draft.Differs("备注", before?.Remark, after.Remark);
    }

    private static bool TooLong(EstateValues read, RowPlan draft)
    {
        void Check(ImportField field, string? text, int most)
        {
            if (text?.Length > most) draft.Error(field, $"不超过 {most} 字。");
        }

        Check(ImportField.Name, read.Name, Estate.NameLength);
        Check(ImportField.Community, read.Community, Estate.CommunityLength);
        Check(ImportField.Address, read.Address, Estate.AddressLength);
        Check(ImportField.FormerUnit, read.FormerUnit, Estate.FormerUnitLength);
        Check(ImportField.Remark, read.Remark, Estate.RemarkLength);
        return draft.HasErrors;
    }

    private string? StreetName(Guid? id) => id is null ? null : Registry.Streets.Values.FirstOrDefault(street => street.Id == id).Name;

    private static string? Years(EstateImage estate) => estate.BuiltYears.Length == 0 ? null : BuiltYearsText.Write(estate.BuiltYears);

    private static string? Land(string? land) => land is null ? null : Verdicts.Name(Enum.Parse<Domain.Eligibility.LandKind>(land));

    private static string? Place(string? place) => place is null ? null : Verdicts.Name(Enum.Parse<Domain.Eligibility.PlaceKind>(place));
}
