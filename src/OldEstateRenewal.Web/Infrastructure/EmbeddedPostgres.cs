using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace OldEstateRenewal.Web.Infrastructure;

public sealed record EmbeddedPostgresOptions
{
    public required string DataFolder { get; init; }

    /// <summary>False turns fsync off: for tests alone.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Server settings; they win over the portal's own.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Receives each line of the server's log; the lines carry neither values nor statements.</summary>
    public Action<string>? Log { get; init; }
}

/// <summary>Its message is written for the person who starts the portal.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The portal's own PostgreSQL: a private cluster under the data folder, reachable from this machine alone.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const int PortAttempts = 5;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly PostgresCluster _cluster;
    private readonly PostgresProcess _server;

    private EmbeddedPostgres(PostgresCluster cluster, PostgresProcess server, string connectionString)
    {
        _cluster = cluster;
        _server = server;
        ConnectionString = connectionString;
    }

    /// <summary>The superuser's, database "postgres".</summary>
    public string ConnectionString { get; }

    /// <summary>Completes when the server has ended, asked or not; without it the portal cannot go on.</summary>
    public Task Exited => _server.Exited;

    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        var cluster = await PostgresCluster.OpenAsync(options, ct);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var port = FreePort();
                var server = PostgresProcess.Start(cluster.User, cluster.ServerCommand(port), cluster.Folder, options.Log);
                try
                {
                    var connectionString = ConnectionStringFor(port, cluster.Password);
                    await AnswerAsync(server, connectionString, ct);
                    return new EmbeddedPostgres(cluster, server, connectionString);
                }
                catch (EmbeddedPostgresException) when (PortWasTaken(server) && attempt < PortAttempts)
                {
                    // Between choosing the port and listening on it somebody else took it.
                }
                catch
                {
                    await server.StopAsync();
                    throw;
                }
            }
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        _cluster.Dispose();
    }

    private static int FreePort()
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException e)
        {
            throw new EmbeddedPostgresException($"本机（127.0.0.1）没有可用的端口，内置数据库无法启动：{e.Message}", e);
        }
    }

    private static string ConnectionStringFor(int port, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = IPAddress.Loopback.ToString(),
        Port = port,
        Username = PostgresCluster.Superuser,
        Password = password,
        Database = "postgres",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    private static async Task AnswerAsync(PostgresProcess server, string connectionString, CancellationToken ct)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 5 }.ConnectionString;
        var giveUpAt = TimeProvider.System.GetUtcNow() + StartLimit;
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(unpooled);
                await connection.OpenAsync(ct);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
            {
                throw new EmbeddedPostgresException("内置数据库拒绝了密码：数据目录里的密码文件与数据库不是同一份。请从同一次备份恢复整个数据目录。", e);
            }
            catch (NpgsqlException e) when (TimeProvider.System.GetUtcNow() > giveUpAt)
            {
                throw new EmbeddedPostgresException($"内置数据库 {StartLimit.TotalMinutes:0} 分钟内没有就绪。{server.LastLines()}", e);
            }
            catch (NpgsqlException) when (!server.Exited.IsCompleted)
            {
                await Task.Delay(20, ct);
            }
            catch (NpgsqlException e)
            {
                throw new EmbeddedPostgresException(
                    PortWasTaken(server) ? $"内置数据库占不到本机端口。{server.LastLines()}" : $"内置数据库没有启动成功。{server.LastLines()}", e);
            }
        }
    }

    private static bool PortWasTaken(PostgresProcess server) =>
        server.Exited.IsCompleted && server.LastLines().Contains("could not create any TCP/IP sockets", StringComparison.Ordinal);
}
