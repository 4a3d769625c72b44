using Microsoft.Win32.SafeHandles;

namespace OldEstateRenewal.Documents.Pdf.Native;

/// <summary>A pointer that native code must be given back exactly once.</summary>
internal abstract class NativeHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected sealed override bool ReleaseHandle()
    {
        Free(handle);
        return true;
    }

    protected abstract void Free(nint pointer);
}
