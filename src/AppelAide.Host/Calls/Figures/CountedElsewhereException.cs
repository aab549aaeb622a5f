namespace AppelAide.Host.Calls.Figures;

/// <summary>Another host counted a conversation meanwhile: nothing of the batch is written.</summary>
internal sealed class CountedElsewhereException : Exception;
