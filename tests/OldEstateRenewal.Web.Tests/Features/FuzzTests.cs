using System.Text;
using OldEstateRenewal.Web.Tests.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features;

/// <summary>Whatever stands in an address or a form, the portal answers with a page and never with a failure.</summary>
public sealed class FuzzTests(PortalFixture fixture)
{
    private static readonly string[] garbage =
    [
        "", " ", "-1", "0", "99999999999999999999999999", "-9223372036854775808", "1e308", "NaN", "1.5", "abc", "%00", "a%00b", "%ff%fe", "%ed%a0%80", "'", "'; drop table estates --", "%25", "%5c", "_", "<script>", "{}", "[]", "null", "true",
        "00000000-0000-0000-0000-000000000000", "not-a-guid", "小区", "%F0%9F%8F%A0", "%E2%80%AE", "../../etc/passwd", "%0d%0aX: y", "Name", "Area", "99", "2147483647", "-2147483648", "2147483648",
    ];

    private static readonly string[] names =
    [
        "q", "street", "sort", "show", "first", "second", "kind", "into", "RoomPattern", "LastStorey", "Areas", "down", "page", "subject", "before", "returnUrl", "id", "format",
        "county", "rule", "verdict", "reason", "document", "builtBy", "choice", "estate", "year", "from", "From", "Days", "From=2024-02-01&Days",
    ];

    [Fact]
    public async Task Get_GarbageInEveryQuery_NeverFails()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        var clerk = await county.ClerkAsync();
        var paths = new EndpointTests(fixture).Gets(filled).Where(path => !path.EndsWith(".pdf", StringComparison.Ordinal)).ToList();
        var asked = 0;
        foreach (var value in garbage)
        {
            foreach (var path in paths)
            {
                // Each page gets a few of the names with the value, all of them over the whole run.
                var query = string.Join('&', names.Skip(asked % 3).Where((_, i) => i % 3 == asked % 2).Select(name => $"{name}={value}"));
                await NeverFailsAsync(clerk, $"{county.Home}{path}?{query}");
                asked++;
            }

            foreach (var name in new[] { "q", "sort", "page", "street", "down" }) await NeverFailsAsync(clerk, $"{county.Home}/estates?{name}={value}");
            // The server itself refuses addresses with NUL before the portal sees them.
            if (value.Contains("%00", StringComparison.Ordinal)) continue;
            await NeverFailsAsync(clerk, $"{county.Home}/policies/{value}");
            await NeverFailsAsync(clerk, $"/{value}/estates");
            await NeverFailsAsync(clerk, $"/{value}/public");
            await NeverFailsAsync(clerk, $"/sign-in?returnUrl={value}");
        }

        await NeverFailsAsync(clerk, $"{county.Home}/estates?q={new string('长', 10_000)}");
        Assert.True(asked > 500);
    }

    [Theory]
    [InlineData("/estates", "Name,StreetId,Community,SiteArea,FormerUnit,Address,BuiltYears,BuildingCount,HouseholdCount,FloorArea,Land,Place,Remark,Version,Facts[poor-upkeep],Facts[%00]")]
    [InlineData("/estates/{estate}/surveys", "SurveyedOn,Surveyors,BuiltYears,SiteArea,BuildingCount,HouseholdCount,FloorArea,Asked,Willing,Unwilling,NotReached,WillingToPay,IllegalRemoved,OldTrees,Grade,Previous,Facts[poor-upkeep],Facilities[water],Facilities[%00],Works,Buildings[0].Id,Buildings[0].BuiltYear,Buildings[0].Danger,Buildings[x].Id")]
    [InlineData("/reports/plan/files", "Year,Project,Estate,Week,Format,Behind")]
    [InlineData("/reports/costs/files", "Project,Format")]
    [InlineData("/reports/batches", "Keys,Keys[0],Year,Project,Estate,Week,Format")]
    [InlineData("/reports/dispatch/schedules", "Week,Format,Cycle,Day,Hour")]
    [InlineData("/reports/template", "Mark,Signatories,Seal,TitleFont,BodyFont,PrintedTitleFont")]
    [InlineData("/estates/{estate}/site-checks", "CheckedOn,Bureau,StreetPeople,CommunityPeople,Designer,Outcome,Remark")]
    [InlineData("/estates/{estate}/recognitions", "Choice,Reason")]
    [InlineData("/attachments", "subjectType,subjectId,kind,caption,files")]
    [InlineData("/projects/{project}/site/items", "Keys,Place,PlannedStart,PlannedFinish,Remark,Layers[smart-security],Layers[%00]")]
    [InlineData("/projects/{project}/site/items/{project}", "PlannedStart,PlannedFinish,Note,Version")]
    [InlineData("/projects/{project}/site/items/{project}/progress", "Percent,On,StartedOn,FinishedOn,Remark,Now,photos")]
    [InlineData("/projects/{project}/site/parties", "Kind,Firm,Post,OfficePhone,ContractNumber,ContractOn,Amount,Replaces")]
    [InlineData("/projects/{project}/site/parties/{project}/attendances", "Stage,On,Text")]
    [InlineData("/projects/{project}/site/watchers", "Kind,Origin,Name,Community,AppointedOn")]
    [InlineData("/projects/{project}/site/problems", "EstateId,ItemId,Kind,Severity,Text,FoundOn,FoundBy,Owner,DueOn")]
    [InlineData("/projects/{project}/site/problems/{project}/steps", "Kind,On,Text")]
    [InlineData("/projects/{project}/site/inspections", "EstateId,Kind,On,Inspector,Result,Held,Problem,Severity,Owner,DueOn")]
    [InlineData("/projects/{project}/site/tests", "EstateId,Material,Batch,TestNumber,Laboratory,On,IsPassed,Owner,DueOn")]
    [InlineData("/projects/{project}/site/passes", "Kind,Plate,Route,FromOn,UntilOn")]
    [InlineData("/projects/{project}/site/notices", "Kind,PlaceId,Part,Reason,FromOn,FromTime,UntilOn,UntilTime,Instead,Phone,Issuer")]
    [InlineData("/estates/{estate}/payments", "ActId,DwellingId,Method,Amount,On,BillPartId,MayExceed,ActId=00000000-0000-0000-0000-000000000001&Method=CommonIncome&Amount=5&On,ActId=00000000-0000-0000-0000-000000000001&Method=CommonIncome&On=2026-11-21&Amount,DwellingId={dwelling}&ActId=00000000-0000-0000-0000-000000000001&Method=ProvidentFund&On=2026-11-21&Amount=1&BillPartId")]
    [InlineData("/estates/{estate}/refunds", "ActId,DwellingId,Method,Amount,On,Remark,ActId=00000000-0000-0000-0000-000000000001&Method=Donation&Remark=x&Amount=5&On")]
    [InlineData("/payments/{estate}/reversal", "ActId,Reason,ActId=00000000-0000-0000-0000-000000000001&Reason")]
    [InlineData("/arrears/reminders", "Bills,Channel,On,Text,Estate,Bucket,Channel=Door&Bills=00000000-0000-0000-0000-000000000001&On")]
    [InlineData("/day-closings", "On,Counted,Shown,Remark,Counted=0&On,On=2026-11-20&Remark=x&Counted")]
    [InlineData("/bank-files", "File,Columns[On],Columns[x],Columns[%00]")]
    [InlineData("/bank-files/{estate}/bookings", "seen")]
    [InlineData("/bank-files/{estate}/lines/{estate}/bookings", "ActId,DwellingId,EstateId,Room,Amount,Remark,ActId=00000000-0000-0000-0000-000000000001&Amount=1&DwellingId,ActId=00000000-0000-0000-0000-000000000001&Amount=1&EstateId={estate}&Room")]
    [InlineData("/bank-files/{estate}/lines/{estate}/setting-aside", "Reason")]
    [InlineData("/bank-files/{estate}/lines/{estate}/reopening", "Reason")]
    [InlineData("/plans", "Year,Version")]
    [InlineData("/policies", "json,file")]
    [InlineData("/projects/{project}/notices", "Kind,RuleKey,Title,Text,Body,Place,Contact,Days,Chosen,Ballot,Version,Kind=Scheme&Title=x&Text=x&Body=x&Place=x&Contact=x&Days,Kind=Scheme&Title=x&Text=x&Body=x&Place=x&Contact=x&Days=5&Chosen")]
    [InlineData("/notices/{estate}", "Kind,RuleKey,Title,Days,Version,Kind=Scheme&Title=x&Text=x&Body=x&Place=x&Contact=x&Days=5&Version")]
    [InlineData("/notices/{estate}/posting", "On,Version,On=2026-11-20&Version")]
    [InlineData("/notices/{estate}/withdrawal", "Reason,Version=99&Reason")]
    [InlineData("/notices/{estate}/conclusion", "Version")]
    [InlineData("/notices/{estate}/photos", "Phase,TakenOn,files")]
    [InlineData("/notices/{estate}/objections", "Channel,Person,Text,ReceivedOn")]
    [InlineData("/notices/{estate}/objections/{estate}/replies", "ReplyKind,Summary,Answer,RepliedOn,IsPublished,Summary=x&Answer=x&RepliedOn")]
    [InlineData("/public/notices/{estate}/objections", "Name,Text")]
    [InlineData("/holidays/2027", "Source,Text,Reason,Revision,Source=x&Text=春节：2月5日放假。&Revision")]
    [InlineData("/plans/{plan}", "Version,DifferenceNote,Entries[0].Id,Entries[0].Sequence,Entries[0].Year,Entries[0].FloorArea,Entries[0].Investment,Entries[0].Scope,Entries[0].Remove,Entries[99999].Id,Entries[x].Id")]
    [InlineData("/plans/{plan}/entries", "estates,q")]
    [InlineData("/plans/{plan}/submission", "Remark,Version")]
    [InlineData("/projects/{project}/schemes", "Reason")]
    [InlineData("/schemes/{estate}", "Designer,Grade,ManagementKey,Management,Funding,LeftOut,Sources,Declared[fell-old-trees],Declared[%00],Explained[roads],Explained[%00],Add,Version,Items[0].Id,Items[0].Quantity,Items[0].Layer,Items[0].Place,Items[0].Ownership,Items[x].Id,Items[99999].Id")]
    [InlineData("/schemes/{estate}/fixing", "Version")]
    [InlineData("/projects/{project}/reviews", "Kind,OpenedOn,Others,Remark,Kind=County&OpenedOn")]
    [InlineData("/reviews/{estate}/tests", "Tests[no-new-area],Tests[%00],By,On,Version,Tests[no-new-area]=true&By=x&On")]
    [InlineData("/reviews/{estate}/opinions", "Body,Kind,Text,On,Body=x&Kind=Agree&On")]
    [InlineData("/candidates/{estate}/marks", "Criterion,Part,Whole,Source,AsOf,TakeBack,Year")]
    [InlineData("/candidates/{estate}/estimates", "Investment,EstimateSource,EstimateAsOf,Year")]
    [InlineData("/selections/proposals", "Year,Name,Budget,MostEstates,MostHouseholds,Note,Shown,Hands[0].EstateId,Hands[0].Pick,Hands[0].Reason,Hands[x].Pick")]
    [InlineData("/selections", "Year,Name,Budget,MostEstates,MostHouseholds,Note,Shown,Hands[0].EstateId,Hands[0].Pick,Hands[0].Reason,Hands[99999].Pick")]
    [InlineData("/selections/{estate}/adoption", "Version")]
    [InlineData("/frozen-plans", "Year,DocumentNumber,IssuedOn,Reason,Lines,Edition")]
    [InlineData("/plans/{plan}/execution-reports", "Measure,AsOf,Planned,Actual,Reason")]
    [InlineData("/estates/{estate}/outside-consents", "Rule,HeldOn,Whole,Asked,Participating,Agreeing,Remark,Plan,Project")]
    [InlineData("/ballots/{ballot}/recounts", "Text")]
    [InlineData("/estates/{estate}/aliases", "Name,Kind,Note")]
    [InlineData("/estates/{estate}/adjacencies", "Neighbour,Reason")]
    [InlineData("/estates/{estate}/mergers", "On,Reason,Chosen,q")]
    [InlineData("/estates/{estate}/splits", "Name,On,Reason,Chosen")]
    [InlineData("/estates/{estate}/works", "Programme,Year,BuildingId,ItemKey,HasCentralMoney,Amount,DocumentNumber,Remark,Confirmed")]
    [InlineData("/estates/{estate}/voiding", "reason")]
    [InlineData("/twins", "First,Second,Verdict,Reason")]
    [InlineData("/search", "find")]
    [InlineData("/estates/{estate}", "Name,StreetId,Address,BuiltYears,BuildingCount,HouseholdCount,FloorArea,Land,Place,Remark,Version")]
    [InlineData("/estates/{estate}/buildings", "Name,Sequence,BuiltYear,Storeys,Entrances,HouseholdCount,FloorArea,Structure,Danger,Remark,Version")]
    [InlineData("/buildings/{building}", "Name,Sequence,BuiltYear,Storeys,Entrances,HouseholdCount,FloorArea,Structure,Danger,Remark,Version")]
    [InlineData("/buildings/{building}/batches", "FirstEntrance,LastEntrance,FirstStorey,LastStorey,SkippedStoreys,RoomsPerStorey,RoomPattern,Kind,Areas,Source,Risers")]
    [InlineData("/buildings/{building}/grid", "first,second,k.0,a.0,a0.0,b.0")]
    [InlineData("/buildings/{building}/dwellings", "Room=x&Entrance,Room=x&Storey,Room,Room=x&Position,Room=x&Span,Room=x&Kind,Room=x&Holding,Room=x&RegisteredArea,Room=x&MeasuredArea,Room=x&ContractArea,Room=x&Occupancy,Room=x&Riser,Room=x&Remark,Version")]
    [InlineData("/dwellings/{dwelling}", "Room=x&Entrance,Room=x&Storey,Room,Position,Span,Kind,Holding,RegisteredArea,Occupancy,Riser,Remark,Version")]
    [InlineData("/dwellings/{dwelling}/removal", "RemovedOn,Reason,Version")]
    [InlineData("/dwellings/{dwelling}/removal/reversal", "version")]
    [InlineData("/dwellings/{dwelling}/ownership-changes", "Kind,On,Basis,Holding,Remark,Version,Owners[0].Name,Owners[0].Kind,Owners[0].Share,Owners[0].Phone,Owners[0].IdNumber,Owners[0].Same,Owners[9999].Name,Kind=Correction&Remark=x&Owners[0].Name=y&Owners[0].Same")]
    [InlineData("/owners/{owner}", "Name,Kind,Name=x&Phone,Name=x&IdNumber,ForgetPhone,ForgetIdNumber,Version")]
    [InlineData("/owners/{owner}/revelations", "Field,Reason,Reason=xx&Field")]
    [InlineData("/owners/{owner}/mergers", "Into,Reason")]
    [InlineData("/ballots/{ballot}/sheets", "ActId,Code,Choices[x],Signed,Seen,Code=00000000&Seen,Code=00000000&Choices[00000000-0000-0000-0000-000000000001]")]
    [InlineData("/ballots/{ballot}/water-notices", "Place,FromOn,FromTime,UntilOn,UntilTime,Phone,Tap,Issuer")]
    [InlineData("/ballots/{ballot}/sheets/reversals", "ActId,OfActId,ActId=00000000-0000-0000-0000-000000000001&OfActId")]
    public async Task Post_GarbageInEveryField_NeverFails(string path, string fields)
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        var clerk = await county.ClerkAsync();
        var address = county.Home + filled.In(path);
        var token = (await clerk.GetAsync("/policies")).Token!;
        foreach (var value in garbage.Append(new string('x', 10_000)))
        {
            foreach (var field in filled.In(fields).Split(','))
            {
                var body = new StringContent($"__RequestVerificationToken={Uri.EscapeDataString(token)}&{field}={value}", Encoding.UTF8, "application/x-www-form-urlencoded");
                using var response = await clerk.SendAsync(HttpMethod.Post, address, body);
                Assert.True((int)response.StatusCode < 500, $"{address} {field}={value[..Math.Min(40, value.Length)]}: {(int)response.StatusCode}\n{fixture.Portal.Failures}");
            }
        }
    }

    [Fact]
    public async Task Post_NulCharacter_IsTakenOutWithAMessageBesideTheField()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var token = (await clerk.GetAsync("/policies")).Token!;
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("红\0旗"), "Name" }, { new StringContent("a"), "Remark" } };

        var page = await clerk.PostAsync(county.Home + "/estates", form);

        Assert.Equal(422, page.Status);
        Assert.Contains("含有无法保存的字符", page.Wrong("小区名称"), StringComparison.Ordinal);
        Assert.Equal("红旗", page.Value("小区名称"));
        Assert.Equal("已登记红旗。", (await page.PressAsync("保存")).Notice);
    }

    [Fact]
    public async Task Post_NulCharacterInAPlainForm_IsRefusedInChinese()
    {
        var page = await (await (await fixture.CountyAsync()).ClerkAsync()).ForgeAsync("/estates", ("Name", "红\0旗"));

        Assert.Equal(400, page.Status);
        Assert.Contains("含有无法保存的字符", page.Text, StringComparison.Ordinal);
    }

    private async Task NeverFailsAsync(Clerk clerk, string address)
    {
        using var response = await clerk.SendAsync(HttpMethod.Get, address);
        Assert.True((int)response.StatusCode < 500, $"{address[..Math.Min(200, address.Length)]}: {(int)response.StatusCode}\n{fixture.Portal.Failures}");
    }
}
