using System.Security.Cryptography;
using OldEstateRenewal.Web.Infrastructure;

namespace OldEstateRenewal.Web.Security;

/// <summary>The key that personal data is sealed with: Portal:PersonalDataKey, or a file in the data folder that only the portal's user can read.</summary>
public static class PersonalDataKey
{
    private const string FileName = "personal-data.key";
    private const int KeyLength = 32;

    public static byte[] Read(IConfiguration configuration)
    {
        if (configuration["Portal:PersonalDataKey"] is { Length: > 0 } given) return Parse(given, "Portal__PersonalDataKey");
        var folder = configuration["Portal:DataFolder"] ?? throw new PortalStartException("请设置 Portal__PersonalDataKey（32 字节的 base64，用以加密电话和证件号码），或 Portal__DataFolder（由门户在其中生成密钥文件）。");
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) Create(folder, file);
        return Parse(File.ReadAllText(file), file);
    }

    private static void Create(string folder, string file)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)));
    }

    private static byte[] Parse(string text, string where)
    {
        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == KeyLength ? key : throw new PortalStartException($"{where} 不是 32 字节的 base64 密钥。");
    }
}
