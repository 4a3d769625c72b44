using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>方案的门: the newest version of a project's scheme is fixed.</summary>
public sealed class SchemeGate(SchemeReader reader)
{
    public async Task<Reason> AnswerAsync(Project project, ProcessGate gate) => await reader.NewestAsync(project.Id) switch
    {
        null => GateBook.Told(gate, false, "尚未编制改造方案"),
        { State: SchemeState.Fixed } scheme => GateBook.Told(gate, true, $"改造方案{scheme.Name}，{scheme.FixedAt!.Value.ToChina():yyyy-MM-dd} 由{scheme.FixedBy}确定"),
        var draft => GateBook.Told(gate, false, $"改造方案{draft.Name}正在编制，尚未确定"),
    };
}
