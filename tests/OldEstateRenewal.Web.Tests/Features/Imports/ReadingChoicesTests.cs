using System.Text;
using OldEstateRenewal.Documents.Spreadsheets.Reading;
using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Tests.Features.Imports;

/// <summary>What the user or the tenant said goes before what the reader thinks.</summary>
public sealed class ReadingChoicesTests
{
    private const string Table = "标题,,\n小区名称,某数,户数\n甲院,1200.5,二十户左右\n";

    [Fact]
    public void Find_UnknownHeader_IsNotImported()
    {
        using var file = Open(Table);
        var column = Find(file).Columns[1];
        Assert.Equal((null, ColumnDecision.Unknown, "某数"), (column.Field, column.Decision, column.Key));
        Assert.Equal(["1200.5"], column.Samples);
    }

    [Fact]
    public void Find_RememberedHeader_IsTheFieldChosenBefore()
    {
        using var file = Open(Table);
        var sheet = TableFinder.Find(file, ImportKind.Estates, new Dictionary<string, ImportField?> { ["某数"] = ImportField.FloorArea, ["户数"] = null })[0];
        Assert.Equal((ImportField.FloorArea, ColumnDecision.Remembered), (sheet.Columns[1].Field, sheet.Columns[1].Decision));
        Assert.Null(sheet.Columns[2].Field);
    }

    [Fact]
    public void Find_ChosenHeaderAndColumns_AreTaken()
    {
        using var file = Open("小区名称,户数\n项目,数目\n甲院,20\n");
        var choices = new SheetChoices(new Dictionary<int, ImportField?> { [0] = ImportField.Name, [1] = ImportField.BuildingCount }) { HeaderRows = (2, 2) };
        var sheet = TableFinder.Find(file, ImportKind.Estates, new Dictionary<string, ImportField?>(), new Dictionary<int, SheetChoices> { [0] = choices })[0];
        var row = Assert.Single(RowReader.Read(file, sheet));
        Assert.Equal((3, "甲院", 20), (row.Number, row.Estate!.Name, row.Estate.BuildingCount));
        Assert.All(sheet.Columns, column => Assert.Equal(ColumnDecision.Chosen, column.Decision));
    }

    [Fact]
    public void Find_NoTable_SaysSo()
    {
        using var file = Open("通知\n请各街道于周五前报送\n");
        var sheet = Find(file);
        Assert.False(sheet.IsTable);
        Assert.Contains("没有找到表头", Assert.Single(sheet.Problems), StringComparison.Ordinal);
        Assert.Null(TableFinder.Best([sheet]));
    }

    [Fact]
    public void Find_TwoColumnsOfOneField_KeepsTheFirstAndSaysSo()
    {
        using var file = Open("小区名称,建筑面积,总面积\n甲院,1,2\n");
        var sheet = Find(file);
        Assert.Equal("B", sheet.ColumnOf(ImportField.FloorArea)!.Letter);
        Assert.Contains("B、C 列", Assert.Single(sheet.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CorrectedCell_ReplacesWhatStoodThere()
    {
        using var file = Open(Table);
        var sheet = Find(file);
        var before = Assert.Single(RowReader.Read(file, sheet));
        Assert.Equal("C3", Assert.Single(before.Problems).Cell);
        Assert.True(before.HasErrors);

        var after = Assert.Single(RowReader.Read(file, sheet, new Dictionary<(int, int), string> { [(3, 2)] = " ２０ 户" }));

        Assert.Empty(after.Problems);
        Assert.Equal(20, after.Estate!.HouseholdCount);
    }

    [Fact]
    public void Read_ManyDwellings_StreamsThem()
    {
        var text = new StringBuilder("楼号,单元,室号,面积,业主\n");
        for (var i = 0; i < 20_000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i / 100 + 1}号楼,1,{i % 100 / 10 + 1}0{i % 10},{60 + i % 40}.5,测试\n");
        using var file = Open(text.ToString());
        var sheet = TableFinder.Find(file, ImportKind.Dwellings, new Dictionary<string, ImportField?>())[0];
        Assert.Equal(5, RowReader.Read(file, sheet).Take(5).Count());
        Assert.Equal(20_000, RowReader.Read(file, sheet).Count(row => row.Problems.Count == 0 && row.Dwelling!.Storey is >= 1 and <= 10));
    }

    private static SheetReading Find(SpreadsheetFile file) => TableFinder.Find(file, ImportKind.Estates, new Dictionary<string, ImportField?>())[0];

    private static SpreadsheetFile Open(string text) => SpreadsheetFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "表.csv");
}
