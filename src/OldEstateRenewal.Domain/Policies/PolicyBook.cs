using System.Reflection;

namespace OldEstateRenewal.Domain.Policies;

/// <summary>A set of policy documents (政策汇编), and the look-up through nation, province, city and county.</summary>
public sealed class PolicyBook
{
    private readonly Dictionary<string, PolicyDocument> byKey;
    private readonly ILookup<string, PolicyDocument> byDivision;

    /// <summary>Makes a book of documents.</summary>
    /// <exception cref="ArgumentException">Two documents have one key.</exception>
    public PolicyBook(IEnumerable<PolicyDocument> documents)
    {
        byKey = documents.ToDictionary(document => document.Key);
        byDivision = byKey.Values.OrderByDescending(document => document.InForceFrom).ThenBy(document => document.Key, StringComparer.Ordinal)
            .ToLookup(document => document.Division.Key);
    }

    /// <summary>The documents that ship with the product, read once.</summary>
    public static PolicyBook Shipped { get; } = new(ReadShipped());

    /// <summary>Every document.</summary>
    public IReadOnlyCollection<PolicyDocument> Documents => byKey.Values;

    /// <summary>The document of that key, or null.</summary>
    public PolicyDocument? Document(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The book with more documents; one of the same key replaces the old one.</summary>
    public PolicyBook With(IEnumerable<PolicyDocument> more)
    {
        var all = new Dictionary<string, PolicyDocument>(byKey);
        foreach (var document in more) all[document.Key] = document;
        return new PolicyBook(all.Values);
    }

    /// <summary>The policies of a division as of a day.</summary>
    /// <param name="chain">The division and those above it, nearest first: "linqu", "shandong", "nation".</param>
    /// <param name="on">The day asked about.</param>
    public PolicyView View(IReadOnlyList<string> chain, DateOnly on) => new(this, chain, on);

    /// <summary>
    /// The policies as one document would have them (按某一文件试算): its division's other documents keep silent on the section, and a document still to come is
    /// asked on its first day. To ask what would be, never what is.
    /// </summary>
    public PolicyView ViewOf(PolicyDocument document, PolicySection section, DateOnly on)
    {
        var others = byKey.Values.Where(other => other.Key == document.Key || other.Division.Key != document.Division.Key || !other.Items(section).Any());
        return new PolicyBook(others).View(document.Division.Chain, on < document.InForceFrom ? document.InForceFrom : on);
    }

    internal IEnumerable<PolicyDocument> Of(string division) => byDivision[division];

    private static IEnumerable<PolicyDocument> ReadShipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return PolicyDocument.Parse(reader.ReadToEnd());
        }
    }
}
