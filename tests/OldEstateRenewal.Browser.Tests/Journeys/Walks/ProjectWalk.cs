using System.IO.Compression;
using Microsoft.Playwright;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Archives;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>One project of a plan on its way; the first of a plan tries every gate once too early.</summary>
public sealed partial class ProjectWalk(PlanWalk plan, PlanRow row, bool isFirst)
{
    private static int papers;
    private Clerk? last;

    public PlanRow Row => row;

    public bool IsFirst => isFirst;

    public string Estate { get; set; } = "";

    public string Path { get; set; } = "";

    /// <summary>The tabs of the lane that it goes along today.</summary>
    public Dictionary<string, Clerk> Lane { get; set; } = [];

    /// <summary>The clerk of the estate's own street.</summary>
    public string Street => row.Street == "东城街道" ? "dongcheng" : "chengguan";

    /// <summary>The ballot under way.</summary>
    public string Ballot { get; set; } = "";

    public async Task<Clerk> OpenAsync(string who, string? link = null)
    {
        var before = last;
        var desk = await SitAsync(who);
        // Where they stand already, after an act of their own, nothing has to be loaded again.
        if (before != desk || !desk.IsAt(Path)) await desk.GoAsync(Path);
        last = desk;
        if (link is not null) await desk.FollowAsync(link);
        return desk;
    }

    /// <summary>The first project is typed stroke by stroke; for the others a form is written at once, to spare time.</summary>
    private async Task<Clerk> SitAsync(string who)
    {
        var desk = await plan.DeskAsync(Lane, who);
        (desk.IsBrisk, last) = (!isFirst, null);
        return desk;
    }

    /// <summary>Every stage at once, on the day the project is made: each says what has to come before.</summary>
    public async Task TryAllAsync(string who, params (string Key, string Name, string Naming)[] stages)
    {
        if (!isFirst) return;
        foreach (var (key, name, naming) in stages)
        {
            var desk = await OpenAsync(who);
            var form = desk.Page.Locator("form.act").First;
            await form.EvaluateAsync("(it, key) => { it.action = it.action.replace(/stages\\/[^/]+/, `stages/${key}`); it.querySelector('button').disabled = false; }", key);
            var open = desk.In(form);
            await open.FillAsync("完成日期", plan.Today);
            await open.PressAsync((await open.LabelsAsync("button", "text")).Single());
            plan.Refused($"{name}（立项当日）", await desk.RefusalAsync(), naming);
        }
    }

    /// <summary>The stage is next, and what it asks for is not there.</summary>
    public async Task TryAsync(string who, string stage, params string[] naming)
    {
        if (!isFirst) return;
        var desk = await OpenAsync(who);
        var part = Part(desk, stage);
        await part.FillAsync("完成日期", plan.Today);
        plan.Refused(stage, await part.PressAllTheSameAsync($"登记{stage}完成"), naming);
    }

    public Task ReachAsync(string who, string stage, string? on = null) => ReachAsync(who, stage, on is null ? plan.Today : PlanWalk.Day(on));

    public async Task ReachAsync(string who, string stage, DateOnly on)
    {
        var desk = await OpenAsync(who);
        await Part(desk, stage).FillAsync("完成日期", on);
        await Part(desk, stage).PressAsync($"登记{stage}完成");
        await desk.SeeAsync("已登记完成。");
    }

    public async Task PaperAsync(string who, string stage, params string[] names)
    {
        var desk = await OpenAsync(who);
        foreach (var name in names)
        {
            var part = Part(desk, stage).In(Part(desk, stage).Root.Locator(".paper").Filter(new() { HasText = name }));
            await part.UnfoldAsync($"上传{name}");
            await part.AttachAsync("文件（PDF、图片）", $"{name}.pdf", Paper());
            await part.PressAsync("上传");
            await desk.SeeAsync("材料已上传。");
        }
    }

    /// <summary>The document's last day of a stage, and whether it was kept.</summary>
    public async Task SeeDatesAsync(string who, int stages, params (string Stage, string Due, bool InTime)[] dates)
    {
        var desk = await OpenAsync(who);
        await desk.SeeAsync($"{stages} / {stages} 个环节");
        await desk.FollowAsync("计划日期");
        var rows = (await desk.Page.Locator("tbody tr").EvaluateAllAsync<string[][]>("all => all.map(row => [...row.cells].map(cell => cell.textContent.trim()))")).ToDictionary(cells => cells[0]);
        Assert.Equal(dates.Select(date => (date.Stage, date.Due)), rows.Values.Where(cells => cells[1] != "").Select(cells => (cells[0], cells[1])));
        Assert.All(dates, date => Assert.Equal(date.InTime, string.CompareOrdinal(rows[date.Stage][3], date.Due) <= 0));
        Assert.All(rows.Values, cells => Assert.NotEqual("", cells[3]));
    }

    /// <summary>Adds a file to what the page shows.</summary>
    private static async Task AttachAsync(Clerk desk, string kind, string name, string? said = null)
    {
        await desk.AttachAsync("选择文件（JPEG、PNG、PDF，每个不超过 10 MB）", name, Paper());
        await desk.ChooseAsync("种类", kind);
        await desk.PressAsync("上传", said ?? name);
    }

    private static Clerk Part(Clerk desk, string stage) => desk.In(desk.Page.Locator("li.stage-sheet").Filter(new() { Has = desk.Page.GetByRole(AriaRole.Heading, new() { Name = stage, Exact = true }) }));

    /// <summary>No two files are alike.</summary>
    private static byte[] Paper() => Pictures.Pdf($"/P{Interlocked.Increment(ref papers)}");

    /// <summary>The bundle holds what its own list says, and a paper of every stage that asks for one.</summary>
    public async Task ArchivedAsync(string who, params string[] stages)
    {
        var desk = await OpenAsync(who, "归档");
        await desk.SeeAsync("材料齐全");
        using var bundle = new ZipArchive(new MemoryStream(await desk.DownloadAsync("下载归档包")));
        var names = bundle.Entries.Select(entry => entry.FullName).ToList();
        foreach (var stage in stages) Assert.Contains(names, name => name.Contains($"-{stage}/", StringComparison.Ordinal));
        using var manifest = new StreamReader(bundle.GetEntry(ArchiveBundle.Manifest)!.Open());
        var listed = (await manifest.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[66..]);
        Assert.Equal(names.Where(name => name != ArchiveBundle.Manifest), listed);
    }
}
