namespace OldEstateRenewal.Browser.Tests.Support;

/// <summary>The checkout these tests were built from.</summary>
public static class Repository
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Ignored by git.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Folder, "artifacts", "screenshots")).FullName;

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "OldEstateRenewal.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The solution's folder was not found."));
}
