using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Imports;

/// <summary>From file to registry and back.</summary>
public sealed class ImportTests(PortalFixture fixture)
{
    private const string Estates = """
        2027年老旧小区改造计划
        序号,小区名称,街道,建成年份,楼栋数（栋）,户数（户）,建筑面积（㎡）
        1,电力局北家属院,城关街道,1995,4,160,25200.72
        2,电力局南家属院,城关街道,1994,4,149,12820.54
        3,广播站家属院,东城街道,1998、1999,3,68,7742
        ,合计,,,11,377,45763.26
        """;

    private const string Dwellings = """
        小区名称,楼栋,单元,室号,建筑面积,业主,身份证号,联系电话
        红旗小区,1号楼,1,101,80.5,王一,370724196001010011,13800000001
        红旗小区,1号楼,1,102,81.5,李二,,13800000002
        红旗小区,2#,1,101,90,王一,370724196001010011,
        红旗小区,2#,1,201,90,红星机械有限公司,,
        """;

    private Task<long> CountAsync(County county, string from) => fixture.Portal.Sql.AskAppAsync<long>(county.Scope, $"select count(*) from portal.{from}");

    [Fact]
    public async Task Walk_Estates_FromFileToRegistryAndBack()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Estates", Estates);
        Assert.Equal("待核对", page.State());
        Assert.Equal(["新增", "新增", "新增"], page.Lines().Select(line => line[2]));
        Assert.Contains("一致", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("相差", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(county, "estates"));

        page = await page.CommitAsync(clerk);
        Assert.Equal("已导入", page.State());
        Assert.Equal(3, await CountAsync(county, "estates"));
        Assert.Equal(25200.72m, await fixture.Portal.Sql.AskAppAsync<decimal>(county.Scope, "select floor_area from portal.estates where name = '电力局北家属院'"));
        Assert.Contains("导入台账", (await clerk.GetAsync("/changes")).Text, StringComparison.Ordinal);
        Assert.Contains("电力局北家属院", (await clerk.GetAsync("/estates")).Text, StringComparison.Ordinal);

        page = await page.PressAndWaitAsync(clerk, "撤销本次导入");
        Assert.Equal("已撤销", page.State());
        Assert.Equal(0, await CountAsync(county, "estates"));
        Assert.Contains("撤销导入", (await clerk.GetAsync("/changes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Walk_Dwellings_MakesEstateBuildingsAndOneHeadForEachOwner()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Dwellings", Dwellings);
        Assert.Equal("待核对", page.State());
        Assert.Contains("小区：红旗小区", page.Text, StringComparison.Ordinal);
        page = await page.CommitAsync(clerk);

        Assert.Equal("已导入", page.State());
        Assert.Equal((1, 2, 4, 3, 4), (await CountAsync(county, "estates"), await CountAsync(county, "buildings"), await CountAsync(county, "dwellings"), await CountAsync(county, "owners"), await CountAsync(county, "ownerships")));
        Assert.Equal("Organisation", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select kind from portal.owners where name = '红星机械有限公司'"));
        Assert.Equal(2, await CountAsync(county, "ownerships o join portal.owners p on p.id = o.owner_id where p.name = '王一'"));

        page = await page.PressAndWaitAsync(clerk, "撤销本次导入");
        Assert.Equal("已撤销", page.State());
        Assert.Equal((0, 0, 0, 0, 0), (await CountAsync(county, "estates"), await CountAsync(county, "buildings"), await CountAsync(county, "dwellings"), await CountAsync(county, "owners"), await CountAsync(county, "ownerships")));
    }

    [Fact]
    public async Task Walk_SameFileTwice_FindsEverythingTheSame()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        await (await clerk.ImportAsync("Dwellings", Dwellings)).CommitAsync(clerk);

        var page = await clerk.ImportAsync("Dwellings", Dwellings);

        Assert.Equal(["相同", "相同", "相同", "相同"], page.Lines().Select(line => line[2]));
        Assert.Contains("没有要写入台账的内容", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commit_ChangedValues_KeepsWhatTheFileLeavesBlankAndUndoPutsBack()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道", households: 40, area: 3000);
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Estates", "小区名称,户数,建筑面积\n红旗小区,48,\n");
        Assert.Equal("有变化", page.Lines().Single()[2]);
        Assert.Contains("户数： 40 → 48", page.Lines().Single()[3], StringComparison.Ordinal);
        page = await page.CommitAsync(clerk);
        Assert.Equal("48 3000.00 1", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select household_count || ' ' || floor_area || ' ' || version from portal.estates"));

        await page.PressAndWaitAsync(clerk, "撤销本次导入");
        Assert.Equal("40 3000.00 2", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select household_count || ' ' || floor_area || ' ' || version from portal.estates"));
    }

    [Fact]
    public async Task Commit_AnotherOwner_EndsTheOldOwnershipAndKeepsIt()
    {
        var county = await fixture.CountyAsync();
        await county.BuildingAsync(await county.EstateAsync("红旗小区", "城关街道"));
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Dwellings", "小区名称,楼栋,单元,室号,业主,取得日期\n红旗小区,1号楼,1,201,赵四,2020-05-06\n");
        Assert.Contains("业主： 王* → 赵四", page.Lines().Single()[3], StringComparison.Ordinal);
        page = await page.CommitAsync(clerk);

        Assert.Equal("王甲乙 2005-01-01 2020-05-06|赵四 2020-05-06 ", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope,
            "select string_agg(p.name || ' ' || o.from_on || ' ' || coalesce(o.until_on::text, ''), '|' order by o.from_on) from portal.ownerships o join portal.owners p on p.id = o.owner_id"));
        await page.PressAndWaitAsync(clerk, "撤销本次导入");
        Assert.Equal("王甲乙 ", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope,
            "select string_agg(p.name || ' ' || coalesce(o.until_on::text, ''), '|') from portal.ownerships o join portal.owners p on p.id = o.owner_id"));
    }

    [Fact]
    public async Task Undo_AfterSomeoneEdited_IsRefusedAndChangesNothing()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var page = await (await clerk.ImportAsync("Estates", Estates)).CommitAsync(clerk);
        await fixture.Portal.Sql.AppAsync(county.Scope, "update portal.estates set household_count = 161, version = version + 1 where name = '电力局北家属院'");

        page = await page.PressAndWaitAsync(clerk, "撤销本次导入");

        Assert.Equal("已导入", page.State());
        Assert.Contains("第 3 行", page.Problem, StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync(county, "estates"));
    }

    [Fact]
    public async Task Undo_EstateInAPlan_IsRefusedWithTheReason()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var page = await (await clerk.ImportAsync("Estates", Estates)).CommitAsync(clerk);
        await county.PlanAsync(2027, await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.estates where name = '广播站家属院'"));

        page = await page.PressAndWaitAsync(clerk, "撤销本次导入");

        Assert.Contains("已列入年度计划", page.Problem, StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync(county, "estates"));
    }

    [Fact]
    public async Task Commit_RegistryMovedSinceReading_IsRefusedAsAWhole()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道", households: 40);
        var clerk = await county.ClerkAsync();
        var page = await clerk.ImportAsync("Estates", "小区名称,户数\n红旗小区,48\n新兴小区,20\n");
        await fixture.Portal.Sql.AppAsync(county.Scope, "update portal.estates set household_count = 41, version = version + 1");

        page = await page.CommitAsync(clerk);

        Assert.Equal("待核对", page.State());
        Assert.Contains("已被他人修改", page.Problem, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(county, "estates"));
        page = await (await page.PressAndWaitAsync(clerk, "重新读取")).CommitAsync(clerk);
        Assert.Equal("已导入", page.State());
        Assert.Equal(2, await CountAsync(county, "estates"));
    }

    [Fact]
    public async Task Commit_NameTakenSinceReading_WritesNothing()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var page = await clerk.ImportAsync("Estates", Estates);
        await county.EstateAsync("广播站家属院");

        page = await page.CommitAsync(clerk);

        Assert.Equal("待核对", page.State());
        Assert.Contains("台账没有改动", page.Problem, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(county, "estates"));
    }

    [Fact]
    public async Task Correct_InPlace_MakesTheRowImportable()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var page = await clerk.ImportAsync("Estates", "小区名称,户数\n红旗小区,四十多\n新兴小区,20\n");
        Assert.Equal("不能导入", page.Lines().Single()[2]);
        var held = await page.CommitAsync(clerk);
        Assert.Contains("有 1 行不能导入", held.Notice, StringComparison.Ordinal);

        page = await held.Fill("B2 更正为", "45").PressAndWaitAsync(clerk, "保存更正和处理，重新核对");

        Assert.Equal(["新增", "新增"], page.Lines().Select(line => line[2]));
        Assert.Contains("已作更正 1 处", page.Text, StringComparison.Ordinal);
        Assert.Equal("更正 B2", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select remark from portal.audit_entries where kind = 'ImportCorrected'"));
        await page.CommitAsync(clerk);
        Assert.Equal(45, await fixture.Portal.Sql.AskAppAsync<int>(county.Scope, "select household_count from portal.estates where name = '红旗小区'"));
    }

    [Fact]
    public async Task Map_ColumnByHand_IsRememberedForTheNextFile()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var page = await clerk.ImportAsync("Estates", "名号,街道,建筑面积（㎡）,甲栏\n红旗小区,城关街道,3000,45\n");

        page = await page.Choose("A 列 名号", "小区名称").Choose("D 列 甲栏", "户数").PressAndWaitAsync(clerk, "按此重新读取");
        Assert.Contains("户数：45", page.Lines().Single()[3], StringComparison.Ordinal);

        page = await clerk.ImportAsync("Estates", "名号,街道,建筑面积（㎡）,甲栏\n新兴小区,城关街道,3000,46\n");
        Assert.Equal("户数", page.Value("D 列 甲栏"));
        Assert.Contains("户数：46", page.Lines().Single()[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task NearName_AskedOnce_IsTheKnownEstateWhenThePersonSaysSo()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("建行家属院", "城关街道", households: 40);
        var clerk = await county.ClerkAsync();
        var page = await clerk.ImportAsync("Estates", "小区名称,户数\n建设银行家属院,48\n");
        Assert.Equal("须确认", page.Lines().Single()[2]);
        Assert.False(page.HasButton("确认导入：新增 0 行，修改 0 行"));

        page = await page.Choose("文件中的“建设银行家属院”与台账中的小区名称相近", "就是台账中的“建行家属院”").PressAndWaitAsync(clerk, "确认小区");
        Assert.Equal("小区名称：就是“建行家属院”", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select remark from portal.audit_entries where kind = 'ImportDecided'"));

        Assert.Equal("有变化", page.Lines().Single()[2]);
        await page.CommitAsync(clerk);
        Assert.Equal(48, await fixture.Portal.Sql.AskAppAsync<int>(county.Scope, "select household_count from portal.estates"));
    }

    [Fact]
    public async Task Duplicate_RowsInTheFile_AreToldWithBothNumbers()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Estates", "小区名称,户数\n红旗小区,45\n红旗 小区,46\n");

        Assert.Contains("与第 2 行是同一小区", page.Lines().Single()[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_WrongInTheFile_AreShownWithTheDifference()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Estates", Estates.Replace("11,377,45763.26", "11,378,45763.26", StringComparison.Ordinal));

        Assert.Contains("相差：少 1 户", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Street_Clerk_ImportsIntoTheOwnStreetOnlyAndSeesNoOtherImports()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道");
        await county.EstateAsync("东风小区", "东城街道");
        var (bureau, street) = (await county.ClerkAsync(), await county.ClerkAsync(Role.Street, "城关街道"));
        var others = await bureau.ImportAsync("Estates", Estates);

        var page = await street.ImportAsync("Dwellings", "小区名称,楼栋,单元,室号,业主\n红旗小区,1号楼,1,101,王一\n东风小区,1号楼,1,101,李二\n");

        Assert.Equal("不能导入", page.Lines().Single()[2]);
        Assert.Contains("街道账号不能新增小区", page.Lines().Single()[3], StringComparison.Ordinal);
        page = await page.Tick("先不导入这 1 行不能导入的").CommitAsync(street);
        Assert.Equal("已导入", page.State());
        Assert.Equal(1, await CountAsync(county, "dwellings"));
        Assert.Equal(404, (await street.OpenAsync(others.Address)).Status);
        Assert.Equal(200, (await bureau.OpenAsync(page.Address)).Status);
        Assert.DoesNotContain(others.Id.ToString(), (await street.GetAsync("/imports")).Html, StringComparison.Ordinal);
        page = await page.PressAndWaitAsync(street, "撤销本次导入");
        Assert.Equal("已撤销", page.State());
        Assert.Equal(0, await CountAsync(county, "owners"));
    }

    [Fact]
    public async Task Import_OfAnotherCounty_IsNotFound()
    {
        var (theirs, mine) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var page = await (await theirs.ClerkAsync()).ImportAsync("Estates", Estates);
        var clerk = await mine.ClerkAsync();

        Assert.Equal(404, (await clerk.GetAsync($"/imports/{page.Id}")).Status);
        Assert.Equal(404, (await clerk.GetAsync($"/imports/{page.Id}/problems.xlsx")).Status);
        foreach (var step in new[] { "mapping", "corrections", "reading", "commitment", "reversal", "disposal" })
            Assert.Equal(404, (await clerk.ForgeAsync($"/imports/{page.Id}/{step}", ("Version", "1"))).Status);
    }

    [Theory]
    [InlineData("表.pdf", "%PDF-1.7")]
    [InlineData("表.xlsx", "%PDF-1.7")]
    [InlineData("表.xlsx", "MZ program")]
    [InlineData("表.docx", "PK")]
    [InlineData("表.csv", "")]
    public async Task Upload_NoSpreadsheet_IsRefusedBesideTheField(string name, string content)
    {
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();

        var page = await clerk.UploadAsync("Estates", System.Text.Encoding.ASCII.GetBytes(content), name);

        Assert.Equal(422, page.Status);
        Assert.NotEqual("", page.Wrong("文件"));
    }

    [Fact]
    public async Task Upload_Hostile_FailsWithASentenceAndOthersGoOn()
    {
        var (county, other) = (await fixture.CountyAsync(), await fixture.CountyAsync());
        var (clerk, neighbour) = (await county.ClerkAsync(), await other.ClerkAsync());

        var bad = clerk.ImportAsync("Estates", [0x50, 0x4B, 3, 4, .. new byte[5000]], "坏.xlsx");
        var good = await neighbour.ImportAsync("Estates", Estates);

        Assert.Equal("待核对", good.State());
        var page = await bad;
        Assert.Equal("未能读取", page.State());
        Assert.NotEqual("", page.Problem);
        Assert.Equal("待核对", (await clerk.ImportAsync("Estates", Estates)).State());
    }

    [Fact]
    public async Task Discard_DeletesTheFileAndWhatWasReadOutOfIt()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var page = await clerk.ImportAsync("Dwellings", Dwellings);

        page = await page.PressAsync("放弃并删除");

        Assert.Equal("已放弃", page.State());
        Assert.Equal((0, 0), (await CountAsync(county, "import_contents"), await CountAsync(county, "import_rows")));
    }

    [Fact]
    public async Task Staged_PersonalData_IsNowhereInClear()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        await clerk.ImportAsync("Dwellings", Dwellings);

        foreach (var table in new[] { "imports", "import_contents", "import_rows" })
        {
            var dump = await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, $"select string_agg(t::text, '|') from portal.{table} t");
            Assert.DoesNotContain("13800000001", dump, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexStringLower("13800000001"u8), dump, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes("王一")), dump, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("estates")]
    [InlineData("buildings")]
    [InlineData("dwellings")]
    public async Task Template_FilledWithTheRegistry_ComesBackUnchanged(string kind)
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        await county.BuildingAsync(estate);
        var clerk = await county.ClerkAsync();

        var file = await clerk.DownloadAsync($"/imports/templates/{kind}.xlsx{(kind == "dwellings" ? $"?estate={estate}" : "")}");
        var page = await clerk.ImportAsync(char.ToUpperInvariant(kind[0]) + kind[1..], file, "模板.xlsx");

        Assert.Equal("相同", page.Lines().Single()[2]);
    }

    [Fact]
    public async Task Template_OfAnOddStock_ComesBackUnchanged()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        var building = await county.EmptyBuildingAsync(estate);
        await county.HomesAsync(building,
            new Home("101", Owners: ["王甲", "李乙", "赵丙"]), new Home("102", Holding: "FormerEmployer", Owners: ["农机厂"]), new Home("201-202", 160, Owners: ["钱丁"]) { Storey = 2, Span = 2 },
            new Home("203室") { Storey = 2 }, new Home("5", Owners: ["孙戊", "周己"]) { Storey = 3 }, new Home("501-601", 150) { Storey = 5 }, new Home("301", Holding: "Unsold") { Storey = 3, Entrance = 2 },
            new Home("302", Area: null, Holding: "SoldUndelivered") { Storey = 3, Entrance = 2 }, new Home("底商2", 60, "Shop", Owners: ["吴庚"]) { Entrance = 0 }, new Home("商1", 60, "Shop") { Entrance = 0 },
            new Home("会所", 200, "Shop") { Entrance = 0 }, new Home("B-7", 12, "Parking") { Entrance = 0, Storey = -1 }, new Home("车位12", 12, "Parking") { Entrance = 0, Storey = -1 });
        await fixture.Portal.Sql.AppAsync(county.Scope, """
            update portal.ownerships set share = '1/2', from_on = '2010-03-02' where owner_id = (select id from portal.owners where name = '王甲');
            update portal.ownerships set share = '50%', from_on = null where owner_id = (select id from portal.owners where name = '李乙');
            update portal.dwellings set contract_area = 79.5, occupancy = 'Let', riser = '东', remark = '临街' where room = '101'
            """);
        var clerk = await county.ClerkAsync();
        var before = await DumpAsync(county);

        var page = await clerk.ImportAsync("Dwellings", await clerk.DownloadAsync($"/imports/templates/dwellings.xlsx?estate={estate}"), "模板.xlsx");

        Assert.All(page.Lines(), line => Assert.Equal("相同", line[2]));
        Assert.Equal(13, page.Lines().Count);
        Assert.Equal(before, await DumpAsync(county));
    }

    /// <summary>What the template says is what is written where nothing stood yet.</summary>
    [Fact]
    public async Task Template_IntoAnEmptyRegistry_BringsSharesDatesAndHoldings()
    {
        var county = await fixture.CountyAsync();
        var (estate, building) = await county.WithAsync(new Home("101", Holding: "FormerEmployer", Owners: ["王甲", "李乙"]));
        await fixture.Portal.Sql.AppAsync(county.Scope, "update portal.ownerships set share = '1/2', from_on = '2010-03-02' where owner_id = (select id from portal.owners where name = '王甲'); update portal.dwellings set contract_area = 79.5");
        var clerk = await county.ClerkAsync();
        var file = await clerk.DownloadAsync($"/imports/templates/dwellings.xlsx?estate={estate}");
        await fixture.Portal.Sql.AppAsync(county.Scope, "delete from portal.ownerships; delete from portal.dwellings; delete from portal.owners");

        await (await clerk.ImportAsync("Dwellings", file, "模板.xlsx")).CommitAsync(clerk);

        Assert.Equal("FormerEmployer 79.50 王甲 1/2 2010-03-02|FormerEmployer 79.50 李乙  2005-01-01", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope,
            "select string_agg(d.holding || ' ' || d.contract_area || ' ' || p.name || ' ' || coalesce(o.share, '') || ' ' || o.from_on, '|' order by o.from_on desc) from portal.dwellings d join portal.ownerships o on o.dwelling_id = d.id join portal.owners p on p.id = o.owner_id"));
    }

    private async Task<string?> DumpAsync(County county) => await fixture.Portal.Sql.AskAppAsync<string>(county.Scope,
        "select (select string_agg(d::text, '|' order by d.id) from portal.dwellings d) || (select string_agg(o::text, '|' order by o.id) from portal.ownerships o) || (select string_agg(p::text, '|' order by p.id) from portal.owners p)");

    [Fact]
    public async Task Shop_WithoutEntrance_HasNotThatOfTheRowAbove()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        await (await clerk.ImportAsync("Dwellings", "小区名称,楼栋,单元,楼层,室号,用途\n红旗小区,1号楼,2,2,201,住宅\n,,,,商铺1,商铺\n,,,,3,门面房\n,,,,202,住宅\n,,1,1,商铺4,商铺\n,,2,-1,车位9,\n,,,,车位10,\n")).CommitAsync(clerk);

        Assert.Equal("201 2 2|202 2 2|3 0 1|商1 0 1|商4 1 1|车位10 0 -1|车位9 2 -1", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select string_agg(room || ' ' || entrance || ' ' || storey, '|' order by room collate \"C\") from portal.dwellings"));
    }

    [Fact]
    public async Task OtherOwner_WithoutADate_IsAskedBeforeAnOwnershipEnds()
    {
        var county = await fixture.CountyAsync();
        await county.BuildingAsync(await county.EstateAsync("红旗小区", "城关街道"));
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Dwellings", "小区名称,楼栋,单元,室号,业主\n红旗小区,1号楼,1,201,赵四\n");
        Assert.Equal("须确认", page.Lines().Single()[2]);
        Assert.Contains("台账登记的业主是王*，文件中是赵四，没有写取得日期。", page.Text, StringComparison.Ordinal);

        var name = page.Document.QuerySelector("select[name^='Answers']")!.GetAttribute("name")!;
        page = await (await clerk.PostAsync(new Uri(page.Address).AbsolutePath + "/corrections", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = page.Token!, [name.Replace("Value", "Key", StringComparison.Ordinal)] = "row:2", [name] = "file" }))).SettledAsync(clerk);
        Assert.Equal("有变化", page.Lines().Single()[2]);
        Assert.Equal("第 2 行：以文件为准", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select remark from portal.audit_entries where kind = 'ImportDecided'"));
    }

    [Fact]
    public async Task BuiltYear_NotOfTheEstate_IsRefusedAsOnThePage()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道", built: 1995);
        await county.BuildingAsync(estate);
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Buildings", "小区名称,楼栋,建成年份\n红旗小区,1号楼,1998\n红旗小区,2号楼,1998\n红旗小区,3号楼,1995\n");

        Assert.Equal(["不能导入", "不能导入"], page.Lines().Select(line => line[2]));
        Assert.Contains("小区的建成年份为 1995，楼栋的须是其中之一；如小区的有误，请先修改小区。", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BuiltYears_OfAnEstate_TakeItsBuildingsAlongAndBack()
    {
        var county = await fixture.CountyAsync();
        await county.BuildingAsync(await county.EstateAsync("红旗小区", "城关街道", built: 1995));
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Estates", "小区名称,建成年份\n红旗小区,1998\n");
        Assert.Contains("1号楼的建成年份随之改为 1998。", page.Text, StringComparison.Ordinal);
        page = await page.CommitAsync(clerk);

        Assert.Equal(1998, await fixture.Portal.Sql.AskAppAsync<int>(county.Scope, "select built_year from portal.buildings"));
        await page.PressAndWaitAsync(clerk, "撤销本次导入");
        Assert.Equal(1995, await fixture.Portal.Sql.AskAppAsync<int>(county.Scope, "select built_year from portal.buildings"));
    }

    [Fact]
    public async Task Map_ByAStreet_HoldsForThatStreetAndByTheBureauForAll()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道");
        await county.EstateAsync("东风小区", "东城街道");
        var (bureau, street, other) = (await county.ClerkAsync(), await county.ClerkAsync(Role.Street, "城关街道"), await county.ClerkAsync(Role.Street, "东城街道"));
        const string file = "小区名称,街道,建成年份,甲栏,乙栏\n红旗小区,城关街道,1995,45,3000\n";
        await (await street.ImportAsync("Estates", file)).Choose("D 列 甲栏", "户数").PressAndWaitAsync(street, "按此重新读取");

        Assert.Equal("户数", (await street.ImportAsync("Estates", file)).Value("D 列 甲栏"));
        Assert.NotEqual("户数", (await other.ImportAsync("Estates", file)).Value("D 列 甲栏"));
        var said = await (await bureau.ImportAsync("Estates", file)).Choose("D 列 甲栏", "楼栋数").Choose("E 列 乙栏", "建筑面积").PressAndWaitAsync(bureau, "按此重新读取");

        Assert.Equal("楼栋数", (await other.ImportAsync("Estates", file)).Value("D 列 甲栏"));
        var mine = await street.ImportAsync("Estates", file);
        Assert.Equal(("户数", "建筑面积"), (mine.Value("D 列 甲栏"), mine.Value("E 列 乙栏")));
        Assert.Equal("D 列“甲栏” → 楼栋数、E 列“乙栏” → 建筑面积", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, $"select remark from portal.audit_entries where kind = 'ImportColumnsChosen' and subject_id = '{said.Id}'"));
    }

    [Fact]
    public async Task Changes_OfAnEstate_ListTheImportsThatTouchedIt()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var import = await (await clerk.ImportAsync("Dwellings", Dwellings)).CommitAsync(clerk);
        var estate = await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.estates");
        var dwelling = await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.dwellings limit 1");
        var second = await (await clerk.ImportAsync("Dwellings", "小区名称,楼栋,单元,室号,建筑面积,业主,联系电话\n红旗小区,1号楼,1,102,82,李二,\n红旗小区,2号楼,1,201,,红星机械有限公司,13800000009\n", "二.csv")).CommitAsync(clerk);

        var page = await clerk.GetAsync($"/changes?subject={estate}");
        Assert.Equal(["导入台账 房屋与业主：二.csv 修改户 2 户", "导入台账 房屋与业主：表.csv 新增小区 1 个；新增楼栋 2 栋；新增户 4 户"], page.Rows().Take(2).Select(row => string.Join(' ', row[2..5])));
        Assert.Equal(import.Address, (await page.FollowAsync("房屋与业主：表.csv")).Address);
        Assert.Equal(2, (await clerk.GetAsync($"/changes?subject={dwelling}")).Text.Split("导入台账").Length - 1);

        await second.PressAndWaitAsync(clerk, "撤销本次导入");
        Assert.Equal("撤销导入 房屋与业主：二.csv 恢复户 2 户", string.Join(' ', (await clerk.GetAsync($"/changes?subject={estate}")).Rows()[0][2..5]));
    }

    [Fact]
    public async Task Linqu_AnnexAsAnOldSpreadsheet_AddsUpToItsTotalAndToTheHeadline()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Estates", await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Corpus", "02-linqu-with-total.xls")), "2024年改造计划.xls");
        page = await clerk.OpenAsync(page.Address + "?year=2024");

        Assert.Contains("行数 16", page.Text, StringComparison.Ordinal);
        Assert.Contains("138479.32", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("相差", page.Text, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll(".criteria .criteria .mark"), mark => Assert.Contains("good", mark.ClassName!, StringComparison.Ordinal));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".criteria .criteria .mark"));
        await page.CommitAsync(clerk);
        Assert.Equal("16 41 1216 138479.32", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select count(*) || ' ' || sum(building_count) || ' ' || sum(household_count) || ' ' || sum(floor_area) from portal.estates"));
    }
}
