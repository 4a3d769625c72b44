namespace Placeholder; public sealed class Smoke { [Fact] public void Runs() => Assert.NotNull(typeof(Smoke).Assembly); }
