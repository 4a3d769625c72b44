using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Tests.Policies;

namespace OldEstateRenewal.Domain.Tests.Eligibility;

public sealed class PlanQuotaTests
{
    private static readonly PlanQuota AtMostTenth = Quota("不超过", "households");

    [Theory]
    [InlineData("不超过", 10, Outcome.Passed)]
    [InlineData("不超过", 11, Outcome.Failed)]
    [InlineData("不足", 10, Outcome.Failed)]
    [InlineData("不足", 9, Outcome.Passed)]
    public void Check_TenthOfHouseholds_IsComparedAsTheWordSays(string word, int late, Outcome expected) =>
        Assert.Equal(expected, Quota(word, "households").Check([One("1995", 100 - late), One("2003", late)]).Outcome);

    [Fact]
    public void Check_AgeUnknownAndDeciding_IsUnknown() => Assert.Equal(Outcome.Unknown, AtMostTenth.Check([One("1995", 80), One("", 20)]).Outcome);

    [Fact]
    public void Check_AgeUnknownButNotDeciding_IsDecided()
    {
        Assert.Equal(Outcome.Passed, AtMostTenth.Check([One("1995", 95), One("", 5)]).Outcome);
        Assert.Equal(Outcome.Failed, AtMostTenth.Check([One("1995", 70), One("2003", 20), One("", 10)]).Outcome);
    }

    [Fact]
    public void Check_EmptyYear_KeepsTheQuota() => Assert.Equal(Outcome.Passed, AtMostTenth.Check([]).Outcome);

    [Theory]
    [InlineData("estates", Outcome.Failed)]
    [InlineData("area", Outcome.Passed)]
    public void Check_OtherMeasures_CountOtherThings(string measure, Outcome expected) =>
        Assert.Equal(expected, Quota("不超过", measure).Check([One("1995", 95, 9500), One("2003", 5, 500)]).Outcome);

    private static QuotaEstate One(string built, int households, int squareMetres = 100) => new("小区", Estates.Built(built), households, Area.FromSquareMetres(squareMetres));

    private static PlanQuota Quota(string word, string measure) => TestDocument.Item(PolicySections.Quotas, $$"""
        "quotas": { "late": { "name": "2000年后建成的比例", "clause": "三", "builtAfter": "2000-12-31", "measure": "{{measure}}", "share": { "word": "{{word}}", "limit": "10%" } } }
        """);
}
