using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>The colour of a verdict; the words say the same, so that colour is never alone.</summary>
public static class Verdicts
{
    public static string Css(EligibilityVerdict verdict) => verdict switch
    {
        EligibilityVerdict.Eligible => "good",
        EligibilityVerdict.NotEligible => "bad",
        _ => "warn",
    };

    public static string Css(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "good",
        Outcome.Failed => "bad",
        _ => "warn",
    };

    public static string Name(LandKind? land) => land switch
    {
        LandKind.StateOwned => "国有土地",
        LandKind.Collective => "集体土地",
        _ => "未知",
    };

    public static string Name(PlaceKind? place) => place switch
    {
        PlaceKind.City => "城市城区",
        PlaceKind.CountyTown => "县城",
        PlaceKind.Town => "建制镇",
        PlaceKind.Village => "乡村",
        _ => "未知",
    };
}
