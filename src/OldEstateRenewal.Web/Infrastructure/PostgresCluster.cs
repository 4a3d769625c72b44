using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>The folder of the private cluster: held by one portal at a time, created whole or not at all.</summary>
internal sealed class PostgresCluster : IDisposable
{
    public const string Superuser = "postgres";

    private const int FileIsLocked = 11;
    private const UnixFileMode SecretFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = SecretFile | UnixFileMode.UserExecute;
    private const UnixFileMode PassableFolder = OwnFolder | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private static readonly TimeSpan PreviousServerLimit = TimeSpan.FromSeconds(60);

    private readonly EmbeddedPostgresOptions _options;
    private FileStream? _lock;
    private string _binaries = "";

    private PostgresCluster(EmbeddedPostgresOptions options, PostgresUser user)
    {
        _options = options;
        User = user;
        Folder = Path.Combine(Path.GetFullPath(options.DataFolder), "postgres");
    }

    public PostgresUser User { get; }

    public string Folder { get; }

    public string Password { get; private set; } = "";

    private string Data => Path.Combine(Folder, "cluster");

    private string PasswordFile => Path.Combine(Folder, "password");

    public static async Task<PostgresCluster> OpenAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException("内置数据库只在 Linux 上运行。请设置 ConnectionStrings__Portal 使用现有数据库。");
        var cluster = new PostgresCluster(options, PostgresUser.Find());
        try
        {
            await cluster.PrepareAsync(ct);
            return cluster;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            cluster.Dispose();
            throw new EmbeddedPostgresException($"数据目录 {options.DataFolder} 不能读写：{e.Message}", e);
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    public IEnumerable<string> ServerCommand(int port)
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = $"{port}",
            ["unix_socket_directories"] = "",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["shared_buffers"] = "128MB",
            ["effective_cache_size"] = "1GB",
            ["random_page_cost"] = "1.1",
            ["jit"] = "off",
            // Details and statements would carry names and telephone numbers into the log.
            ["log_error_verbosity"] = "terse",
            ["log_min_error_statement"] = "panic",
        };
        if (!_options.Durable)
            foreach (var name in (string[])["fsync", "synchronous_commit", "full_page_writes"])
                settings[name] = "off";
        foreach (var (name, value) in _options.Settings)
            settings[name] = value;
        return [Path.Combine(_binaries, "postgres"), "-D", Data, .. settings.SelectMany(each => (string[])["-c", $"{each.Key}={each.Value}"])];
    }

    public void Dispose() => _lock?.Dispose();

    [UnsupportedOSPlatform("windows")]
    private async Task PrepareAsync(CancellationToken ct)
    {
        await MakeFoldersAsync();
        Lock();
        var exists = Directory.Exists(Data);
        _binaries = PostgresBinaries.Find(exists ? (await File.ReadAllTextAsync(Path.Combine(Data, "PG_VERSION"), ct)).Trim() : null);
        Password = await ReadOrMakePasswordAsync(exists, ct);
        await User.TakeOverAsync(Folder);
        if (exists)
            await WaitForPreviousServerAsync(ct);
        else
            await CreateAsync();
        File.SetUnixFileMode(Data, OwnFolder);
    }

    [UnsupportedOSPlatform("windows")]
    private async Task MakeFoldersAsync()
    {
        var parent = Path.GetDirectoryName(Folder)!;
        if (!Directory.Exists(parent))
        {
            Directory.CreateDirectory(parent);
            File.SetUnixFileMode(parent, PassableFolder);
        }
        await User.RequireReachAsync(parent);
        Directory.CreateDirectory(Folder);
        File.SetUnixFileMode(Folder, OwnFolder);
    }

    private void Lock()
    {
        try
        {
            _lock = new FileStream(Path.Combine(Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult == FileIsLocked)
        {
            throw new EmbeddedPostgresException($"数据目录 {_options.DataFolder} 正被另一个门户使用。请先停掉那一个，或为这一个另选数据目录。", e);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private async Task<string> ReadOrMakePasswordAsync(bool exists, CancellationToken ct)
    {
        if (!exists)
        {
            File.Delete(PasswordFile);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = SecretFile };
            await using var file = new FileStream(PasswordFile, options);
            await file.WriteAsync(Encoding.ASCII.GetBytes($"{RandomNumberGenerator.GetHexString(48, lowercase: true)}\n"), ct);
            file.Flush(flushToDisk: true);
        }
        if (!File.Exists(PasswordFile))
            throw new EmbeddedPostgresException($"数据库在，密码文件 {PasswordFile} 不在。请从同一次备份恢复整个数据目录。");
        File.SetUnixFileMode(PasswordFile, SecretFile);
        return (await File.ReadAllTextAsync(PasswordFile, ct)).Trim();
    }

    /// <summary>Made under another name and renamed, so that an interrupted first start leaves no half cluster.</summary>
    private async Task CreateAsync()
    {
        var unfinished = $"{Data}.unfinished";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        string[] command =
        [
            Path.Combine(_binaries, "initdb"), "-D", unfinished, "--username", Superuser, "--pwfile", PasswordFile, "--encoding=UTF8", "--locale=C.UTF-8",
            "--data-checksums", "--auth-host=scram-sha-256", "--auth-local=reject", .. _options.Durable ? (string[])[] : ["--no-sync"],
        ];
        await PostgresUser.RunAsync(PostgresProcess.Start(User, command, Folder), "内置数据库初始化失败。");
        Directory.Move(unfinished, Data);
    }

    /// <summary>After kill -9 of the portal its server still needs a moment to shut down; two servers at once would be refused anyway.</summary>
    private async Task WaitForPreviousServerAsync(CancellationToken ct)
    {
        var giveUpAt = TimeProvider.System.GetUtcNow() + PreviousServerLimit;
        while (PreviousServer() is { } processId)
        {
            if (TimeProvider.System.GetUtcNow() > giveUpAt)
                throw new EmbeddedPostgresException($"数据目录 {_options.DataFolder} 里的数据库还在运行（进程 {processId}），它不是这个门户启动的。请先停掉它。");
            await Task.Delay(50, ct);
        }
    }

    private string? PreviousServer()
    {
        var pidFile = Path.Combine(Data, "postmaster.pid");
        try
        {
            return File.Exists(pidFile) && File.ReadLines(pidFile).FirstOrDefault() is { } processId
                && File.ReadAllText($"/proc/{processId.Trim()}/cmdline").Contains(Data, StringComparison.Ordinal)
                ? processId.Trim()
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
