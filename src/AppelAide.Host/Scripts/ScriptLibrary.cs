using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using AppelAide.Dialogue.Definition;
using AppelAide.Host.Calls;
using AppelAide.Host.Conversations;

namespace AppelAide.Host.Scripts;

/// <summary>
/// The scripts: the live version, and those that conversations in progress began with. A broken edit never goes live; the last good
/// version stays.
/// </summary>
internal sealed class ScriptLibrary(ScriptVersionStore store, QuestionCatalog questions, TimeProvider time, ILogger<ScriptLibrary> logger)
{
    private readonly ConcurrentDictionary<string, Script> versions = new(StringComparer.Ordinal);
    private volatile Script? live;

    /// <summary>What new conversations begin with.</summary>
    /// <exception cref="InvalidOperationException">Nothing was opened yet.</exception>
    public Script Live => live ?? throw new InvalidOperationException("The scripts are not open yet.");

    /// <summary>Whether scripts are live.</summary>
    public bool IsOpen => live is not null;

    /// <summary>What is wrong with the newest edit, when it did not go live.</summary>
    public ImmutableArray<DialogueIssue> BrokenEdit { get; private set; } = [];

    /// <summary>Says that the newest edit could not even be read.</summary>
    public void Break(DialogueIssue issue) => BrokenEdit = [issue];

    /// <summary>Reads and checks script files.</summary>
    public (Script? Script, ImmutableArray<DialogueIssue> Issues) Check(IReadOnlyDictionary<string, string> files)
    {
        var (script, issues) = DialogueParser.Parse(files);
        if (script is not null) issues = [.. issues, .. DialogueValidator.Check(script, questions.Signatures, StartVariables.Examples), .. LabelChecker.Check(script)];
        return (script, issues);
    }

    /// <summary>Makes files the live version when nothing is wrong with them.</summary>
    /// <returns>What is wrong; empty when they are live.</returns>
    public async Task<ImmutableArray<DialogueIssue>> OpenAsync(IReadOnlyDictionary<string, string> files, CancellationToken ct)
    {
        if (live is { } current && DialogueParser.VersionOf(files) == current.Version)
        {
            BrokenEdit = [];
            return [];
        }

        var (script, issues) = Check(files);
        if (script is null || issues.Length > 0)
        {
            BrokenEdit = issues;
            logger.LogError("The scripts are broken and do not go live ({Count} defects); the first: {Issue}", issues.Length, issues.FirstOrDefault());
            return issues;
        }

        await OpenAsync(script, files, ct);
        return [];
    }

    /// <summary>Makes a script in which <see cref="Check"/> found nothing wrong the live version.</summary>
    public async Task OpenAsync(Script script, IReadOnlyDictionary<string, string> files, CancellationToken ct)
    {
        await store.KeepAsync(script.Version, JsonSerializer.Serialize(files), time.GetUtcNow(), ct);
        versions[script.Version] = script;
        live = script;
        BrokenEdit = [];
        logger.LogInformation("Scripts {Version} are live", script.Version);
    }

    /// <summary>A version that a conversation began with; the live one when that version is nowhere any more.</summary>
    public async ValueTask<Script> VersionAsync(string version, CancellationToken ct)
    {
        if (versions.TryGetValue(version, out var script)) return script;
        if (await store.FindAsync(version, ct) is { } content && DialogueParser.Parse(JsonSerializer.Deserialize<Dictionary<string, string>>(content)!).Script is { } kept)
            return versions.GetOrAdd(version, kept);
        logger.LogError("Scripts {Version} are nowhere; a conversation goes on with the live ones", version);
        return Live;
    }
}
