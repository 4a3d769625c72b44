using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Has the next items made on another core while the last ones are worked on; never more than a few wait.</summary>
internal static class ReadAhead
{
    private const int MostWaiting = 2;

    public static async IAsyncEnumerable<T> Of<T>(IEnumerable<T> source, [EnumeratorCancellation] CancellationToken stop)
    {
        // Whoever stops listening also stops the reading, and waits until the file is let go.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var made = Channel.CreateBounded<T>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
        var making = Task.Run(() => MakeAsync(source, made.Writer, enough.Token), CancellationToken.None);
        try
        {
            await foreach (var item in made.Reader.ReadAllAsync(stop)) yield return item;
        }
        finally
        {
            await enough.CancelAsync();
            await making;
        }
    }

    private static async Task MakeAsync<T>(IEnumerable<T> source, ChannelWriter<T> made, CancellationToken stop)
    {
        try
        {
            foreach (var item in source) await made.WriteAsync(item, stop);
            made.Complete();
        }
        catch (Exception problem)
        {
            made.Complete(problem);
        }
    }
}
