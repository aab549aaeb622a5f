using System.Collections.Immutable;
using AppelAide.Dialogue.Engine;

namespace AppelAide.Dialogue.Definition;

/// <summary>A look-up or command that scripts may name: the checker refuses any other name, argument or field.</summary>
/// <param name="Kind">Look-up or command.</param>
/// <param name="Name">For example <c>trainings.next</c>.</param>
/// <param name="Arguments">The names it takes.</param>
/// <param name="Fields">
/// The fields of its answer, each with a realistic long value, used to measure prompts. A field that exists in each language is declared
/// with its language: <c>title.fr</c>, <c>title.en</c>; a prompt writes <c>{x.title}</c>. The empty string stands for "no" and "none".
/// Dates are ISO 8601 (<c>2026-12-01</c>), times <c>13:30</c>, moments <c>2026-12-01T13:30</c> in the line's time zone, phones E.164,
/// numbers invariant.
/// </param>
public sealed record QuestionSignature(
    QuestionKind Kind,
    string Name,
    ImmutableArray<string> Arguments,
    ImmutableDictionary<string, string> Fields);
