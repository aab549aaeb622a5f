namespace AppelAide.Host.Directory.Hsds;

/// <summary>Nothing can be read, or no more of it: the message is one sentence for whoever gave the file.</summary>
internal sealed class DirectoryFileException(string message, Exception? inner = null) : Exception(message, inner);
