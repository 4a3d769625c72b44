namespace OldEstateRenewal.Web.Data;

/// <summary>SQL functions that columns are computed with; they stand before the tables do.</summary>
public static class SearchFunctions
{
    // PostgreSQL's Chinese collation sorts by pinyin: the letter is found between the first characters of each letter. Some words are read otherwise
    // than their commonest character.
    public const string Sql = """
        create or replace function portal.initials(name text) returns text language sql immutable strict parallel safe set search_path = pg_catalog as $$
          select coalesce(string_agg(case when ch ~ '[a-z0-9]' then ch when ch >= U&'\3400' collate "C" then
            substr('abcdefghjklmnopqrstwxyz', width_bucket(ch collate "zh-x-icu", array['阿','八','嚓','哒','妸','发','旮','哈','讥','咔','垃','妈','拏','噢','妑','七','呥','仨','他','穵','夕','丫','帀'] collate "zh-x-icu"), 1) end, '' order by n), '')
          from regexp_split_to_table(replace(replace(replace(regexp_replace(lower(name), '([银支商分总建工农中人交招])行', '\1杭', 'g'), '重庆', '虫庆'), '厦门', '下门'), '长途', '常途'), '') with ordinality s(ch, n)
        $$;
        """;
}
