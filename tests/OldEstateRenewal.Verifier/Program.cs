using Npgsql;
using OldEstateRenewal.Verifier;

// Verifier "<connection string>" <ballot id> [--tenant <id>] [--head <hex>] [--seal <hex>]
if (args.Length < 2 || !Guid.TryParse(args[1], out var ballot))
{
    Console.Error.WriteLine("用法：Verifier \"<数据库连接>\" <表决编号> [--tenant <租户编号>] [--head <打印的链末端>] [--seal <打印的封存码>]");
    return 2;
}

string? Option(string name) => Array.IndexOf(args, name) is > 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

await using var connection = new NpgsqlConnection(args[0]);
await connection.OpenAsync();
await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
var rows = await BallotRows.ReadAsync(connection, ballot, Guid.TryParse(Option("--tenant"), out var tenant) ? tenant : null, readOnly: true);
var findings = BallotVerifier.Verify(rows, Option("--head"), Option("--seal"));
Console.WriteLine($"表决 {ballot}：名册 {rows.Roll.Count} 行，录入 {rows.Votes.Count} 行，链末端 {(rows.Votes.Count > 0 ? Convert.ToHexStringLower(rows.Votes[^1].Hash) : "（无）")}");
foreach (var finding in findings) Console.WriteLine($"发现：{finding}");
Console.WriteLine(findings.Count == 0 ? "核验通过，没有发现。" : $"核验不通过，共 {findings.Count} 处。");
return findings.Count == 0 ? 0 : 1;
