using OldEstateRenewal.Domain.Collecting;

namespace OldEstateRenewal.Domain.Tests.Collecting;

public sealed class ChineseAmountTests
{
    [Theory]
    [InlineData("0", "零元整")]
    [InlineData("0.05", "伍分")]
    [InlineData("0.50", "伍角整")]
    [InlineData("0.56", "伍角陆分")]
    [InlineData("1", "壹元整")]
    [InlineData("10", "壹拾元整")]
    [InlineData("1800", "壹仟捌佰元整")]
    [InlineData("1409.50", "壹仟肆佰零玖元伍角整")]
    [InlineData("6007.14", "陆仟零柒元壹角肆分")]
    [InlineData("325.04", "叁佰贰拾伍元零肆分")]
    [InlineData("1680.32", "壹仟陆佰捌拾元叁角贰分")]
    [InlineData("16409.02", "壹万陆仟肆佰零玖元零贰分")]
    [InlineData("107000.53", "壹拾万柒仟元伍角叁分")]
    [InlineData("100050", "壹拾万零伍拾元整")]
    [InlineData("20300000", "贰仟零叁拾万元整")]
    [InlineData("100000000", "壹亿元整")]
    [InlineData("100010000", "壹亿零壹万元整")]
    [InlineData("1000000001.01", "壹拾亿零壹元零壹分")]
    [InlineData("-12.30", "负壹拾贰元叁角整")]
    public void Of_Amount_IsWrittenAsReceiptsAre(string yuan, string expected)
    {
        Assert.True(Money.TryParse(yuan, out var money));

        Assert.Equal(expected, ChineseAmount.Of(money));
    }

    [Fact]
    public void Of_EveryAmount_ReadsBackToItself()
    {
        var random = new Random(20261130);
        for (var i = 0; i < 20_000; i++)
        {
            var fen = random.NextInt64(0, i % 2 == 0 ? 1_000_000 : 1_000_000_000_000_000);

            Assert.Equal(fen, Read(ChineseAmount.Of(Money.FromFen(fen))));
        }
    }

    /// <summary>Another reader than the writer: adds up what each sign stands for.</summary>
    private static long Read(string text)
    {
        const string digits = "零壹贰叁肆伍陆柒捌玖";
        long total = 0, section = 0, high = 0, digit = 0, fen = 0;
        foreach (var sign in text)
        {
            switch (sign)
            {
                case '元': total = high + section + digit; (section, digit) = (0, 0); break;
                case '角': fen += digit * 10; digit = 0; break;
                case '分': fen += digit; digit = 0; break;
                case '整': break;
                case '拾': section += digit * 10; digit = 0; break;
                case '佰': section += digit * 100; digit = 0; break;
                case '仟': section += digit * 1000; digit = 0; break;
                case '万': high += (section + digit) * 10_000; (section, digit) = (0, 0); break;
                case '亿': high = (high + section + digit) * 100_000_000; (section, digit) = (0, 0); break;
                default: digit = digits.IndexOf(sign, StringComparison.Ordinal); break;
            }
        }

        return total * 100 + fen;
    }
}
