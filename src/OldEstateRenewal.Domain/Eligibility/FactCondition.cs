using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>A surveyed fact that must be true, or for an exclusion false (事实条件、排除情形).</summary>
internal sealed record FactCondition(string Key, string Name, Citation Citation, string Fact, bool Expected) : Condition(Key, Name, Citation)
{
    public override string InWords => Expected ? Name : $"不属于：{Name}";

    public override IEnumerable<string> FactKeys => [Fact];

    internal override Reason Judge(EligibilityCase what)
    {
        var surveyed = what.Facts.Fact(Fact);
        var answer = surveyed switch { true => "是", false => "否", null => "未调查" };
        return Reason.Single(Key, InWords, Outcomes.Of(surveyed == Expected ? true : surveyed is null ? null : false), $"{Name}：{answer}", Citation) with
        {
            Missing = surveyed is null ? new MissingFact(Fact, what.NameOfFact(Fact) ?? Name, null) : null,
        };
    }

    internal static FactCondition Read(PolicyNode node, Citation above) => Read(node, above, expected: true);

    internal static FactCondition Read(PolicyNode node, Citation above, bool expected)
    {
        var fact = node.Text("fact");
        return new(node.OptionalText("key") ?? fact, node.Text("name"), node.CitationOr(above), fact, expected);
    }
}

/// <summary>The land must be of one of some kinds (土地性质).</summary>
internal sealed record LandCondition(string Key, string Name, Citation Citation, IReadOnlyList<LandKind> Accepted) : Condition(Key, Name, Citation)
{
    internal override Reason Judge(EligibilityCase what)
    {
        var answer = what.Facts.Land switch { LandKind.StateOwned => "国有土地", LandKind.Collective => "集体土地", _ => "未调查" };
        return Reason.Single(Key, Name, Outcomes.Of(what.Facts.Land is { } land ? Accepted.Contains(land) : null), $"土地性质：{answer}", Citation) with
        {
            Missing = what.Facts.Land is null ? new MissingFact("land", "土地性质", null) : null,
        };
    }

    internal static LandCondition Read(PolicyNode node, Citation above) =>
        new(node.OptionalText("key") ?? "land", node.Text("name"), node.CitationOr(above), node.Choices<LandKind>("accept"));
}

/// <summary>The estate must lie in one of some kinds of places (所在区域).</summary>
internal sealed record PlaceCondition(string Key, string Name, Citation Citation, IReadOnlyList<PlaceKind> Accepted) : Condition(Key, Name, Citation)
{
    internal override Reason Judge(EligibilityCase what)
    {
        var answer = what.Facts.Place switch
        {
            PlaceKind.City => "城市",
            PlaceKind.CountyTown => "县城",
            PlaceKind.Town => "建制镇",
            PlaceKind.Village => "乡村",
            _ => "未调查",
        };
        return Reason.Single(Key, Name, Outcomes.Of(what.Facts.Place is { } place ? Accepted.Contains(place) : null), $"所在区域：{answer}", Citation) with
        {
            Missing = what.Facts.Place is null ? new MissingFact("place", "所在区域", null) : null,
        };
    }

    internal static PlaceCondition Read(PolicyNode node, Citation above) =>
        new(node.OptionalText("key") ?? "place", node.Text("name"), node.CitationOr(above), node.Choices<PlaceKind>("accept"));
}
