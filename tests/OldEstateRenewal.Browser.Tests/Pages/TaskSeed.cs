namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>Messages of 聊城市 to 东阿县, read, answered and late: written past the pages, generated, and only for looking at.</summary>
internal static class TaskSeed
{
    public const string Draft = "01900000-0000-7000-8000-0000000000a1";
    public const string Sent = "01900000-0000-7000-8000-0000000000a2";

    public const string Sql = $"""
        do $seed$
        declare t uuid; c uuid;
        begin
          select id into t from portal.tenants where key = 'donge';
          select id into c from portal.tenants where key = 'liaocheng';
          perform set_config('app.tenant', c::text, true);
          if exists (select from portal.messages where tenant_id = c and id = '{Draft}') then return; end if;
          insert into portal.messages (tenant_id, id, title, text, answer_by, county_ids, state, made_by, made_by_id, made_at, version) values (c, '{Draft}', '关于报送四季度开工计划的通知', E'请各县（市、区）于期限前报送四季度开工计划。\n逐个小区写明开工日期。', current_date + 9, array[t], 'Draft', '演示', gen_random_uuid(), now(), 0);
          insert into portal.messages (tenant_id, id, title, text, answer_by, county_ids, state, made_by, made_by_id, made_at, sent_by, sent_at, version) values
            (c, '{Sent}', '关于加快未开工项目进度的督办通知', E'截至上周，你县仍有 1 个小区未开工。\n请说明原因，并明确开工时间。', current_date - 3, array[t], 'Sent', '演示', gen_random_uuid(), now() - interval '12 days', '演示', now() - interval '12 days', 1),
            (c, gen_random_uuid(), '关于做好冬季施工安全的通知', '请各地做好冬季施工安全检查。', current_date + 3, array[t], 'Sent', '演示', gen_random_uuid(), now() - interval '4 days', '演示', now() - interval '4 days', 1),
            (c, gen_random_uuid(), '转发省级工作简报', '请阅。', null, array[t], 'Sent', '演示', gen_random_uuid(), now() - interval '2 days', '演示', now() - interval '2 days', 1);
          perform set_config('app.tenant', t::text, true);
          insert into portal.message_readings (tenant_id, id, message_id, by, by_id, at) values (t, gen_random_uuid(), '{Sent}', '演示经办', gen_random_uuid(), now() - interval '10 days');
        end $seed$;
        """;
}
