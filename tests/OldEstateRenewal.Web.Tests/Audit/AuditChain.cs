using System.Security.Cryptography;
using System.Text;
using Npgsql;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Audit;

public sealed record ChainEntry(long Sequence, long Microseconds, Guid? UserId, string By, string Kind, string SubjectType, Guid? SubjectId, string Subject, string Changes, string? Remark, byte[] Previous, byte[] Hash);

/// <summary>A second way to the hashes, in another language than the one that made them.</summary>
public sealed record AuditChain(Guid TenantId, List<ChainEntry> Entries, long HeadSequence, byte[] HeadHash)
{
    public static async Task<AuditChain> ReadAsync(TestPortal portal, County county)
    {
        var entries = new List<ChainEntry>();
        await using var connection = new NpgsqlConnection(portal.Setup.Connections.App);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(county.Scope.ToSql() + "select sequence, (extract(epoch from at) * 1000000)::bigint, user_id, by, kind, subject_type, subject_id, subject, changes, remark, previous_hash, hash from portal.audit_entries order by sequence", connection))
        await using (var row = await command.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                entries.Add(new ChainEntry(row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetGuid(6), row.GetString(7), row.GetString(8), row.IsDBNull(9) ? null : row.GetString(9), row.GetFieldValue<byte[]>(10), row.GetFieldValue<byte[]>(11)));
            }
        }

        var head = await portal.Sql.AskAdministratorAsync<long>($"select coalesce((select sequence from portal.audit_heads where tenant_id = '{county.Id}'), 0)");
        var hash = await portal.Sql.AskAdministratorAsync<byte[]>($"select hash from portal.audit_heads where tenant_id = '{county.Id}'");
        return new AuditChain(county.Id, entries, head, hash ?? []);
    }

    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        byte[] previous = [];
        var expected = 1L;
        foreach (var entry in Entries)
        {
            if (entry.Sequence != expected) problems.Add($"{expected}: missing");
            if (!entry.Previous.AsSpan().SequenceEqual(previous)) problems.Add($"{entry.Sequence}: does not follow the hash before it");
            if (!entry.Hash.AsSpan().SequenceEqual(HashOf(entry))) problems.Add($"{entry.Sequence}: hash");
            (previous, expected) = (entry.Hash, entry.Sequence + 1);
        }

        if (HeadSequence != expected - 1 || !HeadHash.AsSpan().SequenceEqual(previous)) problems.Add("the head is another");
        return problems;
    }

    private byte[] HashOf(ChainEntry entry)
    {
        string?[] parts = [Quoted(TenantId.ToString()), $"{entry.Sequence}", $"{entry.Microseconds}", Quoted(entry.UserId?.ToString()), Quoted(entry.By), Quoted(entry.Kind), Quoted(entry.SubjectType), Quoted(entry.SubjectId?.ToString()), Quoted(entry.Subject), Quoted(entry.Changes), Quoted(entry.Remark)];
        return SHA256.HashData([.. entry.Previous, .. Encoding.UTF8.GetBytes($"[{string.Join(", ", parts)}]")]);
    }

    /// <summary>A string as PostgreSQL writes it in jsonb.</summary>
    private static string Quoted(string? text)
    {
        if (text is null) return "null";
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' => $"\\u{(int)letter:x4}",
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
