using System.Buffers.Binary;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>
/// Error values of an .xls (旧版工作簿中的错误值). ExcelDataReader gives nothing for them, and a figure would be lost without a word; so their places are
/// looked up in the records themselves.
/// </summary>
internal static class LegacyErrors
{
    private const int BeginOfFile = 0x0809;
    private const int EndOfFile = 0x000A;
    private const int BoundSheet = 0x0085;
    private const int BoolErr = 0x0205;
    private const int Formula = 0x0006;
    private const int MostErrors = 200_000;

    /// <summary>(Sheet from 0, row from 1, column from 0) → #REF!.</summary>
    public static Dictionary<(int Sheet, int Row, int Column), string> Read(Stream content)
    {
        var errors = new Dictionary<(int, int, int), string>();
        if (CompoundStream.Open(content, "Workbook", "Book") is not { } stream) return errors;
        var starts = Starts(stream);
        for (var sheet = 0; sheet < starts.Count; sheet++)
        {
            foreach (var (row, column, error) in OfSheet(stream, starts[sheet]))
            {
                if (errors.Count < MostErrors) errors[(sheet, row + 1, column)] = error;
            }
        }

        return errors;
    }

    private static List<long> Starts(CompoundStream stream)
    {
        var starts = new List<long>();
        foreach (var (type, body) in Records(stream, 0))
        {
            if (type == BoundSheet && body.Length >= 6 && body[5] == 0) starts.Add(BinaryPrimitives.ReadUInt32LittleEndian(body));
        }

        return starts;
    }

    private static IEnumerable<(int Row, int Column, string Error)> OfSheet(CompoundStream stream, long start)
    {
        foreach (var (type, body) in Records(stream, start))
        {
            if (type == BoolErr && body.Length >= 8 && body[7] == 1) yield return (Row(body), Column(body), Words(body[6]));
            if (type == Formula && body.Length >= 14 && body[12] == 0xFF && body[13] == 0xFF && body[6] == 2) yield return (Row(body), Column(body), Words(body[8]));
        }
    }

    // The records of one part, up to its end; charts in it are parts within the part.
    private static IEnumerable<(int Type, byte[] Body)> Records(CompoundStream stream, long position)
    {
        var head = new byte[4];
        for (var depth = 0; stream.Read(position, head);)
        {
            var (type, length) = (BinaryPrimitives.ReadUInt16LittleEndian(head), BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(2)));
            if (type == BeginOfFile) depth++;
            if (type == EndOfFile && --depth <= 0) yield break;
            if (type is BoundSheet or BoolErr or Formula)
            {
                var body = new byte[Math.Min((int)length, 64)];
                if (stream.Read(position + 4, body)) yield return (type, body);
            }

            position += 4 + length;
        }
    }

    private static int Row(byte[] body) => BinaryPrimitives.ReadUInt16LittleEndian(body);

    private static int Column(byte[] body) => BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(2));

    private static string Words(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
}
