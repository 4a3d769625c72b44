using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Tests.Policies;

namespace OldEstateRenewal.Domain.Tests.Eligibility;

public sealed class EligibilityRuleTests
{
    [Fact]
    public void Judge_RulesThatAskForEachOther_EndUndetermined() => Assert.Equal(EligibilityVerdict.Undetermined, View("""
        "eligibility": {
          "a": { "name": "甲", "clause": "一", "criteria": { "kind": "rule", "rule": "b", "name": "符合乙" } },
          "b": { "name": "乙", "clause": "二", "criteria": { "kind": "rule", "rule": "a", "name": "符合甲" } }
        }
        """).JudgeEligibility("a", Estates.Good("1995"))!.Verdict);

    [Fact]
    public void Judge_RuleNobodyHas_IsUndeterminedAndSaysWhich()
    {
        var result = View(""" "eligibility": { "a": { "name": "甲", "clause": "一", "criteria": { "kind": "rule", "rule": "b", "name": "符合乙" } } } """).JudgeEligibility("a", Estates.Good("1995"))!;
        Assert.Equal(EligibilityVerdict.Undetermined, result.Verdict);
        Assert.Contains(result.Reasons.All, reason => reason.Working.Contains("未找到规定“b”", StringComparison.Ordinal));
    }

    [Fact]
    public void UnnamedFacts_FactNoCatalogueKnows_IsNamed() => Assert.Equal(["moat"], View("""
        "eligibility": { "a": { "name": "甲", "clause": "一", "criteria": { "kind": "fact", "fact": "moat", "name": "有护城河" } } }
        """).UnnamedFacts());

    [Fact]
    public void Read_RelaxationOfNothing_NamesTheConditionsThereAre()
    {
        var problem = Assert.Single(TestDocument.ProblemsOf(TestDocument.Json("""
            "eligibility": { "a": { "name": "甲", "clause": "一", "criteria": { "kind": "fact", "fact": "x", "name": "丙" }, "relaxations": [
              { "key": "r", "name": "放宽", "lifts": ["y"], "proof": "图", "approval": "县", "conditions": { "kind": "fact", "fact": "z", "name": "丁" } }] } }
            """)));
        Assert.Equal(("$.eligibility.a.relaxations[0].lifts", "列表，每项为下列条件之一：x"), (problem.Path, problem.Expected));
    }

    [Theory]
    [InlineData(""" { "all": [] } """, "$.eligibility.a.criteria.all")]
    [InlineData(""" { "kind": "magic", "name": "丙" } """, "$.eligibility.a.criteria.kind")]
    [InlineData(""" { "kind": "land", "name": "丙", "accept": ["moon"] } """, "$.eligibility.a.criteria.accept")]
    [InlineData(""" { "kind": "builtBy", "name": "丙", "date": "2000-12-31", "review": { "name": "其后", "until": "2000-12-31" } } """, "$.eligibility.a.criteria.review")]
    public void Read_WrongCondition_IsNamedByItsPath(string criteria, string path) =>
        Assert.Contains(TestDocument.ProblemsOf(TestDocument.Json($$""" "eligibility": { "a": { "name": "甲", "clause": "一", "criteria": {{criteria}} } } """)), problem => problem.Path == path);

    [Theory]
    [InlineData(1995, 1999, "first")]
    [InlineData(2001, 2003, "second")]
    [InlineData(1999, 2003, null)]
    [InlineData(2003, 2010, null)]
    public void Judge_SpanOfYearsAcrossTiers_HasNoTier(int first, int last, string? tier)
    {
        var estate = Estates.Good("1995");
        var result = View("""
            "eligibility": { "a": { "name": "甲", "clause": "一", "criteria": { "kind": "builtBy", "name": "2005年底前建成", "date": "2005-12-31" }, "tiers": [
              { "key": "first", "name": "2000年底前", "builtBy": "2000-12-31" }, { "key": "second", "name": "2005年底前", "builtBy": "2005-12-31" }] } }
            """).JudgeEligibility("a", estate with { Buildings = [estate.Buildings[0] with { Built = BuiltDate.Between(first, last) }] })!;
        Assert.Equal(tier, result.Tier?.Key);
    }

    private static PolicyView View(string sections) => new PolicyBook([TestDocument.Parse(sections)]).View(TestDocument.Chain, new(2024, 7, 1));
}
