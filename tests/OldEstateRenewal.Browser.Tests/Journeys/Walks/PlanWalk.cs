using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>The plan of one year walked by the persons of one county: all together up to the projects, then day by day every project by its own.</summary>
public sealed class PlanWalk : IAsyncDisposable
{
    private const int Lanes = 2;
    private readonly List<Person> persons = [];
    private readonly Stage stage;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly int actsBefore = Clerk.Acts;
    private readonly List<Dictionary<string, Clerk>> lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new Dictionary<string, Clerk>())];

    private PlanWalk(Stage stage, WalkPortal portal, string county, int year, IReadOnlyList<PlanRow> rows)
    {
        (this.stage, Portal, County, Year) = (stage, portal, county, year);
        Projects = rows.Select((row, at) => new ProjectWalk(this, row, at == 0)).ToList();
    }

    public WalkPortal Portal { get; }

    public string County { get; }

    public int Year { get; }

    public IReadOnlyList<ProjectWalk> Projects { get; }

    /// <summary>What was refused because it came too early, as the pages said it.</summary>
    public List<string> Refusals { get; } = [];

    public DateOnly Today => Portal.Clock.Today;

    private IReadOnlyList<PlanRow> Rows => Projects.Select(project => project.Row).ToList();

    public static PlanWalk Begin(Stage stage, WalkPortal portal, string county, string document, int year, string first)
    {
        var annexes = PolicyBook.Shipped.Documents.Single(each => each.Key == document).Items(PolicySections.Annexes);
        var rows = annexes.SelectMany(annex => annex.Rows).Where(row => row.Year == year).OrderByDescending(row => row.Estate == first).ToList();
        File.Delete(Path.Combine(Repository.Screenshots, $"walk-{county}.txt"));
        return new PlanWalk(stage, portal, county, year, rows);
    }

    /// <summary>The tab of a person in the first lane, for what is done once for all.</summary>
    public Task<Clerk> DeskAsync(string who) => DeskAsync(lanes[0], who);

    /// <summary>A day on which every project is dealt with, two at a time.</summary>
    public async Task EachAsync(string day, Func<ProjectWalk, Task> act)
    {
        Portal.Clock.Set(Day(day));
        var (waiting, begun) = (new Queue<ProjectWalk>(Projects), watch.Elapsed);
        await Task.WhenAll(lanes.Select(async lane =>
        {
            while (Next(waiting) is { } project)
            {
                project.Lane = lane;
                await act(project);
            }
        }));
        await NoteAsync($"{day}: {(watch.Elapsed - begun).TotalSeconds:0.0} s, {Clerk.Acts - actsBefore} acts so far");
    }

    public void On(string day) => Portal.Clock.Set(Day(day));

    /// <summary>In each lane everyone has a browser of their own: what one page says is not taken by another.</summary>
    public async Task<Clerk> DeskAsync(Dictionary<string, Clerk> lane, string who)
    {
        if (lane.TryGetValue(who, out var clerk)) return clerk;
        var person = await Person.ComeAsync(stage, Portal, who);
        lock (persons) persons.Add(person);
        return lane[who] = await person.SitDownAsync();
    }

    public void Refused(string what, string words, params string[] naming)
    {
        foreach (var name in naming) Assert.Contains(name, words, StringComparison.Ordinal);
        lock (Refusals) Refusals.Add($"{what}：{words}");
    }

    /// <summary>Nothing went wrong unseen; the figures of the walk are left with the pictures.</summary>
    public async Task EndAsync()
    {
        await NoteAsync($"{Projects.Count} projects, {Clerk.Acts - actsBefore} acts, {watch.Elapsed.TotalSeconds:0} s, {Refusals.Count} too early");
        await NoteAsync(string.Join('\n', Refusals));
        Assert.Empty(persons.SelectMany(person => person.Complaints));
        Assert.Equal("", Portal.Failures.ToString());
    }

    /// <summary>From the spreadsheets into the registry.</summary>
    public async Task ImportAsync(string bureau)
    {
        var desk = await DeskAsync(bureau);
        foreach (var (kind, file) in new[] { ("小区", AnnexFiles.Estates(Rows)), ("房屋与业主", AnnexFiles.Homes(Rows)) })
        {
            await desk.GoAsync($"/{County}");
            await desk.SectionAsync("小区台账");
            await desk.FollowAsync("导入");
            await desk.FollowAsync("上传文件");
            await desk.TickAsync(kind);
            await desk.AttachAsync("文件", "清单.xlsx", file);
            await desk.PressAsync("上传并核对");
            await desk.Page.GetByRole(AriaRole.Heading, new() { Name = "逐行结果" }).WaitForAsync(new() { Timeout = 60_000 });
            await desk.PressAsync((await desk.LabelsAsync("button", "text")).Single(button => button.StartsWith("确认导入：", StringComparison.Ordinal)));
            await Assertions.Expect(desk.Page.Locator(".head .tag")).ToHaveTextAsync("已导入", new() { Timeout = 60_000 });
        }

        await desk.SectionAsync("小区台账");
        var paths = await desk.Page.Locator("main table td.name a, main table th a").EvaluateAllAsync<string[][]>("all => all.map(it => [it.textContent.trim(), it.getAttribute('href')])");
        foreach (var project in Projects) project.Estate = paths.Single(path => path[0] == project.Row.Estate)[1];
    }

    /// <summary>From the pool of candidates by way of a selection into the plan, and out of the leader's hands.</summary>
    public async Task ChooseAndIssueAsync(string bureau, string leader)
    {
        var (desk, head) = (await DeskAsync(bureau), await DeskAsync(leader));
        await desk.GoAsync($"/{County}");
        await desk.SectionAsync("年度计划");
        await desk.FollowAsync("择优遴选");
        await desk.FollowAsync("候选项目");
        await desk.FillAsync("为哪一年遴选", $"{Year}");
        await desk.PressAsync("查看", $"共 {Projects.Count} 个候选小区");
        await desk.FollowAsync("限额内择优");
        await desk.FillAsync("小区个数限额", $"{Projects.Count}");
        await desk.PressAsync("按限额和调整重新择优", $"选入 {Projects.Count} 个小区");
        await desk.FillAsync("方案名称", "方案一");
        await desk.PressAsync("保存方案", $"{Year}年遴选方案：方案一");
        var selection = desk.Path;
        Refused("采纳遴选方案", await desk.PressAllTheSameAsync("采纳，列入计划"), $"{Year}年还没有计划");
        await desk.SectionAsync("年度计划");
        await desk.FollowAsync("编制计划");
        await desk.FillAsync("计划年度", $"{Year}");
        await desk.PressAsync("建立", "计划中还没有小区");
        var planned = desk.Path;
        Refused("计划报审", await desk.PressAllTheSameAsync("报审"), "计划中还没有小区");
        await desk.GoAsync(selection);
        await desk.PressAsync("采纳，列入计划", $"已采纳：{Projects.Count} 个小区列入{Year}年计划。");
        await desk.SectionAsync("年度计划");
        await desk.FollowAsync($"{Year}年");
        await head.GoAsync(planned);
        await head.SeeNoButtonAsync("印发");
        await desk.PressAsync("报审", "计划已报审。");
        await head.GoAsync(planned);
        await head.PressAsync("印发", "计划已印发。");
    }

    /// <summary>A project of every estate, found again on the board.</summary>
    public async Task MakeProjectsAsync(string bureau)
    {
        var desk = await DeskAsync(bureau);
        await desk.GoAsync($"/{County}");
        await desk.SectionAsync("改造项目");
        await desk.FollowAsync($"{Year}年计划建立项目（{Projects.Count} 个小区）");
        foreach (var box in await desk.Page.Locator("input[name=Estates]").AllAsync()) await box.CheckAsync();
        await desk.PressAsync("每个小区建一个项目");
        await desk.SectionAsync("改造项目");
        var paths = await desk.Page.Locator("table.board th.name a").EvaluateAllAsync<string[][]>("all => all.map(it => [it.textContent.trim(), it.getAttribute('href')])");
        foreach (var project in Projects) project.Path = paths.Single(path => path[0] == project.Row.Estate)[1];
    }

    /// <summary>Every project stands at its last stage; two pictures are left of it.</summary>
    public async Task SeeBoardAsync(string leader, string last)
    {
        var head = await DeskAsync(leader);
        await head.GoAsync($"/{County}");
        await head.SectionAsync("改造项目");
        await head.SeeAsync($"全部完成 {Projects.Count} 个");
        var done = await head.Page.Locator("table.board tbody tr").EvaluateAllAsync<string[][]>("all => all.map(row => [row.cells[0].querySelector('a').textContent.trim(), row.cells[row.cells.length - 1].className, row.cells[row.cells.length - 1].textContent.trim()])");
        Assert.Equal(Projects.Select(project => project.Row.Estate).Order(), done.Select(cells => cells[0]).Order());
        Assert.Equal(last, (await head.LabelsAsync("table.board thead th", "text"))[^1]);
        Assert.All(done, cells => Assert.Equal(("stage done", "完成"), (cells[1].Trim(), cells[2][^2..])));
        await PictureAsync(head, "board");
    }

    /// <summary>The same page on a desk and on a telephone.</summary>
    public async Task PictureAsync(Clerk desk, string name)
    {
        foreach (var width in new[] { 360, 1280 })
        {
            await desk.Page.SetViewportSizeAsync(width, 900);
            await desk.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, $"walk-{County}-{name}-{width}.png"), FullPage = true });
        }
    }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        foreach (var person in persons) await person.DisposeAsync();
    }

    private Task NoteAsync(string line) => File.AppendAllTextAsync(Path.Combine(Repository.Screenshots, $"walk-{County}.txt"), line + "\n");

    private static ProjectWalk? Next(Queue<ProjectWalk> waiting)
    {
        lock (waiting) return waiting.TryDequeue(out var next) ? next : null;
    }
}
