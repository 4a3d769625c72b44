using System.Collections.Concurrent;
using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>Frozen rules as read: reading one costs more than taking a vote, and ten thousand votes come under the same text. The text itself is the key, so none can be stale.</summary>
public static class QuestionShelf
{
    private const int Most = 500;
    private static readonly ConcurrentDictionary<string, ConsentQuestion> known = new(StringComparer.Ordinal);

    public static ConsentQuestion Read(string frozen)
    {
        if (known.TryGetValue(frozen, out var question)) return question;
        if (known.Count >= Most) known.Clear();
        return known.GetOrAdd(frozen, FrozenQuestion.Read);
    }
}
