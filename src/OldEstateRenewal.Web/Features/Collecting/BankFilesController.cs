using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Imports;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>银行流水: names of payers stand in it, so that only those who collect see it.</summary>
[Route("{county}/bank-files"), Requires(Duty.CollectPayments)]
public sealed class BankFilesController(CurrentAccess access, PortalDbContext db, BankReader reader, BankLayouts layouts, BankFileService files) : CollectingPages(access)
{
    private const int MostListed = 200;

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await db.BankFiles.AsNoTracking().OrderByDescending(f => f.UploadedAt).Take(MostListed).ToListAsync());

    [HttpGet("new")]
    public IActionResult New() => View(new BankFileEditor(new BankFileForm(), null));

    [HttpPost(""), RequestSizeLimit(64 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 64 * 1024 * 1024)]
    public async Task<IActionResult> Create(BankFileForm form)
    {
        if (!ModelState.IsValid) return Again("New", new BankFileEditor(form, null));
        if (ImportUpload.Problem(form.File) is { } problem) return Refused(form, null, problem);
        var name = ImportUpload.Name(form.File!);
        using var content = new MemoryStream();
        await form.File!.CopyToAsync(content);
        BankSheet sheet;
        IReadOnlyDictionary<BankColumn, int> remembered = new Dictionary<BankColumn, int>();
        try
        {
            sheet = await BankSheet.ReadAsync(content, name, async columns => form.Chosen.Count > 0 ? form.Chosen : remembered = await layouts.RememberedAsync(columns));
        }
        catch (UnreadableFileException unreadable)
        {
            return Refused(form, null, unreadable.Message);
        }

        if (sheet.Columns.Unsure.Count > 0) return Refused(form, sheet.Columns, [.. sheet.Columns.Unsure]);
        if (form.ChooseAgain && form.Chosen.Count == 0) return Refused(form, sheet.Columns, "请指定各列，再选一次文件。");
        if (WhyNot(sheet) is { Length: > 0 } problems) return Refused(form, form.Chosen.Count + remembered.Count > 0 ? sheet.Columns : null, problems);
        await layouts.RememberAsync(sheet.Columns, form.Chosen);
        var (file, refusals) = await files.TakeAsync(name, SHA256.HashData(content.ToArray()), sheet);
        if (file is null) return Refused(form, null, [.. refusals.Select(refusal => refusal.Text)]);
        return Told($"{Home}/bank-files/{file.Id}", [], $"已导入 {file.LineCount} 条流水。{(remembered.Count > 0 ? $"各列按上次指定的读取：{sheet.Columns.InWords}。" : "")}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, string? show, int page = 1)
    {
        ModelState.Clear();
        var tab = Enum.TryParse<BankTab>(show, true, out var asked) && Enum.IsDefined(asked) ? asked : (BankTab?)null;
        return await reader.PageAsync(id, tab, page, (shown, number) => $"{Home}/bank-files/{id}?show={shown}&page={number}") is { } view ? View(view) : NotFound();
    }

    private static string[] WhyNot(BankSheet sheet) =>
        sheet.Problems.Count > 0 ? [.. sheet.Problems, "以上各行看不出日期或金额，文件未导入。请改正后再导入。"]
        : sheet.Rows.Count == 0 ? ["文件中没有一条流水。"]
        : sheet.Rows.Count > BankFile.MostLines ? [$"流水超过 {BankFile.MostLines} 条，请分成几个文件。"] : [];

    private ViewResult Refused(BankFileForm form, BankColumns? asked, params string[] problems)
    {
        foreach (var problem in problems) ModelState.AddModelError(nameof(form.File), problem);
        return Again("New", new BankFileEditor(form, asked));
    }
}

/// <summary>All proposals of a file booked in one act.</summary>
[Route("{county}/bank-files/{id:guid}/bookings"), Requires(Duty.CollectPayments)]
public sealed class BankBookingsController(CurrentAccess access, PortalDbContext db, BankFileService files) : CollectingPages(access)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, string? seen)
    {
        if (!await db.BankFiles.AnyAsync(f => f.Id == id)) return NotFound();
        var (count, refusals) = await files.BookAsync(id, seen);
        return Told($"{Home}/bank-files/{id}", refusals.Select(refusal => refusal.Text).ToList(), $"已入账 {count} 笔。");
    }
}

/// <summary>One line, decided by hand.</summary>
[Route("{county}/bank-files/{id:guid}/lines/{line:guid}"), Requires(Duty.CollectPayments)]
public sealed class BankLinesController(CurrentAccess access, BankReader reader, BankLineService lines) : CollectingPages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, Guid line) => await reader.LineAsync(id, line, null) is { } page ? View(page) : NotFound();

    [HttpPost("bookings")]
    public async Task<IActionResult> Create(Guid id, Guid line, BankLineForm form)
    {
        if (await reader.LineAsync(id, line, form) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Again("Show", page);
        var answer = await lines.BookAsync(page, form);
        return Accepted(answer) ? Told($"{Home}/bank-files/{id}/lines/{line}", [], $"已入账 {answer.Payment!.Amount.Text()} 元，{answer.Payment.ReceiptName}。") : Again("Show", page);
    }

    [HttpPost("setting-aside")]
    public async Task<IActionResult> Destroy(Guid id, Guid line, LineReasonForm form)
    {
        if (await reader.LineAsync(id, line, null) is null) return NotFound();
        return Told($"{Home}/bank-files/{id}/lines/{line}", ModelState.IsValid ? await lines.SetAsideAsync(line, form.Reason!) : Wrong(), "已列为不属缴款。");
    }

    [HttpPost("reopening")]
    public async Task<IActionResult> Update(Guid id, Guid line, LineReasonForm form)
    {
        if (await reader.LineAsync(id, line, null) is null) return NotFound();
        return Told($"{Home}/bank-files/{id}/lines/{line}", ModelState.IsValid ? await lines.ReopenAsync(line, form.Reason!) : Wrong(), "已改为待核对。");
    }
}
