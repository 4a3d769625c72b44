namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>Why something cannot be done with a scheme now; an empty list means that it can.</summary>
public static class SchemeRules
{
    public static IReadOnlyList<string> WhyNotStart(IReadOnlyList<Scheme> versions) =>
        versions.FirstOrDefault(version => version.State == SchemeState.Draft) is { } draft ? [$"{draft.Name}正在编制，请在该版上修改，或先放弃该版。"] : [];

    public static IReadOnlyList<string> WhyNotEdit(Scheme scheme) => scheme.State switch
    {
        SchemeState.Fixed => [$"{scheme.Name}已确定，不再改动；需要调整的，请另编一版并写明理由。"],
        SchemeState.Discarded => [$"{scheme.Name}已放弃。"],
        _ => [],
    };

    public static IReadOnlyList<string> WhyNotFix(SchemeCheck check) => WhyNotEdit(check.Scheme) is { Count: > 0 } closed ? closed : check.Objections.Select(objection => objection.InWords).ToList();
}
