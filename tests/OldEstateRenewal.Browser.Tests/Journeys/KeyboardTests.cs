using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys;

/// <summary>The core without a mouse: one always sees where one is.</summary>
public sealed class KeyboardTests(Stage stage) : BrowserTest(stage)
{
    private const int MostSteps = 90;

    // What a screen reader would call the element that has the focus, and whether a sighted person sees that it has it.
    private const string Focused = """
        () => {
          const here = document.activeElement;
          const name = here.getAttribute('aria-label') ?? (here.labels?.length ? here.labels[0].textContent : here.textContent);
          const style = getComputedStyle(here);
          return { name: name.trim(), outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth) };
        }
        """;

    [Fact]
    public async Task Plan_ByKeyboardAlone_IsSubmitted()
    {
        var visit = await VisitAsync();
        var keyboard = visit.Page.Keyboard;
        await visit.GoAsync("/sign-in");
        await keyboard.TypeAsync("bureau@linqu");
        await TabToAsync(visit, "口令");
        await keyboard.TypeAsync(PortalProcess.Password);
        await keyboard.PressAsync("Enter");
        await visit.SeeHeadingAsync("工作台");

        await EnterAsync(visit, "小区台账", "小区台账");
        await EnterAsync(visit, "登记小区", "登记小区");
        await TabToAsync(visit, "小区名称（必填）");
        await keyboard.TypeAsync("键盘旅程小区");
        await TabToAsync(visit, "所属街道（乡镇）");
        await keyboard.PressAsync("ArrowDown");
        await EnterAsync(visit, "保存", "键盘旅程小区");

        await EnterAsync(visit, "年度计划", "年度计划");
        await EnterAsync(visit, "编制计划", "编制计划");
        await TabToAsync(visit, "计划年度（必填）");
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("2034");
        await EnterAsync(visit, "建立", "2034年临朐县城镇老旧小区改造计划");
        await EnterAsync(visit, "列入小区", "列入小区");
        await TabToAsync(visit, "列入 键盘旅程小区");
        await keyboard.PressAsync("Space");
        await EnterAsync(visit, "列入所选小区", "2034年临朐县城镇老旧小区改造计划");
        await EnterAsync(visit, "键盘旅程小区 登记系统外征询", "键盘旅程小区 登记系统外完成的征询");
        foreach (var (field, typed) in new[] { ("完成日期", "2026-10-08"), ("全体户数", "48"), ("征询户数", "48"), ("表态户数", "48"), ("同意户数", "48"), ("说明", "城关街道组织") })
        {
            await TabToAsync(visit, $"{field}（必填）");
            await keyboard.TypeAsync(typed);
        }

        await EnterAsync(visit, "登记", "2034年临朐县城镇老旧小区改造计划");
        await EnterAsync(visit, "报审", "2034年临朐县城镇老旧小区改造计划");
        await visit.SeeAsync("计划已报审。");
    }

    [Fact]
    public async Task SkipLink_OnEveryPage_LeadsToTheContent()
    {
        var visit = await SignedInAsync("bureau@linqu");
        await visit.ChooseAsync("小区台账");
        await visit.SeeHeadingAsync("小区台账");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "跳到正文" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(visit, "登记小区", most: 1);
    }

    private static async Task EnterAsync(Visit visit, string name, string heading)
    {
        await TabToAsync(visit, name);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeHeadingAsync(heading);
    }

    private static async Task TabToAsync(Visit visit, string name, int most = MostSteps)
    {
        var met = new List<string>();
        // The heading can stand there before the style sheet does.
        await visit.Page.WaitForLoadStateAsync(LoadState.Load);
        for (var i = 0; i < most; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var focus = await visit.Page.EvaluateAsync<Focus>(Focused);
            Assert.True(focus.Outline >= 2, $"One does not see that “{focus.Name}” has the focus.");
            if (focus.Name == name) return;
            met.Add(focus.Name);
        }

        Assert.Fail($"“{name}” was not reached: {string.Join(" → ", met)}");
    }

    private sealed record Focus
    {
        public string Name { get; init; } = "";
        public double Outline { get; init; }
    }
}
