using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using OldEstateRenewal.Web.Infrastructure;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Tests.Security;

public sealed class PersonalDataTests : IDisposable
{
    private static readonly Guid county = Guid.NewGuid();
    private readonly PersonalData secrets = new(RandomNumberGenerator.GetBytes(32));
    private readonly string folder = Directory.CreateTempSubdirectory("personal-data-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("13900001234")]
    [InlineData("９９0000X")]
    [InlineData("电话 0538-0000000 转 𠮷")]
    public void Open_WhatWasSealed_IsTheSame(string text)
    {
        Assert.Equal(text, secrets.Open(county, PersonalField.Phone, secrets.Seal(county, PersonalField.Phone, text)));
        Assert.Equal(text, secrets.Open(county, PersonalField.Phone, secrets.Seal(county, PersonalField.Phone, $" {text} ")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Seal_Nothing_IsNothing(string? text)
    {
        Assert.Null(secrets.Seal(county, PersonalField.Phone, text));
        Assert.Null(secrets.Mark(county, PersonalField.Phone, text));
        Assert.Null(secrets.Open(county, PersonalField.Phone, null));
    }

    [Fact]
    public void Open_ForAnotherTenantFieldOrKey_IsRefused()
    {
        var box = secrets.Seal(county, PersonalField.Phone, "13900001234");

        Refused(() => secrets.Open(Guid.NewGuid(), PersonalField.Phone, box));
        Refused(() => secrets.Open(county, PersonalField.IdNumber, box));
        Refused(() => new PersonalData(RandomNumberGenerator.GetBytes(32)).Open(county, PersonalField.Phone, box));
    }

    [Fact]
    public void Open_EveryByteChanged_IsRefused()
    {
        var box = secrets.Seal(county, PersonalField.Phone, "13900001234")!;
        for (var i = 0; i < box.Length; i++)
        {
            var changed = box.ToArray();
            changed[i] ^= 1;
            Refused(() => secrets.Open(county, PersonalField.Phone, changed));
        }

        for (var length = 0; length < box.Length; length++) Refused(() => secrets.Open(county, PersonalField.Phone, box[..length]));
    }

    [Fact]
    public void Seal_Twice_GivesTwoBoxesAndNoneShowsTheText()
    {
        var (one, two) = (secrets.Seal(county, PersonalField.Phone, "13900001234")!, secrets.Seal(county, PersonalField.Phone, "13900001234")!);

        Assert.NotEqual(one, two);
        Assert.Equal(-1, one.AsSpan().IndexOf("13900001234"u8));
    }

    [Fact]
    public void Mark_EqualTexts_IsEqualWithinTenantAndFieldOnly()
    {
        var mark = secrets.Mark(county, PersonalField.IdNumber, "99000019900101123x");

        Assert.Equal(mark, secrets.Mark(county, PersonalField.IdNumber, " 99000019900101123X "));
        Assert.NotEqual(mark, secrets.Mark(county, PersonalField.IdNumber, "990000199001011231"));
        Assert.NotEqual(mark, secrets.Mark(county, PersonalField.Phone, "99000019900101123X"));
        Assert.NotEqual(mark, secrets.Mark(Guid.NewGuid(), PersonalField.IdNumber, "99000019900101123X"));
        Assert.NotEqual(mark, new PersonalData(RandomNumberGenerator.GetBytes(32)).Mark(county, PersonalField.IdNumber, "99000019900101123X"));
    }

    [Theory]
    [InlineData(PersonalField.Phone, "13812345678", "138****5678")]
    [InlineData(PersonalField.Phone, "1234567", "*******")]
    [InlineData(PersonalField.IdNumber, "99000019900101123X", "99**************3X")]
    [InlineData(PersonalField.IdNumber, "123456", "******")]
    public void Masked_Text_ShowsEndsOnly(PersonalField field, string text, string masked) => Assert.Equal(masked, PersonalData.Masked(field, text));

    [Fact]
    public void Key_FirstTime_IsMadeForTheOwnerOnlyAndStays()
    {
        var key = PersonalDataKey.Read(Settings(("Portal:DataFolder", Path.Combine(folder, "data"))));

        Assert.Equal(32, key.Length);
        Assert.Equal(key, PersonalDataKey.Read(Settings(("Portal:DataFolder", Path.Combine(folder, "data")))));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "data", "personal-data.key")));
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Key_WrongText_StopsTheStart(string text)
    {
        var given = Assert.Throws<PortalStartException>(() => PersonalDataKey.Read(Settings(("Portal:PersonalDataKey", text))));
        File.WriteAllText(Path.Combine(folder, "personal-data.key"), text);
        var kept = Assert.Throws<PortalStartException>(() => PersonalDataKey.Read(Settings(("Portal:DataFolder", folder))));

        Assert.Contains("不是 32 字节的 base64 密钥", given.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, given.Message, StringComparison.Ordinal);
        Assert.Contains("personal-data.key", kept.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_NeitherGivenNorFolder_SaysWhatToSet() => Assert.Contains("Portal__PersonalDataKey", Assert.Throws<PortalStartException>(() => PersonalDataKey.Read(Settings())).Message, StringComparison.Ordinal);

    private static void Refused(Action open) => Assert.ThrowsAny<CryptographicException>(open);

    private static IConfiguration Settings(params (string Key, string Value)[] values) => new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
}
