using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>报表中心: every report in one list, and each with its parameters and first rows.</summary>
[Route("{county}/reports"), Requires(Duty.ReadRegistry)]
public sealed class ReportsController(CurrentAccess access, ReportChoices choices, ReportShelf shelf, ReportSite site) : ReportPages(access, choices, shelf)
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        ModelState.Clear();
        return View(await IndexAsync(new ReportBatchForm { Format = ReportFormat.Pdf }));
    }

    [HttpGet("{report}")]
    public async Task<IActionResult> Show(string report, ReportForm form)
    {
        if (ReportCatalogue.Find(report, Access) is not { } entry) return NotFound();
        var values = ModelState.IsValid ? form.Values : new ReportValues();
        ModelState.Clear();
        var options = await Choices.OfAsync(entry);
        values = ReportChoices.WithFirst(options, values);
        if (Lacking(options) is null && Refused(options, values)) return Again("Show", new ReportPage(entry, options, ReportForm.Of(values), null, null, MayMake));
        return View(await PageAsync(entry, options, ReportForm.Of(values)));
    }

    [HttpPost("{report}/files"), Requires(Duty.MakeReports)]
    public async Task<IActionResult> Create(string report, ReportForm form)
    {
        if (ReportCatalogue.Find(report, Access) is not { } entry) return NotFound();
        var options = await Choices.OfAsync(entry);
        if (!IsOffered(form.Format)) ModelState.AddModelError(nameof(form.Format), "请选择 PDF、Excel 或 Word。");
        if (!ModelState.IsValid || Refused(options, form.Values)) return Again("Show", new ReportPage(entry, options, form, null, null, MayMake));
        var order = new ReportOrder(entry, form.Values, ReportChoices.InWords(options, form.Values), form.Format!.Value, site.Of(Request));
        if (await entry.Make(Shelf.SourceOf(form.Values)) is not { } table) return Again("Show", await PageAsync(entry, options, form));
        var isLarge = table.Lines().Skip(Shelf.MostAtOnce).Any();
        if (!form.Behind && !isLarge) return Redirect($"{Home}/reports/files/{(await Shelf.MakeAsync(order, table)).Id}");
        var file = await Shelf.AskAsync(order);
        Notice(form.Behind ? "已交后台生成。" : $"超过 {Shelf.MostAtOnce} 行，已交后台生成。");
        return Redirect($"{Home}/reports/files/{file.Id}");
    }

    private async Task<ReportPage> PageAsync(ReportEntry entry, IReadOnlyList<ReportChoice> options, ReportForm form)
    {
        var lacking = Lacking(options);
        var table = lacking is null ? await entry.Make(Shelf.SourceOf(form.Values)) : null;
        return new ReportPage(entry, options, form, table is null ? null : ReportPreview.Of(table), lacking is not null ? $"还没有可选的{lacking.Parameter.Label}。" : table is null ? entry.Nothing : null, MayMake);
    }
}

/// <summary>批量: several reports of the list in one archive.</summary>
[Route("{county}/reports/batches"), Requires(Duty.MakeReports)]
public sealed class ReportBatchesController(CurrentAccess access, ReportChoices choices, ReportShelf shelf, ReportSite site) : ReportPages(access, choices, shelf)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(ReportBatchForm form)
    {
        var entries = form.Keys.Distinct().Select(key => ReportCatalogue.Find(key, Access)).ToList();
        if (entries.Count is 0 or > ReportShelf.MostInBatch || entries.Contains(null)) ModelState.AddModelError(nameof(form.Keys), "请勾选要生成的报表。");
        if (!IsOffered(form.Format)) ModelState.AddModelError(nameof(form.Format), "请选择 PDF、Excel 或 Word。");
        var orders = new List<ReportOrder>();
        if (ModelState.IsValid)
        {
            foreach (var entry in entries.OfType<ReportEntry>())
            {
                var options = await Choices.OfAsync(entry);
                var values = ValuesOf(entry, form.Values);
                if (!Refused(options, values, entry.Name)) orders.Add(new ReportOrder(entry, values, ReportChoices.InWords(options, values), form.Format!.Value, site.Of(Request)));
            }
        }

        if (!ModelState.IsValid) return Again("/Features/Reports/Reports/Index.cshtml", await IndexAsync(form));
        var archive = await Shelf.AskBatchAsync(orders);
        Notice($"{orders.Count} 份报表已交后台生成。");
        return Redirect($"{Home}/reports/files/{archive.Id}");
    }

    /// <summary>Of what was chosen for all, what this one takes.</summary>
    private static ReportValues ValuesOf(ReportEntry entry, ReportValues all)
    {
        var takes = entry.Parameters.ToHashSet();
        return new ReportValues
        {
            Year = takes.Contains(ReportParameter.Year) ? all.Year : null,
            Project = takes.Contains(ReportParameter.Project) ? all.Project : null,
            Estate = takes.Contains(ReportParameter.Estate) ? all.Estate : null,
            Week = takes.Contains(ReportParameter.Week) ? all.Week : null,
        };
    }
}

/// <summary>What the pages of reports have in common.</summary>
public abstract class ReportPages(CurrentAccess access, ReportChoices choices, ReportShelf shelf) : PortalController(access)
{
    protected ReportChoices Choices => choices;

    protected ReportShelf Shelf => shelf;

    protected bool MayMake => Access.May(Duty.MakeReports);

    protected static bool IsOffered(ReportFormat? format) => format is { } asked && ReportEntry.Formats.Contains(asked);

    /// <summary>Whether the values are refused, each with its reason beside its field.</summary>
    protected bool Refused(IReadOnlyList<ReportChoice> options, ReportValues values, string? of = null)
    {
        var problems = ReportChoices.Problems(options, values).ToList();
        foreach (var (field, problem) in problems) ModelState.AddModelError(field, of is null ? problem : $"{of}：{problem}");
        return problems.Count > 0;
    }

    protected async Task<ReportIndex> IndexAsync(ReportBatchForm form)
    {
        var entries = ReportCatalogue.For(Access);
        var all = new List<ReportChoice>();
        if (MayMake)
            foreach (var parameter in ReportParameter.All.Where(parameter => entries.Any(entry => entry.Parameters.Contains(parameter)))) all.Add(new ReportChoice(parameter, false, await Choices.OptionsAsync(parameter)));
        return new ReportIndex(entries, all, form, MayMake, Access.May(Duty.EditTemplates));
    }

    /// <summary>What must be chosen where there is nothing to choose from.</summary>
    protected static ReportChoice? Lacking(IReadOnlyList<ReportChoice> options) => options.FirstOrDefault(choice => choice.IsNeeded && choice.Options.Count == 0);
}
