using System.Collections.Immutable;
using AppelAide.Dialogue;
using Microsoft.Extensions.Options;

namespace AppelAide.Host.Conversations;

/// <summary>The language of a citizen when the line fails, and no dialogue can say it.</summary>
internal sealed class CitizenLanguage(
    ConversationService conversations, LineClock clock, IOptions<LineOptions> line, ILogger<CitizenLanguage> logger)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The one language that the citizen is known to speak. Of whom nothing is known may not understand the first: then both, as the greeting
    /// does, unless the line is French first.
    /// </summary>
    /// <param name="no">The conversation, when the request names one.</param>
    /// <param name="sid">The provider's name for the call or the text.</param>
    /// <param name="from">The number, E.164; empty when hidden.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ImmutableArray<string>> OfAsync(long? no, string sid, string from, CancellationToken ct)
    {
        try
        {
            if (await conversations.LanguageAsync(no, sid, from, ct).WaitAsync(Within, ct) is { } known) return [known];
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.LogWarning("The language of {Sid} could not be read: {Reason}", sid, error.GetType().Name);
        }

        var first = clock.DefaultLanguage;
        return line.Value.FrenchFirst || line.Value.Languages == Languages.French ? [first] : [first, .. Languages.All.Where(other => other != first)];
    }
}
