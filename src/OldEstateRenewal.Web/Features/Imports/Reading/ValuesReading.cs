namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Makes typed values of a row.</summary>
internal static class ValuesReading
{
    public static ReadRow Read(RowDraft row)
    {
        var read = new ReadRow(row.Number, row.Sort.Kind)
        {
            Estate = row.Kind == ImportKind.Estates ? Estate(row) : null,
            Building = row.Kind == ImportKind.Buildings ? Building(row) : null,
            Dwelling = row.Kind == ImportKind.Dwellings ? DwellingReading.Read(row) : null,
            Scope = row.Sort.Scope,
            Label = row.Sort.Label,
            Raw = row.Raw,
        };
        return read with { Problems = [.. row.Problems] };
    }

    private static EstateValues Estate(RowDraft row)
    {
        var figures = new EstateValues
        {
            BuildingCount = FigureReading.Count(row, ImportField.BuildingCount),
            HouseholdCount = FigureReading.Count(row, ImportField.HouseholdCount),
            FloorArea = FigureReading.Area(row, ImportField.FloorArea),
            SiteArea = FigureReading.Area(row, ImportField.SiteArea),
            Investment = FigureReading.Money(row, ImportField.Investment),
        };
        if (!row.IsData) return figures;
        if (row.Text(ImportField.Name) is null) row.TellMissing(ImportField.Name);
        var built = WordReading.Years(row, ImportField.BuiltYears);
        return figures with
        {
            Street = row.Text(ImportField.Street),
            Community = row.Text(ImportField.Community),
            Name = row.Text(ImportField.Name),
            Address = row.Text(ImportField.Address),
            BuiltYears = built?.Years.ToArray(),
            IsBuiltSpan = built?.IsSpan ?? false,
            Land = WordReading.Land(row),
            Place = WordReading.Place(row),
            FormerUnit = row.Text(ImportField.FormerUnit),
            PlanYear = WordReading.Year(row, ImportField.PlanYear),
            Remark = row.Text(ImportField.Remark),
        };
    }

    private static BuildingValues Building(RowDraft row)
    {
        var figures = new BuildingValues
        {
            Households = FigureReading.Count(row, ImportField.Households),
            FloorArea = FigureReading.Area(row, ImportField.FloorArea),
        };
        if (!row.IsData) return figures with { Entrances = FigureReading.Count(row, ImportField.Entrances) };
        var name = PlaceReading.Building(row, ImportField.Building);
        if (row.Text(ImportField.Building) is null) row.TellMissing(ImportField.Building);
        var built = WordReading.Years(row, ImportField.BuiltYear);
        return figures with
        {
            Street = row.Text(ImportField.Street),
            Community = row.Text(ImportField.Community),
            Estate = row.Text(ImportField.Estate),
            Building = name?.Name,
            BuildingKey = name?.Key,
            BuiltYears = built?.Years.ToArray(),
            IsBuiltSpan = built?.IsSpan ?? false,
            Storeys = FigureReading.Count(row, ImportField.Storeys),
            Entrances = FigureReading.Count(row, ImportField.Entrances),
            Structure = row.Text(ImportField.Structure),
            Remark = row.Text(ImportField.Remark),
        };
    }
}
