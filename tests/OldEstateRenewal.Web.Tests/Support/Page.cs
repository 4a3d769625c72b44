using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>A page as a person reads it: by headings, labels, buttons and tables.</summary>
public sealed partial class Page(Clerk clerk, int status, Uri uri, string html, IHtmlDocument document)
{
    public int Status => status;

    public string Address => uri.AbsolutePath;

    public string Html => html;

    public IHtmlDocument Document => document;

    public string Heading => Squeeze(document.QuerySelector("h1")?.TextContent);

    public string Text => Squeeze(document.QuerySelector("main")?.TextContent);

    public string Notice => Squeeze(document.QuerySelector("[role=status]")?.TextContent);

    /// <summary>What the page complains about as a whole.</summary>
    public string Problem => string.Join(" ", document.QuerySelectorAll("[role=alert]").Select(alert => Squeeze(alert.TextContent)));

    public string? Token => document.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value;

    /// <summary>The last segment of the address, of a page that shows one thing.</summary>
    public Guid Id => Guid.Parse(uri.Segments[^1].Trim('/'));

    public string Value(string label) => Control(label) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.SelectedOptions.SingleOrDefault()?.Text ?? "",
        var other => throw new InvalidOperationException($"{label} is a {other.LocalName}."),
    };

    /// <summary>The message that stands beside a field.</summary>
    public string Wrong(string label) => Squeeze(Control(label).ParentElement!.QuerySelector(".wrong, .field-validation-error")?.TextContent);

    /// <summary>What stands beside a field, message and hint.</summary>
    public string Beside(string label) => Squeeze(Control(label).ParentElement!.TextContent);

    public Page Fill(string label, string value)
    {
        switch (Control(label))
        {
            case IHtmlInputElement input: input.Value = value; break;
            case IHtmlTextAreaElement area: area.Value = value; break;
            case var other: throw new InvalidOperationException($"{label} cannot be typed into: it is a {other.LocalName}.");
        }

        return this;
    }

    public Page Choose(string label, string option)
    {
        var select = (IHtmlSelectElement)Control(label);
        select.Value = (select.Options.SingleOrDefault(each => Squeeze(each.Text) == option) ?? throw new InvalidOperationException($"{label} offers no {option}.")).Value;
        return this;
    }

    /// <summary>Answers a question that has its answers as buttons beside each other.</summary>
    public Page Answer(string question, string answer)
    {
        var group = document.QuerySelectorAll("fieldset").SingleOrDefault(each => Squeeze(each.QuerySelector("legend")?.TextContent) == question) ?? throw new InvalidOperationException($"No question {question}.");
        foreach (var label in group.QuerySelectorAll("label")) label.QuerySelector<IHtmlInputElement>("input")!.IsChecked = Squeeze(label.TextContent) == answer;
        return this;
    }

    public Page Tick(string label, bool ticked = true)
    {
        var box = (IHtmlInputElement)Control(label);
        if (box.IsDisabled) throw new InvalidOperationException($"{label} cannot be ticked.");
        box.IsChecked = ticked;
        return this;
    }

    public bool CanTick(string label) => !((IHtmlInputElement)Control(label)).IsDisabled;

    public bool HasButton(string text) => Button(text) is { IsDisabled: false };

    public bool HasLink(string text) => document.QuerySelectorAll("a").Any(link => Squeeze(link.TextContent) == text);

    public Task<Page> PressAsync(string text)
    {
        var button = Button(text) ?? throw new InvalidOperationException($"No button {text} on {uri}: {Text}");
        if (button.IsDisabled) throw new InvalidOperationException($"The button {text} is disabled.");
        return clerk.SubmitAsync(button.Form!, button);
    }

    public Task<Page> FollowAsync(string link)
    {
        var anchor = document.QuerySelectorAll<IHtmlAnchorElement>("a").FirstOrDefault(each => Squeeze(each.TextContent) == link) ?? throw new InvalidOperationException($"No link {link} on {uri}: {Text}");
        return clerk.OpenAsync(anchor.PathName + anchor.Search);
    }

    /// <summary>The rows of the first table, cell by cell.</summary>
    public List<string[]> Rows(string part = "tbody") =>
        (document.QuerySelector("main table")?.QuerySelectorAll($"{part} tr") ?? Enumerable.Empty<IElement>()).Select(row => row.QuerySelectorAll("th, td").Select(cell => Squeeze(cell.TextContent)).ToArray()).ToList();

    public string Caption => Squeeze(document.QuerySelector("table caption")?.TextContent);

    private IHtmlButtonElement? Button(string text) => document.QuerySelectorAll<IHtmlButtonElement>("main button, form button").FirstOrDefault(button => Squeeze(button.TextContent) == text);

    private IElement Control(string label)
    {
        var found = document.QuerySelectorAll("label").Where(each => Squeeze(each.TextContent).Replace("（必填）", "", StringComparison.Ordinal) == label).OfType<IHtmlLabelElement>()
            .Select(each => each.HtmlFor is { } id ? document.GetElementById(id) : each.QuerySelector("input, select, textarea")).OfType<IElement>()
            .Concat(document.QuerySelectorAll("[aria-label]").Where(each => each.GetAttribute("aria-label") == label && each is (IHtmlInputElement or IHtmlSelectElement))).FirstOrDefault();
        return found ?? throw new InvalidOperationException($"No field {label} on {uri}: {Text}");
    }

    private static string Squeeze(string? text) => Blanks().Replace(text ?? "", " ").Trim();

    [GeneratedRegex(@"[\s　]+")]
    private static partial Regex Blanks();
}
