namespace OldEstateRenewal.Browser.Tests.Support;

/// <summary>The watch itself: what it must not miss.</summary>
public sealed class VisitTests(Stage stage)
{
    [Theory]
    [InlineData("document.body.setAttribute('style', 'color: red')", "Content Security Policy")]
    [InlineData("setTimeout(() => { throw new Error('broken script'); })", "broken script")]
    [InlineData("fetch('/lib/no/such/script.js')", "answer 404")]
    public async Task Complaints_OfWhatGoesWrongUnseen_AreNoted(string script, string complaint)
    {
        await using var visit = await Visit.OpenAsync(stage);
        await visit.GoAsync("/sign-in");
        Assert.Empty(visit.Complaints);

        await visit.Page.EvaluateAsync(script);
        await visit.Page.WaitForTimeoutAsync(300);

        Assert.Contains(visit.Complaints, noted => noted.Contains(complaint, StringComparison.Ordinal));
    }
}
