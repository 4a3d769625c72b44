namespace OldEstateRenewal.Documents.Tests.Support;

/// <summary>Tests that take the time, or weigh the memory of the whole process: nothing runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
