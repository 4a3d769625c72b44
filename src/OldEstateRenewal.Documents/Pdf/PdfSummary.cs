namespace OldEstateRenewal.Documents.Pdf;

/// <summary>What was written (生成结果).</summary>
/// <param name="Pages">The number of pages, at least one.</param>
/// <param name="MissingGlyphs">
/// How many characters no installed font has, and that stand as boxes on the paper (缺字): above zero, someone should
/// install a font before the paper is handed out.
/// </param>
public sealed record PdfSummary(int Pages, int MissingGlyphs);
