namespace OldEstateRenewal.Documents.Pdf.Native;

internal sealed class CairoSurface : NativeHandle
{
    protected override void Free(nint pointer) => Cairo.DestroySurface(pointer);
}

internal sealed class CairoContext : NativeHandle
{
    protected override void Free(nint pointer) => Cairo.DestroyContext(pointer);
}

internal abstract class GObjectHandle : NativeHandle
{
    protected sealed override void Free(nint pointer) => GObject.Unref(pointer);
}

internal sealed class PangoFontMap : GObjectHandle;

internal sealed class PangoContext : GObjectHandle;

internal sealed class PangoLayout : GObjectHandle;

internal sealed class PangoFont : NativeHandle
{
    protected override void Free(nint pointer) => Pango.FreeFont(pointer);
}

internal sealed class PangoAttributes : NativeHandle
{
    protected override void Free(nint pointer) => Pango.UnrefAttributes(pointer);
}

internal sealed class PangoLines : NativeHandle
{
    protected override void Free(nint pointer) => Pango.FreeLines(pointer);
}
