using System.Text;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Attachments;

/// <summary>What a file is, and what is left out of it.</summary>
public sealed class FileCheckTests
{
    [Fact]
    public void Check_PhotoWithItsPlace_LosesThePlaceAndKeepsThePicture()
    {
        var plain = Pictures.Jpeg();
        var told = Pictures.Jpeg(Pictures.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), Pictures.Exif(1), Pictures.Segment(0xFE, Pictures.Secret), Pictures.Segment(0xED, Pictures.Secret), Pictures.Segment(0xE2, [.. "MPF\0"u8, .. Pictures.Secret]));

        var kept = FileCheck.Check(told).File!;

        Assert.False(Pictures.Holds(kept.Bytes, Pictures.Secret));
        Assert.False(Pictures.Holds(kept.Bytes, "Exif"u8.ToArray()));
        Assert.True(Pictures.Holds(kept.Bytes, "JFIF"u8.ToArray()));
        Assert.Equal(plain[2..], kept.Bytes[^(plain.Length - 2)..]);
        Assert.Equal(("image/jpeg", ".jpg"), (kept.ContentType, kept.Extension));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(6, false)]
    [InlineData(3, true)]
    [InlineData(8, false)]
    public void Check_PhotoHeldSideways_KeepsWhichWayUpAndNothingElse(byte orientation, bool little)
    {
        var kept = FileCheck.Check(Pictures.Jpeg(Pictures.Exif(orientation, little))).File!.Bytes;

        Assert.False(Pictures.Holds(kept, Pictures.Secret));
        Assert.True(Pictures.Holds(kept, [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]));
        Assert.Equal(kept, FileCheck.Check(kept).File!.Bytes);
    }

    [Fact]
    public void Check_PictureWithATail_LosesTheTail()
    {
        var html = Encoding.ASCII.GetBytes("<script>alert(1)</script>");

        Assert.Equal(Pictures.Jpeg(), FileCheck.Check([.. Pictures.Jpeg(), .. html]).File!.Bytes);
        Assert.Equal(Pictures.Png(told: false), FileCheck.Check([.. Pictures.Png(), .. "PK\x03\x04"u8, .. html]).File!.Bytes);
    }

    [Fact]
    public void Check_JpegCutAnywhere_IsRefusedAndNeverFails()
    {
        var whole = Pictures.Jpeg(Pictures.Exif(6));
        for (var length = 0; length < whole.Length; length++) Assert.Null(FileCheck.Check(whole[..length]).File);
        var png = Pictures.Png();
        for (var length = 0; length < png.Length; length++) Assert.Null(FileCheck.Check(png[..length]).File);
    }

    [Fact]
    public void Check_AnyByteSpoilt_NeverFails()
    {
        foreach (var whole in new[] { Pictures.Jpeg(Pictures.Exif(6)), Pictures.Jpeg(Pictures.Exif(6, little: false)), Pictures.Png() })
        {
            for (var at = 0; at < whole.Length; at++)
            {
                foreach (var value in new byte[] { 0, 1, 0x7F, 0x80, 0xD9, 0xFF })
                {
                    var spoilt = whole.ToArray();
                    spoilt[at] = value;
                    FileCheck.Check(spoilt);
                }
            }
        }
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    [InlineData("GIF89a")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("MZ")]
    [InlineData("text")]
    public void Check_OtherKinds_AreRefusedWhateverTheirName(string content) =>
        Assert.Contains("改名无效", FileCheck.Check(Encoding.ASCII.GetBytes(content)).Problem, StringComparison.Ordinal);

    [Fact]
    public void Check_Pdf_IsKeptAsItIsUnlessItActs()
    {
        Assert.Equal(Pictures.Pdf(), FileCheck.Check(Pictures.Pdf()).File!.Bytes);
        Assert.NotNull(FileCheck.Check(Pictures.Pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>")).Problem);
        Assert.NotNull(FileCheck.Check(Pictures.Pdf("/Launch")).Problem);
        Assert.NotNull(FileCheck.Check("%PDF-1.4 cut"u8.ToArray()).Problem);
    }

    [Fact]
    public void Check_TooLargeOrEmpty_IsRefused()
    {
        Assert.Equal("超过 10 MB", FileCheck.Check(new byte[Attachment.MostBytes + 1]).Problem);
        Assert.Equal("文件是空的", FileCheck.Check([]).Problem);
    }

    [Theory]
    [InlineData("照片.html", "照片.jpg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("C:\\a\\b.png", "b.jpg")]
    [InlineData("a\r\nX: y.jpg", "aX: y.jpg")]
    [InlineData("\u202Egpj.exe", "gpj.jpg")]
    [InlineData("", "附件.jpg")]
    [InlineData("....", "附件.jpg")]
    public void SafeName_HostileNames_BecomePlain(string name, string expected) => Assert.Equal(expected, AttachmentService.SafeName(name, ".jpg"));

    [Fact]
    public void SafeName_TooLong_IsCutAndKeepsItsExtension()
    {
        var name = AttachmentService.SafeName(new string('长', 300) + ".jpg", ".jpg");

        Assert.Equal(Attachment.NameLength, name.Length);
        Assert.EndsWith(".jpg", name, StringComparison.Ordinal);
    }
}
