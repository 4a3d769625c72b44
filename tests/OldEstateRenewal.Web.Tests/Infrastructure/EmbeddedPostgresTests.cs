using System.Diagnostics;
using System.Globalization;
using Npgsql;
using OldEstateRenewal.Web.Infrastructure;

namespace OldEstateRenewal.Web.Tests.Infrastructure;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"portal-postgres-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Start_EmptyFolder_AnswersWithChecksumsAndChineseSorting()
    {
        await using var postgres = await StartAsync();

        Assert.Equal("on", await AskAsync(postgres, "show data_checksums"));
        Assert.Equal("C.UTF-8", await AskAsync(postgres, "select datctype from pg_database where datname = 'postgres'"));
        Assert.Equal("一,丁,七", await AskAsync(postgres, """select string_agg(x, ',' order by x collate "C") from unnest(array['七', '丁', '一']) x"""));
        Assert.Equal("李,王,张", await AskAsync(postgres, """select string_agg(x, ',' order by x collate "zh-x-icu") from unnest(array['张', '王', '李']) x"""));
    }

    [Fact]
    public async Task Start_EmptyFolder_ListensOnLoopbackOnlyAndAsksForAPassword()
    {
        await using var postgres = await StartAsync();
        var withoutPassword = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "wrong", Pooling = false };

        Assert.Equal("127.0.0.1", await AskAsync(postgres, "show listen_addresses"));
        Assert.Equal("", await AskAsync(postgres, "show unix_socket_directories"));
        Assert.Equal("", await AskAsync(postgres, "select string_agg(distinct auth_method, ',') filter (where auth_method not in ('scram-sha-256', 'reject')) from pg_hba_file_rules"));
        await using var stranger = new NpgsqlConnection(withoutPassword.ConnectionString);
        Assert.Equal(PostgresErrorCodes.InvalidPassword, (await Assert.ThrowsAsync<PostgresException>(stranger.OpenAsync)).SqlState);
    }

    [Fact]
    public async Task Start_AfterDispose_KeepsDataAndPassword()
    {
        await using (var first = await StartAsync(durable: true))
            await AskAsync(first, "create table estate (name text); insert into estate values ('红旗小区'); select ''");

        await using var second = await StartAsync(durable: true);

        Assert.Equal("红旗小区", await AskAsync(second, "select name from estate"));
        Assert.Equal("on", await AskAsync(second, "show data_checksums"));
        Assert.Equal("on", await AskAsync(second, "show fsync"));
    }

    [Fact]
    public async Task Start_FolderInUse_IsRefusedInPlainWords()
    {
        await using var first = await StartAsync();

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());

        Assert.Contains("正被另一个门户使用", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("1", await AskAsync(first, "select '1'"));
    }

    [Fact]
    public async Task Start_DataFolderIsAFile_IsRefusedInPlainWords()
    {
        await File.WriteAllTextAsync(_folder, "");
        try
        {
            var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());
            Assert.Contains(_folder, refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(_folder);
        }
    }

    [Fact]
    public async Task Start_BadSetting_ShowsTheServersLastWords()
    {
        var options = new EmbeddedPostgresOptions { DataFolder = _folder, Durable = false, Settings = new Dictionary<string, string> { ["work_mem"] = "plenty" } };

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(options, CancellationToken.None));

        Assert.Contains("work_mem", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PasswordLost_IsRefusedInPlainWords()
    {
        await (await StartAsync()).DisposeAsync();
        File.Delete(Path.Combine(_folder, "postgres", "password"));

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());

        Assert.Contains("密码文件", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FirstStartWasInterrupted_BeginsAnew()
    {
        await (await StartAsync()).DisposeAsync();
        Directory.Move(Path.Combine(_folder, "postgres", "cluster"), Path.Combine(_folder, "postgres", "cluster.unfinished"));

        await using var postgres = await StartAsync();

        Assert.Equal("1", await AskAsync(postgres, "select '1'"));
    }

    [Fact]
    public async Task Start_FolderClosedToTheDatabaseUser_NamesTheFolder()
    {
        // Root may write here, its database user may not pass; any other user may not write.
        Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());

        Assert.Contains(_folder, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Environment.IsPrivilegedProcess, refusal.Message.Contains("chmod o+x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_BrokenConstraint_CarriesNoValues()
    {
        var lines = new List<string>();
        var options = new EmbeddedPostgresOptions { DataFolder = _folder, Durable = false, Log = line => { lock (lines) lines.Add(line); } };
        await using (var postgres = await EmbeddedPostgres.StartAsync(options, CancellationToken.None))
            await Assert.ThrowsAsync<PostgresException>(() => AskAsync(postgres, "create table owner (phone text unique); insert into owner values ('13800000000'), ('13800000000')"));

        Assert.Contains(lines, line => line.Contains("duplicate key", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("13800000000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dispose_WithOpenConnections_LeavesNoProcess()
    {
        var postgres = await StartAsync();
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        Assert.NotEmpty(ProcessesOn(_folder));

        await postgres.DisposeAsync();

        Assert.Empty(ProcessesOn(_folder));
        Assert.True(postgres.Exited.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Exited_ServerKilled_CompletesAndTheFolderCanBeStartedAgain()
    {
        await using (var first = await StartAsync(durable: true))
        {
            await AskAsync(first, "create table estate (name text); insert into estate values ('红旗小区'); select ''");
            var processId = (await File.ReadAllLinesAsync(Path.Combine(_folder, "postgres", "cluster", "postmaster.pid")))[0];
            using (var server = Process.GetProcessById(int.Parse(processId, CultureInfo.InvariantCulture)))
                server.Kill();
            await first.Exited.WaitAsync(TimeSpan.FromSeconds(20));
        }

        await using var second = await StartAsync(durable: true);

        Assert.Equal("红旗小区", await AskAsync(second, "select name from estate"));
    }

    private Task<EmbeddedPostgres> StartAsync(bool durable = false) =>
        EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = _folder, Durable = durable }, CancellationToken.None);

    private static async Task<string?> AskAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return $"{await command.ExecuteScalarAsync()}";
    }

    private static List<string> ProcessesOn(string folder) => Directory.GetDirectories("/proc")
        .Where(process => int.TryParse(Path.GetFileName(process), out _))
        .Select(CommandLine)
        .Where(command => command.Contains("/postgres", StringComparison.Ordinal) && command.Contains(folder, StringComparison.Ordinal))
        .ToList();

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
