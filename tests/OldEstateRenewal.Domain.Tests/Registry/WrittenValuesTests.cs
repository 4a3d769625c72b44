using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Domain.Tests.Registry;

public sealed class WrittenValuesTests
{
    [Theory]
    [InlineData("25,200.72", "25200.72", "")]
    [InlineData("25，200.72", "25200.72", "")]
    [InlineData("25 200.72", "25200.72", "")]
    [InlineData("25'200.72", "25200.72", "")]
    [InlineData("１４８８㎡", "1488", "㎡")]
    [InlineData("1488 m2", "1488", "㎡")]
    [InlineData("16户", "16", "户")]
    [InlineData("1.2万", "1.2", "万")]
    [InlineData("十六", "16", "")]
    [InlineData("二十四户", "24", "户")]
    [InlineData("-3.5", "-3.5", "")]
    [InlineData("(12)", "-12", "")]
    [InlineData("12.5%", "12.5", "%")]
    public void TryRead_Figure_GivesNumberAndUnit(string text, string number, string unit)
    {
        Assert.True(WrittenNumber.TryRead(text, out var read, out var readUnit));
        Assert.Equal((decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), unit), (read, readUnit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("户")]
    [InlineData("1,2,3")]
    [InlineData("1,05.2")]
    [InlineData("25 20")]
    [InlineData("6OOO")]
    [InlineData("3+1")]
    [InlineData("12-15")]
    [InlineData("大概")]
    public void TryRead_NoFigure_IsRefused(string text) => Assert.False(WrittenNumber.TryRead(text, out _, out _));

    [Fact]
    public void TryRead_AnyAreaAsWritten_IsReadBackExactly() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Gen.Choose(0, 2_000_000_000).ToArbitrary(), hundredths =>
        {
            var number = hundredths / 100m;
            string[] forms = [number.ToString(System.Globalization.CultureInfo.InvariantCulture), number.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture), number.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture).Replace(',', '，') + " ㎡"];
            return forms.All(form => WrittenNumber.TryRead(form, out var read, out _) && read == number);
        }));

    [Theory]
    [InlineData("十", 10)]
    [InlineData("二十三", 23)]
    [InlineData("一百零二", 102)]
    [InlineData("一九九五", 1995)]
    [InlineData("两百", 200)]
    [InlineData("廿一", 21)]
    [InlineData("壹拾", 10)]
    public void TryRead_ChineseNumeral_IsNumber(string text, int number) => Assert.True(ChineseNumeral.TryRead(text, out var read) && read == number);

    [Theory]
    [InlineData("")]
    [InlineData("三号")]
    [InlineData("百")]
    [InlineData("十百")]
    public void TryRead_NoChineseNumeral_IsRefused(string text) => Assert.False(ChineseNumeral.TryRead(text, out _));

    [Theory]
    [InlineData("1995、1997", "1995 1997", false)]
    [InlineData("1998-2001", "1998 2001", true)]
    [InlineData("1998~2001年", "1998 2001", true)]
    [InlineData("1995/1997", "1995 1997", false)]
    [InlineData("1998/10", "1998", false)]
    [InlineData("1998-10-01", "1998", false)]
    [InlineData("95年", "1995", false)]
    [InlineData("九十年代", "1990 1999", true)]
    [InlineData("90年代初", "1990 1994", true)]
    [InlineData("20世纪80年代末", "1985 1989", true)]
    [InlineData("一九九五年十月", "1995", false)]
    [InlineData("199810", "1998", false)]
    [InlineData("1998年10月竣工", "1998", false)]
    public void Read_Years_AreUnderstood(string text, string years, bool isSpan)
    {
        var read = WrittenYears.Read(text);
        Assert.NotNull(read);
        Assert.Equal((years, isSpan), (string.Join(' ', read.Years), read.IsSpan));
    }

    [Theory]
    [InlineData("2000年前")]
    [InlineData("解放前")]
    [InlineData("1898")]
    [InlineData("2001-1998")]
    [InlineData("98-01")]
    [InlineData("很久")]
    [InlineData("19955")]
    public void Read_UnclearYears_AreRefused(string text) => Assert.Null(WrittenYears.Read(text));

    [Theory]
    [InlineData("999999190001010017", false)]
    [InlineData("99999919000101001", true)]
    [InlineData("999999190013010017", true)]
    [InlineData("999999000101001", false)]
    public void Doubt_IdentityNumber_IsToldWhereItCannotBe(string number, bool doubtful)
    {
        var sound = number.Length == 18 && !doubtful ? WithCheck(number[..17]) : number;
        Assert.Equal(doubtful, IdentityNumber.Doubt(sound) is not null);
    }

    [Fact]
    public void Doubt_AnyWrongDigit_IsFound()
    {
        var sound = WithCheck("99999919000101001");
        for (var at = 14; at < 17; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var other = string.Concat(sound.AsSpan(0, at), digit.ToString(), sound.AsSpan(at + 1));
                Assert.Equal(other == sound, IdentityNumber.Doubt(other) is null);
            }
        }
    }

    [Theory]
    [InlineData("138 0000 0001", "13800000001")]
    [InlineData("+86 138-0000-0001", "13800000001")]
    [InlineData("13800000001/0536-3110000", "13800000001 0536-3110000")]
    [InlineData("(0536)3110000", "0536-3110000")]
    public void Split_Phones_GivesEach(string text, string expected)
    {
        var numbers = PhoneNumber.Split(text);
        Assert.Equal(expected, string.Join(' ', numbers));
        Assert.All(numbers, number => Assert.True(PhoneNumber.IsPlausible(number)));
    }

    // GB 11643, told a second time: the sum of digits times 2^(17-i) modulo 11.
    private static string WithCheck(string digits)
    {
        var sum = digits.Select((digit, at) => (digit - '0') * ((1 << (17 - at)) % 11)).Sum();
        var check = (12 - sum % 11) % 11;
        return digits + (check == 10 ? "X" : $"{check}");
    }
}
