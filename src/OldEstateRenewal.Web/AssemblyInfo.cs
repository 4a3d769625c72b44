using System.Runtime.CompilerServices;
using System.Runtime.Versioning;

// The portal runs on Linux (Debian packages of PostgreSQL, Pango and Cairo).
[assembly: SupportedOSPlatform("linux")]
[assembly: InternalsVisibleTo("OldEstateRenewal.Web.Tests")]
[assembly: InternalsVisibleTo("OldEstateRenewal.Benchmarks")]
