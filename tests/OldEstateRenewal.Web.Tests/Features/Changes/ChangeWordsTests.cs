using System.Text.RegularExpressions;
using OldEstateRenewal.Web.Features.Changes;

namespace OldEstateRenewal.Web.Tests.Features.Changes;

/// <summary>What is written into the trail is read by people: every act that the code names has its Chinese words.</summary>
public sealed partial class ChangeWordsTests
{
    [Fact]
    public void Acts_All_HaveWords()
    {
        var source = Path.Combine(Root(), "src", "OldEstateRenewal.Web");
        var files = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Where(file => new[] { "Migrations", "bin", "obj" }.All(part => !file.Contains($"{Path.DirectorySeparatorChar}{part}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)));
        var acts = files.SelectMany(file => Acts(File.ReadAllText(file))).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(acts.Count > 150, $"{acts.Count} acts found");
        Assert.DoesNotContain(acts, act => ChangeWords.Kind(act) == act);
    }

    private static IEnumerable<string> Acts(string code) => Noting().Matches(code).SelectMany(call => Name().Matches(call.Value).Select(name => name.Groups[1].Value)).Concat(Kind().Matches(code).Select(kind => kind.Groups[1].Value));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OldEstateRenewal.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"(?:audit\.Add|\.Note)\([^;]*?;")]
    private static partial Regex Noting();

    [GeneratedRegex("\"([A-Z][A-Za-z]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("Kind = \"([A-Z][A-Za-z]+)\"")]
    private static partial Regex Kind();
}
