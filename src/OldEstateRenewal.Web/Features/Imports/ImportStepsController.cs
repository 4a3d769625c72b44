using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What is done to an import, step by step; each is asked for here and shown on its page.</summary>
[Route("{county}/imports/{id:guid}"), Requires(Duty.ImportRegistry)]
public sealed class ImportStepsController(CurrentAccess access, ImportService imports) : PortalController(access)
{
    private const string Moved = "这份导入刚刚有了变化，请核对后再办。";

    [HttpPost("mapping")]
    public Task<IActionResult> CreateMapping(Guid id, MappingForm form) => StepAsync(id, import => imports.MapAsync(import, form));

    [HttpPost("corrections")]
    public Task<IActionResult> CreateCorrections(Guid id, CorrectionForm form) => StepAsync(id, import => imports.CorrectAsync(import, form), "没有填写更正，也没有作出选择。");

    [HttpPost("reading")]
    public Task<IActionResult> CreateReading(Guid id) => StepAsync(id, imports.RereadAsync);

    [HttpPost("commitment")]
    public async Task<IActionResult> CreateCommitment(Guid id, CommitForm form)
    {
        if (await imports.FindAsync(id) is not { } import) return NotFound();
        var reasons = ImportRules.WhyNotCommit(import, (await imports.SheetAsync(import))?.Table?.IsReadable == true).ToList();
        if (import.RefusedRows > 0 && !form.LeaveRefused) reasons.Add($"有 {import.RefusedRows} 行不能导入：请更正，或勾选“先不导入这些行”。");
        if (reasons.Count > 0) Notice("没有导入：" + string.Join("", reasons));
        else if (!await imports.CommitAsync(import, form.Version)) Notice(Moved);
        return Redirect($"{Home}/imports/{id}");
    }

    [HttpPost("reversal")]
    public Task<IActionResult> CreateReversal(Guid id) => StepAsync(id, imports.ReverseAsync);

    [HttpPost("disposal")]
    public Task<IActionResult> CreateDisposal(Guid id) => StepAsync(id, imports.DiscardAsync);

    private async Task<IActionResult> StepAsync(Guid id, Func<Import, Task<bool>> step, string otherwise = Moved)
    {
        if (await imports.FindAsync(id) is not { } import) return NotFound();
        if (!await step(import)) Notice(otherwise);
        return Redirect($"{Home}/imports/{id}");
    }
}
