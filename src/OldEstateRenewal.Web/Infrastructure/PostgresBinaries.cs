namespace OldEstateRenewal.Web.Infrastructure;

internal static class PostgresBinaries
{
    public const string AptLine = "apt-get install postgresql";
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>PG_BIN, else Debian's: the version that wrote the cluster, or the highest for a new one.</summary>
    public static string Find(string? clusterVersion)
    {
        if (Environment.GetEnvironmentVariable("PG_BIN") is { Length: > 0 } chosen)
            return Complete(chosen) ? chosen : throw new EmbeddedPostgresException($"PG_BIN 指向的 {chosen} 里没有 initdb 和 postgres。");
        if (clusterVersion is not null)
            return Debian(clusterVersion) ?? throw new EmbeddedPostgresException(
                $"这份数据由 PostgreSQL {clusterVersion} 写成，本机没有这个版本。请安装 postgresql-{clusterVersion}，或先用 pg_upgrade 升级数据。");
        return Directory.Exists(DebianFolder) && Highest() is { } version && Debian(version) is { } folder
            ? folder
            : throw new EmbeddedPostgresException($"本机没有 PostgreSQL。请先执行：{AptLine}（或用环境变量 PG_BIN 指明程序所在目录，或设置 ConnectionStrings__Portal 使用现有数据库）");
    }

    private static string? Highest() => Directory.GetDirectories(DebianFolder)
        .Select(folder => Path.GetFileName(folder))
        .Where(version => int.TryParse(version, out _) && Debian(version) is not null)
        .MaxBy(int.Parse);

    private static string? Debian(string version) =>
        Path.Combine(DebianFolder, version, "bin") is var folder && Complete(folder) ? folder : null;

    private static bool Complete(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));
}
