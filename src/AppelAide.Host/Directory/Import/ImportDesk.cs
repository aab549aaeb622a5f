using AppelAide.Host.Directory.Hsds;

namespace AppelAide.Host.Directory.Import;

/// <summary>
/// Staff bring in a file: first it is checked, and nothing changes; then, when they say so, it is applied. One at a time on this host, in the background:
/// whoever looks at the page again sees how far it is. A host that dies forgets the check; what was decided is finished by the next (<see cref="ImportStore"/>).
/// </summary>
internal sealed class ImportDesk(DirectoryImport import, DirectorySource directory, IHostApplicationLifetime lifetime, ILogger<ImportDesk> logger) : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"appelaide-import-{Guid.NewGuid():N}");
    private readonly Lock gate = new();
    private ImportJob? job;

    /// <summary>The file that is being brought in, or was last; null for none.</summary>
    public ImportJob? Current
    {
        get
        {
            lock (gate) return job;
        }
    }

    /// <summary>Where a file that is sent may be kept until it is imported.</summary>
    public string PathFor(string fileName)
    {
        var own = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        System.IO.Directory.CreateDirectory(own);
        // What kind of file it is, is told by the end of its name; a list of services also by the name.
        var name = string.Concat(Path.GetFileName(fileName).Where(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' or '_')).TrimStart('.');
        return Path.Combine(own, name.Length is 0 or > 100 ? "file.json" : name);
    }

    /// <summary>Begins to check a file.</summary>
    /// <returns>False when another one is being worked at: nothing is begun.</returns>
    public bool Check(string fileName, ImportRequest request)
    {
        var made = new ImportJob { Id = Guid.NewGuid().ToString("N"), FileName = fileName, Request = request, Stage = ImportStage.Checking };
        lock (gate)
        {
            if (IsBusy) return false;
            Drop(job);
            job = made;
        }

        _ = Task.Run(() => RunAsync(made, import.CheckAsync, ImportStage.Checked), CancellationToken.None);
        return true;
    }

    /// <summary>Begins to apply what was checked.</summary>
    /// <returns>False when it is not there any more, or was begun already.</returns>
    public bool Apply(string id)
    {
        ImportJob begun;
        lock (gate)
        {
            if (job is not { Stage: ImportStage.Checked } found || found.Id != id) return false;
            job = begun = found with { Stage = ImportStage.Applying, Percent = 0 };
        }

        _ = Task.Run(() => RunAsync(begun, import.RunAsync, ImportStage.Applied), CancellationToken.None);
        return true;
    }

    /// <summary>Forgets what was checked, or what is done.</summary>
    public void Forget(string id)
    {
        lock (gate)
        {
            if (IsBusy || job?.Id != id) return;
            Drop(job);
            job = null;
        }
    }

    public void Dispose()
    {
        if (System.IO.Directory.Exists(folder)) System.IO.Directory.Delete(folder, recursive: true);
    }

    private bool IsBusy => job?.Stage is ImportStage.Checking or ImportStage.Applying;

    private async Task RunAsync(ImportJob begun, Func<ImportRequest, IProgress<ImportProgress>?, CancellationToken, Task<ImportReport>> work, ImportStage then)
    {
        try
        {
            var report = await work(begun.Request, new Progress(this, begun.Id), lifetime.ApplicationStopping).ConfigureAwait(false);
            if (report.Kinds.IsEmpty) throw new DirectoryFileException("there is no record in it that can be read.");
            if (then == ImportStage.Applied)
            {
                Drop(begun);
                await directory.RefreshAsync(CancellationToken.None).ConfigureAwait(false);
            }

            Set(begun.Id, job => job with { Stage = then, Percent = 100, Report = report });
        }
        catch (DirectoryFileException refusal)
        {
            Drop(begun);
            Set(begun.Id, job => job with { Stage = ImportStage.Refused, Refusal = refusal.Message });
        }
        catch (Exception error)
        {
            // Whoever waits at the page must be told something; the next host finishes what was decided.
            if (error is not OperationCanceledException) logger.LogError(error, "The import {Job} stopped.", begun.Id);
            Drop(begun);
            Set(begun.Id, job => job with { Stage = ImportStage.Refused, Refusal = "" });
        }
    }

    private void Set(string id, Func<ImportJob, ImportJob> change)
    {
        lock (gate)
        {
            if (job?.Id == id) job = change(job);
        }
    }

    private static void Drop(ImportJob? done)
    {
        if (done is not null && Path.GetDirectoryName(done.Request.Path) is { } own && System.IO.Directory.Exists(own)) System.IO.Directory.Delete(own, recursive: true);
    }

    private sealed class Progress(ImportDesk desk, string id) : IProgress<ImportProgress>
    {
        private int told;

        public void Report(ImportProgress value)
        {
            var percent = (int)Math.Clamp(100 * value.Done / Math.Max(1, value.Total), 0, 99);
            if (percent == told) return;
            told = percent;
            desk.Set(id, job => job with { Percent = percent });
        }
    }
}
