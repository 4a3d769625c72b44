using System.Runtime.InteropServices;

namespace OldEstateRenewal.Documents.Pdf.Native;

/// <summary>The few calls of Cairo that draw a table into a PDF. Lengths are points, 1/72 inch.</summary>
internal static unsafe partial class Cairo
{
    public const int StatusSuccess = 0;
    public const int StatusWriteError = 11;

    private const string Library = "libcairo.so.2";

    /// <summary>cairo_pdf_metadata_t.</summary>
    public enum Metadata
    {
        Title = 0,
        Author = 1,
        CreateDate = 5,
    }

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_create_for_stream")]
    public static partial CairoSurface CreatePdf(
        delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_set_metadata", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetMetadata(CairoSurface surface, Metadata metadata, string value);

    [LibraryImport(Library, EntryPoint = "cairo_surface_finish")]
    public static partial void Finish(CairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_status")]
    public static partial int Status(CairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    public static partial void DestroySurface(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    public static partial CairoContext CreateContext(CairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_status")]
    public static partial int Status(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    public static partial void DestroyContext(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_status_to_string")]
    public static partial nint StatusText(int status);

    [LibraryImport(Library, EntryPoint = "cairo_show_page")]
    public static partial void ShowPage(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_width")]
    public static partial void SetLineWidth(CairoContext context, double width);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgb")]
    public static partial void SetColour(CairoContext context, double red, double green, double blue);

    [LibraryImport(Library, EntryPoint = "cairo_move_to")]
    public static partial void MoveTo(CairoContext context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_line_to")]
    public static partial void LineTo(CairoContext context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_stroke")]
    public static partial void Stroke(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_rectangle")]
    public static partial void Rectangle(CairoContext context, double x, double y, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_fill")]
    public static partial void Fill(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_set_dash")]
    public static partial void SetDash(CairoContext context, double* lengths, int count, double offset);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_set_size")]
    public static partial void SetSize(CairoSurface surface, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_save")]
    public static partial void Save(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_restore")]
    public static partial void Restore(CairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_scale")]
    public static partial void Scale(CairoContext context, double x, double y);
}
