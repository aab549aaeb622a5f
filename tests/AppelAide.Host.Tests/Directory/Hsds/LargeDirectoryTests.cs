using System.Diagnostics;
using System.Globalization;
using AppelAide.Host.Directory.Hsds;
using Xunit.Abstractions;

namespace AppelAide.Host.Tests.Directory.Hsds;

/// <summary>A large directory is streamed: what it costs in memory is its ids. <c>APPELAIDE_HSDS_SERVICES</c> makes it larger.</summary>
public sealed class LargeDirectoryTests(ITestOutputHelper output)
{
    [Fact]
    public void Its_rows_are_never_all_in_memory()
    {
        using var folder = new TemporaryFolder();
        var services = int.TryParse(Environment.GetEnvironmentVariable("APPELAIDE_HSDS_SERVICES"), out var given) ? given : 5_000;
        Write(folder, services);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var defects = new DefectList();
        using var reader = DirectoryReader.Open(folder.Path, new(), defects);
        var (rows, most) = (0L, 0L);
        foreach (var record in reader.Read(CancellationToken.None))
        {
            if (++rows % 100_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        output.WriteLine($"{rows} rows, {reader.BytesRead >> 20} MB of {reader.BytesTotal >> 20} MB, {watch.ElapsedMilliseconds} ms, {most >> 20} MB held, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        Assert.Equal((0L, services * 7L + services / 10), (defects.Count, rows));
        Assert.Equal(reader.BytesTotal, reader.BytesRead);
        Assert.InRange(most, 0, 100 << 20);
    }

    private static void Write(TemporaryFolder folder, int services)
    {
        string[] files = ["organizations", "locations", "services", "service_at_location", "phones", "addresses", "schedules", "languages"];
        string[] headers =
        [
            "id,name,description", "id,location_type,name,latitude,longitude", "id,organization_id,name,status,description", "id,service_id,location_id",
            "id,service_id,number", "id,location_id,address_1,city,state_province,postal_code,country,address_type",
            "id,service_at_location_id,freq,byday,opens_at,closes_at", "id,service_id,code",
        ];
        var writers = files.Select(file => new StreamWriter(folder[file + ".csv"])).ToList();
        foreach (var (writer, header) in writers.Zip(headers))
            writer.WriteLine(header);
        for (var i = 0; i < services; i++)
        {
            if (i % 10 == 0)
                writers[0].WriteLine(Invariant($"{Id(0, i)},Maison {i},Une maison ouverte à tout le monde"));
            writers[1].WriteLine(Invariant($"{Id(1, i)},physical,Lieu {i},48.{i % 1000:000},-64.{i % 1000:000}"));
            writers[2].WriteLine(Invariant($"{Id(2, i)},{Id(0, i - i % 10)},Service {i},active,\"De l'aide, sans rendez-vous, pour tout le monde du coin\""));
            writers[3].WriteLine(Invariant($"{Id(3, i)},{Id(2, i)},{Id(1, i)}"));
            writers[4].WriteLine(Invariant($"{Id(4, i)},{Id(2, i)},418-555-{i % 10000:0000}"));
            writers[5].WriteLine(Invariant($"{Id(5, i)},{Id(1, i)},{i} rue du Quai,Gaspé,QC,G4X 1A1,CA,physical"));
            writers[6].WriteLine(Invariant($"{Id(6, i)},{Id(3, i)},WEEKLY,\"MO,TU,WE\",09:00,16:30"));
            writers[7].WriteLine(Invariant($"{Id(7, i)},{Id(2, i)},fr"));
        }

        writers.ForEach(writer => writer.Dispose());
    }

    private static string Id(int table, int number) => Invariant($"{table:00000000}-0000-4000-8000-{number:000000000000}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
