using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>What a measure of the site is against (措施类别).</summary>
public enum SiteMeasureKind
{
    /// <summary>扬尘.</summary>
    Dust,
}

/// <summary>A measure that every site has to take, and that an inspection looks at one by one (施工现场管控措施): 工地周边 100% 围挡.</summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Order">Its place in the list.</param>
/// <param name="Kind">What it is against.</param>
public sealed record SiteMeasure(PolicyItemHead Head, int Order, SiteMeasureKind Kind) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => Name;

    /// <summary>Reads { name, clause, quote?, note?, order, kind }.</summary>
    public static SiteMeasure Read(PolicyNode node) => new(node.Head(), node.Whole("order", 1, 100), node.Choice<SiteMeasureKind>("kind"));
}
