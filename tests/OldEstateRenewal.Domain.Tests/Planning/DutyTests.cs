using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class DutyTests
{
    [Theory]
    [InlineData("linqu-2024", 16)]
    [InlineData("jingyuan-2023", 33)]
    [InlineData("ruicheng-2021-2025", 14)]
    public void Seats_LeadingGroups_HaveAsManyPostsAsTheAnnexPrints(string document, int posts) =>
        Assert.Equal(posts, PolicyBook.Shipped.Document(document)!.Items(PolicySections.Duties).Sum(duty => duty.Seats.Count));

    [Fact]
    public void Items_EveryDocument_SaysTheDutyInItsOwnWords() => Assert.All(
        PolicyBook.Shipped.Documents.SelectMany(document => document.Items(PolicySections.Duties)), duty => Assert.Equal(duty.Citation.Quote, duty.Text));

    [Fact]
    public void Items_TaiansFourteenDepartments_AreAllThere() =>
        Assert.Equal(14, PolicyBook.Shipped.Document("taian-2020")!.Items(PolicySections.Duties).Count(duty => duty.Citation.Clause == "四.（二）" && duty.Key != "others"));
}
