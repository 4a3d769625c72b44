using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.CostSharing;

public sealed class TariffTests
{
    private static TariffBill Bill(string cubicMetres) =>
        Tariff.Bill(Shipped.Liaocheng.Find(PolicySections.Tariffs, "residential-water")!, Volume.TryParse(cubicMetres, out var volume) ? volume : throw new FormatException(cubicMetres));

    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("1", "3.32")]
    [InlineData("144", "478.08")]
    [InlineData("145", "482.33")]
    [InlineData("240", "886.08")]
    [InlineData("241", "893.10")]
    [InlineData("300", "1307.28")]
    [InlineData("144.01", "478.12")]
    [InlineData("240.05", "886.43")]
    public void Bill_LiaochengWater_EachStepsPriceAppliesToItsVolume(string volume, string yuan) => Assert.Equal(yuan, Bill(volume).Total.ToString());

    [Fact]
    public void Bill_ThreeSteps_ShowsEachInTheWorking() =>
        Assert.Equal(["144 ㎥ × 3.32 元", "96 ㎥ × 4.25 元", "60 ㎥ × 7.02 元"], Bill("300").Lines.Select(line => $"{line.Volume} ㎥ × {line.Tier.Price} 元"));
}
