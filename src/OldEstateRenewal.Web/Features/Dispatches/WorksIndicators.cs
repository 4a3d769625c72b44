using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>Which item of the works catalogue counts for which indicator, and in which unit its quantity must stand to be taken over.</summary>
public static class WorksIndicators
{
    private static readonly string[] kilometres = ["km", "公里", "千米"];
    private static readonly string[] metres = ["m", "米", "延米"];
    private static readonly string[] pieces = ["部", "台", "个", "处", "座", "套", "间"];
    private static readonly string[] squareMetres = ["㎡", "m2", "m²", "平方米", "平米"];

    private static readonly Dictionary<string, string> ofItem = new()
    {
        ["water-supply"] = IndicatorKeys.PipesWater,
        ["power-supply"] = IndicatorKeys.PipesElectricity,
        ["gas"] = IndicatorKeys.PipesGas,
        ["heat"] = IndicatorKeys.PipesHeat,
        ["telecom"] = IndicatorKeys.PipesTelecom,
        ["drainage"] = IndicatorKeys.PipesDrainage,
        ["lift"] = IndicatorKeys.Elevators,
        ["parking"] = IndicatorKeys.Parking,
        ["ev-charging"] = IndicatorKeys.CarChargers,
        ["ebike-charging"] = IndicatorKeys.BikeChargers,
        ["energy-saving"] = IndicatorKeys.EnergySaving,
        ["elderly-care"] = IndicatorKeys.ServiceFacilities,
        ["childcare"] = IndicatorKeys.ServiceFacilities,
        ["medical"] = IndicatorKeys.ServiceFacilities,
        ["canteen"] = IndicatorKeys.ServiceFacilities,
        ["housekeeping"] = IndicatorKeys.ServiceFacilities,
        ["convenience-market"] = IndicatorKeys.ServiceFacilities,
        ["community-service"] = IndicatorKeys.ServiceFacilities,
        ["sports"] = IndicatorKeys.SportsGround,
        ["small-plaza"] = IndicatorKeys.SportsGround,
    };

    public static string? KeyOf(string itemKey) => ofItem.GetValueOrDefault(itemKey);

    /// <summary>The indicators whose figures come out of works items.</summary>
    public static IReadOnlyList<string> Keys { get; } = ofItem.Values.Distinct().ToList();

    /// <summary>A quantity in the unit of the indicator; null where the unit does not say.</summary>
    public static decimal? QuantityOf(string key, decimal? quantity, string? unit) => (Indicators.Get(key).Nature, unit?.Trim()) switch
    {
        _ when quantity is null => null,
        (IndicatorNature.Length, { } length) when kilometres.Contains(length) => quantity,
        (IndicatorNature.Length, { } length) when metres.Contains(length) => quantity / 1000,
        (IndicatorNature.Area, { } area) when squareMetres.Contains(area) => quantity,
        (IndicatorNature.Count, { } count) when pieces.Contains(count) => quantity,
        _ => null,
    };
}
