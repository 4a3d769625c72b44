namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>The file cannot be read as a table (文件无法读取); the message is a Chinese sentence for the clerk.</summary>
public sealed class UnreadableFileException : Exception
{
    /// <summary>Says why, in a sentence for the clerk.</summary>
    public UnreadableFileException(string message) : base(message)
    {
    }

    /// <summary>Says why, in a sentence for the clerk, and keeps what went wrong beneath.</summary>
    public UnreadableFileException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Says only that it cannot be read.</summary>
    public UnreadableFileException() : base("文件无法读取，可能已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。")
    {
    }
}
