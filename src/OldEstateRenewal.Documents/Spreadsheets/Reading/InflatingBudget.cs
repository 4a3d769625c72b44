using System.IO.Compression;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>Counts what parts become while they are inflated, and stops a zip bomb (解压上限). Headers are not believed.</summary>
internal sealed class InflatingBudget(ReadingLimits limits, string name, long fileBytes)
{
    private const long Harmless = 10_000_000;

    private readonly Dictionary<string, long> largest = [];
    private long total;

    public Stream Open(ZipArchiveEntry entry) => new CountedStream(entry.Open(), (inflated, unbroken) => Count(entry, inflated, unbroken));

    // A part read twice counts once.
    private void Count(ZipArchiveEntry entry, long inflated, long unbroken)
    {
        if (unbroken > limits.Unbroken) throw Refusal();
        var before = largest.GetValueOrDefault(entry.FullName);
        if (inflated <= before) return;
        largest[entry.FullName] = inflated;
        total += inflated - before;
        var packed = Math.Max(1, Math.Min(entry.CompressedLength, fileBytes));
        if (inflated > limits.PartBytes || total > limits.InflatedBytes || (inflated > Harmless && inflated / packed > limits.Ratio))
            throw Refusal();
    }

    private UnreadableFileException Refusal() => new($"文件{name}解压后异常地大，为保证系统安全已停止读取。如果确是正常表格，请删去多余的空行空列和工作表后另存再上传。");

    private sealed class CountedStream(Stream inner, Action<long, long> count) : Stream
    {
        private long read;
        private long unbroken;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => read;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var more = inner.Read(buffer);
            unbroken = buffer[..more].LastIndexOf((byte)'>') is >= 0 and var end ? more - end : unbroken + more;
            count(read += more, unbroken);
            return more;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
