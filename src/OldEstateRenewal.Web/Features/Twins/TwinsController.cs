using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Twins;

/// <summary>What a person decides about a pair.</summary>
public sealed class TwinForm
{
    public Guid First { get; set; }

    public Guid Second { get; set; }

    [Required(ErrorMessage = "请选择判断。")]
    public TwinVerdict? Verdict { get; set; }

    [Required(ErrorMessage = "请填写理由。"), StringLength(TwinDecision.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed record TwinIndex(IReadOnlyList<TwinLine> Lines, bool All, TwinForm? Form);

/// <summary>Estates that were probably entered twice (疑似重复登记), and what was decided.</summary>
[Route("{county}/twins"), Requires(Duty.ReadRegistry)]
public sealed class TwinsController(CurrentAccess access, PortalDbContext db, TwinBoard board, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(bool all = false) => View(new TwinIndex(await LinesAsync(all), all, null));

    [HttpGet("list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(string format, bool all = false) =>
        new TableFile(TableFile.Report("疑似重复登记的小区", TwinTable.Columns, await LinesAsync(all), Access, time.GetUtcNow(), [all ? "含已判断的" : "未判断的"]), format);

    [HttpPost(""), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> Create(TwinForm form)
    {
        if (await board.FindAsync(form.First, form.Second) is not { } pair) return NotFound();
        if (!ModelState.IsValid) return Again("Index", new TwinIndex(await LinesAsync(all: true), true, form));
        var decision = new TwinDecision
        {
            FirstId = pair.First.Id,
            SecondId = pair.Second.Id,
            Verdict = form.Verdict!.Value,
            Reason = form.Reason!.Trim(),
            Figures = pair.Figures.Length <= TwinDecision.FiguresLength ? pair.Figures : pair.Figures[..TwinDecision.FiguresLength],
            DecidedBy = Access.UserName,
            DecidedAt = time.GetUtcNow(),
        };
        db.TwinDecisions.Add(decision);
        audit.Add("TwinDecided", decision, $"{pair.First.Name} — {pair.Second.Name}", $"{decision.Verdict.Name()}：{decision.Reason}");
        await db.SaveChangesAsync();
        Notice($"已记下：{pair.First.Name}与{pair.Second.Name}{decision.Verdict.Name()}。");
        return Redirect($"{Home}/twins?all=true");
    }

    private async Task<IReadOnlyList<TwinLine>> LinesAsync(bool all) => [.. (await board.ReadAsync()).Where(line => all || line.IsOpen)];
}

/// <summary>Likely twins as a table.</summary>
public static class TwinTable
{
    public static IReadOnlyList<TableColumn<TwinLine>> Columns { get; } =
    [
        TableColumn.Serial<TwinLine>(),
        new("小区甲", 40, line => line.Pair.First.InWords),
        new("小区乙", 40, line => line.Pair.Second.InWords),
        new("疑似理由", 36, line => line.Pair.Why),
        new("判断", 14, line => line.Decision?.Verdict.Name() ?? "未判断"),
        new("理由", 30, line => line.Decision?.Reason),
        new("何人何时", 22, line => line.Decision is { } decision ? $"{decision.DecidedBy} {decision.DecidedAt.ToChinaText()}" : null),
    ];
}
