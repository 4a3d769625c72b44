namespace OldEstateRenewal.Domain.Policies;

/// <summary>A section of every policy document (政策的一个部分): keyed items of one kind.</summary>
/// <param name="Name">The name in the file, such as "consent".</param>
/// <param name="Title">The title shown to users, in Chinese.</param>
public abstract record PolicySection(string Name, string Title)
{
    internal abstract PolicyItem ReadItem(PolicyNode node);
}

/// <summary>A section whose items are of type <typeparamref name="T"/>.</summary>
/// <param name="Name">The name in the file, such as "consent".</param>
/// <param name="Title">The title shown to users, in Chinese.</param>
/// <param name="Read">Reads one item; notes its mistakes on the node.</param>
public sealed record PolicySection<T>(string Name, string Title, Func<PolicyNode, T> Read) : PolicySection(Name, Title)
    where T : PolicyItem
{
    internal override PolicyItem ReadItem(PolicyNode node) => Read(node);
}
