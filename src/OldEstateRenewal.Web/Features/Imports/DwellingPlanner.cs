using System.Globalization;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>A list of dwellings and owners against the registry.</summary>
internal sealed class DwellingPlanner(PlanningContext context, RegistryIndex registry, OwnerMatcher owners) : RowPlanner(context, registry)
{
    public override async Task PrepareAsync(IReadOnlyList<ReadRow> rows)
    {
        var read = rows.Where(row => row is { Kind: RowKind.Data, Dwelling: not null }).Select(row => row.Dwelling!).ToList();
        foreach (var name in read.Select(dwelling => dwelling.Estate).Distinct())
            if (Known(name) is { IsLoaded: false } estate) await Registry.LoadDwellingsAsync(estate);
        await owners.PrepareAsync(read.SelectMany(dwelling => dwelling.Owners));
    }

    protected override string Title(ReadRow row) => row.Dwelling is { } d
        ? string.Join(' ', new[] { d.Estate, d.Building, d.Entrance is { } entrance ? $"{entrance}单元" : null, d.Room ?? row.Raw.GetValueOrDefault(ImportField.FullRoomNumber) }.Where(part => part is not null))
        : "（无房号）";

    protected override void Decide(ReadRow row, RowPlan draft)
    {
        var read = row.Dwelling!;
        Check(read, draft);
        if (draft.HasErrors || FindEstate(read.Estate, read.Street, read.Community, draft, makeAlong: true) is not { } estate) return;
        estate.IsTouched = true;
        if (FindBuilding(read, estate, draft) is not { } building) return;
        var known = FindDwelling(read, building);
        if (known?.Row is { } earlier)
        {
            draft.Error(ImportField.Room, $"与第 {earlier} 行是同一户，一个文件中只能有一行。");
            return;
        }

        if (known is null) AddNew(row, read, estate, building, draft);
        else Compare(row, read, estate, known, draft);
    }

    /// <summary>A room that the registry has just as it is written is that room, whatever it would be read as.</summary>
    protected override ReadRow Resolve(ReadRow row)
    {
        if (row.Dwelling is not { WrittenRoom: { } written, Building: { } building } read || Known(read.Estate) is not { } estate) return row;
        if (!estate.Buildings.TryGetValue(RegistryNames.Building(building), out var place) || !place.Rooms.Contains((Entrance(read), written))) return row;
        return row with { Dwelling = read with { Room = written }, Problems = [.. row.Problems.Where(problem => problem.Field != ImportField.Room)] };
    }

    private KnownEstate? Known(string? name)
    {
        if (name is null) return Context.EstateId is { } chosen ? Registry.Estate(chosen) : null;
        if (Registry.Estate(name) is { } known) return known;
        return Guid.TryParse(Context.Decisions.GetValueOrDefault(ImportDecision.OfEstate(RegistryNames.Fold(name))), out var id) ? Registry.Estate(id) : null;
    }

    private void Check(DwellingValues read, RowPlan draft)
    {
        void Length(ImportField field, string? text, int most)
        {
            if (text?.Length > most) draft.Error(field, $"不超过 {most} 字。");
        }

        if (string.IsNullOrWhiteSpace(read.Room)) draft.Error(ImportField.Room, "没有室号。");
        Length(ImportField.Room, read.Room, Dwelling.RoomLength);
        Length(ImportField.Building, read.Building, Building.NameLength);
        Length(ImportField.Riser, read.Riser, Dwelling.RiserLength);
        Length(ImportField.Remark, read.Remark, Dwelling.RemarkLength);
        if (read.Entrance is < 0 or > Dwelling.MostEntrances) draft.Error(ImportField.Entrance, $"单元应为 1 至 {Dwelling.MostEntrances}。");
        if (Storey(read) is null) draft.Error(ImportField.Storey, "没有所在层，也不能从室号看出。");
        if (Storey(read) is < Dwelling.LowestStorey or > Dwelling.HighestStorey) draft.Error(ImportField.Storey, $"所在层应为 {Dwelling.LowestStorey} 至 {Dwelling.HighestStorey}。");
        if (read.RegisteredArea?.Hundredths == 0) draft.Error(ImportField.RegisteredArea, "面积应大于 0。");
        if (read.MeasuredArea?.Hundredths == 0) draft.Error(ImportField.MeasuredArea, "面积应大于 0。");
        if (read.ContractArea?.Hundredths == 0) draft.Error(ImportField.ContractArea, "面积应大于 0。");
        foreach (var owner in read.Owners)
        {
            Length(ImportField.OwnerName, owner.Name, Owner.NameLength);
            if (owners.Contradicts(owner) is { } other)
                draft.Error(ImportField.IdNumber, $"“{owner.Name}”的证件号码与“{Owner.Mask(other.Image.Name, Enum.Parse<OwnerKind>(other.Image.Kind))}”的相同，姓名却不同，请核对。");
        }
    }

    private KnownBuilding? FindBuilding(DwellingValues read, KnownEstate estate, RowPlan draft)
    {
        if (read.Building is null)
        {
            if (estate.Buildings.Count == 1) return estate.Buildings.Values.First();
            draft.Error(ImportField.Building, "没有楼栋号。");
            return null;
        }

        var key = RegistryNames.Building(read.Building);
        if (estate.Buildings.TryGetValue(key, out var known)) return known;
        var building = new KnownBuilding(Guid.CreateVersion7(), null, new BuildingImage(estate.Id, read.Building, RegistryNames.Sequence(read.Building), null, null, null, null, null, null, null));
        estate.Buildings[key] = building;
        draft.Changes.Add(new Change<BuildingImage>(building.Id, null, null, building.Image));
        MakeAlong($"楼栋：{estate.Image.Name} {read.Building}", draft, () => estate.Buildings.Remove(key));
        return building;
    }

    /// <summary>Without an entrance in the file, the room's name finds it where the building has it once.</summary>
    private static KnownDwelling? FindDwelling(DwellingValues read, KnownBuilding building)
    {
        if (building.Find(Entrance(read), read.Room!) is { } known) return known;
        return read.Entrance is null && building.ByRoom.GetValueOrDefault(read.Room!) is { Version: not null } only ? only : null;
    }

    private void AddNew(ReadRow row, DwellingValues read, KnownEstate estate, KnownBuilding building, RowPlan draft)
    {
        var remark = read.LastStorey is { } last ? $"跃层，至 {last} 层" : null;
        var image = Merge(new DwellingImage(building.Id, Entrance(read), Storey(read)!.Value, read.Room!, Position(read.Room!), 1, nameof(UnitKind.Dwelling), nameof(UnitHolding.Owned), null, null, null, null, null, remark), read);
        var dwelling = new KnownDwelling(Guid.CreateVersion7(), null, image) { Row = row.Number };
        building.Add(dwelling);
        draft.IsNew = true;
        draft.Changes.Add(new Change<DwellingImage>(dwelling.Id, null, null, image));
        Tell(draft, null, image);
        foreach (var (named, owner) in Named(read, dwelling, draft)) Own(dwelling, owner, named, From(named, read), draft);
        if (read.Owners.Count > 0) draft.Differs("业主", null, string.Join("、", read.Owners.Select(owner => owner.Name)));
        Count(estate, null, image);
    }

    private void Compare(ReadRow row, DwellingValues read, KnownEstate estate, KnownDwelling known, RowPlan draft)
    {
        known.Row = row.Number;
        if (RowDecision(row) == ImportDecision.KeepRegistry) return;
        var after = Merge(known.Image, read);
        if (read.Storey is { } storey && storey != 0) after = after with { Storey = storey };
        if (after != known.Image)
        {
            draft.Changes.Add(new Change<DwellingImage>(known.Id, known.Version, known.Image, after));
            Tell(draft, known.Image, after);
            Count(estate, known.Image, after);
        }

        if (read.Owners.Count > 0) CompareOwners(row, read, known, draft);
        // A change of owners also moves on the dwelling's version: whoever changes them meanwhile, here or there, is told.
        if (draft.Changes is { Ownerships: not null, Dwellings: null }) draft.Changes.Add(new Change<DwellingImage>(known.Id, known.Version, known.Image, known.Image));
    }

    private void CompareOwners(ReadRow row, DwellingValues read, KnownDwelling known, RowPlan draft)
    {
        var named = Named(read, known, draft);
        var gone = known.Owners.Where(current => named.All(each => each.Owner.Id != current.Owner.Id)).ToList();
        var came = named.Where(each => known.Owners.All(current => current.Owner.Id != each.Owner.Id)).ToList();
        var since = came.Select(each => From(each.Named, read)).Min();
        // Without a day on which somebody came it may as well be another list, or another flat: a person decides.
        if (gone.Count > 0 && since is null && RowDecision(row) != ImportDecision.TakeFile)
        {
            draft.Ask(new Question(ImportDecision.OfRow(row.Number), $"台账登记的业主是{Masked(known.Owners.Select(o => o.Owner))}，文件中{(came.Count == 0 ? "只有" : "是")}{string.Join("、", read.Owners.Select(o => o.Name))}{(came.Count == 0 ? "" : "，没有写取得日期")}。",
                [new Answer(ImportDecision.KeepRegistry, "台账不变"), new Answer(ImportDecision.TakeFile, "以文件为准，其余业主自此终止")]));
            return;
        }

        foreach (var current in gone) End(current, since ?? read.OwnedFrom, draft);
        foreach (var (each, owner) in came) Own(known, owner, each, From(each, read), draft);
        foreach (var (each, owner) in named.Except(came)) Complete(known.Owners.First(current => current.Owner.Id == owner.Id), each, From(each, read), draft);
        if (gone.Count > 0 || came.Count > 0) draft.Differs("业主", known.Owners.Count == 0 ? null : Masked(known.Owners.Select(o => o.Owner)), string.Join("、", named.Select(each => each.Named.Name)));
        if (gone.Count > 0 && came.Count > 0) draft.Warn(ImportField.OwnerName, "业主变更：原业主自取得日期（未写则为导入当日）起终止，历史保留。");
    }

    private List<(OwnerValue Named, KnownOwner Owner)> Named(DwellingValues read, KnownDwelling dwelling, RowPlan draft) =>
        read.Owners.Select(named => (named, owners.Find(named, dwelling, read.Holding ?? Enum.Parse<UnitHolding>(dwelling.Image.Holding), draft))).DistinctBy(each => each.Item2.Id).ToList();

    private void End((Guid Id, OwnershipImage Image, KnownOwner Owner) current, DateOnly? on, RowPlan draft)
    {
        var until = on ?? Context.Today;
        if (current.Image.FromOn is { } from && until < from) until = from;
        draft.Changes.Add(new Change<OwnershipImage>(current.Id, null, current.Image, current.Image with { UntilOn = until }));
    }

    private static void Own(KnownDwelling dwelling, KnownOwner owner, OwnerValue named, DateOnly? from, RowPlan draft) =>
        draft.Changes.Add(new Change<OwnershipImage>(Guid.CreateVersion7(), null, null, new OwnershipImage(dwelling.Id, owner.Id, from, null, Share(named))));

    private static void Complete((Guid Id, OwnershipImage Image, KnownOwner Owner) current, OwnerValue named, DateOnly? from, RowPlan draft)
    {
        var after = current.Image with { FromOn = current.Image.FromOn ?? from, Share = named.Share is { } share && OwnerNames.Share(current.Image.Share ?? "") == share ? current.Image.Share : Share(named) ?? current.Image.Share };
        if (from is not null && current.Image.FromOn is { } known && known != from) draft.Warn(ImportField.OwnedFrom, $"与台账的取得日期 {known:yyyy-MM-dd} 不同，未改动台账。");
        if (after == current.Image) return;
        draft.Changes.Add(new Change<OwnershipImage>(current.Id, null, current.Image, after));
        draft.Differs($"{named.Name}的份额", current.Image.Share, after.Share);
        draft.Differs($"{named.Name}的取得日期", current.Image.FromOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), after.FromOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static DateOnly? From(OwnerValue named, DwellingValues read) => named.From ?? read.OwnedFrom;

    private static DwellingImage Merge(DwellingImage known, DwellingValues read) => known with
    {
        Kind = read.Kind?.ToString() ?? known.Kind,
        Holding = read.Holding?.ToString() ?? known.Holding,
        RegisteredArea = read.RegisteredArea?.SquareMetres ?? known.RegisteredArea,
        MeasuredArea = read.MeasuredArea?.SquareMetres ?? known.MeasuredArea,
        ContractArea = read.ContractArea?.SquareMetres ?? known.ContractArea,
        Occupancy = read.Occupancy?.ToString() ?? known.Occupancy,
        Riser = read.Riser ?? known.Riser,
        Remark = read.Remark ?? known.Remark,
    };

    private static void Tell(RowPlan draft, DwellingImage? before, DwellingImage after)
    {
        draft.Differs("所在层", Number(before?.Storey), Number(after.Storey));
        draft.Differs("用途", before is null ? null : ImportWords.Kind(before.Kind), ImportWords.Kind(after.Kind));
        if (before is not null || after.Holding != nameof(UnitHolding.Owned)) draft.Differs("权属", before is null ? null : ImportWords.Holding(before.Holding), ImportWords.Holding(after.Holding));
        draft.Differs("登记面积（㎡）", Number(before?.RegisteredArea), Number(after.RegisteredArea));
        draft.Differs("测绘面积（㎡）", Number(before?.MeasuredArea), Number(after.MeasuredArea));
        draft.Differs("合同面积（㎡）", Number(before?.ContractArea), Number(after.ContractArea));
        draft.Differs("居住状况", ImportWords.Occupancy(before?.Occupancy), ImportWords.Occupancy(after.Occupancy));
        draft.Differs("立管", before?.Riser, after.Riser);
        draft.Differs("备注", before?.Remark, after.Remark);
    }

    private static void Count(KnownEstate estate, DwellingImage? before, DwellingImage after)
    {
        if (before is null) estate.Dwellings++;
        estate.Area += (after.CountedArea ?? 0) - (before?.CountedArea ?? 0);
    }

    private static string Masked(IEnumerable<KnownOwner> known) => string.Join("、", known.Select(owner => Owner.Mask(owner.Image.Name, Enum.Parse<OwnerKind>(owner.Image.Kind))));

    private static string? Share(OwnerValue named) => named.Share is { } share ? $"{share.Numerator}/{share.Denominator}" is { Length: <= Ownership.ShareLength } text ? text : null : null;

    /// <summary>What stands at no entrance, such as shops, has 0.</summary>
    private static int Entrance(DwellingValues read) => read.Entrance ?? (read.Kind is null or UnitKind.Dwelling ? 1 : 0);

    private static int? Storey(DwellingValues read)
    {
        if (read.Storey is { } stated and not 0) return stated;
        var digits = new string([.. (read.Room ?? "").TakeWhile(char.IsAsciiDigit)]);
        if (digits.Length is 3 or 4 && int.Parse(digits[..^2], CultureInfo.InvariantCulture) is > 0 and var storey) return storey;
        return read.Kind is UnitKind.Shop ? 1 : read.Kind is UnitKind.Parking ? -1 : null;
    }

    private static int Position(string room)
    {
        var digits = new string([.. room.Where(char.IsAsciiDigit)]);
        return digits.Length is > 0 and <= 4 ? int.Parse(digits, CultureInfo.InvariantCulture) % 100 : 0;
    }
}
