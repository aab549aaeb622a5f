namespace AppelAide.Host.Directory.Search;

/// <summary>The languages that services together may be given in.</summary>
[Flags]
internal enum LanguageSet
{
    None = 0,
    French = 1,
    English = 2,

    /// <summary>One or more others; which ones, the services say.</summary>
    Other = 4,

    All = French | English | Other,
}
