using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>How a project stands before one gate, and what has to be done again where a stage was reached through it and it is shut since.</summary>
/// <param name="Reason">The answer in words.</param>
/// <param name="Again">须重新公示, 须重新审查, 须重新表决, 须复核; null where what happens later does not touch a stage that is reached.</param>
public sealed record GateAnswer(Reason Reason, string? Again = null)
{
    public static implicit operator GateAnswer(Reason reason) => new(reason);
}

/// <summary>须复核: a stage was reached through a gate that is shut since. The stage stays reached; what follows it waits until the gate is open again.</summary>
/// <param name="Again">What has to be done again.</param>
/// <param name="Why">What the gate says now.</param>
public sealed record StageDoubt(string Again, ProcessGate Gate, string Why)
{
    public string InWords => $"{Again}：{Gate.Name}，{Why}（{Gate.Citation}）。";
}
