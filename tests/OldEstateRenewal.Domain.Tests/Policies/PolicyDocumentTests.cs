using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Policies;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void Parse_SmallestFile_IsRead()
    {
        var document = TestDocument.Parse();
        Assert.Equal(("test", "试〔2020〕1号"), (document.Key, document.CitedAs));
    }

    [Fact]
    public void Parse_WrongValue_NamesPathValueAndExpectation()
    {
        var problem = Assert.Single(TestDocument.ProblemsOf(TestDocument.Json(from: "2020-13-01")));
        Assert.Equal("$.inForceFrom", problem.Path);
        Assert.Equal("\"2020-13-01\"", problem.Value);
        Assert.Contains("日期", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_MissingName_SaysThatItIsMissing()
    {
        var problem = Assert.Single(TestDocument.ProblemsOf(TestDocument.Json(""" "statements": { "a": { "clause": "一", "category": "原则", "text": "文" } } """)));
        Assert.Equal(("$.statements.a.name", "（缺）"), (problem.Path, problem.Value));
    }

    [Fact]
    public void Parse_SeveralMistakes_AreAllNamedAtOnce()
    {
        var problems = TestDocument.ProblemsOf(TestDocument.Json("""
            "statments": {},
            "milestones": { "m": { "name": "开工", "clause": "一", "stage": "begun", "month": 13 } },
            "choice": { "c": { "name": "排序", "clause": "二", "criteria": [{ "key": "a", "name": "甲", "weight": 1 }], "tieBreaks": ["b"] } }
            """, from: "soon"));
        Assert.Equal(["$.inForceFrom", "$.milestones.m.stage", "$.milestones.m.month", "$.choice.c.tieBreaks", "$.statments"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Parse_UnknownName_IsAMistake() =>
        Assert.Contains("拼写", Assert.Single(TestDocument.ProblemsOf(TestDocument.Json("\"coverTo\": 2024"))).Expected, StringComparison.Ordinal);

    [Fact]
    public void Parse_EndBeforeBegin_IsAMistake() =>
        Assert.Equal("$.inForceTo", Assert.Single(TestDocument.ProblemsOf(TestDocument.Json(to: "2019-12-31"))).Path);

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{ \"key\": \"a\", \"key\": \"b\" }")]
    public void Parse_NoObjectOrTwiceTheSameName_IsAMistake(string json) => Assert.Equal("$", Assert.Single(TestDocument.ProblemsOf(json)).Path);

    [Fact]
    public void Parse_NumberWithoutQuotes_IsAMistakeWhereAFractionIsExpected() =>
        Assert.Equal("$.supervision.s.threshold.limit", TestDocument.ProblemsOf(TestDocument.Json("""
            "supervision": { "s": { "name": "满意度", "clause": "一", "cycle": "perProject", "text": "满意", "threshold": { "word": "以上", "limit": 0.8 } } }
            """))[0].Path);

    [Fact]
    public void ValidityOn_TheLastDay_IsStillInForce()
    {
        var document = TestDocument.Parse(to: "2020-12-31");
        Assert.Equal(PolicyValidity.NotYetInForce, document.ValidityOn(new(2019, 12, 31)));
        Assert.Equal(PolicyValidity.InForce, document.ValidityOn(new(2020, 1, 1)));
        Assert.Equal(PolicyValidity.InForce, document.ValidityOn(new(2020, 12, 31)));
        Assert.Equal(PolicyValidity.Expired, document.ValidityOn(new(2021, 1, 1)));
    }
}
