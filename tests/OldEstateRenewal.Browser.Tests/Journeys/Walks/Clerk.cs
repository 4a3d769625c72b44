using System.Globalization;
using Microsoft.Playwright;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>One person at one tab: finds everything by the labels they see, and waits for the page that an act leads to.</summary>
public sealed class Clerk(Person person, IPage page, ILocator? part = null, Clerk.Pen? pen = null)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);
    private static int acts;
    private readonly Pen held = pen ?? new Pen();

    /// <summary>How often anything was typed, chosen, followed or pressed.</summary>
    public static int Acts => acts;

    public IPage Page => page;

    public string Path => new Uri(page.Url).AbsolutePath;

    /// <summary>Whether this page is before them already, opened today.</summary>
    public bool IsAt(string path) => Path == path && person.IsSignedIn;

    private ILocator Whole => page.Locator("main");

    private ILocator Part => part ?? Whole;

    public ILocator Root => Part;

    /// <summary>The same tab, looking at one part of the page alone.</summary>
    public Clerk In(ILocator narrower) => new(person, page, narrower, held);

    public Clerk In(string region) => In(page.GetByRole(AriaRole.Region, new() { Name = region, Exact = true }));

    public async Task GoAsync(string path)
    {
        await person.SignInAsync();
        await DoAsync(() => page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded }), path);
    }

    public Task SectionAsync(string section) => TurnAsync(page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByRole(AriaRole.Link, new() { Name = section, Exact = true }), section);

    public Task FollowAsync(string link) => TurnAsync(Part.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First, link);

    /// <summary>Writes a whole form at once, in the browser, by the same labels, instead of stroke by stroke.</summary>
    public bool IsBrisk { get => held.IsBrisk; set => held.IsBrisk = value; }

    public Task FillAsync(string label, string text) => WriteAsync("fill", label, text, () => Field(label).FillAsync(text));

    public Task FillAsync(string label, DateOnly day) => FillAsync(label, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Task ChooseAsync(string label, string option) => WriteAsync("choose", label, option, () => Field(label).SelectOptionAsync(new SelectOptionValue { Label = option }));

    public Task TickAsync(string label) => WriteAsync("tick", label, "", () => Field(label).CheckAsync());

    public Task AnswerAsync(string question, string answer) => WriteAsync("answer", question, answer, () => Group(question).GetByLabel(answer, new() { Exact = true }).CheckAsync());

    public Task AttachAsync(string label, string name, byte[] file) =>
        DoAsync(() => Field(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = name.EndsWith(".pdf", StringComparison.Ordinal) ? "application/pdf" : "image/jpeg", Buffer = file }), label);

    /// <summary>Opens what is folded.</summary>
    public Task UnfoldAsync(string summary) => DoAsync(() => Part.Locator("summary").Filter(new() { HasTextRegex = new($"^\\s*{System.Text.RegularExpressions.Regex.Escape(summary)}\\s*$") }).First.ClickAsync(), summary);

    /// <summary>Presses a button and sees what the next page says.</summary>
    public async Task PressAsync(string button, string? said = null)
    {
        await TurnAsync(Button(button), button);
        if (said is not null) await SeeAsync(said);
    }

    /// <summary>Presses what is greyed out, as from a page that stood open while things changed; gives the refusal that is shown.</summary>
    public async Task<string> PressAllTheSameAsync(string button)
    {
        await Assertions.Expect(Button(button)).ToBeDisabledAsync();
        await Button(button).EvaluateAsync("it => it.disabled = false");
        await PressAsync(button);
        return await RefusalAsync();
    }

    public Task<string> RefusalAsync() => TextAsync(Whole.Locator(".problem"));

    /// <summary>Why something cannot be done, as the page explains it.</summary>
    public Task<string> WhyNotAsync() => TextAsync(Part.Locator(".why"));

    public Task SeeAsync(string text) => DoAsync(() => Assertions.Expect(Part).ToContainTextAsync(text, new() { Timeout = 15_000 }), text);

    public Task SeeNoButtonAsync(string button) => Assertions.Expect(Button(button)).ToHaveCountAsync(0);

    public async Task<IReadOnlyList<string>> LabelsAsync(string css, string attribute = "aria-label")
    {
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        return await Part.Locator(css).EvaluateAllAsync<string[]>($"all => all.map(it => it.{(attribute == "text" ? "textContent.trim()" : $"getAttribute('{attribute}')")})");
    }

    public async Task<byte[]> DownloadAsync(string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => Part.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        Interlocked.Increment(ref acts);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    public Task<string> TextAsync() => TextAsync(Part);

    private static async Task<string> TextAsync(ILocator where) => string.Join(' ', await where.AllInnerTextsAsync()).Replace('\n', ' ');

    private ILocator Button(string name) => Part.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private ILocator Group(string question) => Part.GetByRole(AriaRole.Group, new() { Name = question, Exact = true }).Or(Part.GetByRole(AriaRole.Group, new() { Name = question + "（必填）", Exact = true }));

    private ILocator Field(string label) => Part.GetByLabel(label, new() { Exact = true }).Or(Part.GetByLabel(label + "（必填）", new() { Exact = true }));

    private Task TurnAsync(ILocator press, string what) => DoAsync(async () =>
    {
        var turned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Note(object? sender, IFrame frame)
        {
            if (frame == page.MainFrame) turned.TrySetResult();
        }

        page.FrameNavigated += Note;
        try
        {
            await press.ClickAsync();
            await turned.Task.WaitAsync(patience);
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        }
        finally
        {
            page.FrameNavigated -= Note;
        }
    }, what);

    private async Task WriteAsync(string kind, string label, string value, Func<Task> act)
    {
        if (!IsBrisk)
        {
            await DoAsync(act, label);
            return;
        }

        if (held.Owner != this) await held.WriteAsync();
        Interlocked.Increment(ref acts);
        held.Take(this, [kind, label, value]);
    }

    /// <summary>What fails, fails with the page that was seen.</summary>
    private async Task DoAsync(Func<Task> act, string what)
    {
        Interlocked.Increment(ref acts);
        try
        {
            await held.WriteAsync();
            await act();
        }
        catch (Exception problem) when (problem is PlaywrightException or TimeoutException)
        {
            throw new InvalidOperationException($"“{what}” failed at {page.Url}: {problem.Message}\n{await Whole.InnerTextAsync()}", problem);
        }
    }

    /// <summary>What is to be written before the next press.</summary>
    public sealed class Pen
    {
        private const string Write = """
            (root, lines) => {
              const plain = text => (text ?? '').replace(/\s+/g, ' ').trim().replace(/（必填）$/, '');
              const labelled = label => {
                for (const each of root.querySelectorAll('label')) {
                  const control = plain(each.textContent) !== label ? null : each.htmlFor ? document.getElementById(each.htmlFor) : each.querySelector('input, select, textarea');
                  if (control) return control;
                }
                return [...root.querySelectorAll('[aria-label]')].find(each => each.getAttribute('aria-label') === label);
              };
              const answer = (question, words) => {
                const group = [...root.querySelectorAll('fieldset')].find(each => plain(each.querySelector('legend')?.textContent) === question);
                return group && [...group.querySelectorAll('label')].find(each => plain(each.textContent) === words)?.querySelector('input');
              };
              for (const [kind, label, value] of lines) {
                const control = kind === 'answer' ? answer(label, value) : labelled(label);
                if (!control || control.disabled || control.readOnly) throw new Error(`no field ${label} ${value}`);
                if (kind === 'fill') control.value = value;
                else if (kind !== 'choose') control.checked = true;
                else {
                  const option = [...control.options].find(each => plain(each.text) === value);
                  if (!option) throw new Error(`${label} offers no ${value}`);
                  control.value = option.value;
                }
                control.dispatchEvent(new Event('input', { bubbles: true }));
                control.dispatchEvent(new Event('change', { bubbles: true }));
              }
            }
            """;

        private readonly List<string[]> lines = [];

        public bool IsBrisk { get; set; }

        public Clerk? Owner { get; private set; }

        public void Take(Clerk owner, string[] line)
        {
            Owner = owner;
            lines.Add(line);
        }

        public async Task WriteAsync()
        {
            if (Owner is not { } owner || lines.Count == 0) return;
            var taken = lines.ToArray();
            lines.Clear();
            await owner.Root.EvaluateAsync(Write, taken);
        }
    }
}
