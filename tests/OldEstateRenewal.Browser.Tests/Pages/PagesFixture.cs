using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>Plans in every state, so that their pages can be looked at.</summary>
public sealed class PagesFixture(Stage stage) : IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var xintai = await Visit.OpenAsync(stage);
        await xintai.SignInAsync("bureau@xintai");
        await CreateAsync(xintai, "2045");
        await CreateAsync(xintai, "2044", "演示一号小区", "演示二号小区", "演示三号小区");
        await using var linqu = await Visit.OpenAsync(stage);
        await linqu.SignInAsync("bureau@linqu");
        await CreateAsync(linqu, "2043", "财政局家属院", "电机厂家属院");
        await linqu.PressAsync("报审");
        await CreateAsync(linqu, "2042", "财政局家属院", "巨龙建工家属院");
        await linqu.PressAsync("报审");
        await using var leader = await Visit.OpenAsync(stage);
        await leader.SignInAsync("leader@linqu");
        await leader.ChooseAsync("年度计划");
        await leader.FollowAsync("2043年");
        await leader.FillAsync("意见（退回时必填）", "电机厂家属院的户数请再核对。");
        await leader.PressAsync("退回");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task CreateAsync(Visit visit, string year, params string[] estates)
    {
        await visit.ChooseAsync("年度计划");
        await visit.FollowAsync("编制计划");
        await visit.FillAsync("计划年度（必填）", year);
        await visit.PressAsync("建立");
        if (estates.Length == 0) return;
        await visit.FollowAsync("列入小区");
        foreach (var estate in estates) await visit.Page.GetByLabel($"列入 {estate}", new() { Exact = true }).CheckAsync();
        await visit.PressAsync("列入所选小区");
    }
}
