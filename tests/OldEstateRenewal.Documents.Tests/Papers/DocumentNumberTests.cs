using OldEstateRenewal.Documents.Papers;

namespace OldEstateRenewal.Documents.Tests.Papers;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("泰建字〔2026〕3号")]
    [InlineData("临政办字〔2024〕17号")]
    public void FaultsOf_StandardNumber_FindsNone(string text)
    {
        Assert.Empty(DocumentNumber.FaultsOf(text));
        Assert.True(DocumentNumber.TryRead(text, out var number));
        Assert.Equal(text, number!.ToString());
    }

    [Theory]
    [InlineData("泰建字[2026]3号", DocumentNumberFault.Brackets)]
    [InlineData("泰建字（2026）3号", DocumentNumberFault.Brackets)]
    [InlineData("泰建字【2026】3号", DocumentNumberFault.Brackets)]
    [InlineData("泰建字〔2026]3号", DocumentNumberFault.Brackets)]
    [InlineData("泰建字〔2026〕03号", DocumentNumberFault.LeadingZero)]
    [InlineData("泰建字〔2026〕第3号", DocumentNumberFault.Ordinal)]
    [InlineData("泰建字〔2026〕 3号", DocumentNumberFault.Spaces)]
    [InlineData("泰建字〔2026〕3", DocumentNumberFault.Ending)]
    public void FaultsOf_HabitualNumber_NamesTheFaultAndPutsItRight(string text, DocumentNumberFault fault)
    {
        Assert.Equal([fault], DocumentNumber.FaultsOf(text));
        Assert.True(DocumentNumber.TryRead(text, out var number));
        Assert.Equal("泰建字〔2026〕3号", number!.ToString());
    }

    [Fact]
    public void FaultsOf_SeveralFaults_NamesThemAll() => Assert.Equal(
        [DocumentNumberFault.Brackets, DocumentNumberFault.LeadingZero, DocumentNumberFault.Ordinal, DocumentNumberFault.Spaces, DocumentNumberFault.Ending],
        DocumentNumber.FaultsOf("泰建字[2026] 第007"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("第3期")]
    [InlineData("〔2026〕3号")]
    [InlineData("泰建字〔26〕3号")]
    [InlineData("泰建字〔0026〕3号")]
    [InlineData("泰建字〔2026〕0号")]
    [InlineData("泰建字〔2026〕9999999号")]
    [InlineData("泰建字〔2026〕3号附")]
    public void FaultsOf_NoNumber_IsUnreadable(string? text)
    {
        Assert.Equal([DocumentNumberFault.Unreadable], DocumentNumber.FaultsOf(text));
        Assert.False(DocumentNumber.TryRead(text, out var number));
        Assert.Null(number);
    }

    [Fact]
    public void Create_ImpossibleParts_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new DocumentNumber(" ", 2026, 3));
        Assert.Throws<ArgumentException>(() => new DocumentNumber("泰建〔字", 2026, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DocumentNumber("泰建字", 26, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DocumentNumber("泰建字", 2026, 0));
    }
}
