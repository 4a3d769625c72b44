namespace OldEstateRenewal.Domain.Consent;

/// <summary>
/// One measure of a tally (一个计数口径的结果): heads, or exclusive area in 0.01 ㎡.
/// </summary>
/// <param name="Whole">All on the roll.</param>
/// <param name="Asked">Asked at all, whether or not they answered; at least <paramref name="Participating"/>.</param>
/// <param name="Participating">Took part: agreed, opposed or abstained.</param>
/// <param name="Agreeing">Agreed.</param>
public readonly record struct Measure(long Whole, long Asked, long Participating, long Agreeing)
{
    /// <summary>Not yet heard: what can still change the outcome.</summary>
    public long Remaining => Whole - Participating;

    private long AskedOnly => Asked - Participating;

    /// <summary>
    /// Those who took part when <paramref name="more"/> further ones have agreed. Where non-voters join the majority, those asked count
    /// as taking part anyway, and further agreement is taken first from those not yet asked: the least that can be enough.
    /// </summary>
    internal long ParticipatingWith(long more, bool nonVotersJoin) => nonVotersJoin ? Math.Min(Whole, Participating + AskedOnly + more) : Participating + more;

    /// <summary>
    /// Those who count as agreeing when <paramref name="more"/> further ones have agreed. Where non-voters join the majority
    /// (计入已表决的多数票), those asked who have not voted count as agreeing as soon as agreement outnumbers all else that was voted.
    /// </summary>
    internal long AgreeingWith(long more, bool nonVotersJoin) =>
        Agreeing + (nonVotersJoin && Agreeing + more > Participating - Agreeing ? Math.Min(Remaining, AskedOnly + more) : more);
}
