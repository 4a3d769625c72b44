namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>Messages from city to county and addresses of calendars, written past the pages.</summary>
public static class MessageRows
{
    /// <summary>A row in each table; the message bears the estate's id and names the county itself, so that its address can be made.</summary>
    public static async Task MessagedAsync(this County county, Guid estate, string canary)
    {
        await county.MessageAsync(canary, [county], null, estate);
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.message_readings (tenant_id, id, message_id, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{estate}', '{canary}', gen_random_uuid(), '2026-11-02');
            insert into portal.message_answers (tenant_id, id, message_id, text, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{estate}', '{canary}', '{canary}', gen_random_uuid(), '2026-11-02');
            insert into portal.calendar_feeds (tenant_id, id, person_id, token_hash, made_at) values ('{county.Id}', gen_random_uuid(), gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), '2026-11-02')
            """);
    }

    /// <summary>A message that this tenant has sent to some counties.</summary>
    public static async Task<Guid> MessageAsync(this County city, string title, County[] to, string? answerBy, Guid? id = null)
    {
        var message = id ?? Guid.CreateVersion7();
        await city.Portal.Sql.AppAsync(city.Scope, $"""
            insert into portal.messages (tenant_id, id, title, text, answer_by, county_ids, state, made_by, made_by_id, made_at, sent_by, sent_at, version)
              values ('{city.Id}', '{message}', '{title}', '{title}的正文', {(answerBy is null ? "null" : $"'{answerBy}'")}, array[{string.Join(", ", to.Select(county => $"'{county.Id}'"))}]::uuid[], 'Sent', '试验', gen_random_uuid(), '2026-11-01', '试验', '2026-11-01', 1)
            """);
        return message;
    }
}
