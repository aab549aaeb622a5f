using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AppelAide.Host.Tests.Twilio;

/// <summary>Forms as webhooks bring them.</summary>
internal static class Forms
{
    public static FormCollection Of(params (string Name, string Value)[] fields) =>
        new(fields.GroupBy(field => field.Name).ToDictionary(
            group => group.Key, group => new StringValues(group.Select(field => field.Value).ToArray())));
}
