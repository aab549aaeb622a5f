namespace AppelAide.Host.Consultations;

/// <summary>What a citizen answered to one question.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Number">The question.</param>
/// <param name="CallerId">Who answered.</param>
/// <param name="ConversationNo">In which conversation.</param>
/// <param name="Value">The choice, the number or the words; empty with a recording, or when the question was passed over.</param>
/// <param name="RecordingSid">The provider's name for a spoken answer; null without one.</param>
/// <param name="Seconds">Length of the recording, in seconds.</param>
/// <param name="AnsweredAt">When.</param>
internal sealed record ConsultationAnswer(
    string ConsultationId,
    int Number,
    long CallerId,
    long ConversationNo,
    string Value,
    string? RecordingSid,
    int Seconds,
    DateTimeOffset AnsweredAt);
