using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AppelAide.Host.Tests.Http;

/// <summary>A temporary folder with a database that holds the sample directory, as the line's first start leaves it.</summary>
internal sealed class LineFolder : IDisposable
{
    /// <summary>32 bytes; the same for all, so that a database may be wrapped and shared.</summary>
    public const string PhoneKey = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static readonly Lazy<Task<LineFolder>> Template = new(MakeTemplateAsync);

    private LineFolder()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"appelaide-line-{Guid.NewGuid():N}");
        System.IO.Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, "line.db");

    public string ConnectionString => $"Data Source={DatabaseFile}";

    /// <summary>A folder with a copy of the template's database: loading the sample takes a while.</summary>
    public static async Task<LineFolder> CreateAsync()
    {
        var template = await Template.Value;
        var folder = new LineFolder();
        File.Copy(template.DatabaseFile, folder.DatabaseFile);
        return folder;
    }

    /// <summary>A folder with nothing in it.</summary>
    public static LineFolder Empty() => new();

    /// <summary>A copy of the line's scripts, to be edited.</summary>
    public string CopyScripts()
    {
        var scripts = System.IO.Path.Combine(Path, "scripts");
        System.IO.Directory.CreateDirectory(scripts);
        foreach (var file in System.IO.Directory.EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "ivr-scripts"), "*.yaml"))
            File.Copy(file, System.IO.Path.Combine(scripts, System.IO.Path.GetFileName(file)));
        return scripts;
    }

    /// <summary>Reads the database's file from outside, as it lies on the disk.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"{ConnectionString};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);

    private static async Task<LineFolder> MakeTemplateAsync()
    {
        var folder = new LineFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await using var app = LineApplication.Build(
            [$"--Database:ConnectionString={folder.ConnectionString}", $"--Privacy:PhoneKey={PhoneKey}", "--Twilio:AuthToken=any"],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(new HandClock());
            });
        await app.Services.OpenLineAsync(CancellationToken.None);
        return folder;
    }
}
