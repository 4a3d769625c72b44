using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using OldEstateRenewal.Documents.Pdf.Native;

namespace OldEstateRenewal.Documents.Pdf;

/// <summary>
/// Hands Cairo's output to a stream. No exception may cross native frames: the first one is kept, Cairo is told that
/// writing failed, and <see cref="ThrowIfFailed"/> throws it again on the managed side.
/// </summary>
internal sealed unsafe class StreamSink : IDisposable
{
    private readonly Stream _target;
    private GCHandle _self;
    private ExceptionDispatchInfo? _failure;
    private bool _isStopped;

    public StreamSink(Stream target)
    {
        _target = target;
        _self = GCHandle.Alloc(this);
    }

    public nint Closure => GCHandle.ToIntPtr(_self);

    public static delegate* unmanaged[Cdecl]<nint, byte*, uint, int> Callback => &Write;

    public void ThrowIfFailed() => _failure?.Throw();

    /// <summary>Drops whatever still comes: Cairo ends an abandoned PDF as if it were whole.</summary>
    public void Stop() => _isStopped = true;

    public void Dispose() => _self.Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint closure, byte* data, uint length)
        => ((StreamSink)GCHandle.FromIntPtr(closure).Target!).TryWrite(new(data, (int)length))
            ? Cairo.StatusSuccess
            : Cairo.StatusWriteError;

    private bool TryWrite(ReadOnlySpan<byte> data)
    {
        if (_failure is not null || _isStopped)
            return false;
        try
        {
            _target.Write(data);
        }
#pragma warning disable CA1031 // Whatever it is, it may not cross native frames; ThrowIfFailed throws it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
        return _failure is null;
    }
}
