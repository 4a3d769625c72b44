using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>Addresses of calendars are keys. However much an operator lets be logged, whatever looks like a token is left out: of paths, of arguments, of anything.</summary>
public sealed partial class TokenMask : ILogEventEnricher
{
    private const string Masked = "〔已隐去〕";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
            if (Mask(value) is { } masked) logEvent.AddOrUpdateProperty(new LogEventProperty(name, masked));
    }

    /// <summary>Null where there is nothing to leave out.</summary>
    private static LogEventPropertyValue? Mask(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } when Token().IsMatch(text) => new ScalarValue(Token().Replace(text, Masked)),
        SequenceValue list when list.Elements.Any(each => Mask(each) is not null) => new SequenceValue(list.Elements.Select(each => Mask(each) ?? each)),
        StructureValue parts when parts.Properties.Any(each => Mask(each.Value) is not null) => new StructureValue(parts.Properties.Select(each => new LogEventProperty(each.Name, Mask(each.Value) ?? each.Value)), parts.TypeTag),
        DictionaryValue pairs when pairs.Elements.Any(each => Mask(each.Value) is not null) => new DictionaryValue(pairs.Elements.Select(each => KeyValuePair.Create(each.Key, Mask(each.Value) ?? each.Value))),
        _ => null,
    };

    [GeneratedRegex("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{64}(?![A-Za-z0-9_-])")]
    private static partial Regex Token();
}
