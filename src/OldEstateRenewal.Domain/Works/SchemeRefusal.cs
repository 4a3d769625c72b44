using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Works;

/// <summary>Why a scheme's contents do not stand (方案内容不合规的原因).</summary>
/// <param name="ItemKey">The works item concerned.</param>
/// <param name="Text">The reason, in words.</param>
/// <param name="MayBeExplained">Whether a written explanation is enough (说明理由即可); otherwise the scheme must change.</param>
/// <param name="Citation">The clause.</param>
/// <param name="Warning">What to know about the clause's validity, or null.</param>
public sealed record SchemeRefusal(string ItemKey, string Text, bool MayBeExplained, Citation Citation, string? Warning);
