namespace OldEstateRenewal.Documents;

/// <summary>
/// Lets a writer that writes synchronously serve a stream that only takes asynchronous writes, such as the body of a
/// response (临时文件). The file also keeps a large report out of memory, and a report that fails half way through has not
/// sent a byte. Only this user can read it, and it is gone when it is closed.
/// </summary>
internal static class TemporaryFile
{
    public static async Task WriteAsync(Action<Stream> write, Stream target, CancellationToken cancellation)
    {
        await using var file = Create();
        write(file);
        file.Position = 0;
        await file.CopyToAsync(target, cancellation);
    }

    private static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
