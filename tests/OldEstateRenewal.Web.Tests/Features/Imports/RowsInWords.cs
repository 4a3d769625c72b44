using System.Globalization;
using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Tests.Features.Imports;

/// <summary>A row that was read, as the expectations beside the corpus write it: every value that is there, and no other.</summary>
internal static class RowsInWords
{
    public static string Of(ReadRow row)
    {
        var values = new SortedDictionary<string, string?>(StringComparer.Ordinal) { ["row"] = Text(row.Number) };
        if (row.Kind == RowKind.Note) values["note"] = "True";
        if (row.Kind == RowKind.Total) values["total"] = $"{row.Scope}";
        if (row.Estate is { } estate) Write(values, estate);
        if (row.Building is { } building) Write(values, building);
        if (row.Dwelling is { } dwelling) Write(values, dwelling);
        return string.Join(" | ", values.Where(value => !string.IsNullOrEmpty(value.Value)).Select(value => $"{value.Key}={value.Value}"));
    }

    private static void Write(SortedDictionary<string, string?> values, EstateValues estate)
    {
        (values["Street"], values["Community"], values["Name"], values["Address"]) = (estate.Street, estate.Community, estate.Name, estate.Address);
        values["BuiltYears"] = Years(estate.BuiltYears, estate.IsBuiltSpan);
        (values["BuildingCount"], values["HouseholdCount"], values["FloorArea"], values["SiteArea"]) = ($"{estate.BuildingCount}", $"{estate.HouseholdCount}", $"{estate.FloorArea}", $"{estate.SiteArea}");
        (values["Land"], values["Place"], values["FormerUnit"]) = ($"{estate.Land}", $"{estate.Place}", estate.FormerUnit);
        (values["PlanYear"], values["Investment"], values["Remark"]) = ($"{estate.PlanYear}", $"{estate.Investment}", estate.Remark);
    }

    private static void Write(SortedDictionary<string, string?> values, BuildingValues building)
    {
        (values["Street"], values["Community"], values["Estate"], values["Building"], values["Key"]) = (building.Street, building.Community, building.Estate, building.Building, building.BuildingKey);
        values["BuiltYears"] = Years(building.BuiltYears, building.IsBuiltSpan);
        (values["Storeys"], values["Entrances"], values["Households"], values["FloorArea"]) = ($"{building.Storeys}", $"{building.Entrances}", $"{building.Households}", $"{building.FloorArea}");
        (values["Structure"], values["Remark"]) = (building.Structure, building.Remark);
    }

    private static void Write(SortedDictionary<string, string?> values, DwellingValues dwelling)
    {
        (values["Street"], values["Community"], values["Estate"], values["Building"], values["Key"]) = (dwelling.Street, dwelling.Community, dwelling.Estate, dwelling.Building, dwelling.BuildingKey);
        (values["Entrance"], values["Storey"], values["LastStorey"], values["Room"]) = ($"{dwelling.Entrance}", $"{dwelling.Storey}", $"{dwelling.LastStorey}", dwelling.Room);
        (values["Kind"], values["Holding"], values["Occupancy"], values["Riser"]) = ($"{dwelling.Kind}", $"{dwelling.Holding}", $"{dwelling.Occupancy}", dwelling.Riser);
        (values["Registered"], values["Measured"], values["Contract"]) = ($"{dwelling.RegisteredArea}", $"{dwelling.MeasuredArea}", $"{dwelling.ContractArea}");
        values["Owners"] = string.Join('、', dwelling.Owners.Select(owner => owner.Share is { } share ? $"{owner.Name}({share})" : owner.Name));
        values["Phones"] = string.Join('、', dwelling.Owners.Select(owner => owner.Phone).OfType<string>());
        values["Ids"] = string.Join('、', dwelling.Owners.Select(owner => owner.IdNumber).OfType<string>());
        (values["OwnedFrom"], values["Remark"]) = (dwelling.OwnedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), dwelling.Remark);
    }

    private static string Years(int[]? years, bool isSpan) => years is null ? "" : string.Join(isSpan ? '—' : '、', years);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
