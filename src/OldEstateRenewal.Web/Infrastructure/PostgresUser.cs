namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>Who runs PostgreSQL: the portal's own user, or, as PostgreSQL refuses root, Debian's "postgres".</summary>
internal sealed class PostgresUser
{
    private const string Name = "postgres";
    private const string SetPriv = "/usr/bin/setpriv";
    private const string SetSid = "/usr/bin/setsid";

    private PostgresUser(bool isOther) => IsOther = isOther;

    /// <summary>Whether the files of the cluster belong to another user than the portal's.</summary>
    public bool IsOther { get; }

    public static PostgresUser Find()
    {
        if (!Environment.IsPrivilegedProcess)
            return new PostgresUser(false);
        if (!File.Exists(SetPriv))
            throw new EmbeddedPostgresException("以 root 运行时，内置数据库需要 setpriv。请先执行：apt-get install util-linux");
        if (!File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{Name}:", StringComparison.Ordinal)))
            throw new EmbeddedPostgresException($"本机没有 {Name} 用户，而 PostgreSQL 不能以 root 运行。请先执行：{PostgresBinaries.AptLine}");
        return new PostgresUser(true);
    }

    /// <summary>
    /// INT is PostgreSQL's fast shutdown; a session of its own keeps the terminal's Ctrl-C from the server,
    /// which must outlive the portal's last request.
    /// </summary>
    public IEnumerable<string> Wrap(IEnumerable<string> command)
    {
        string[] inItsOwnSession = File.Exists(SetSid) ? [SetSid] : [];
        if (!File.Exists(SetPriv))
            return [.. inItsOwnSession, .. command];
        string[] asOther = IsOther ? [$"--reuid={Name}", $"--regid={Name}", "--init-groups"] : [];
        return [SetPriv, .. asOther, "--pdeathsig=INT", "--", .. inItsOwnSession, .. command];
    }

    public async Task TakeOverAsync(string path)
    {
        if (IsOther)
            await RunAsync(PostgresProcess.Start(new PostgresUser(false), ["chown", "-Rh", $"{Name}:{Name}", path], "/"), $"无法把 {path} 交给 {Name} 用户。");
    }

    public async Task RequireReachAsync(string folder)
    {
        if (!IsOther || await CanEnterAsync(folder))
            return;
        foreach (var step in FromRootTo(folder))
            if (!await CanEnterAsync(step))
                throw new EmbeddedPostgresException(
                    $"数据目录 {folder} 不能用：{Name} 用户进不了 {step}。请另选目录（例如 /var/lib/old-estate-renewal），或执行：chmod o+x {step}");
    }

    public static async Task RunAsync(PostgresProcess process, string complaint)
    {
        await process.Exited;
        if (process.ExitCode != 0)
            throw new EmbeddedPostgresException($"{complaint}{process.LastLines()}");
    }

    private async Task<bool> CanEnterAsync(string folder)
    {
        var test = PostgresProcess.Start(this, ["test", "-x", folder], "/");
        await test.Exited;
        return test.ExitCode switch
        {
            0 => true,
            1 => false,
            _ => throw new EmbeddedPostgresException($"无法换成 {Name} 用户运行程序。{test.LastLines()}"),
        };
    }

    private static IEnumerable<string> FromRootTo(string folder) =>
        Path.GetDirectoryName(folder) is { } parent ? [.. FromRootTo(parent), folder] : [folder];
}
