namespace OldEstateRenewal.Browser.Tests.Support;

/// <summary>A test with visits of its own; none may have met an error unseen.</summary>
public abstract class BrowserTest(Stage stage) : IAsyncDisposable
{
    private readonly List<Visit> visits = [];

    protected Stage Stage { get; } = stage;

    protected async Task<Visit> VisitAsync(bool javaScript = true, int width = 1280, string? cookies = null)
    {
        var visit = await Visit.OpenAsync(Stage, javaScript, width, cookies);
        visits.Add(visit);
        return visit;
    }

    protected async Task<Visit> SignedInAsync(string userName, bool javaScript = true, int width = 1280)
    {
        var visit = await VisitAsync(javaScript, width, await Stage.SignedInAsync(userName));
        await visit.GoAsync("/");
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var visit in visits) await visit.DisposeAsync();
        Assert.Empty(visits.SelectMany(visit => visit.Complaints));
    }
}
