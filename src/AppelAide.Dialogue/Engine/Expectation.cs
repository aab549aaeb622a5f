using System.Collections.Immutable;

namespace AppelAide.Dialogue.Engine;

/// <summary>What the line does once it has spoken.</summary>
public abstract record Expectation;

/// <summary>It listens, for keys and words.</summary>
/// <param name="MaxDigits">1 for a menu; null when the citizen types several keys and ends with <c>#</c>.</param>
/// <param name="TimeoutSeconds">Time to answer, in seconds.</param>
/// <param name="SpeechTimeoutSeconds">Silence that ends an answer in words, in seconds (FIELD: 0.75 yes/no, 1 short choice, 2 numbers).</param>
/// <param name="Hints">Words the citizen is likely to say, most likely first.</param>
public sealed record GatherExpectation(int? MaxDigits, int TimeoutSeconds, double SpeechTimeoutSeconds, ImmutableArray<string> Hints) : Expectation;

/// <summary>It records what the citizen says until <c>#</c>, a silence or the limit.</summary>
/// <param name="MaxSeconds">The limit, in seconds.</param>
/// <param name="Purpose">What the recording is for: <c>voicemail</c> or <c>answer</c>.</param>
public sealed record RecordExpectation(int MaxSeconds, string Purpose) : Expectation;

/// <summary>It connects the citizen to another telephone.</summary>
/// <param name="Number">The number to dial, E.164.</param>
/// <param name="TimeoutSeconds">How long it rings, in seconds.</param>
public sealed record DialExpectation(string Number, int TimeoutSeconds) : Expectation;

/// <summary>The conversation is over: the line hangs up, or the next text message begins anew.</summary>
public sealed record EndExpectation : Expectation;
