using System.Collections.Concurrent;

namespace OldEstateRenewal.Domain.Policies;

/// <summary>
/// The policies of one division as of one day (某地某日的政策). The nearest division that has spoken on a key answers:
/// by its newest document in force on the day; else by its newest expired one, with a warning, because a lapsed local rule
/// is a person's business and never silently replaced by a superior's; else the superior answers; and only when nobody has spoken
/// yet does a document still to come into force answer, with a warning. A null item (废止) ends the look-up.
/// </summary>
public sealed class PolicyView
{
    private readonly PolicyBook book;

    // Documents never change, so neither does an answer; a page asks the same key for every row.
    private readonly ConcurrentDictionary<(string Section, string Key), object?> found = new();

    private readonly ConcurrentDictionary<string, object> all = new();

    internal PolicyView(PolicyBook book, IReadOnlyList<string> chain, DateOnly on) => (this.book, Chain, On) = (book, chain, on);

    /// <summary>The division and those above it, nearest first.</summary>
    public IReadOnlyList<string> Chain { get; }

    /// <summary>The day asked about.</summary>
    public DateOnly On { get; }

    /// <summary>The documents of the division and those above it, nearest first, newest first.</summary>
    public IEnumerable<PolicyDocument> Documents => Chain.SelectMany(book.Of);

    /// <summary>The same division on another day.</summary>
    public PolicyView AsOf(DateOnly on) => new(book, Chain, on);

    /// <summary>The same view with other answers to some keys of a section: to ask what would be, never what is.</summary>
    internal PolicyView Instead<T>(PolicySection<T> section, IEnumerable<PolicyAnswer<T>> answers) where T : PolicyItem
    {
        var other = AsOf(On);
        foreach (var answer in answers) other.found[(section.Name, answer.Item.Key)] = answer;
        return other;
    }

    /// <summary>The answer to one key of a section, or null when nobody has spoken or the item was repealed.</summary>
    public PolicyAnswer<T>? Find<T>(PolicySection<T> section, string key) where T : PolicyItem =>
        (PolicyAnswer<T>?)found.GetOrAdd((section.Name, key), static (asked, of) => of.View.Answer<T>(of.Section, asked.Key), (View: this, Section: (PolicySection)section));

    /// <summary>The same for a section whatever its type, for the policy reader.</summary>
    public PolicyAnswer<PolicyItem>? Find(PolicySection section, string key)
    {
        var answering = Spoken(section, key) ?? StillToCome(section, key);
        return answering?.Find(section, key) is { } item ? new PolicyAnswer<PolicyItem>(item, answering, On) : null;
    }

    /// <summary>Every answer of a section: the keys of all documents of the chain, each answered once, farthest document's order first.</summary>
    public IReadOnlyList<PolicyAnswer<T>> All<T>(PolicySection<T> section) where T : PolicyItem =>
        (IReadOnlyList<PolicyAnswer<T>>)all.GetOrAdd(section.Name, static (_, of) => of.View.Keys(of.Section).Select(key => of.View.Find(of.Section, key)).OfType<PolicyAnswer<T>>().ToList(), (View: this, Section: section));

    /// <summary>The same for a section whatever its type, for the policy reader.</summary>
    public IReadOnlyList<PolicyAnswer<PolicyItem>> All(PolicySection section) =>
        Keys(section).Select(key => Find(section, key)).OfType<PolicyAnswer<PolicyItem>>().ToList();

    private PolicyAnswer<T>? Answer<T>(PolicySection section, string key) where T : PolicyItem =>
        Find(section, key) is { Item: T item } answer ? new PolicyAnswer<T>(item, answer.Document, On) : null;

    private IEnumerable<string> Keys(PolicySection section) => Documents.Reverse().SelectMany(document => document.Keys(section)).Distinct();

    private PolicyDocument? Spoken(PolicySection section, string key)
    {
        foreach (var division in Chain)
        {
            var begun = book.Of(division).Where(document => document.InForceFrom <= On && document.Says(section, key)).ToList();
            var answering = begun.FirstOrDefault(document => document.ValidityOn(On) == PolicyValidity.InForce) ?? begun.FirstOrDefault();
            if (answering is not null) return answering;
        }

        return null;
    }

    private PolicyDocument? StillToCome(PolicySection section, string key) =>
        Chain.Select(division => book.Of(division).LastOrDefault(document => document.Says(section, key))).FirstOrDefault(document => document is not null);
}
