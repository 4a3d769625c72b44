namespace OldEstateRenewal.Documents.Pdf;

/// <summary>Where drawing has come to on a page, and how the next one is begun (版面流). Lengths are points.</summary>
internal sealed class PageFlow
{
    private const double Tolerance = 0.01;

    private readonly PdfDocument _document;
    private PageFoot _foot;

    public PageFlow(PdfDocument document, PageGeometry page, PageFoot foot)
    {
        (_document, Page, _foot) = (document, page, foot);
        Y = page.Top;
    }

    public PageGeometry Page { get; private set; }

    public double Y { get; set; }

    /// <summary>The number of the page being drawn, and at the end of all pages.</summary>
    public int Number { get; private set; } = 1;

    public bool IsAtTop => Y <= Page.Top;

    public bool HasRoom(double height) => Y + height <= Page.Bottom + Tolerance;

    public void Turn() => Turn(Page, _foot);

    /// <summary>Goes on on a page of another shape.</summary>
    public void Turn(PageGeometry page, PageFoot foot)
    {
        Finish(isLast: false);
        if ((page.Width, page.Height) != (Page.Width, Page.Height))
            _document.Resize(page.Width, page.Height);
        (Page, _foot, Y) = (page, foot, page.Top);
        Number++;
    }

    public void Finish(bool isLast)
    {
        _foot.Draw(Number, isLast);
        _document.FinishPage();
    }
}
