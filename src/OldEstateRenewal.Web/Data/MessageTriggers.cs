using static OldEstateRenewal.Web.Data.WallSql;

namespace OldEstateRenewal.Web.Data;

/// <summary>A message that was sent stays as it was sent, what a county read and answered too; and the counties a message names may read it, their streets not.</summary>
public static class MessageTriggers
{
    public const string Sql = $"""
        create or replace trigger keep_message before update or delete on portal.messages for each row execute function portal.keep_closed('Sent');
        create or replace trigger refuse_change before update or delete on portal.message_readings for each row execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.message_answers for each row execute function portal.refuse_change();
        drop policy if exists to_counties on portal.messages;
        create policy to_counties on portal.messages for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and state = 'Sent'
          and {Asking} = any (county_ids) and nullif(current_setting('app.street', true), '') is null);

        """;
}
