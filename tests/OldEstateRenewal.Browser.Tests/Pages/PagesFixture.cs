using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>Plans in every state, so that their pages can be looked at.</summary>
public sealed class PagesFixture(Stage stage) : IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var xintai = await Visit.OpenAsync(stage);
        await xintai.SignInAsync("bureau@xintai");
        await xintai.CreatePlanAsync("2045");
        await xintai.CreatePlanAsync("2044", "演示一号小区", "演示二号小区", "演示三号小区");
        await using var linqu = await Visit.OpenAsync(stage);
        await linqu.SignInAsync("bureau@linqu");
        await linqu.CreatePlanAsync("2043", "财政局家属院", "电机厂家属院");
        await linqu.PressAsync("报审");
        await linqu.CreatePlanAsync("2042", "财政局家属院", "巨龙建工家属院");
        await linqu.PressAsync("报审");
        await using var leader = await Visit.OpenAsync(stage);
        await leader.SignInAsync("leader@linqu");
        await leader.OpenPlanAsync("2043年");
        await leader.FillAsync("意见（退回时必填）", "电机厂家属院的户数请再核对。");
        await leader.PressAsync("退回");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
