using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>The pictures of the README, left in artifacts/pictures; whoever changed the look copies them to docs/pictures.</summary>
public sealed class ReadmePictures(Stage stage) : BrowserTest(stage)
{
    private const int MostBytes = 150 * 1024;

    [Fact]
    public async Task Pictures_ForTheReadme_AreSmall()
    {
        var ruicheng = await SignedInAsync("bureau@ruicheng");
        await ruicheng.ChooseAsync("小区台账");
        await ruicheng.SeeHeadingAsync("小区台账");
        await PictureAsync(ruicheng, "registry.png", 1280, 660);
        await ruicheng.ChooseAsync("年度计划");
        await ruicheng.FollowAsync("2023年");
        await ruicheng.SeeAsync("办理经过");
        await PictureAsync(ruicheng, "plan.png", 1280, 720);

        var donge = await SignedInAsync("bureau@donge");
        await donge.OpenEstateAsync("演示十二号小区");
        await PictureAsync(donge, "eligibility.png", 1280, 820);

        var street = await SignedInAsync("chengguan@linqu", width: 360);
        await street.ChooseAsync("小区台账");
        await street.SeeHeadingAsync("小区台账");
        await PictureAsync(street, "phone.png", 360, 740);
    }

    private static async Task PictureAsync(Visit visit, string name, int width, int height)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Folder, "artifacts", "pictures")).FullName;
        await visit.Page.SetViewportSizeAsync(width, height);
        var picture = await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), Clip = new() { X = 0, Y = 0, Width = width, Height = height } });
        Assert.InRange(picture.Length, 1, MostBytes);
    }
}
