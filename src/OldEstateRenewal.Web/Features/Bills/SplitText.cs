using System.Globalization;
using System.Text.RegularExpressions;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>Storey coefficients as they are typed (1层=0、2-3层=0.5) and kept (1-1=0;2-3=1/2).</summary>
public static partial class SplitText
{
    private const int MostSteps = 40;
    private const int MostCoefficient = 1_000_000;
    private const int MostPlaces = 4;
    private static readonly char[] separators = [';', '；', ',', '，', '、', '\n', '\r'];

    public static string? Write(IReadOnlyList<StoreyCoefficient> steps) =>
        steps.Count == 0 ? null : string.Join(';', steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.From}~{step.To}={step.Coefficient}")));

    public static IReadOnlyList<StoreyCoefficient> Read(string? kept) => kept is null ? [] : Parse(kept).Steps;

    public static HouseholdSplit SplitOf(BillPart part) => new(part.Split, Read(part.Coefficients));

    /// <summary>The coefficients, or what is wrong with them.</summary>
    public static (IReadOnlyList<StoreyCoefficient> Steps, string? Problem) Parse(string? typed)
    {
        var steps = new List<StoreyCoefficient>();
        foreach (var piece in (typed ?? "").Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Step().Match(Narrow(piece));
            if (!match.Success || !Fraction.TryParse(match.Groups["coefficient"].Value, out var coefficient)) return ([], $"“{piece}”不能识别，请如 1层=0、2-3层=0.5 填写。");
            var from = int.Parse(match.Groups["from"].Value, CultureInfo.InvariantCulture);
            var to = match.Groups["to"].Success ? int.Parse(match.Groups["to"].Value, CultureInfo.InvariantCulture) : from;
            if (from > to) return ([], $"“{piece}”的起止楼层颠倒。");
            if (coefficient < Fraction.Zero || coefficient > MostCoefficient) return ([], $"“{piece}”的系数应在 0 至 {MostCoefficient} 之间。");
            if (steps.Any(step => step.From <= to && from <= step.To)) return ([], $"“{piece}”与前面的楼层重叠。");
            steps.Add(new StoreyCoefficient(from, to, coefficient));
        }

        if (steps.Count == 0) return ([], "按楼层分摊须填写楼层系数，如 1层=0、2-3层=0.5。");
        return steps.Count > MostSteps ? ([], $"楼层系数最多 {MostSteps} 段。") : (steps, null);
    }

    /// <summary>A coefficient as people write it: 0.5, or 1/3 where no decimal is exact.</summary>
    public static string Words(Fraction coefficient) =>
        new Fraction((System.Numerics.BigInteger)(coefficient.ToDecimal(MostPlaces) * 10_000m), 10_000) == coefficient ? coefficient.ToDecimal(MostPlaces).ToString("0.####", CultureInfo.InvariantCulture) : coefficient.ToString();

    private static string Narrow(string piece) => new(piece.Select(letter => letter switch { >= '！' and <= '～' => (char)(letter - '！' + '!'), '—' or '–' or '至' => '~', _ => letter }).ToArray());

    [GeneratedRegex(@"^(?<from>-?\d{1,3})(\s*层)?(\s*[-~]+\s*(?<to>-?\d{1,3})(\s*层)?)?\s*[=:]\s*(?<coefficient>[0-9./%]{1,20})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Step();
}
