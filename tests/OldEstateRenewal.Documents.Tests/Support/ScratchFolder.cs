namespace OldEstateRenewal.Documents.Tests.Support;

/// <summary>A folder of one test's own, gone after it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("documents-");

    public string FullName => _folder.FullName;

    public string Save(string name, byte[] content)
    {
        var path = Path.Combine(FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
