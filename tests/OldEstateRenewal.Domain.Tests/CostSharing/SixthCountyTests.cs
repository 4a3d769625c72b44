using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Tests.Consent;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Tests.CostSharing;

/// <summary>A county that nobody has seen, given as a file and nothing else: other thresholds, shares, caps, rates and words.</summary>
public sealed class SixthCountyTests
{
    private const string Json = """
    {
      "key": "sixth-2026", "title": "第六县老旧小区改造办法", "issuer": "第六县人民政府",
      "division": { "key": "sixth", "name": "第六县", "level": "county", "above": ["nation"] },
      "issuedOn": "2026-01-01", "inForceFrom": "2026-02-01",
      "consent": {
        "plan-entry": { "name": "入计划", "clause": "一", "basis": "opinion", "population": "dwellings", "scope": "building",
          "approval": { "of": "all", "heads": { "share": "75%", "words": "超过" } } },
        "scheme": { "name": "方案", "clause": "二", "basis": "opinion", "population": "owners", "scope": "estate", "units": ["dwelling", "shop", "parking"],
          "coverage": { "share": "0.9", "words": "不少于" }, "participation": { "area": { "share": "3/5", "words": "满", "inclusive": true } },
          "approval": { "of": "participants", "heads": { "share": "3/5", "words": "多于" } } },
        "lift": null,
        "shaft": { "name": "管井", "clause": "二", "basis": "statutory", "population": "owners", "refersTo": ["alteration", "lift", "typo"] }
      },
      "channels": { "opinion-phone": { "name": "电话", "clause": "二", "channel": "phone", "basis": "opinion", "held": "forbidden" },
        "opinion-paper": { "name": "书面", "clause": "二", "channel": "paper", "basis": "opinion", "held": "here", "notice": { "days": 3, "count": "working" }, "voting": { "atLeast": 5, "atMost": 60 } } },
      "works": {
        "roof": { "name": "屋面", "clause": "三", "class": "basic", "facility": "commonParts", "mandatory": true },
        "sauna": { "name": "桑拿房", "clause": "三", "class": "upgrade", "forbidden": true }
      },
      "costs": {
        "basic": { "name": "基础类", "clause": "四", "applies": { "classes": ["basic"] }, "shares": [
          { "payer": "owners", "name": "业主", "fraction": "5%", "capPerHousehold": "200.00" },
          { "payer": "county", "name": "县财政", "remainder": true } ], "split": { "by": "area" } },
        "complete": { "name": "完善类", "clause": "四", "applies": { "classes": ["complete"] }, "shares": [
          { "payer": "owners", "name": "业主", "perSquareMetre": "12.35" },
          { "payer": "bank", "name": "银行", "ratio": "1.5" }, { "payer": "county", "name": "县财政", "ratio": "2.5" } ] },
        "lift": { "name": "电梯", "clause": "五", "applies": { "items": ["lift"] }, "excess": "proportional", "shares": [
          { "payer": "owners", "name": "业主", "storeys": [ { "from": 1, "to": 1, "amount": "0" }, { "from": 2, "to": 3, "amount": "10000" }, { "from": 4, "to": 6, "amount": "25000.50" } ] },
          { "payer": "county", "name": "县财政", "tiers": [ { "upTo": "100000", "fraction": "1/2" }, { "fraction": "1/10" } ], "cap": "60000", "floor": "1000" },
          { "payer": "company", "name": "运营企业", "remainder": true } ] },
        "storeys": { "name": "排水", "clause": "五", "applies": { "facilities": ["drainage"] }, "shares": [ { "payer": "owners", "name": "业主", "fraction": "1" } ],
          "split": { "by": "storeyAndArea", "coefficients": [ { "from": 1, "to": 1, "coefficient": "0.5" }, { "from": 2, "to": 9, "coefficient": "1" } ] } }
      },
      "funding": { "pension-fund": { "name": "某基金", "clause": "六", "kind": "source", "group": "财政资金", "never": { "text": "不得用于提升类", "classes": ["upgrade"] } } },
      "tariffs": { "heat": { "name": "热价", "clause": "七", "unit": "GJ", "per": "每户每季", "tiers": [ { "upTo": "10.5", "price": "1.11" }, { "price": "2.00" } ], "rounding": "up" } }
    }
    """;

    private static readonly PolicyView View = PolicyBook.Shipped.With([PolicyDocument.Parse(Json)]).View(["sixth", "nation"], new DateOnly(2026, 3, 1));

    private static CostAnswer Apply(string key, CostInput input) => CostAnswer.Apply(View.Find(PolicySections.Costs, key)!, input);

    private static string[] Amounts(CostAnswer answer) => answer.Shares.Select(share => share.Amount.ToString()).ToArray();

    [Fact]
    public void PlanEntry_MoreThanThreeQuarters_ExcludesTheNumberItself()
    {
        Assert.Equal("还差 1 户", Ballots.Count(View, "plan-entry", Ballots.Roll(16), Ballots.Votes(1, 12, VoteChoice.Agree)).Shortfall);
        Assert.Equal("全体中户数超过3/4（不含本数）同意", Ballots.Question(View, "plan-entry").Rule.Item.InWords);
        Assert.True(Ballots.Count(View, "plan-entry", Ballots.Roll(16), Ballots.Votes(1, 13, VoteChoice.Agree)).IsCarried);
    }

    [Fact]
    public void Scheme_OwnBars_CoverageParticipationByAreaAndApprovalByHeads()
    {
        var roll = Ballots.Roll([Ballots.Unit(1, 60m), Ballots.Unit(2, 40m, kind: UnitKind.Parking)]);

        var tally = Ballots.Count(View, "scheme", roll, Ballots.Votes(1, 1, VoteChoice.Agree));

        Assert.Equal("还须征询 1 户", tally.Shortfall);
        Assert.Equal([false, true, true], tally.Criteria.Select(criterion => criterion.IsMet));
        Assert.Equal("已征询业主人数 1/2 户，须不少于90%（含本数），即 2 户：未达到，还须征询 1 户", tally.Criteria[0].InWords);
    }

    [Fact]
    public void Lift_Repealed_IsNoMatterHereAndPhonesAreForbidden()
    {
        Assert.Empty(ConsentQuestion.For(View, "lift"));
        Assert.Equal("书面可用于征询意见；提前 3 日通知；表决期不少于 5 日；表决期不超过 60 日", View.Find(PolicySections.Channels, "opinion-paper")!.Item.InWords);
        Assert.Equal("不得采用电话", Assert.Single(Ballots.Question(View, "scheme").Refuse(new Vote("001", VoteChoice.Agree, VoteChannel.Phone))).Text);
    }

    [Fact]
    public void Unknown_RuleRefersToARepealedAndAMisspeltMatter_NamesBoth()
    {
        Assert.Equal(["lift", "typo"], ConsentQuestion.Unknown(View, "shaft"));
        Assert.Equal("alteration", Assert.Single(ConsentQuestion.For(View, "shaft")).Rule.Item.Key);
        Assert.Empty(ConsentQuestion.Unknown(Shipped.Linqu, "scheme"));
    }

    [Fact]
    public void Costs_ByClass_CapPerHouseholdAndRatePerSquareMetre()
    {
        Assert.Equal(["5000.00", "95000.00"], Amounts(Apply("basic", new CostInput(Money.FromYuan(100_000)) { HouseholdCount = 30 })));
        Assert.Equal(["4000.00", "96000.00"], Amounts(Apply("basic", new CostInput(Money.FromYuan(100_000)) { HouseholdCount = 20 })));
        Assert.Equal(["1235.62", "3286.64", "5477.74"], Amounts(Apply("complete", new CostInput(Money.FromYuan(10_000)) { Area = Area.FromSquareMetres(100.05m) })));
        Assert.Equal("basic", CostRule.For(View, new WorksCase { Class = WorksClass.Basic })[0].Item.Key);
    }

    [Fact]
    public void Lift_StoreyAmountsTiersAndProportionalExcess()
    {
        Household[] households = [new("1", Area.FromSquareMetres(80), 1), new("2", Area.FromSquareMetres(80), 2), new("5", Area.FromSquareMetres(80), 5)];

        var enough = Apply("lift", new CostInput(Money.FromYuan(300_000)) { Households = households });
        var tooLittle = Apply("lift", new CostInput(Money.FromYuan(40_000)) { Households = households });

        Assert.Equal(["35000.50", "60000.00", "204999.50"], Amounts(enough));
        Assert.Equal(["0.00", "10000.00", "25000.50"], enough.PerHousehold("owners", null).Shares.Select(share => share.Amount.ToString()));
        Assert.Equal(40_000_00, tooLittle.Shares.Sum(share => share.Amount.Fen));
        Assert.Equal("0.00", Amounts(tooLittle)[2]);
        Assert.Contains("按比例缩减", Assert.Single(tooLittle.Flags));
        Assert.Single(Apply("lift", new CostInput(Money.FromYuan(1)) { Households = [new("9", Area.Zero)] }).Missing);
    }

    [Fact]
    public void Split_ByStoreyCoefficientAndArea()
    {
        Household[] households = [new("1", Area.FromSquareMetres(100), 1), new("2", Area.FromSquareMetres(50), 2), new("3", Area.FromSquareMetres(100), 3)];

        var shares = Apply("storeys", new CostInput(Money.FromYuan(100)) { Households = households }).PerHousehold("owners", null);

        Assert.Equal(["25.00", "25.00", "50.00"], shares.Shares.Select(share => share.Amount.ToString()));
    }

    [Fact]
    public void Works_Funding_Tariffs_AreTheCountysOwn()
    {
        var refusals = new WorksCatalogue(View).Refuse(new SchemeContents(["sauna"]));
        var bill = Tariff.Bill(View.Find(PolicySections.Tariffs, "heat")!, Volume.FromHundredths(1_051));

        Assert.Equal(["roof", "sauna"], refusals.Select(refusal => refusal.ItemKey));
        Assert.Equal("不得用于提升类", Assert.Single(FundingCheck.Refuse(View, "pension-fund", new WorksCase { Class = WorksClass.Upgrade })).Text);
        Assert.Equal("11.68", bill.Total.ToString());
    }

    [Fact]
    public void Parse_WrongRules_NamesEveryMistakeWithItsPath()
    {
        var wrong = Json.Replace("\"words\": \"满\", \"inclusive\": true", "\"words\": \"满\"", StringComparison.Ordinal)
            .Replace("\"fraction\": \"5%\", \"capPerHousehold\"", "\"fraction\": \"5%\", \"ratio\": \"1\", \"capPerHousehold\"", StringComparison.Ordinal)
            .Replace("\"fraction\": \"1\" } ],", "\"fraction\": \"1/2\" } ],", StringComparison.Ordinal)
            .Replace("\"dwelling\", \"shop\", \"parking\"", "\"castle\"", StringComparison.Ordinal)
            .Replace("\"price\": \"2.00\"", "\"upTo\": \"9\", \"price\": \"2.00\"", StringComparison.Ordinal);

        var paths = Assert.Throws<PolicyFormatException>(() => PolicyDocument.Parse(wrong)).Problems.Select(problem => problem.Path).ToList();

        Assert.Contains("$.consent.scheme.participation.area.inclusive", paths);
        Assert.Contains("$.consent.scheme.units", paths);
        Assert.Contains("$.costs.basic.shares[0].payer", paths);
        Assert.Contains("$.costs.storeys.shares", paths);
        Assert.Contains("$.tariffs.heat.tiers", paths);
    }
}
