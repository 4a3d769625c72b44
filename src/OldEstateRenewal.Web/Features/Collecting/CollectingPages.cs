using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>What the controllers of collecting have in common: reasons stand beside their fields.</summary>
public abstract class CollectingPages(CurrentAccess access) : PortalController(access)
{
    protected bool Accepted(PaymentAnswer answer)
    {
        foreach (var refusal in answer.Refusals) ModelState.AddModelError(refusal.Field, refusal.Text);
        return ModelState.IsValid;
    }

    /// <summary>An enum out of an address; what is none of it is the first.</summary>
    protected static TKind Asked<TKind>(string? text) where TKind : struct, Enum => Enum.GetValues<TKind>().FirstOrDefault(kind => string.Equals($"{kind}", text, StringComparison.OrdinalIgnoreCase));
}
