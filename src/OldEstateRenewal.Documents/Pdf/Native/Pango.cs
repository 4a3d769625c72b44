using System.Runtime.InteropServices;

namespace OldEstateRenewal.Documents.Pdf.Native;

/// <summary>The few calls of Pango that lay out a cell. Lengths are Pango units, 1/1024 point.</summary>
internal static unsafe partial class Pango
{
    public const int Scale = 1024;
    public const int WeightNormal = 400;
    public const int WeightBold = 700;
    public const int WrapWordChar = 2;

    private const string Library = "libpango-1.0.so.0";
    private const string CairoLibrary = "libpangocairo-1.0.so.0";

    /// <summary>PangoAlignment.</summary>
    public enum Alignment
    {
        Left,
        Center,
        Right,
    }

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_font_map_new")]
    public static partial PangoFontMap CreateFontMap();

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_context_set_resolution")]
    public static partial void SetResolution(PangoContext context, double dotsPerInch);

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_update_context")]
    public static partial void UpdateContext(CairoContext cairo, PangoContext context);

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_show_layout")]
    public static partial void Show(CairoContext cairo, PangoLayout layout);

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_show_layout_line")]
    public static partial void ShowLine(CairoContext cairo, nint line);

    [LibraryImport(Library, EntryPoint = "pango_font_map_create_context")]
    public static partial PangoContext CreateContext(PangoFontMap fontMap);

    [LibraryImport(Library, EntryPoint = "pango_context_set_language")]
    public static partial void SetLanguage(PangoContext context, nint language);

    [LibraryImport(Library, EntryPoint = "pango_language_from_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Language(string name);

    [LibraryImport(Library, EntryPoint = "pango_context_set_round_glyph_positions")]
    public static partial void SetRoundGlyphPositions(PangoContext context, int round);

    [LibraryImport(Library, EntryPoint = "pango_font_description_new")]
    public static partial PangoFont CreateFont();

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_family", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetFamily(PangoFont font, string family);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_weight")]
    public static partial void SetWeight(PangoFont font, int weight);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_absolute_size")]
    public static partial void SetSize(PangoFont font, double size);

    [LibraryImport(Library, EntryPoint = "pango_font_description_free")]
    public static partial void FreeFont(nint font);

    [LibraryImport(Library, EntryPoint = "pango_attr_list_new")]
    public static partial PangoAttributes CreateAttributes();

    [LibraryImport(Library, EntryPoint = "pango_attr_line_height_new_absolute")]
    public static partial nint LineHeight(int height);

    [LibraryImport(Library, EntryPoint = "pango_attr_letter_spacing_new")]
    public static partial nint LetterSpacing(int spacing);

    /// <summary>Inserts an attribute over a part of the text, in place of others of its kind there.</summary>
    public static void Change(PangoAttributes attributes, nint attribute, int start, int length)
    {
        var range = (uint*)(attribute + sizeof(nint)); // behind the class of a PangoAttribute: from and to, in octets
        (range[0], range[1]) = ((uint)start, (uint)(start + length));
        Change(attributes, attribute);
    }

    [LibraryImport(Library, EntryPoint = "pango_attr_list_change")]
    private static partial void Change(PangoAttributes attributes, nint attribute);

    [LibraryImport(Library, EntryPoint = "pango_attr_list_insert")]
    public static partial void Insert(PangoAttributes attributes, nint attribute);

    [LibraryImport(Library, EntryPoint = "pango_attr_list_unref")]
    public static partial void UnrefAttributes(nint attributes);

    [LibraryImport(Library, EntryPoint = "pango_layout_new")]
    public static partial PangoLayout CreateLayout(PangoContext context);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_font_description")]
    public static partial void SetFont(PangoLayout layout, PangoFont font);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_attributes")]
    public static partial void SetAttributes(PangoLayout layout, PangoAttributes attributes);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_auto_dir")]
    public static partial void SetAutoDirection(PangoLayout layout, int automatic);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_wrap")]
    public static partial void SetWrap(PangoLayout layout, int wrap);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_width")]
    public static partial void SetWidth(PangoLayout layout, int width);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_indent")]
    public static partial void SetIndent(PangoLayout layout, int indent);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_alignment")]
    public static partial void SetAlignment(PangoLayout layout, Alignment alignment);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_text")]
    public static partial void SetText(PangoLayout layout, byte* utf8, int length);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_size")]
    public static partial void GetSize(PangoLayout layout, out int width, out int height);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_line_count")]
    public static partial int LineCount(PangoLayout layout);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_unknown_glyphs_count")]
    public static partial int MissingGlyphs(PangoLayout layout);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_iter")]
    public static partial PangoLines GetLines(PangoLayout layout);

    [LibraryImport(Library, EntryPoint = "pango_layout_iter_next_line")]
    public static partial int NextLine(PangoLines lines);

    [LibraryImport(Library, EntryPoint = "pango_layout_iter_get_line_readonly")]
    public static partial nint CurrentLine(PangoLines lines);

    [LibraryImport(Library, EntryPoint = "pango_layout_line_get_start_index")]
    public static partial int StartOf(nint line);

    [LibraryImport(Library, EntryPoint = "pango_layout_line_get_length")]
    public static partial int LengthOf(nint line);

    [LibraryImport(Library, EntryPoint = "pango_layout_line_is_paragraph_start")]
    public static partial int BeginsParagraph(nint line);

    [LibraryImport(Library, EntryPoint = "pango_layout_iter_get_line_yrange")]
    public static partial void GetLineRange(PangoLines lines, out int top, out int bottom);

    [LibraryImport(Library, EntryPoint = "pango_layout_iter_get_line_extents")]
    public static partial void GetLineExtents(PangoLines lines, nint ink, out Rectangle logical);

    [LibraryImport(Library, EntryPoint = "pango_layout_iter_get_baseline")]
    public static partial int Baseline(PangoLines lines);

    [LibraryImport(Library, EntryPoint = "pango_layout_iter_free")]
    public static partial void FreeLines(nint lines);

    /// <summary>PangoRectangle.</summary>
    public struct Rectangle
    {
        public int X;
        public int Y;
        public int Width;
        public int Height;
    }
}
