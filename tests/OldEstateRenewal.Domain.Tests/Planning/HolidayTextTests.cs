using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class HolidayTextTests
{
    private const string Whole = """
        各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
        经国务院批准，现将2026年元旦、春节放假调休日期的具体安排通知如下。
        　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休,共9天。2月14日(周六)、2月28日(周六)上班。鼓励安排职工在除夕（2月9日）休息。
        国务院办公厅
        2025年11月4日
        """;

    [Fact]
    public void Read_WholeNotice_TakesTheHolidaysAndNamesWhatItLeftOut()
    {
        var reading = HolidayText.Read(2026, Whole);

        Assert.Empty(reading.Problems);
        Assert.Equal(["元旦：1月1日至1月3日放假。1月4日上班。", "春节：2月15日至2月23日放假。2月14日、2月28日上班。"], reading.Periods.Select(period => period.InWords(2026)));
        Assert.Equal(4, reading.Ignored.Count);
    }

    [Fact]
    public void Read_NewYearBeginningInTheOldYear_KeepsItsYears()
    {
        var period = Assert.Single(HolidayText.Read(2023, "元旦：2022年12月31日至2023年1月2日放假调休，共3天。").Periods);

        Assert.Equal((new DateOnly(2022, 12, 31), new DateOnly(2023, 1, 2), 3), (period.From, period.To, period.Days));
        Assert.Equal("元旦：2022年12月31日至2023年1月2日放假。", period.InWords(2023));
    }

    [Theory]
    [InlineData("春节：2月10日至17日放假调休，共9天。", "第 1 行：写着共 9 天，起止是 8 天")]
    [InlineData("春节：2月10日（星期日）放假。", "第 1 行：2024年2月10日是星期六，不是星期日")]
    [InlineData("春节：2月30日放假。", "第 1 行：没有“2月30日”这一天")]
    [InlineData("春节：10日放假。", "第 1 行：没有“10日”这一天")]
    [InlineData("2月4日上班。", "第 1 行：应写成“节日名称：某月某日至某日放假。某月某日上班。”")]
    [InlineData("：2月10日放假。", "第 1 行：节日名称应为 1 至 20 字")]
    [InlineData("春节：2月10日至12日、14日放假。", "第 1 行：放假应写一天，或从某日至某日")]
    [InlineData("春节：2月17日至10日放假。", "春节：放假 -6 天，应为 1 至 15 天")]
    [InlineData("春节：2月10日放假。2月5日上班。", "春节：2月5日不是周末，本来就上班")]
    [InlineData("春节：2月10日至12日放假。2月11日上班。", "2月11日既放假又上班")]
    [InlineData("甲节：2月10日放假。\n乙节：2月10日至12日放假。", "2月10日属于两个节日")]
    [InlineData("甲节：2月10日放假。\n甲节：2月12日放假。", "“甲节”写了两次")]
    [InlineData("甲节：2月12日放假。2月4日上班。\n乙节：2月13日放假。2月4日上班。", "2月4日上班写了两次")]
    [InlineData("春节：2025年2月10日放假。", "春节：有的日期不在 2024 年")]
    [InlineData("没有节日", "没有读到节假日。每个节日写一行，如：国庆节：10月1日至7日放假。9月29日、10月12日上班。")]
    public void Read_Slips_AreNamedWithTheirLine(string text, string problem) => Assert.Equal(problem, Assert.Single(HolidayText.Read(2024, text).Problems));

    [Fact]
    public void New_ContradictoryTable_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new HolidayTable(2024, "x", [new HolidayPeriod("甲", new(2024, 2, 10), new(2024, 2, 12), [new(2024, 2, 11)])]));
}
