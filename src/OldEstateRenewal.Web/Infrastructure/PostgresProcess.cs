using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>A program of PostgreSQL as a child that ends when the portal ends, however that comes about.</summary>
internal sealed class PostgresProcess
{
    private const int LinesKept = 20;
    private const int SigInt = 2, SigQuit = 3, SigKill = 9;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private readonly ProcessStartInfo _start;
    private readonly Action<string>? _log;
    private readonly Queue<string> _lastLines = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PostgresProcess(ProcessStartInfo start, Action<string>? log)
    {
        _start = start;
        _log = log;
    }

    public Task Exited => _exited.Task;

    public int ExitCode { get; private set; }

    private int Id { get; set; }

    public static PostgresProcess Start(PostgresUser user, IEnumerable<string> command, string workingFolder, Action<string>? log = null)
    {
        var words = user.Wrap(command).ToList();
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";

        var process = new PostgresProcess(start, log);
        // The kernel's parent-death signal belongs to the thread that forked: this one lives as long as the server.
        new Thread(process.RunToItsEnd) { IsBackground = true, Name = Path.GetFileName(words[0]) }.Start();
        process._started.Task.GetAwaiter().GetResult();
        return process;
    }

    public string LastLines()
    {
        lock (_lastLines)
            return _lastLines.Count == 0 ? "" : $"最后的日志：\n{string.Join('\n', _lastLines)}";
    }

    /// <summary>A fast shutdown; only a server that hangs is cut off, which costs a recovery but no data.</summary>
    public async Task StopAsync()
    {
        foreach (var signal in (int[])[SigInt, SigQuit, SigKill])
        {
            if (Exited.IsCompleted)
                return;
            _ = Kill(Id, signal);
            await Task.WhenAny(Exited, Task.Delay(StopLimit));
        }
    }

    private void RunToItsEnd()
    {
        using var process = new Process { StartInfo = _start };
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            _started.SetException(new EmbeddedPostgresException($"无法运行 {_start.FileName}：{e.Message}", e));
            return;
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Id = process.Id;
        _started.SetResult();
        process.WaitForExit();
        ExitCode = process.ExitCode;
        _exited.SetResult();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_lastLines)
        {
            if (_lastLines.Count == LinesKept)
                _lastLines.Dequeue();
            _lastLines.Enqueue(line);
        }
        _log?.Invoke(line);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int processId, int signal);
}
