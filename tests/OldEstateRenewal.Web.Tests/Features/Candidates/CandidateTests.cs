using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Candidates;

public sealed class CandidateTests(PortalFixture fixture)
{
    internal static readonly string[] Ruicheng = ["ruicheng", "yuncheng", "shanxi", "nation"];

    [Fact]
    public async Task Pool_EstatesOfEveryKind_HoldsThoseThatMayStillBeRenewed()
    {
        var county = await fixture.CountyAsync();
        var (open, planned, renewed, _) = (await county.EstateAsync("候选小区"), await county.EstateAsync("已列小区"), await county.EstateAsync("改完小区"), await county.EstateAsync("新小区", built: 2015));
        await county.StepAsync(await county.PlanAsync(2026, planned), "Issued");
        await county.FactAsync(renewed, "already-renewed", true);
        await county.AskedAsync(open, 40, 36);
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync("/candidates?year=2027");

        Assert.Equal(["候选小区"], page.Rows().Select(row => row[1].Split(' ')[0]));
        Assert.Contains("待查", page.Rows()[0][1], StringComparison.Ordinal);
        Assert.Contains("36/40 户", page.Rows()[0][^1], StringComparison.Ordinal);
        Assert.Contains("1 个已列入印发的计划", page.Caption, StringComparison.Ordinal);
        Assert.Contains("1 个不符合改造范围", page.Caption, StringComparison.Ordinal);
        Assert.Contains("1 个已完成改造", page.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pool_EstateTakenOutByALaterIssuedRevision_IsACandidateAgain()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("移出小区");
        await county.StepAsync(await county.PlanAsync(2026, estate), "Issued");
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            with plan as (insert into portal.annual_plans (tenant_id, id, year, revision, created_by, created_at, version) values ('{county.Id}', gen_random_uuid(), 2026, 2, '试验', '2026-11-02', 0) returning id)
            insert into portal.plan_steps (tenant_id, id, plan_id, kind, by, at) select '{county.Id}', gen_random_uuid(), id, 'Issued', '试验', '2026-11-02' from plan
            """);

        Assert.Single((await (await county.ClerkAsync()).GetAsync("/candidates")).Rows());
    }

    [Fact]
    public async Task Marks_Ruicheng_ComeFromRoundAndSurveyWithTheirSource()
    {
        var county = await fixture.CountyAsync(Ruicheng);
        var estate = await county.EstateAsync("甲小区");
        await county.AskedAsync(estate, 40, 30);
        await county.SurveyAsync(estate, asked: 40, willingToPay: 10, removed: 3, left: 1);
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync($"/candidates/{estate}/marks?year=2027");

        Assert.Equal(["居民意愿强 1 75", "出资积极性高 1 25", "参与积极性高 1 100", "拆除违建主动 1 75"], page.Rows().Select(row => string.Join(' ', row.Take(3))));
        Assert.Contains("同意 30 户/全体 40 户；征询在系统外完成（2026-10-01", page.Rows()[0][3], StringComparison.Ordinal);
        Assert.Contains("摸底调查（2026-11-01，甲乙）：愿意出资 10 户/征询 40 户", page.Rows()[1][3], StringComparison.Ordinal);
        Assert.Contains("得分 68.75", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_NothingKnown_AreUnmarkedAndTheScoreHasARange()
    {
        var county = await fixture.CountyAsync(Ruicheng);
        var estate = await county.EstateAsync("甲小区");
        var clerk = await county.ClerkAsync();

        Assert.All((await clerk.GetAsync($"/candidates/{estate}/marks")).Rows(), row => Assert.Equal("未评", row[2]));
        Assert.Equal("0 （最高 100）", (await clerk.GetAsync("/candidates")).Rows()[0][2]);
    }

    [Fact]
    public async Task Marks_SurveyFacts_AreTheShareOfThoseKnown()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("甲小区", built: 1996);
        foreach (var (key, value) in new[] { ("poor-upkeep", true), ("basics-lacking", true), ("pipes-aged", false) }) await county.FactAsync(estate, key, value);
        var rows = (await (await county.ClerkAsync()).GetAsync($"/candidates/{estate}/marks?year=2027")).Rows();

        Assert.Equal(["群众需求迫切", "1", "66.67"], rows[0].Take(3));
        Assert.Contains("查明 3 项，属实 2 项", rows[0][3], StringComparison.Ordinal);
        Assert.Contains("未查：", rows[0][3], StringComparison.Ordinal);
        Assert.Equal(["建成早", "比较用", "31"], rows[2].Take(3));
    }

    [Fact]
    public async Task Create_Mark_CountsUntilALaterOneOrIsTakenBack()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("甲小区");
        var clerk = await county.ClerkAsync();
        var path = $"/candidates/{estate}/marks";

        await (await clerk.GetAsync(path)).Choose("评分项", "条件相对成熟").Fill("得分", "60").Fill("满分", "100").Fill("来源", "手续清单").Fill("数据日期", "2026-11-01").PressAsync("登记评分");
        var page = await (await clerk.GetAsync(path)).Choose("评分项", "条件相对成熟").Fill("得分", "32").Fill("满分", "40").Fill("来源", "复核").Fill("数据日期", "2026-11-02").PressAsync("登记评分");

        Assert.Equal("已核定条件相对成熟。", page.Notice);
        Assert.Equal("80", page.Rows()[1][2]);
        Assert.Contains("核定 32/40（复核，数据日期 2026-11-02", page.Rows()[1][3], StringComparison.Ordinal);
        Assert.Contains("“手续清单”", page.Text, StringComparison.Ordinal);
        page = await (await clerk.GetAsync(path)).Choose("评分项", "条件相对成熟").Fill("来源", "登错").Tick("撤回该项的核定，恢复系统数据或未评").PressAsync("登记评分");
        Assert.Equal("未评", page.Rows()[1][2]);
        Assert.Equal(3, await county.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.candidate_marks"));
    }

    [Fact]
    public async Task Create_MarkAgainstARoundOfOpinion_IsRefused()
    {
        var county = await fixture.CountyAsync(Ruicheng);
        var estate = await county.EstateAsync("甲小区");
        await county.AskedAsync(estate, 40, 30);

        var page = await (await county.ClerkAsync()).ForgeAsync($"/candidates/{estate}/marks", ("Criterion", "will"), ("Part", "40"), ("Whole", "40"), ("Source", "x"), ("AsOf", "2026-11-01"));

        Assert.Equal(422, page.Status);
        Assert.Contains("居民意愿强以征询结果为准，不另行核定。", page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WrongMark_TellsWhyAndKeepsWhatWasTyped()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("甲小区");

        var page = await (await (await county.ClerkAsync()).GetAsync($"/candidates/{estate}/marks")).Choose("评分项", "条件相对成熟").Fill("得分", "101").Fill("满分", "100").Fill("来源", "手续清单").Fill("数据日期", "2027-01-01").PressAsync("登记评分");

        Assert.Equal(422, page.Status);
        Assert.Equal("得分不能大于满分。", page.Wrong("得分"));
        Assert.Equal("数据日期不能在今天之后。", page.Wrong("数据日期"));
        Assert.Equal("101", page.Value("得分"));
        Assert.Equal("条件相对成熟", page.Value("评分项"));
    }

    [Fact]
    public async Task Export_ScoreSheet_HasMarksSourcesAndTheRule()
    {
        var county = await fixture.CountyAsync(Ruicheng);
        var estate = await county.EstateAsync("甲小区");
        await county.AskedAsync(estate, 40, 30);
        await county.EstimateAsync(estate, 123.45m);
        var clerk = await county.ClerkAsync(Role.Leader);

        var sheet = Papers.SheetRows(await clerk.DownloadAsync("/candidates/list.xlsx?year=2027"));

        Assert.Contains(sheet, row => row.Contains("甲小区") && row.Contains("75") && row.Contains("未评") && row.Contains("123.45") && row.Any(cell => cell.Contains("同意 30 户/全体 40 户", StringComparison.Ordinal)));
        Assert.Contains(sheet, row => row.Any(cell => cell.Contains("文件未定权重", StringComparison.Ordinal)));
        Assert.Contains("甲小区", await Papers.PdfTextAsync(await clerk.DownloadAsync("/candidates/list.pdf?year=2027")), StringComparison.Ordinal);
    }
}

/// <summary>What the tests of candidates find already recorded.</summary>
internal static class CandidateRows
{
    public static Task FactAsync(this County county, Guid estate, string key, bool value) => county.Portal.Sql.AppAsync(county.Scope, $"insert into portal.estate_facts (tenant_id, estate_id, key, value, recorded_by, recorded_at) values ('{county.Id}', '{estate}', '{key}', {value}, '试验', now())");

    public static Task SurveyAsync(this County county, Guid estate, int asked, int willingToPay, int removed, int left) => county.Portal.Sql.AppAsync(county.Scope, $$"""
        insert into portal.surveys (tenant_id, id, estate_id, surveyed_on, surveyors, built_years, asked, willing, unwilling, not_reached, willing_to_pay, illegal_removed, illegal_left, json, recorded_by, recorded_at)
        values ('{{county.Id}}', gen_random_uuid(), '{{estate}}', '2026-11-01', '甲乙', '{}', {{asked}}, {{asked}}, 0, 0, {{willingToPay}}, {{removed}}, {{left}}, '{"Facts":{},"Facilities":{},"Works":[],"Buildings":[]}', '试验', '2026-11-01')
        """);

    public static Task EstimateAsync(this County county, Guid estate, decimal tenThousands) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.candidate_estimates (tenant_id, id, estate_id, investment, source, as_of, recorded_by, recorded_by_id, recorded_at) values ('{county.Id}', gen_random_uuid(), '{estate}', {(tenThousands * 10_000m).ToString(System.Globalization.CultureInfo.InvariantCulture)}, '估算书', '2026-11-01', '试验', gen_random_uuid(), now())
        """);

    public static Task MarkAsync(this County county, Guid estate, string criterion, int mark) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.candidate_marks (tenant_id, id, estate_id, criterion, criterion_name, part, out_of, source, as_of, recorded_by, recorded_by_id, recorded_at) values ('{county.Id}', gen_random_uuid(), '{estate}', '{criterion}', '{criterion}', {mark}, 100, '试验', '2026-11-01', '试验', gen_random_uuid(), now())
        """);
}
