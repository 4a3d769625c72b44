using System.Text;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>Plans in every state, a file being imported, an estate of which nothing is known: so that their pages can be looked at.</summary>
public sealed class PagesFixture(Stage stage) : IAsyncLifetime
{
    public const string ImportedFile = "演示二号小区住户.csv";

    private const string Rows = """
        小区名称,楼号,单元,房号,建筑面积,业主姓名,联系电话
        演示二号小区,1号楼,1,101,80.5,演示甲乙,13900000011
        演示二号小区,1号楼,1,102,很大,演示丙丁,13900000012
        演示二号小区,1号楼,1,201,75.2,演示戊己,1390000
        演示二小区,9号楼,1,101,66,演示庚辛,
        合计,,,,300,,
        """;

    public async ValueTask InitializeAsync()
    {
        await stage.Portal.SeedAsync(MoneySeed.Sql);
        await stage.Portal.SeedAsync(SupervisionSeed.Sql);
        await stage.Portal.SeedAsync(TaskSeed.Sql);
        await stage.Portal.SeedAsync(CheckSeed.Sql);
        await using var xintai = await Visit.OpenAsync(stage);
        await xintai.SignInAsync("bureau@xintai");
        await xintai.CreatePlanAsync("2045");
        await xintai.CreatePlanAsync("2044", "演示一号小区", "演示二号小区", "演示三号小区");
        await xintai.RegisterEstateAsync("空白小区", "演示街道甲");
        await xintai.UploadAsync("房屋与业主", ImportedFile, Encoding.UTF8.GetBytes(Rows));
        await using var linqu = await Visit.OpenAsync(stage);
        await linqu.SignInAsync("bureau@linqu");
        await linqu.CreatePlanAsync("2043", "财政局家属院", "电机厂家属院");
        await linqu.PressAsync("报审");
        await linqu.CreatePlanAsync("2042", "财政局家属院", "巨龙建工家属院");
        await linqu.PressAsync("报审");
        await linqu.OpenBallotAsync("电机厂家属院", "样式表决", "scheme/fund-use");
        await linqu.FollowAsync("录入");
        await Microsoft.Playwright.Assertions.Expect(linqu.Page.Locator("td.vote a:focus")).ToBeVisibleAsync();
        foreach (var key in "112311") await linqu.Page.Keyboard.PressAsync($"{key}");
        await linqu.SeeAsync("已存");
        await linqu.PrepareBallotAsync("巨龙建工家属院", "样式征询", "plan-entry/plan-entry");
        await using var leader = await Visit.OpenAsync(stage);
        await leader.SignInAsync("leader@linqu");
        await leader.OpenPlanAsync("2043年");
        await leader.FillAsync("意见（退回时必填）", "电机厂家属院的户数请再核对。");
        await leader.PressAsync("退回");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
