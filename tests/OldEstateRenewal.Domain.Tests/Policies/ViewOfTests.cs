using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Tests.Policies;

public sealed class ViewOfTests
{
    private const string Later = """
        { "key": "linqu-2027", "title": "以后的通知", "issuer": "临朐县", "division": { "key": "linqu", "name": "临朐县", "level": "county", "above": ["weifang", "shandong", "nation"] },
          "issuedOn": "2026-12-01", "inForceFrom": "2027-01-01",
          "costs": { "water": { "name": "自来水", "clause": "一", "applies": { "facilities": ["water"] }, "shares": [ { "payer": "utility", "name": "供水企业", "fraction": "1/2" }, { "payer": "owners", "name": "业主", "remainder": true } ] } } }
        """;

    [Fact]
    public void ViewOf_ADocumentStillToCome_SpeaksInsteadOfTheOneInForce()
    {
        var later = PolicyDocument.Parse(Later);
        var book = PolicyBook.Shipped.With([later]);
        var on = new DateOnly(2026, 11, 21);

        Assert.Equal("1/2", First(book.ViewOf(later, PolicySections.Costs, on)));
        Assert.Equal("1/3", First(book.ViewOf(book.Document("linqu-2024")!, PolicySections.Costs, on)));
        Assert.Equal("1/3", First(book.View(later.Division.Chain, on)));
    }

    private static string First(PolicyView view) => $"{CostRule.For(view, new WorksCase { Facility = FacilityKind.Water })[0].Item.Shares[0].Value}";
}
