using System.ComponentModel;
using System.Diagnostics;

namespace OldEstateRenewal.Documents.Tests.Support;

/// <summary>Another program that opens what was written. A missing one fails the test: tests/run.sh installs them.</summary>
internal static class Tool
{
    public static string Text(string program, string package, params string[] arguments)
        => System.Text.Encoding.UTF8.GetString(Bytes(program, package, arguments));

    public static byte[] Bytes(string program, string package, params string[] arguments)
    {
        using var process = Start(program, package, arguments);
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {errors.Result}");
        return output.ToArray();
    }

    private static Process Start(string program, string package, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} is needed: apt-get install {package}", missing);
        }
    }
}
