using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Collecting;

namespace OldEstateRenewal.Web.Tests.Features.Bills;

/// <summary>The one rule what a dwelling owes.</summary>
public sealed class OutstandingTests
{
    private static readonly Guid home = Guid.CreateVersion7();

    [Fact]
    public void Of_ReversalsOfWhatever_AreTakenBack()
    {
        var (payment, refund, wrong, relief) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        ReceivedRow[] received =
        [
            Row(payment, PaymentKind.Payment, 80), Row(refund, PaymentKind.Refund, 30), Row(wrong, PaymentKind.Reversal, 80, payment),
            Row(Guid.CreateVersion7(), PaymentKind.Reversal, 80, wrong), Row(Guid.CreateVersion7(), PaymentKind.Reversal, 30, refund),
        ];
        ReliefRow[] reliefs = [new(relief, home, Yuan(10), null), new(Guid.CreateVersion7(), home, Yuan(10), relief), new(Guid.CreateVersion7(), home, Yuan(5), null)];

        var balance = Outstanding.Of([new BilledRow(home, Yuan(60)), new BilledRow(home, Yuan(40))], reliefs, received.Reverse().ToList())[home];

        Assert.Equal((Yuan(100), Yuan(5), Yuan(80), Yuan(15)), (balance.Billed, balance.Relieved, balance.Paid, balance.Outstanding));
        Assert.Equal(DwellingStanding.Part, balance.Standing);
    }

    [Theory]
    [InlineData(0, 0, 0, DwellingStanding.NotBilled)]
    [InlineData(100, 0, 0, DwellingStanding.Unpaid)]
    [InlineData(100, 100, 0, DwellingStanding.Settled)]
    [InlineData(100, 40, 60, DwellingStanding.Settled)]
    [InlineData(100, 0, 1, DwellingStanding.Part)]
    [InlineData(100, 0, 101, DwellingStanding.Over)]
    [InlineData(0, 0, 1, DwellingStanding.Over)]
    public void Standing_SaysHowFarADwellingHasPaid(int billed, int relieved, int paid, DwellingStanding expected) => Assert.Equal(expected, new DwellingBalance(Yuan(billed), Yuan(relieved), Yuan(paid)).Standing);

    private static ReceivedRow Row(Guid id, PaymentKind kind, int yuan, Guid? reverses = null) => new(id, home, kind, Yuan(yuan), reverses, DateTimeOffset.UnixEpoch);

    private static Money Yuan(int yuan) => Money.FromYuan(yuan);
}
