using System.Collections.Concurrent;
using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>What is frozen, as read: reading a rule costs more than taking a vote, and ten thousand votes come under the same one. The frozen text or hash is part of the key, so that nothing can be stale.</summary>
public static class QuestionShelf
{
    private const int Most = 500;
    private static readonly ConcurrentDictionary<string, ConsentQuestion> questions = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(Guid Tenant, Guid Ballot, string Frozen), IReadOnlyList<BallotMatter>> matters = new();

    public static ConsentQuestion Read(string frozen)
    {
        if (questions.TryGetValue(frozen, out var question)) return question;
        if (questions.Count >= Most) questions.Clear();
        return questions.GetOrAdd(frozen, FrozenQuestion.Read);
    }

    /// <summary>The matters of a ballot; remembered once they are frozen. They are not to be changed or saved.</summary>
    public static async Task<IReadOnlyList<BallotMatter>> MattersAsync(Ballot ballot, Func<Task<List<BallotMatter>>> read)
    {
        if (ballot.FrozenHash is not { } hash) return await read();
        var key = (ballot.TenantId, ballot.Id, Convert.ToHexString(hash));
        if (matters.TryGetValue(key, out var known)) return known;
        if (matters.Count >= Most) matters.Clear();
        return matters[key] = await read();
    }
}
